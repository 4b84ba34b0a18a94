package limbeck.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import limbeck.database.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("postgres")
class EmptiedDatabaseTest {
  /** What is kept beside the schemas, or outside of the database, must not outlive its use. */
  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void emptiesWhatIsUsedAgain(int major) {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(major, EmbeddedPostgres.Flags.FAST)) {
      String first = facts(server, "SELECT 1");
      assertThat(facts(server, "CREATE TYPE t AS ENUM ('a'); CREATE TABLE u (a t UNIQUE)"))
          .as("the first use")
          .isEqualTo(first);
      for (String left :
          List.of(
              "CREATE SCHEMA other; CREATE VIEW other.v AS SELECT 1",
              "COMMENT ON SCHEMA public IS 'mine'; REVOKE ALL ON SCHEMA public FROM PUBLIC",
              "CREATE PUBLICATION p",
              "CREATE CAST (text AS integer) WITH INOUT",
              "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
              "SELECT lo_create(0)",
              "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = %L',"
                  + " current_database(), '5MB'); END $$",
              "CREATE TEMPORARY TABLE w (a integer)")) {
        assertThat(facts(server, left)).isEqualTo(first);
        assertThat(facts(server, "SELECT 1")).as("after: " + left).isEqualTo(first);
      }
    }
  }

  /** What a database is like before a script runs in it. */
  private static String facts(EmbeddedPostgres server, String script) {
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      String facts =
          session
              .query(
                  """
                  SELECT concat_ws(' ',
                    (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_type),
                    (SELECT count(*) FROM pg_cast), (SELECT count(*) FROM pg_publication),
                    (SELECT count(*) FROM pg_default_acl), current_setting('work_mem'),
                    (SELECT count(*) FROM pg_largeobject_metadata),
                    (SELECT string_agg(concat_ws(' ', nspname, nspowner::regrole, nspacl,
                      obj_description(oid, 'pg_namespace')), ', ' ORDER BY nspname)
                      FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%temp\\_%'))
                  """)
              .firstValue()
              .orElseThrow();
      session.query(script);
      return facts;
    }
  }
}
