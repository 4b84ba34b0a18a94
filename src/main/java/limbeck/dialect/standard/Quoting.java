package limbeck.dialect.standard;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/**
 * How a database quotes identifiers: only where it must, by SQLAlchemy's rule, so that generated
 * SQL equals what Alembic prints.
 *
 * <p>A name is quoted when it is a reserved word, begins with a digit or {@code $}, or holds
 * anything but lower-case ASCII letters, digits, {@code _} and {@code $}.
 *
 * @param mark the quotation mark on both sides, doubled inside
 * @param reserved the reserved words in lower case
 */
public record Quoting(char mark, Set<String> reserved) {
  /** Copies the words. */
  public Quoting {
    reserved = Set.copyOf(reserved);
  }

  /** Returns an identifier, quoted where needed. */
  public String quote(String identifier) {
    return needsQuotes(identifier) ? always(identifier) : identifier;
  }

  private boolean needsQuotes(String identifier) {
    if (identifier.isEmpty() || reserved.contains(identifier.toLowerCase(Locale.ROOT))) {
      return true;
    }
    char first = identifier.charAt(0);
    return first == '$'
        || (first >= '0' && first <= '9')
        || !identifier.chars().allMatch(Quoting::isPlain);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
  }

  /** Returns an identifier in quotes, needed or not. */
  public String always(String identifier) {
    String once = String.valueOf(mark);
    return mark + identifier.replace(once, once + once) + mark;
  }

  /** Returns {@code schema.name}, each part quoted where needed. */
  public String qualified(Optional<String> schema, String name) {
    return schema.map(it -> quote(it) + "." + quote(name)).orElseGet(() -> quote(name));
  }

  /** Returns a table's name with its schema, quoted where needed. */
  public String table(TableName table) {
    return qualified(table.schema(), table.name());
  }

  /** Returns a column's name, quoted where needed. */
  public String column(ColumnName column) {
    return quote(column.text());
  }

  /** Returns columns separated by comma and blank, quoted where needed. */
  public String columns(Collection<ColumnName> columns) {
    return columns.stream().map(this::column).collect(Collectors.joining(", "));
  }
}
