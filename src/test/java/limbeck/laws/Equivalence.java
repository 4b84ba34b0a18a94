package limbeck.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.DefaultNames;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** When two schemas count as the same; independent of the code under test. */
final class Equivalence {
  private Equivalence() {}

  /** The schema with columns in order of their names, and nothing left unnamed. */
  static Schema named(Schema schema) {
    SortedMap<TableName, Table> tables = new TreeMap<>();
    schema
        .tables()
        .forEach((name, table) -> tables.put(name, sorted(DefaultNames.postgresql().named(table))));
    return schema.withTables(tables);
  }

  private static Table sorted(Table table) {
    return table.withColumns(
        table.columns().stream()
            .map(Equivalence::unlabelled)
            .sorted(Comparator.comparing(Column::name))
            .toList());
  }

  /** Labels of a text are no part of its type: checks hold to them, if anything does. */
  private static Column unlabelled(Column column) {
    return column.type() instanceof SqlType.TextEnum(var _, int length)
        ? column.withType(new SqlType.Varchar(Optional.of(length), Optional.empty()))
        : column;
  }

  private static Table anonymous(Table table) {
    return sorted(table)
        .withConstraints(
            table.constraints().stream().map(it -> it.withName(Optional.empty())).toList())
        .withIndexes(table.indexes().stream().map(it -> it.withName(Optional.empty())).toList());
  }

  /** What the result lacks of the wanted schema; names the wanted schema leaves open are free. */
  static List<String> differences(Schema result, Schema wanted) {
    List<String> found = new ArrayList<>();
    compare("tables", result.tables().keySet(), wanted.tables().keySet(), found);
    compare("enums", result.enums(), wanted.enums(), found);
    compare("sequences", result.sequences(), wanted.sequences(), found);
    compare("namespaces", result.namespaces(), wanted.namespaces(), found);
    compare("objects", result.objects(), wanted.objects(), found);
    for (Table table : wanted.tables().values()) {
      Optional<Table> other = result.table(table.name());
      if (other.isEmpty()) {
        continue;
      }
      compare("table " + table.name(), anonymous(other.orElseThrow()), anonymous(table), found);
      Table named = DefaultNames.postgresql().named(other.orElseThrow());
      for (Constraint it : table.constraints()) {
        if (it.name().isPresent() && named.constraint(it.name().orElseThrow()).isEmpty()) {
          found.add("table " + table.name() + " lacks constraint " + it.name().orElseThrow());
        }
      }
      for (Index it : table.indexes()) {
        if (it.name().isPresent() && named.index(it.name().orElseThrow()).isEmpty()) {
          found.add("table " + table.name() + " lacks index " + it.name().orElseThrow());
        }
      }
    }
    return found;
  }

  private static void compare(String what, Object result, Object wanted, List<String> found) {
    if (!result.equals(wanted)) {
      found.add(what + ":\n    is     " + result + "\n    wanted " + wanted);
    }
  }
}
