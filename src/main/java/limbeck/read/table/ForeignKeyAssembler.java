package limbeck.read.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.value.Constants;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/** Finds the tables and columns that foreign keys refer to. */
final class ForeignKeyAssembler {
  private final TableSet tables;
  private final ProblemLog problems;
  private final boolean targetsRequired;

  /**
   * Prepares to resolve.
   *
   * @param targetsRequired whether a missing target is a problem, as it is in models
   */
  ForeignKeyAssembler(TableSet tables, ProblemLog problems, boolean targetsRequired) {
    this.tables = tables;
    this.problems = problems;
    this.targetsRequired = targetsRequired;
  }

  /**
   * Where one column of a foreign key points.
   *
   * @param table the referenced table
   * @param column the referenced column
   * @param draft the column itself, when its table is known
   */
  record Target(TableName table, ColumnName column, Optional<TableSet.Located> draft) {}

  /** Returns the targets of a key in order; empty when one cannot be told. */
  Optional<List<Target>> targets(
      TableDraft table, ConstraintDraft.ForeignKey key, List<ColumnDraft> columns) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < key.targets().size(); i++) {
      String own = i < columns.size() ? columns.get(i).columnKey() : "";
      Optional<Target> target = target(table, key, key.targets().get(i), own);
      if (target.isEmpty()) {
        return Optional.empty();
      }
      targets.add(target.get());
    }
    return Optional.of(targets);
  }

  private Optional<Target> target(
      TableDraft table, ConstraintDraft.ForeignKey key, Value value, String ownKey) {
    List<TableSet.Located> located = tables.columns(value);
    if (!located.isEmpty()) {
      TableSet.Located found = located.getFirst();
      return Optional.of(
          new Target(
              found.table().name(),
              new ColumnName(found.column().columnName()),
              Optional.of(found)));
    }
    Optional<String> text = Constants.text(value);
    if (text.isEmpty()) {
      problems.add(
          "a foreign key of "
              + table.name()
              + " refers to something that is not understood: "
              + Constants.describe(value),
          "a foreign key of " + table.name(),
          value instanceof Value.Unknown(String _, var place) ? place : key.at());
      return Optional.empty();
    }
    return parse(table, key, text.get(), ownKey);
  }

  /** Reads {@code schema.table.column}; the schema defaults to the MetaData's. */
  private Optional<Target> parse(
      TableDraft table, ConstraintDraft.ForeignKey key, String text, String ownKey) {
    List<String> parts = List.of(text.split("\\.", -1));
    String columnKey = parts.size() == 1 ? ownKey : parts.getLast();
    String tableName = parts.size() == 1 ? parts.getFirst() : parts.get(parts.size() - 2);
    if (tableName.isEmpty() || columnKey.isEmpty()) {
      problems.add(
          "the foreign key target '" + text + "' is not of the form table.column",
          "a foreign key of " + table.name(),
          key.at());
      return Optional.empty();
    }
    Optional<String> schema =
        parts.size() > 2
            ? Optional.of(String.join(".", parts.subList(0, parts.size() - 2)))
            : table.owner().schema();
    TableName name = new TableName(schema, tableName);
    Optional<TableDraft> target = tables.table(name);
    Optional<ColumnDraft> column =
        target.flatMap(it -> key.linkToName() ? it.columnNamed(columnKey) : it.column(columnKey));
    if (column.isEmpty() && targetsRequired) {
      problems.add(
          "the foreign key target "
              + text
              + " of "
              + table.name()
              + (target.isEmpty()
                  ? " is a table that was not found"
                  : " is a column that the table does not have"),
          "a foreign key of " + table.name(),
          key.at());
    }
    return Optional.of(
        new Target(
            name,
            new ColumnName(column.map(ColumnDraft::columnName).orElse(columnKey)),
            column.map(it -> new TableSet.Located(target.get(), it))));
  }
}
