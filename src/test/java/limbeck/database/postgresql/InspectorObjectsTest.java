package limbeck.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Test;

/**
 * What the inspector finds of objects carried as text, and the session it works in in the wide
 * script.
 */
class InspectorObjectsTest extends WideScript {
  @Test
  void carriesOtherObjectsAsText() {
    assertThat(schema.objects().keySet())
        .containsExactly(
            "DOMAIN app.percent",
            "EXTENSION btree_gist",
            "EXTENSION citext",
            "EXTENSION pg_trgm",
            "FUNCTION touch",
            "FUNCTION twice(x integer)",
            "FUNCTION twice(x text)",
            "MATERIALIZED_VIEW totals",
            "POLICY parent.only_eu",
            "TRIGGER parent.on_change",
            "VIEW app.cheap");
    assertThat(inspection.beyond())
        .containsExactly(
            "aggregate total(integer)",
            "collation of column types.c_citext_collated: C",
            "constraint no_inherit of table app.child: NO INHERIT",
            "index of a materialized view: CREATE UNIQUE INDEX ix_totals ON public.totals USING btree (n)",
            "row level security of table parent: enabled",
            "rule CREATE RULE quiet AS\n    ON DELETE TO public.indexed DO INSTEAD NOTHING;",
            "sequence odd_step: owned by defaults.zero",
            "statistics CREATE STATISTICS public.related ON a, b FROM indexed",
            "type point3: composite (x integer, y integer, z double precision)");
  }

  /** The definitions are statements: dropped and run again they give the same. */
  @Test
  void carriedDefinitionsCanBeRun() {
    run(
        session,
        """
        DROP VIEW app.cheap; DROP MATERIALIZED VIEW totals; DROP POLICY only_eu ON parent;
        DROP TRIGGER on_change ON parent; DROP FUNCTION touch, twice(integer), twice(text);
        ALTER TABLE types DROP COLUMN c_percent; DROP DOMAIN app.percent;
        """);
    for (CarriedObject object : schema.objects().values()) {
      if (object.kind() != CarriedObject.Kind.EXTENSION) {
        run(session, object.definition().text());
      }
    }
    assertThat(Inspector.inspect(session, SCOPE).schema().objects()).isEqualTo(schema.objects());
  }

  @Test
  void leavesTheSessionAsItWas() {
    assertThat(session.inTransaction()).isFalse();
    session.query("SET search_path = app, public");
    Inspection seen = Inspector.inspect(session, SCOPE);
    assertThat(session.query("SHOW search_path").firstValue()).contains("app, public");
    // The default schema is another one now, and names are qualified accordingly.
    assertThat(seen.schema().table(TableName.of("child")).orElseThrow().foreignKeys())
        .extracting(Constraint.ForeignKey::target)
        .containsOnly(TableName.of("public", "parent"));
    assertThat(seen.schema().enums()).containsKey(TypeName.of("public", "mood"));
    session.begin();
    run(session, "CREATE TABLE fresh (a integer)");
    assertThat(Inspector.inspect(session, SCOPE).schema().tables())
        .containsKey(TableName.of("fresh"));
    assertThat(session.query("SHOW search_path").firstValue()).contains("app, public");
    session.rollback();
  }

  @Test
  void findsWhatCameWithVersion15AndInvalidIndexes() {
    run(
        session,
        """
        DROP SCHEMA app, "Odd Name", public CASCADE; CREATE SCHEMA public;
        CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));
        CREATE TABLE t (a integer, b integer,
          CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a),
          CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b));
        CREATE UNIQUE INDEX x ON t (b) NULLS NOT DISTINCT;
        CREATE TABLE k (a integer, b integer, PRIMARY KEY (a) INCLUDE (b));
        INSERT INTO p VALUES (1, 1), (1, 2);
        """);
    assertThat(session.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON p (a)").succeeded())
        .isFalse();
    Inspection seen = Inspector.inspect(session, Scope.everything());
    Table table = seen.schema().table(TableName.of("t")).orElseThrow();
    assertThat(table.constraint(new ConstraintName("u")))
        .contains(
            new Constraint.Unique(
                named("u"), names("a"), List.of(), true, Deferral.NOT_DEFERRABLE));
    assertThat(table.index(new IndexName("x")).orElseThrow().nullsNotDistinct()).isTrue();
    Table referenced = seen.schema().table(TableName.of("p")).orElseThrow();
    assertThat(referenced.index(new IndexName("broken")).orElseThrow().valid()).isFalse();
    assertThat(seen.beyond())
        .containsExactly(
            "constraint f of table t: ON DELETE sets only [b]",
            "constraint k_pkey of table k: INCLUDE [b]");
    assertThat(seen.schema().namespaces()).isEmpty();
  }
}
