package limbeck.review.rule;

import java.util.Optional;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.schema.DialectName;
import limbeck.schema.TableName;

/** Python and PostgreSQL's SQL as fixes write it. */
final class FixText {
  private static final Dialect DIALECT = Dialects.of(DialectName.POSTGRESQL);

  private FixText() {}

  /** Returns the call that executes a statement. */
  static String execute(String sql) {
    return "op.execute(" + literal(sql) + ")";
  }

  /** Returns a Python string; double quotes unless there are some inside. */
  static String literal(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
    if (!escaped.contains("\"")) {
      return '"' + escaped + '"';
    }
    return escaped.contains("'") ? '"' + escaped.replace("\"", "\\\"") + '"' : "'" + escaped + "'";
  }

  /** Returns a table as SQL writes it. */
  static String table(TableName table) {
    return inSchemaOf(table, table.name());
  }

  /** Returns an object of a table's schema as SQL writes it. */
  static String inSchemaOf(TableName table, String name) {
    String own = name(name);
    Optional<String> schema = table.schema();
    return schema.map(it -> name(it) + "." + own).orElse(own);
  }

  /** Returns a name as SQL writes it. */
  static String name(String name) {
    return DIALECT.quote(name);
  }

  /** Returns whether a name can be written into a statement without any doubt. */
  static boolean isPlain(String name) {
    return name.matches("[^:%\\\\\"]+");
  }
}
