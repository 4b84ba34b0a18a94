package limbeck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import limbeck.operation.ColumnOperation;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;

/** Scripts of a project with SQLAlchemy 1.4 use only the types that it has. */
class OlderLibraryTest {
  private static String script(DialectName dialect, SqlType type) {
    RenderOptions options =
        new RenderOptions(
            dialect, ScriptTemplate.DEFAULT, new TreeMap<>(), false, false, new PlainSpelling());
    return ScriptRenderer.render(
        RenderCases.draft(
            Schema.EMPTY,
            new ColumnOperation.AddColumn(TableName.of("a"), Column.of("b", type, true), false)),
        options);
  }

  @Test
  void writesTypesOfTheDialect() {
    assertThat(script(DialectName.POSTGRESQL, new SqlType.Uuid(true)))
        .contains("postgresql.UUID()")
        .doesNotContain("sa.Uuid");
    assertThat(script(DialectName.POSTGRESQL, new SqlType.DoublePrecision()))
        .contains("postgresql.DOUBLE_PRECISION()");
    assertThat(script(DialectName.MYSQL, new SqlType.DoublePrecision())).contains("mysql.DOUBLE()");
    assertThat(script(DialectName.SQLITE, new SqlType.Uuid(false))).contains("sa.CHAR(length=32)");
  }
}
