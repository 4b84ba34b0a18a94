package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** ALTER TABLE with one or more actions. */
final class AlterTable {
  private final SqlCursor cursor;
  private final Schema before;
  private final String statement;
  private final List<Operation> operations = new ArrayList<>();
  private final TableName table;

  private AlterTable(SqlCursor cursor, Schema before, String statement, TableName table) {
    this.cursor = cursor;
    this.before = before;
    this.statement = statement;
    this.table = table;
  }

  static List<Operation> read(SqlCursor cursor, Schema before, String statement) {
    cursor.accept("if", "exists");
    cursor.accept("only");
    AlterTable reading = new AlterTable(cursor, before, statement, cursor.qualified());
    do {
      reading.action();
    } while (cursor.accept(","));
    cursor.requireEnd();
    return reading.operations;
  }

  private void action() {
    if (cursor.accept("add")) {
      add();
    } else if (cursor.accept("drop")) {
      drop();
    } else if (cursor.accept("alter")) {
      cursor.accept("column");
      alterColumn();
    } else if (cursor.accept("rename")) {
      rename();
    } else if (cursor.accept("validate", "constraint")) {
      operations.add(
          new ConstraintOperation.ValidateConstraint(table, new ConstraintName(cursor.name())));
    } else if (cursor.accept("set", "schema")) {
      operations.add(
          new TableOperation.RenameTable(
              table, new TableName(Optional.of(cursor.name()), table.name())));
    } else if (isOutsideTheSchema()) {
      cursor.skipRest();
      operations.add(
          new DataOperation.ExecuteSql(
              new SqlText(statement), new TreeSet<>(), new TreeSet<>(Set.of(table))));
    } else {
      throw new NotUnderstood("this action of ALTER TABLE is not read");
    }
  }

  /** Owners, storage, security and the like are no part of the schema here. */
  private boolean isOutsideTheSchema() {
    return cursor.isAt("owner", "to")
        || cursor.isAt("enable", "row")
        || cursor.isAt("disable", "row")
        || cursor.isAt("force", "row")
        || cursor.isAt("enable", "trigger")
        || cursor.isAt("disable", "trigger")
        || cursor.isAt("set", "(")
        || cursor.isAt("reset", "(")
        || cursor.isAt("replica", "identity")
        || cursor.isAt("cluster", "on")
        || cursor.isAt("set", "without")
        || cursor.isAt("set", "logged")
        || cursor.isAt("set", "unlogged")
        || cursor.isAt("set", "tablespace");
  }

  private void add() {
    if (ConstraintClauses.isAtConstraint(cursor)) {
      addConstraint();
      return;
    }
    cursor.accept("column");
    boolean ifNotExists = cursor.accept("if", "not", "exists");
    ColumnClauses.Read read = ColumnClauses.read(cursor);
    operations.add(new ColumnOperation.AddColumn(table, read.column(), ifNotExists));
    read.constraints()
        .forEach(
            it ->
                operations.add(new ConstraintOperation.AddConstraint(table, it, Optional.empty())));
  }

  private void addConstraint() {
    SqlCursor ahead = new SqlCursor(statement);
    Optional<Operation> usingIndex = usingIndex(ahead);
    if (usingIndex.isPresent()) {
      cursor.skipRest();
      operations.add(usingIndex.get());
      return;
    }
    operations.add(
        new ConstraintOperation.AddConstraint(
            table, ConstraintClauses.read(cursor), Optional.empty()));
  }

