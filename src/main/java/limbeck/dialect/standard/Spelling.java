package limbeck.dialect.standard;

import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/**
 * The fragments of SQL that a database writes in its own way. Every method throws {@link
 * CannotSpell} for what the database has no words for.
 */
public interface Spelling {
  /** Returns which database it is. */
  DialectName dialect();

  /** Returns how identifiers are quoted. */
  Quoting quoting();

  /** Returns the namespace that a name without one is in, where there is a usual one. */
  default Optional<String> usualNamespace() {
    return Optional.empty();
  }

  /** Returns a string literal in quotes, escaped. */
  String literal(String value);

  /**
   * Returns a type as written in a column definition.
   *
   * @param schema holds the enum types, for databases that write their labels inline
   */
  String type(SqlType type, Schema schema);

  /** Returns the expression of a server default, as written after {@code DEFAULT}. */
  String defaultValue(Default value);

  /**
   * Returns a column's definition, its name first.
   *
   * @param table the table it is in, or will be
   */
  String column(Table table, Column column, Schema schema);

  /** Returns what follows the closing parenthesis of {@code CREATE TABLE}. */
  default String tableSuffix(Table table) {
    return "";
  }

  /** Returns the statements that set comments after {@code CREATE TABLE}. */
  default List<Sql> commentsAfter(Table table) {
    return List.of();
  }
}
