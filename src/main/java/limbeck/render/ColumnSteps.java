package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** Changes of a column as {@code alter_column}, and as SQL where that directive cannot say them. */
final class ColumnSteps {
  private final RenderOptions options;
  private final TypeCode types;
  private final ColumnCode columns;

  ColumnSteps(RenderOptions options, TypeCode types, ColumnCode columns) {
    this.options = options;
    this.types = types;
    this.columns = columns;
  }

  /** Returns the statements of a change, in the order of its parts. */
  List<Code> alter(AlterColumn operation, Schema before, boolean batch) {
    List<Code> result = new ArrayList<>();
    Schema schema = before;
    ColumnName name = operation.column();
    for (List<ColumnChange> group : groups(operation.changes())) {
      AlterColumn part = new AlterColumn(operation.table(), name, group);
      if (canSay(group.getFirst())) {
        result.add(directive(part, schema, batch));
      } else {
        options.spelling().statements(part, schema).forEach(it -> result.add(execute(it.text())));
      }
      schema = Apply.after(part, schema);
      if (group.getLast() instanceof ColumnChange.Rename(ColumnName to)) {
        name = to;
      }
    }
    return result;
  }

  static Code execute(String sql) {
    return Code.call("op.execute", SqlInPython.statement(sql));
  }

  /** Alembic carries out the parts of one call in a fixed order; another order takes more calls. */
  private List<List<ColumnChange>> groups(List<ColumnChange> changes) {
    List<List<ColumnChange>> groups = new ArrayList<>();
    int last = Integer.MAX_VALUE;
    for (ColumnChange change : changes) {
      int rank = rank(change);
      if (rank <= last || !canSay(change) || !canSay(groups.getLast().getFirst())) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(change);
      last = rank;
    }
    return groups;
  }

  private static int rank(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType _ -> 0;
      case ColumnChange.SetNullable _ -> 1;
      case ColumnChange.SetDefault _ -> 2;
      case ColumnChange.SetGeneration _ -> 3;
      case ColumnChange.SetAutoincrement _ -> 4;
      case ColumnChange.SetComment _ -> 5;
      case ColumnChange.Rename _ -> 6;
    };
  }

  /**
   * Alembic's own handling of identity chooses the wrong clause, so SQL says it; and only MySQL's
   * columns begin to count by a directive.
   */
  private boolean canSay(ColumnChange change) {
    return !(change instanceof ColumnChange.SetGeneration)
        && (writesAnew() || !(change instanceof ColumnChange.SetAutoincrement));
  }

  private Code directive(AlterColumn operation, Schema before, boolean batch) {
    TableName table = operation.table();
    Optional<Column> column = before.table(table).flatMap(it -> it.column(operation.column()));
    List<Code> arguments = new ArrayList<>();
    if (!batch) {
      arguments.add(Code.string(table.name()));
    }
    arguments.add(Code.string(operation.column().text()));
    existingType(operation, column)
        .ifPresent(it -> add(arguments, "existing_type", types.type(it, before)));
    operation.changes().forEach(it -> change(it, before, arguments));
    addExisting(operation, column, arguments);
    if (!batch) {
      table.schema().ifPresent(it -> add(arguments, "schema", Code.string(it)));
    }
    return Code.call((batch ? "batch_op." : "op.") + "alter_column", arguments);
  }

  private Optional<SqlType> existingType(AlterColumn operation, Optional<Column> column) {
    boolean onlyRenamed =
        !writesAnew()
            && operation.changes().size() == 1
            && operation.changes().getFirst() instanceof ColumnChange.Rename;
    return operation.changes().stream()
        .filter(ColumnChange.SetType.class::isInstance)
        .flatMap(it -> ((ColumnChange.SetType) it).from().stream())
        .findFirst()
        .or(() -> onlyRenamed ? Optional.empty() : column.map(Column::type))
        .filter(it -> !(it instanceof SqlType.Unknown));
  }

  private void change(ColumnChange change, Schema before, List<Code> arguments) {
    switch (change) {
      case ColumnChange.SetType it -> {
        add(arguments, "type_", types.type(it.to(), before));
        it.using()
            .filter(_ -> options.dialect() == DialectName.POSTGRESQL)
            .ifPresent(sql -> add(arguments, "postgresql_using", Code.string(sql.text())));
      }
      case ColumnChange.SetNullable it -> add(arguments, "nullable", Code.bool(it.nullable()));
      case ColumnChange.SetDefault it ->
          add(
              arguments,
              "server_default",
              it.to().map(columns::value).orElseGet(() -> Code.atom("None")));
      case ColumnChange.SetComment it -> {
        add(arguments, "comment", text(it.to()));
        it.from().ifPresent(old -> add(arguments, "existing_comment", Code.string(old)));
      }
      case ColumnChange.Rename it -> add(arguments, "new_column_name", Code.string(it.to().text()));
      case ColumnChange.SetAutoincrement it ->
          add(arguments, "autoincrement", Code.bool(it.autoincrement()));
      case ColumnChange.SetGeneration _ -> throw new IllegalStateException("said in SQL");
    }
  }

  private static Code text(Optional<String> text) {
    return text.map(Code::string).orElseGet(() -> Code.atom("None"));
  }

  /** MySQL writes the whole column anew, and loses what is not repeated. */
  private boolean writesAnew() {
    return options.dialect() == DialectName.MYSQL || options.dialect() == DialectName.MARIADB;
  }

  private void addExisting(AlterColumn operation, Optional<Column> found, List<Code> arguments) {
    boolean writesAnew = writesAnew();
    if (found.isEmpty()) {
      return;
    }
    Column column = found.get();
    boolean retyped = has(operation, ColumnChange.SetType.class);
    if ((writesAnew || retyped) && !has(operation, ColumnChange.SetNullable.class)) {
      add(arguments, "existing_nullable", Code.bool(column.nullable()));
    }
    if (writesAnew && !has(operation, ColumnChange.SetDefault.class)) {
      column
          .serverDefault()
          .ifPresent(it -> add(arguments, "existing_server_default", columns.value(it)));
    }
    if (writesAnew && !has(operation, ColumnChange.SetComment.class)) {
      column.comment().ifPresent(it -> add(arguments, "existing_comment", Code.string(it)));
    }
    if (writesAnew
        && column.autoincrement()
        && !has(operation, ColumnChange.SetAutoincrement.class)) {
      add(arguments, "existing_autoincrement", Code.bool(true));
    }
  }

  private static boolean has(AlterColumn operation, Class<? extends ColumnChange> kind) {
    return operation.changes().stream().anyMatch(kind::isInstance);
  }

  private static void add(List<Code> arguments, String name, Code value) {
    arguments.add(new Code.Named(name, value));
  }
}
