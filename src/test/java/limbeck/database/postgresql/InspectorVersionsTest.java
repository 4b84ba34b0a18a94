package limbeck.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Generation;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only some versions have, and how long a large catalog takes. */
@Tag("postgres")
class InspectorVersionsTest {
  @Test
  void readsWhatIsNewIn18() {
    try (ScratchDatabase database = SharedServer.of(18).createDatabase();
        Session session = database.open()) {
      WideScript.run(
          session,
          """
        CREATE EXTENSION btree_gist;
        CREATE TABLE t (
          id int4range, at daterange NOT NULL,
          a integer CONSTRAINT a_needed NOT NULL,
          b integer GENERATED ALWAYS AS (a + 1),
          CONSTRAINT t_key PRIMARY KEY (id, at WITHOUT OVERLAPS),
          CONSTRAINT loose CHECK (a > 0) NOT ENFORCED);
        CREATE TABLE u (id int4range, at daterange,
          CONSTRAINT during FOREIGN KEY (id, PERIOD at) REFERENCES t (id, PERIOD at));
        """);
      Inspection inspection = Inspector.inspect(session, Scope.everything());
      Table table = inspection.schema().table(TableName.of("t")).orElseThrow();
      assertThat(table.column(new ColumnName("b")).flatMap(Column::generation))
          .contains(new Generation.Computed(new SqlText("a + 1"), Optional.of(false)));
      assertThat(table.column(new ColumnName("a")).orElseThrow().nullable()).isFalse();
      assertThat(table.constraints()).hasSize(2);
      assertThat(inspection.beyond())
          .containsExactly(
              "constraint during of table u: PERIOD",
              "constraint loose of table t: NOT ENFORCED",
              "constraint t_key of table t: WITHOUT OVERLAPS");
    }
  }

  @Test
  void readsAThousandTablesQuickly() {
    try (ScratchDatabase database = SharedServer.of(16).createDatabase();
        Session session = database.open()) {
      WideScript.run(
          session,
          """
          DO $$ BEGIN
            FOR i IN 1..1000 LOOP
              EXECUTE format('CREATE TABLE t%1$s (id serial PRIMARY KEY, a integer DEFAULT 0,
                b text NOT NULL, c varchar(20), d numeric(10, 2), e timestamptz DEFAULT now(),
                f boolean DEFAULT false, g jsonb, UNIQUE (a, b), CHECK (d > 0))', i);
              EXECUTE format('CREATE INDEX ix_t%1$s ON t%1$s (c)', i);
              IF i > 1 THEN
                EXECUTE format('ALTER TABLE t%s ADD FOREIGN KEY (a) REFERENCES t%s', i, i - 1);
              END IF;
            END LOOP;
          END $$
          """);
      Inspector.inspect(session, Scope.everything());
      long start = System.nanoTime();
      Inspection inspection = Inspector.inspect(session, Scope.everything());
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertThat(inspection.schema().tables()).hasSize(1000);
      // About 0.4 s by itself; the limit leaves room for a busy machine.
      assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }
  }
}
