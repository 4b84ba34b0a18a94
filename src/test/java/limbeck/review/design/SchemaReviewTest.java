package limbeck.review.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import limbeck.operation.Apply;
import limbeck.read.sql.SqlReader;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Test;

/** Schemas looked at as a whole: what each part of the report says, and what it is silent about. */
class SchemaReviewTest {
  private static SchemaReport report(String sql) {
    return SchemaReview.of(Apply.after(SqlReader.readAlone(sql, Schema.EMPTY), Schema.EMPTY));
  }

  private static List<String> checks(String sql) {
    return report(sql).remarks().stream()
        .map(it -> it.check() + " " + it.subject().table().orElse(""))
        .toList();
  }

  @Test
  void tablesAreToldApartByTheirKeys() {
    SchemaReport report =
        report(
            """
            CREATE TABLE person (id bigint PRIMARY KEY);
            CREATE TABLE club (id bigint PRIMARY KEY);
            CREATE TABLE member (person bigint REFERENCES person, club bigint REFERENCES club,
              PRIMARY KEY (person, club));
            CREATE TABLE profile (person bigint PRIMARY KEY REFERENCES person);
            CREATE TABLE remark (id bigint PRIMARY KEY);
            """);
    assertThat(report.entities())
        .extracting(it -> it.table().name() + " " + it.role())
        .containsExactlyInAnyOrder(
            "club ENTITY",
            "member ASSOCIATION",
            "person ENTITY",
            "profile DEPENDENT",
            "remark ALONE");
    assertThat(report.links())
        .extracting(it -> it.via() + " " + it.tables())
        .containsExactly("member [club, person]");
    assertThat(report.relations())
        .extracting(it -> it.from() + " " + it.cardinality() + " " + it.to() + " " + it.index())
        .containsExactlyInAnyOrder(
            "member many to one person member_pkey",
            "member many to one club ",
            "profile one to one person profile_pkey");
  }

  @Test
  void anIndexServesAKeyOnlyByItsFirstColumns() {
    String tables =
        """
        CREATE TABLE a (id bigint PRIMARY KEY);
        CREATE TABLE b (id bigint PRIMARY KEY, one bigint REFERENCES a, two bigint REFERENCES a);
        """;
    assertThat(checks(tables))
        .containsExactly("foreign-key-without-index b", "foreign-key-without-index b");
    assertThat(checks(tables + "CREATE INDEX i ON b (one, two);"))
        .containsExactly("index-in-another-order b");
    assertThat(
            checks(tables + "CREATE INDEX i ON b (one); CREATE INDEX j ON b (two) WHERE two > 0;"))
        .containsExactly("foreign-key-without-index b");
    assertThat(checks(tables + "CREATE INDEX i ON b (one); CREATE INDEX j ON b (two);")).isEmpty();
  }

  @Test
  void indexesOfNoUseAreNamedWithTheOneThatServes() {
    SchemaReport report =
        report(
            """
            CREATE TABLE a (id bigint PRIMARY KEY, x int, y int, done boolean);
            CREATE INDEX short ON a (x);
            CREATE INDEX long ON a (x, y);
            CREATE INDEX zebra ON a (x, y);
            CREATE INDEX of_key ON a (id);
            CREATE UNIQUE INDEX rule ON a (y);
            CREATE INDEX open ON a (done, y);
            """);
    assertThat(report.remarks())
        .extracting(it -> it.check() + ": " + it.subject().name())
        .containsExactlyInAnyOrder(
            "index-covered-by-another: short",
            "index-repeats-another: zebra",
            "index-repeats-another: of_key",
            "index-begins-with-boolean: open");
    assertThat(report.indexes())
        .extracting(it -> it.name() + ": " + it.reasons())
        .contains(
            "a_pkey: [makes the primary key]",
            "rule: [keeps out duplicates]",
            "long: [nothing in the schema asks for it; a query may]",
            "short: [of no use beside long]");
  }

  @Test
  void keysReferencesAndCascadesAreLookedAt() {
    assertThat(
            checks(
                """
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TABLE b (at timestamptz PRIMARY KEY,
                  a bigint NOT NULL UNIQUE REFERENCES a ON DELETE SET NULL);
                CREATE TABLE c (x int, y int, UNIQUE (x, y));
                """))
        .containsExactly(
            "set-null-on-required-column b",
            "foreign-key-types-differ b",
            "key-of-unfit-type b",
            "table-without-primary-key c",
            "narrow-key a",
            "unique-over-nullable-column c");
    assertThat(
            checks(
                """
                CREATE TABLE a (id bigint PRIMARY KEY);
                CREATE TABLE b (id bigint PRIMARY KEY REFERENCES a ON DELETE CASCADE);
                CREATE TABLE c (id bigint PRIMARY KEY REFERENCES b ON DELETE CASCADE);
                CREATE TABLE d (id bigint PRIMARY KEY REFERENCES c ON DELETE CASCADE);
                """))
        .containsExactly("delete-reaches-far a");
  }

  @Test
  void aColumnThatMostTablesShareKeepsTenantsApart() {
    StringBuilder sql = new StringBuilder("CREATE TABLE house (id bigint PRIMARY KEY);");
    for (String name : List.of("a", "b", "c", "d")) {
      sql.append(
          "CREATE TABLE %s (id bigint PRIMARY KEY, owner bigint NOT NULL REFERENCES house);"
              .formatted(name));
      sql.append("CREATE INDEX ON %s (owner);".formatted(name));
    }
    assertThat(checks(sql.toString())).isEmpty();
    sql.append("ALTER TABLE a ADD COLUMN b bigint REFERENCES b; CREATE INDEX ON a (b);");
    sql.append("CREATE TABLE e (id bigint PRIMARY KEY, owner bigint);");
    sql.append("ALTER TABLE d ALTER COLUMN owner DROP NOT NULL;");
    assertThat(checks(sql.toString()))
        .containsExactly(
            "tenant-column-nullable d",
            "tenant-column-nullable e",
            "tenant-column-without-key e",
            "reference-crosses-tenants a");
  }
}
