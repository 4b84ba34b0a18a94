package limbeck.read.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.read.type.TypeReading;
import limbeck.schema.Generation;

/** Which column of a primary key counts by itself, by SQLAlchemy's rule. */
final class CountingKey {
  private CountingKey() {}

  /**
   * Returns the counting column.
   *
   * @param key the columns of the primary key
   * @param types by column key
   * @param referring keys of columns that a foreign key starts from
   * @param serial whether the database counts by a type that a default of the client turns off:
   *     PostgreSQL
   */
  static Optional<ColumnDraft> of(
      List<ColumnDraft> key,
      Map<String, TypeReading> types,
      Set<String> referring,
      boolean serial) {
    return of(key, types, referring)
        .filter(it -> !serial || (it.pythonDefault().isEmpty() && it.sequence().isEmpty()));
  }

  private static Optional<ColumnDraft> of(
      List<ColumnDraft> key, Map<String, TypeReading> types, Set<String> referring) {
    if (key.size() == 1) {
      ColumnDraft column = key.getFirst();
      return switch (column.autoincrement()) {
        case TRUE -> Optional.of(column);
        case FALSE -> Optional.empty();
        case AUTO, IGNORE_FOREIGN_KEY ->
            countsAlone(column, types, referring) ? Optional.of(column) : Optional.empty();
      };
    }
    return key.stream().filter(it -> it.autoincrement() == Autoincrement.TRUE).findFirst();
  }

  private static boolean countsAlone(
      ColumnDraft column, Map<String, TypeReading> types, Set<String> referring) {
    TypeReading type = types.get(column.columnKey());
    if (type == null || !TableAssembler.isInteger(type.type())) {
      return false;
    }
    if (column.pythonDefault().isPresent()) {
      return false;
    }
    boolean filled =
        column.serverDefault().isPresent()
            || column.fetched()
            || column.generation().filter(Generation.Computed.class::isInstance).isPresent();
    if (filled) {
      return false;
    }
    return column.autoincrement() == Autoincrement.IGNORE_FOREIGN_KEY
        || !referring.contains(column.columnKey());
  }
}
