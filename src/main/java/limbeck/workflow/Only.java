package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.Dependents;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import limbeck.text.ToolFailure;

/** Narrows what is wanted to some tables and columns; everything else stays as it is. */
final class Only {
  private final Schema before;
  private final Schema wanted;
  private final SortedMap<TableName, Table> tables;
  private final SortedMap<TypeName, EnumType> enums;

  private Only(Schema before, Schema wanted) {
    this.before = before;
    this.wanted = wanted;
    this.tables = new TreeMap<>(before.tables());
    this.enums = new TreeMap<>(before.enums());
  }

  /**
   * Returns the schema before with the named parts as they are wanted.
   *
   * @param names each {@code table} or {@code table.column}; of a rename, both names
   * @throws ToolFailure when a name is unknown, or a part cannot be without another one
   */
  static Schema of(Schema before, Schema wanted, List<String> names) {
    Only only = new Only(before, wanted);
    names.forEach(only::take);
    Schema result =
        new Schema(
            only.tables, only.enums, wanted.sequences(), wanted.namespaces(), wanted.objects());
    only.requireTargets(result);
    return result;
  }

  private void take(String name) {
    Optional<TableName> table = table(name);
    if (table.isPresent()) {
      take(table.orElseThrow());
      return;
    }
    int dot = name.lastIndexOf('.');
    Optional<TableName> holder = dot <= 0 ? Optional.empty() : table(name.substring(0, dot));
    ColumnName column = new ColumnName(dot <= 0 ? name : name.substring(dot + 1));
    boolean known =
        holder.isPresent()
            && List.of(before, wanted).stream()
                .anyMatch(
                    it ->
                        it.table(holder.orElseThrow()).flatMap(t -> t.column(column)).isPresent());
    if (!known) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "--only " + name + " names nothing before or after",
          "name a table, or a column as table.column");
    }
    if (tables.containsKey(holder.orElseThrow())
        && wanted.table(holder.orElseThrow()).isPresent()) {
      take(holder.orElseThrow(), column);
    } else {
      take(holder.orElseThrow());
    }
  }

  private Optional<TableName> table(String text) {
    Set<TableName> all = new HashSet<>(before.tables().keySet());
    all.addAll(wanted.tables().keySet());
    return all.stream().filter(it -> it.toString().equals(text)).findFirst();
  }

  private void take(TableName name) {
    Optional<Table> table = wanted.table(name);
    if (table.isEmpty()) {
      tables.remove(name);
    } else {
      tables.put(name, table.orElseThrow());
      table.orElseThrow().columns().forEach(this::takeTypes);
    }
    dropUnusedTypes();
  }

  private void take(TableName name, ColumnName column) {
    Table present = Objects.requireNonNull(tables.get(name));
    Table goal = wanted.table(name).orElseThrow();
    List<Column> columns = new ArrayList<>();
    for (Column it : present.columns()) {
      if (!it.name().equals(column)) {
        columns.add(it);
      } else {
        goal.column(column).ifPresent(columns::add);
      }
    }
    if (present.column(column).isEmpty()) {
      goal.column(column).ifPresent(columns::add);
    }
    goal.column(column).ifPresent(this::takeTypes);
    List<Constraint> constraints = new ArrayList<>();
    present.constraints().stream()
        .filter(it -> !Dependents.uses(it, column))
        .forEach(constraints::add);
    goal.constraints().stream().filter(it -> Dependents.uses(it, column)).forEach(constraints::add);
    List<Index> indexes = new ArrayList<>();
    present.indexes().stream().filter(it -> !Dependents.uses(it, column)).forEach(indexes::add);
    goal.indexes().stream().filter(it -> Dependents.uses(it, column)).forEach(indexes::add);
    tables.put(
        name, present.withColumns(columns).withConstraints(constraints).withIndexes(indexes));
    dropUnusedTypes();
  }

  private void takeTypes(Column column) {
    Dependents.enumsOf(column.type())
        .forEach(it -> wanted.enumType(it).ifPresent(type -> enums.put(it, type)));
  }

  /** A type that is not wanted goes with its last column. */
  private void dropUnusedTypes() {
    Set<TypeName> used = new HashSet<>();
    tables
        .values()
        .forEach(
            table -> table.columns().forEach(it -> used.addAll(Dependents.enumsOf(it.type()))));
    enums.keySet().removeIf(it -> wanted.enumType(it).isEmpty() && !used.contains(it));
  }

  private void requireTargets(Schema result) {
    for (Table table : result.tables().values()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean missing =
            result.table(key.target()).isEmpty()
                || key.targetColumns().stream()
                    .anyMatch(it -> result.table(key.target()).orElseThrow().column(it).isEmpty());
        if (missing) {
          throw new ToolFailure(
              ToolFailure.Code.USAGE,
              "--only leaves out what " + table.name() + " refers to: " + key.target(),
              "add --only " + key.target());
        }
      }
    }
  }
}
