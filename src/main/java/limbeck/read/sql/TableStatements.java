package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** CREATE and DROP TABLE, and the comment of a table. */
final class TableStatements {
  private TableStatements() {}

  static List<Operation> create(SqlCursor cursor) {
    boolean ifNotExists = cursor.accept("if", "not", "exists");
    TableName name = cursor.qualified();
    cursor.require("(");
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    do {
      if (ConstraintClauses.isAtConstraint(cursor)) {
        constraints.add(ConstraintClauses.read(cursor));
      } else {
        ColumnClauses.Read read = ColumnClauses.read(cursor);
        columns.add(read.column());
        constraints.addAll(read.constraints());
      }
    } while (cursor.accept(","));
    cursor.require(")");
    cursor.requireEnd();
    List<Column> keyed =
        columns.stream().map(it -> isKey(it, constraints) ? it.withNullable(false) : it).toList();
    return List.of(
        new TableOperation.CreateTable(
            new Table(name, keyed, constraints, List.of(), Optional.empty(), new TreeMap<>()),
            ifNotExists));
  }

  private static boolean isKey(Column column, List<Constraint> constraints) {
    return constraints.stream()
        .anyMatch(
            it -> it instanceof Constraint.PrimaryKey key && key.columns().contains(column.name()));
  }

  static List<Operation> drop(SqlCursor cursor) {
    boolean ifExists = cursor.accept("if", "exists");
    List<TableName> names = new ArrayList<>();
    do {
      names.add(cursor.qualified());
    } while (cursor.accept(","));
    boolean cascade = cursor.cascade();
    cursor.requireEnd();
    return names.stream()
        .<Operation>map(it -> new TableOperation.DropTable(it, ifExists, cascade))
        .toList();
  }

  static List<Operation> comment(SqlCursor cursor, Schema before) {
    TableName name = cursor.qualified();
    cursor.require("is");
    Optional<String> text = cursor.accept("null") ? Optional.empty() : Optional.of(cursor.string());
    cursor.requireEnd();
    return List.of(
        new TableOperation.SetTableComment(name, before.table(name).flatMap(Table::comment), text));
  }
}
