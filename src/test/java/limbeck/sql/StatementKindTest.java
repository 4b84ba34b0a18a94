package limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementKindTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "create table t (a int), DEFINITION",
        "COMMENT ON TABLE t IS 'x', DEFINITION",
        "insert into t values (1), ROWS",
        "|WITH a AS (SELECT 1) UPDATE t SET b = 1|, ROWS",
        "|WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a|, ROWS",
        "|WITH a AS (SELECT 1) SELECT * FROM t FOR UPDATE|, QUERY",
        "(SELECT 1), QUERY",
        "|/* x */ select 1|, QUERY",
        "SET LOCAL a = 1, SESSION",
        "VACUUM t, UPKEEP",
        "GRANT SELECT ON t TO a, PRIVILEGES",
        "DO $$ $$, CODE",
        "frobnicate, UNKNOWN",
        "'create', UNKNOWN"
      })
  void tellsByTheFirstWords(String sql, StatementKind kind) {
    assertThat(StatementKind.of(new SqlStatement(sql, 0, sql.length()))).isEqualTo(kind);
  }
}
