package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** {@code COMMENT ON}; only comments of tables and columns have a place in a schema. */
final class CommentForm {
  private CommentForm() {}

  /** Reads what follows {@code COMMENT}. */
  static List<Operation> read(Reading reading) {
    Cursor cursor = reading.cursor();
    cursor.expect("on");
    if (cursor.accept("table")) {
      return ofTable(reading);
    }
    if (cursor.accept("column")) {
      return ofColumn(reading);
    }
    return reading.asItStands();
  }

  private static List<Operation> ofTable(Reading reading) {
    TableName table = reading.tableName();
    Optional<String> comment = comment(reading.cursor());
    Optional<String> before = reading.table(table).flatMap(Table::comment);
    return reading.isTemporary(table)
        ? reading.asItStands()
        : List.of(new TableOperation.SetTableComment(table, before, comment));
  }

  private static List<Operation> ofColumn(Reading reading) {
    QualifiedName column = reading.cursor().qualifiedName("a column");
    if (column.schema().isEmpty()) {
      throw new NotUnderstood("column " + column + " is named without its table");
    }
    List<String> parts = new ArrayList<>(column.qualifier());
    parts.add(column.schema().orElseThrow());
    QualifiedName stated = QualifiedName.of(parts);
    TableName table = stated.table(reading.before());
    Optional<String> comment = comment(reading.cursor());
    ColumnName name = new ColumnName(column.name());
    Optional<Table> owner = reading.table(table);
    boolean unconcerned = reading.isTemporary(table) || (owner.isEmpty() && reading.isView(stated));
    if (unconcerned) {
      return reading.asItStands();
    }
    Optional<String> before = owner.flatMap(it -> it.column(name)).flatMap(Column::comment);
    return List.of(
        new ColumnOperation.AlterColumn(
            table, name, List.of(new ColumnChange.SetComment(before, comment))));
  }

  /** An empty comment is none. */
  private static Optional<String> comment(Cursor cursor) {
    cursor.expect("is");
    Optional<String> comment =
        cursor.accept("null") ? Optional.empty() : Optional.of(cursor.string("a comment"));
    cursor.expectEnd();
    return comment.filter(it -> !it.isEmpty());
  }
}