  /** {@code ADD CONSTRAINT n UNIQUE USING INDEX i}, alone in its statement. */
  private Optional<Operation> usingIndex(SqlCursor ahead) {
    ahead.require("alter", "table");
    ahead.accept("if", "exists");
    ahead.accept("only");
    ahead.qualified();
    if (!ahead.accept("add", "constraint")) {
      return Optional.empty();
    }
    ConstraintName name = new ConstraintName(ahead.name());
    boolean primary = ahead.accept("primary", "key");
    if ((!primary && !ahead.accept("unique")) || !ahead.accept("using", "index")) {
      return Optional.empty();
    }
    IndexName index = new IndexName(ahead.name());
    List<ColumnName> columns =
        before
            .table(table)
            .flatMap(it -> it.index(index))
            .map(Index::elements)
            .orElse(List.of())
            .stream()
            .map(IndexElement::column)
            .flatMap(Optional::stream)
            .toList();
    if (columns.isEmpty()) {
      throw new NotUnderstood("no index " + index + " is known on " + table);
    }
    Constraint constraint =
        primary
            ? new Constraint.PrimaryKey(Optional.of(name), columns, Deferral.NOT_DEFERRABLE)
            : new Constraint.Unique(
                Optional.of(name), columns, List.of(), false, Deferral.NOT_DEFERRABLE);
    return Optional.of(
        new ConstraintOperation.AddConstraint(table, constraint, Optional.of(index)));
  }

  private void drop() {
    if (cursor.accept("constraint")) {
      boolean ifExists = cursor.accept("if", "exists");
      ConstraintName name = new ConstraintName(cursor.name());
      operations.add(
          new ConstraintOperation.DropConstraint(
              table, name, Optional.empty(), ifExists, cursor.cascade()));
      return;
    }
    cursor.accept("column");
    boolean ifExists = cursor.accept("if", "exists");
    ColumnName name = new ColumnName(cursor.name());
    cursor.cascade();
    operations.add(new ColumnOperation.DropColumn(table, name, ifExists));
  }

  private void rename() {
    if (cursor.accept("to")) {
      operations.add(
          new TableOperation.RenameTable(table, new TableName(table.schema(), cursor.name())));
    } else if (cursor.accept("constraint")) {
      ConstraintName from = new ConstraintName(cursor.name());
      cursor.require("to");
      operations.add(
          new ConstraintOperation.RenameConstraint(table, from, new ConstraintName(cursor.name())));
    } else {
      cursor.accept("column");
      ColumnName from = new ColumnName(cursor.name());
      cursor.require("to");
      change(from, new ColumnChange.Rename(new ColumnName(cursor.name())));
    }
  }

  private void change(ColumnName column, ColumnChange change) {
    operations.add(new ColumnOperation.AlterColumn(table, column, List.of(change)));
  }

  private void alterColumn() {
    ColumnName name = new ColumnName(cursor.name());
    Optional<Column> known = before.table(table).flatMap((Table it) -> it.column(name));
    if (cursor.accept("set", "not", "null")) {
      change(name, new ColumnChange.SetNullable(false));
    } else if (cursor.accept("drop", "not", "null")) {
      change(name, new ColumnChange.SetNullable(true));
    } else if (cursor.accept("set", "default")) {
      change(
          name,
          new ColumnChange.SetDefault(
              known.flatMap(Column::serverDefault),
              Optional.of(ColumnClauses.expression(cursor.expression(List.of())))));
    } else if (cursor.accept("drop", "default")) {
      change(
          name,
          new ColumnChange.SetDefault(known.flatMap(Column::serverDefault), Optional.empty()));
    } else if (cursor.accept("type") || cursor.accept("set", "data", "type")) {
      SqlTypes.Read type = SqlTypes.read(cursor);
      Optional<SqlText> using =
          cursor.accept("using")
              ? Optional.of(new SqlText(cursor.expression(List.of())))
              : Optional.empty();
      change(name, new ColumnChange.SetType(known.map(Column::type), type.type(), using));
    } else if (cursor.accept("add", "generated")) {
      change(
          name,
          new ColumnChange.SetGeneration(
              Optional.empty(), Optional.of(ColumnClauses.generated(cursor))));
    } else if (cursor.accept("drop", "identity")) {
      cursor.accept("if", "exists");
      change(
          name,
          new ColumnChange.SetGeneration(known.flatMap(Column::generation), Optional.empty()));
    } else {
      throw new NotUnderstood("this change of column " + name + " is not read");
    }
  }
}
