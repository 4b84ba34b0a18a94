package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.diff.Difference;
import limbeck.diff.StatedRename;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.plan.Touched;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Splits a difference into parts that have nothing to do with each other: changed tables that refer
 * to one another, or share a changed enum type, stay together.
 */
final class Parts {
  private final SortedMap<TableName, SortedSet<TableName>> groups = new TreeMap<>();

  private Parts() {}

  /** Returns the tables of each part, in the order of the difference. */
  static List<SortedSet<TableName>> of(
      Schema before, Schema wanted, Difference difference, List<StatedRename> renames) {
    Parts parts = new Parts();
    List<TableName> touched = new ArrayList<>();
    for (Operation operation : difference.operations()) {
      Touched.table(operation).ifPresent(touched::add);
      if (operation instanceof TypeOperation type) {
        List<TableName> users = users(type, List.of(before, wanted));
        touched.addAll(users);
        users.forEach(it -> parts.join(it, users.getFirst()));
      }
    }
    for (StatedRename rename : renames) {
      if (rename instanceof StatedRename.OfTable(TableName from, TableName to)) {
        parts.join(from, to);
      }
    }
    for (Schema schema : List.of(before, wanted)) {
      for (Table table : schema.tables().values()) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
          if (touched.contains(table.name()) && touched.contains(key.target())) {
            parts.join(table.name(), key.target());
          }
        }
      }
    }
    List<SortedSet<TableName>> result = new ArrayList<>();
    for (TableName it : touched) {
      SortedSet<TableName> group = parts.group(it);
      if (!result.contains(group)) {
        result.add(group);
      }
    }
    return List.copyOf(result);
  }

  private static List<TableName> users(TypeOperation operation, List<Schema> schemas) {
    List<TypeName> types =
        switch (operation) {
          case TypeOperation.CreateEnum it -> List.of(it.type().name());
          case TypeOperation.DropEnum it -> List.of(it.name());
          case TypeOperation.AddEnumLabel it -> List.of(it.type());
          case TypeOperation.RenameEnumLabel it -> List.of(it.type());
          case TypeOperation.RenameType it -> List.of(it.from(), it.to());
        };
    return schemas.stream()
        .flatMap(it -> it.tables().values().stream())
        .filter(
            table ->
                table.columns().stream()
                    .flatMap(it -> Dependents.enumsOf(it.type()).stream())
                    .anyMatch(types::contains))
        .map(Table::name)
        .distinct()
        .toList();
  }

  private SortedSet<TableName> group(TableName table) {
    return groups.computeIfAbsent(table, it -> new TreeSet<>(List.of(it)));
  }

  private void join(TableName one, TableName other) {
    SortedSet<TableName> all = new TreeSet<>(group(one));
    all.addAll(group(other));
    for (TableName it : all) {
      groups.put(it, all);
    }
  }

  /** Names a part for the message of its revision. */
  static String title(SortedSet<TableName> part, Map<TableName, ?> known) {
    List<String> names = part.stream().filter(known::containsKey).map(TableName::toString).toList();
    return String.join(", ", names.isEmpty() ? part.stream().map(String::valueOf).toList() : names);
  }
}
