package limbeck.diff;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.named;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.varchar;
import static limbeck.dialect.Make.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import limbeck.dialect.Dialects;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.ObjectName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {
  private static final DiffOptions PLAIN =
      DiffOptions.of(UnaryOperator.identity(), DefaultNames.postgresql());
  private static final DiffOptions POSTGRESQL =
      DiffOptions.of(Dialects.of(DialectName.POSTGRESQL)::normalize, DefaultNames.postgresql());

  private static Schema schema(Table... tables) {
    return Schema.of(List.of(tables), List.of());
  }

  private static List<String> words(Schema from, Schema to, DiffOptions options) {
    return SchemaDiff.between(from, to, options).operations().stream()
        .map(Describe::describe)
        .toList();
  }

  private static List<String> words(Table from, Table to) {
    return words(schema(from), schema(to), PLAIN);
  }

  @Test
  void whatTheDatabaseTreatsAsEqualIsNoDifference() {
    Table stated =
        table(
            "t",
            column("a", named("character varying", "20")),
            filled("b", named("timestamptz"), expression("CURRENT_TIMESTAMP")),
            filled("c", varchar(9), expression("'x'::character varying")));
    Table other =
        table(
            "t",
            column("a", varchar(20)),
            filled(
                "b",
                new limbeck.schema.SqlType.Timestamp(true, Optional.empty()),
                new limbeck.schema.Default.Now()),
            filled("c", varchar(9), literal("x")));
    assertThat(words(schema(stated), schema(other), POSTGRESQL)).isEmpty();
  }

  @Test
  void whatIsMadeIsMadeInTheSpellingThatIsWanted() {
    Table wanted = table("t", column("a", named("character varying", "30")));
    assertThat(words(schema(table("t", column("a", varchar(20)))), schema(wanted), POSTGRESQL))
        .containsExactly("alter column t.a: type VARCHAR(20) to character varying(30)");
  }

  @Test
  void anUnnamedConstraintIsTheOneTheDatabaseNamed() {
    Table named =
        table(
            "t",
            required("id", INTEGER),
            column("a", INTEGER),
            primary("t_pkey", "id"),
            unique("t_a_key", "a"),
            check("t_a_check", "a > 0"));
    Table unnamed =
        table(
            "t",
            required("id", INTEGER),
            column("a", INTEGER),
            primary("", "id"),
            unique("", "a"),
            check("", "a > 0"));
    assertThat(words(named, unnamed)).isEmpty();
    assertThat(words(unnamed, named)).isEmpty();
    assertThat(words(schema(named), schema(unnamed), POSTGRESQL)).isEmpty();
  }

  @Test
  void aNameThatDiffersIsARename() {
    Table before = table("t", column("a", INTEGER), unique("uq_old", "a"), index("ix_old", "a"));
    Table after = table("t", column("a", INTEGER), unique("uq_new", "a"), index("ix_new", "a"));
    assertThat(words(before, after))
        .containsExactly(
            "rename constraint uq_old of t to uq_new", "rename index ix_old to ix_new");
  }

  @Test
  void everyOptionOfAForeignKeyCounts() {
    Table target = table("p", key("id", INTEGER), primary("", "id"));
    Constraint.ForeignKey plain = foreign("fk", "a", "p", "id");
    Table before = table("t", column("a", INTEGER), plain);
    List<Constraint.ForeignKey> others =
        List.of(
            foreign("fk", "a", "p", "id", ReferentialAction.CASCADE),
            foreign(
                "fk",
                "a",
                "p",
                "id",
                ReferentialAction.NO_ACTION,
                ReferentialAction.CASCADE,
                Optional.empty(),
                limbeck.schema.Deferral.NOT_DEFERRABLE),
            foreign(
                "fk",
                "a",
                "p",
                "id",
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Optional.of("FULL"),
                limbeck.schema.Deferral.NOT_DEFERRABLE),
            foreign(
                "fk",
                "a",
                "p",
                "id",
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Optional.empty(),
                limbeck.schema.Deferral.DEFERRABLE));
    for (Constraint.ForeignKey other : others) {
      assertThat(
              words(
                  schema(target, before),
                  schema(target, table("t", column("a", INTEGER), other)),
                  PLAIN))
          .containsExactly("drop foreign key fk of t", "add foreign key fk (a) to p (id) to t");
    }
  }

  @Test
  void everyOptionOfAnIndexCounts() {
    Index plain = index("ix", "a");
    TreeMap<String, String> none = new TreeMap<>();
    TreeMap<String, String> filled = new TreeMap<>();
    filled.put("postgresql_with.fillfactor", "70");
    List<Index> others =
        List.of(
            uniqueIndex("ix", "a"),
            index("ix", "a", "b"),
            with(plain, "hash", List.of(), "", false, none),
            with(plain, "", plain.include(), "a > 0", false, none),
            with(plain, "", limbeck.dialect.Make.names("b"), "", false, none),
            with(plain, "", List.of(), "", false, filled),
            index("ix", limbeck.dialect.Make.descending("a")));
    for (Index other : others) {
      List<String> words =
          words(
              table("t", column("a", INTEGER), column("b", INTEGER), plain),
              table("t", column("a", INTEGER), column("b", INTEGER), other));
      assertThat(words).as(other.toString()).hasSize(2);
      assertThat(words.getFirst()).isEqualTo("drop index ix of t");
      assertThat(words.getLast()).contains("index ix on t");
    }
  }

  @Test
  void theOrderOfColumnsInAUniqueConstraintCounts() {
    assertThat(
            words(
                table("t", column("a", INTEGER), column("b", INTEGER), unique("uq", "a", "b")),
                table("t", column("a", INTEGER), column("b", INTEGER), unique("uq", "b", "a"))))
        .containsExactly("drop unique constraint uq of t", "add unique constraint uq (b, a) to t");
  }

  @Test
  void aChangedPrimaryKeyLetsItsReferencesStepAside() {
    Table before = table("p", required("id", INTEGER), required("x", INTEGER), primary("", "id"));
    Table after =
        table(
            "p",
            required("id", INTEGER),
            required("x", INTEGER),
            primary("", "id", "x"),
            unique("uq_p_id", "id"));
    Table child = table("c", column("p_id", INTEGER), foreign("fk", "p_id", "p", "id"));
    assertThat(words(schema(before, child), schema(after, child), PLAIN))
        .containsExactly(
            "drop foreign key fk of c",
            "drop primary key p_pkey of p",
            "add primary key (id, x) to p",
            "add unique constraint uq_p_id (id) to p",
            "add foreign key fk (p_id) to p (id) to c");
  }

  @Test
  void tablesInACircleAreCreatedAndDropped() {
    Table a =
        table(
            "a",
            key("id", INTEGER),
            column("b_id", INTEGER),
            primary("", "id"),
            foreign("fk_a", "b_id", "b", "id"));
    Table b =
        table(
            "b",
            key("id", INTEGER),
            column("a_id", INTEGER),
            primary("", "id"),
            foreign("fk_b", "a_id", "a", "id"));
    assertThat(words(Schema.EMPTY, schema(a, b), PLAIN))
        .containsExactly(
            "create table a", "create table b", "add foreign key fk_a (b_id) to b (id) to a");
    assertThat(words(schema(a, b), Schema.EMPTY, PLAIN))
        .containsExactly("drop foreign key fk_b of b", "drop table a", "drop table b");
  }

  @Test
  void aTableThatGoesIsLetGoFirst() {
    Table users = table("users", key("id", INTEGER), primary("", "id"));
    Table before = table("t", column("u", INTEGER), foreign("", "u", "users", "id"));
    assertThat(words(schema(users, before), schema(table("t", column("u", INTEGER))), PLAIN))
        .containsExactly("drop foreign key t_u_fkey of t", "drop table users");
  }

  @Test
  void aComputedColumnStepsAsideForTheColumnItRestsOn() {
    Table before =
        table(
            "t",
            column("a", INTEGER),
            column("b", BOOLEAN).withGeneration(Optional.of(computed("a > 0", Optional.of(true)))),
            index("ix_b", "b"));
    Table after =
        table(
            "t",
            column("a", BIGINT),
            column("b", BOOLEAN).withGeneration(Optional.of(computed("a > 0", Optional.of(true)))),
            index("ix_b", "b"));
    assertThat(words(before, after))
        .containsExactly(
            "drop index ix_b of t",
            "drop column t.b",
            "alter column t.a: type INTEGER to BIGINT",
            "add column t.b BOOLEAN GENERATED ALWAYS AS (a > 0)",
            "create index ix_b on t (b)");
  }

  @Test
  void aDefaultStepsAsideForAnotherType() {
    assertThat(
            words(
                table("t", filled("a", TEXT, literal("0"))),
                table("t", filled("a", INTEGER, expression("0")))))
        .containsExactly(
            "alter column t.a: no default",
            "alter column t.a: type TEXT to INTEGER using a::INTEGER",
            "alter column t.a: default 0");
  }

  @Test
  void aViewStepsAsideForTheTableUnderIt() {
    CarriedObject view =
        new CarriedObject(
            CarriedObject.Kind.VIEW,
            ObjectName.of("v"),
            new SqlText("CREATE VIEW v AS SELECT a FROM t"));
    assertThat(
            words(
                schema(table("t", column("a", INTEGER))).with(view),
                schema(table("t", column("a", BIGINT))).with(view),
                PLAIN))
        .containsExactly(
            "drop view v", "alter column t.a: type INTEGER to BIGINT", "create view v");
  }

  @Test
  void whatOneSideDoesNotStateCompletelyIsNotDropped() {
    Schema before =
        schema()
            .with(new Sequence(SequenceName.of("s"), Optional.empty(), SequenceOptions.NONE))
            .with(
                new CarriedObject(
                    CarriedObject.Kind.EXTENSION, ObjectName.of("citext"), new SqlText("citext")));
    assertThat(words(before, Schema.EMPTY, PLAIN)).hasSize(2);
    assertThat(words(before, Schema.EMPTY, PLAIN.withComplete(Set.of()))).isEmpty();
  }

  @Test
  void aTableThatIsLeftOutIsNotDropped() {
    Schema before = schema(table("alembic_version", column("version_num", varchar(32))));
    assertThat(words(before, Schema.EMPTY, PLAIN.without(TableName.of("alembic_version"))))
        .isEmpty();
  }

  @Test
  void aRenamedColumnIsFoundByItsEvidence() {
    Difference difference =
        SchemaDiff.between(
            schema(table("t", required("id", INTEGER), column("desc", TEXT))),
            schema(table("t", required("id", INTEGER), column("description", TEXT))),
            PLAIN);
    assertThat(difference.candidates())
        .singleElement()
        .isInstanceOfSatisfying(
            Candidate.OfColumn.class,
            it -> {
              assertThat(it.clear()).isTrue();
              assertThat(it.evidence().text()).contains("the names are alike");
            });
  }

  @Test
  void twoThatCouldBeItAreNotClear() {
    Difference difference =
        SchemaDiff.between(
            schema(table("t", required("id", INTEGER), column("name", TEXT))),
            schema(
                table(
                    "t",
                    required("id", INTEGER),
                    column("first_name", TEXT),
                    column("last_name", TEXT))),
            PLAIN);
    assertThat(difference.candidates()).hasSize(2).noneMatch(Candidate::clear);
  }

  @Test
  void aRenamedTableIsFoundByItsColumns() {
    Difference difference =
        SchemaDiff.between(
            schema(table("task", key("id", INTEGER), column("title", TEXT), primary("", "id"))),
            schema(table("tasks", key("id", INTEGER), column("title", TEXT), primary("", "id"))),
            PLAIN);
    assertThat(difference.candidates())
        .singleElement()
        .isInstanceOfSatisfying(Candidate.OfTable.class, it -> assertThat(it.clear()).isTrue());
  }

  @Test
  void aStatedRenameThatDoesNotFitIsReported() {
    Difference difference =
        SchemaDiff.between(
            schema(table("t", column("a", INTEGER))),
            schema(table("t", column("a", INTEGER))),
            PLAIN.withRenames(
                List.of(new StatedRename.OfTable(TableName.of("absent"), TableName.of("other")))));
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.notes()).singleElement().asString().contains("there is no table absent");
  }
}
