package limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.schema.Column;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class MirrorTest {
  private static final SqlType.Numeric FRACTIONS =
      new SqlType.Numeric(Optional.of(10), Optional.of(2));

  /** A number with a fraction is kept though the column beside it has no room for one. */
  @Test
  void keepsWhatTheOtherTypeCannotHold() {
    Mirror mirror =
        new Mirror(
            TableName.of("t"),
            Column.of("whole", new SqlType.IntegerType(SqlType.IntegerSize.NORMAL), true),
            Column.of("exact", FRACTIONS, true),
            new SqlText("whole"),
            new SqlText("exact"));
    String body = mirror.inBothDirections(new RowSql(it -> it));
    try (Session session = ReusedDatabase.emptied(16, "mirror").open()) {
      session.query("CREATE TABLE t (id integer, whole integer, exact numeric(10, 2), other text)");
      session.query("INSERT INTO t (id, whole) VALUES (0, 9)");
      session.query("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$" + body + "$$");
      session.query(
          "CREATE TRIGGER f BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()");

      session.query("INSERT INTO t (id, exact) VALUES (1, 7.25)");
      session.query("INSERT INTO t (id, whole) VALUES (2, 4)");
      session.query("UPDATE t SET other = 'x'");
      assertThat(rows(session)).isEqualTo("0 9 9.00; 1 7 7.25; 2 4 4.00");

      session.query("UPDATE t SET whole = 8 WHERE id = 1");
      session.query("UPDATE t SET exact = 4.75 WHERE id = 2");
      assertThat(rows(session)).isEqualTo("0 9 9.00; 1 8 8.00; 2 5 4.75");
    }
  }

  private static String rows(Session session) {
    return session
        .query("SELECT string_agg(concat_ws(' ', id, whole, exact), '; ' ORDER BY id) FROM t")
        .firstValue()
        .orElseThrow();
  }
}
