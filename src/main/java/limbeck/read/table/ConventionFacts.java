package limbeck.read.table;

import java.util.List;
import java.util.Optional;
import limbeck.schema.TableName;

/**
 * What the tokens of a naming convention stand for in one constraint or index.
 *
 * @param table the table
 * @param columns its columns in order
 * @param referred the referenced table of a foreign key
 * @param referredColumns the referenced columns of a foreign key
 */
public record ConventionFacts(
    TableName table,
    List<NamedColumn> columns,
    Optional<TableName> referred,
    List<String> referredColumns) {
  /** Copies the lists. */
  public ConventionFacts {
    columns = List.copyOf(columns);
    referredColumns = List.copyOf(referredColumns);
  }

  /**
   * A column under both its names.
   *
   * @param name in the database
   * @param key in the application
   */
  public record NamedColumn(String name, String key) {}

  /** Returns facts about anything but a foreign key. */
  public static ConventionFacts of(TableName table, List<NamedColumn> columns) {
    return new ConventionFacts(table, columns, Optional.empty(), List.of());
  }
}
