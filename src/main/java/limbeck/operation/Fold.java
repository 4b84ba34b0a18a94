package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** The schema in the course of a fold, with the problems met so far; never leaves the package. */
final class Fold {
  private final DefaultNames names;
  private final List<String> problems = new ArrayList<>();
  private Schema schema;

  Fold(Schema schema, DefaultNames names) {
    this.schema = schema;
    this.names = names;
  }

  Schema schema() {
    return schema;
  }

  DefaultNames names() {
    return names;
  }

  void set(Schema other) {
    schema = other;
  }

  void problem(String what) {
    problems.add(what);
  }

  /** Changes one table, or reports that there is none of that name. */
  boolean change(TableName name, UnaryOperator<Table> change) {
    if (schema.table(name).isEmpty()) {
      problem("there is no table " + name);
      return false;
    }
    schema = schema.mapTable(name, it -> keepingNames(it, change.apply(it)));
    return true;
  }

  /** Changes every table; the function returns those it has nothing to change in as they are. */
  void changeAll(UnaryOperator<Table> change) {
    SortedMap<TableName, Table> changed = new TreeMap<>();
    for (Table table : schema.tables().values()) {
      Table after = change.apply(table);
      changed.put(after.name(), after);
    }
    schema = schema.withTables(changed);
  }

  /**
   * Returns the table after a change of its constraints and indexes, where what stays unnamed keeps
   * the name the database gave it even though its number would be another one now.
   */
  Table keepingNames(Table before, Table after) {
    boolean allNamed =
        after.constraints().stream().allMatch(it -> it.name().isPresent())
            && after.indexes().stream().allMatch(it -> it.name().isPresent());
    if (allNamed || !names.inDatabase()) {
      return after;
    }
    return after
        .withConstraints(
            after.constraints().stream()
                .map(
                    it ->
                        before.constraints().contains(it)
                                && !names.nameOf(it, before).equals(names.nameOf(it, after))
                            ? it.withName(names.nameOf(it, before))
                            : it)
                .toList())
        .withIndexes(
            after.indexes().stream()
                .map(
                    it ->
                        before.indexes().contains(it)
                                && !names.nameOf(it, before).equals(names.nameOf(it, after))
                            ? it.withName(names.nameOf(it, before))
                            : it)
                .toList());
  }

  ApplyResult result() {
    return new ApplyResult(schema, problems);
  }
}
