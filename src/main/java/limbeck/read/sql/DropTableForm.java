package limbeck.read.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.TableName;

/** {@code DROP TABLE}. */
final class DropTableForm {
  private DropTableForm() {}

  /** Reads what follows {@code DROP TABLE}. */
  static List<Operation> read(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    List<TableName> names = new ArrayList<>();
    do {
      names.add(reading.tableName());
    } while (cursor.accept(","));
    boolean cascade = reading.cascade();
    cursor.expectEnd();
    Set<TableName> dropped = new HashSet<>();
    Set<Operation> result = new LinkedHashSet<>();
    Cascade cascading = new Cascade(reading.before());
    for (TableName name : inOrder(names, reading)) {
      if (reading.isTemporary(name)) {
        reading.memory().temporary().remove(name.name());
        continue;
      }
      List<TableName> together = new ArrayList<>(cascading.parts(name, cascade));
      together.add(name);
      for (TableName table : together) {
        if (dropped.add(table)) {
          result.addAll(cascade ? cascading.ofTable(table) : List.of());
          result.add(new TableOperation.DropTable(table, ifExists, cascade));
        }
      }
    }
    return result.isEmpty() ? reading.asItStands() : List.copyOf(result);
  }

  /** Tables dropped together may refer to each other: those that refer go first. */
  private static List<TableName> inOrder(List<TableName> names, Reading reading) {
    List<TableName> left = new ArrayList<>(names);
    List<TableName> result = new ArrayList<>();
    while (!left.isEmpty()) {
      TableName next =
          left.stream()
              .filter(it -> left.stream().noneMatch(other -> refers(other, it, reading)))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      result.add(next);
    }
    return result;
  }

  private static boolean refers(TableName from, TableName to, Reading reading) {
    return !from.equals(to)
        && reading
            .table(from)
            .filter(it -> it.foreignKeys().stream().anyMatch(key -> key.target().equals(to)))
            .isPresent();
  }
}
