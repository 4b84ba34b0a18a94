package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.IndexOperation;
import limbeck.python.value.Value;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.GenerationReader;
import limbeck.read.table.ServerDefaults;
import limbeck.read.table.TableAssembler;
import limbeck.read.table.TableDraft;
import limbeck.read.type.TypeReading;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** {@code add_column}, {@code drop_column} and {@code alter_column}. */
final class ColumnDirectives {
  private final ScriptObjects objects;
  private final EnumUses enums;
  private final StepRecorder steps;

  ColumnDirectives(ScriptObjects objects, EnumUses enums, StepRecorder steps) {
    this.objects = objects;
    this.enums = enums;
    this.steps = steps;
  }

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    switch (directive.name()) {
      case "add_column" -> add(directive);
      case "drop_column" -> drop(directive);
      case "alter_column" -> alter(directive);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void add(Directive directive) {
    Arguments arguments = directive.bound(List.of("table_name", "column"), "table_name");
    Optional<TableName> table = directive.table(arguments, "table_name");
    Optional<Value> value = arguments.value("column");
    if (table.isEmpty() || value.isEmpty()) {
      return;
    }
    Optional<ColumnDraft> column = objects.column(value.get(), table.get());
    if (column.isEmpty() || column.get().columnName().isEmpty()) {
      arguments.report("column", value.get());
      return;
    }
    TableDraft draft = objects.table(table.get(), directive.at());
    draft.add(column.get());
    TableAssembler.Assembled assembled = objects.assemble(draft);
    Column added = assembled.table().columns().getFirst();
    enums.ofColumn(assembled.enums(), directive.at());
    steps.add(
        new ColumnOperation.AddColumn(table.get(), added, arguments.isTrue("if_not_exists")),
        directive.at());
    if (directive.batch().isPresent()) {
      place(arguments, added.name());
    }
    // A column added with primary_key=True alone does not join the table's key.
    boolean key = arguments.isTrue("inline_primary_key");
    for (Constraint constraint : assembled.table().constraints()) {
      if (key || !(constraint instanceof Constraint.PrimaryKey)) {
        steps.add(
            new ConstraintOperation.AddConstraint(table.get(), constraint, Optional.empty()),
            directive.at());
      }
    }
    for (Index index : assembled.table().indexes()) {
      steps.add(new IndexOperation.CreateIndex(table.get(), index, false, false), directive.at());
    }
  }

  private void place(Arguments arguments, ColumnName column) {
    Optional<ColumnName> before = arguments.text("insert_before").map(ColumnName::new);
    Optional<ColumnName> after = arguments.text("insert_after").map(ColumnName::new);
    if (before.isPresent() || after.isPresent()) {
      steps.places().put(column, new BatchOrder.Place(before, after));
    }
  }

  private void drop(Directive directive) {
    Arguments arguments = directive.bound(List.of("table_name", "column_name"), "table_name");
    Optional<TableName> table = directive.table(arguments, "table_name");
    Optional<String> column = arguments.text("column_name");
    if (table.isPresent() && column.isPresent()) {
      steps.add(
          new ColumnOperation.DropColumn(
              table.get(), new ColumnName(column.get()), arguments.isTrue("if_exists")),
          directive.at());
    }
  }

  private void alter(Directive directive) {
    Arguments arguments = directive.bound(List.of("table_name", "column_name"), "table_name");
    Optional<TableName> table = directive.table(arguments, "table_name");
    Optional<String> name = arguments.text("column_name");
    if (table.isEmpty() || name.isEmpty()) {
      return;
    }
    ColumnName column = new ColumnName(name.get());
    Optional<Column> known = steps.schema().table(table.get()).flatMap(it -> it.column(column));
    List<ColumnChange> changes = new ArrayList<>();
    List<TypeReading.EnumUse> uses = new ArrayList<>();
    type(arguments, table.get(), column, known, uses).ifPresent(changes::add);
    arguments.flag("nullable").ifPresent(it -> changes.add(new ColumnChange.SetNullable(it)));
    serverDefault(arguments, table.get(), column, known).ifPresent(changes::add);
    arguments
        .flag("autoincrement")
        .ifPresent(it -> changes.add(new ColumnChange.SetAutoincrement(it)));
    comment(arguments, known).ifPresent(changes::add);
    arguments
        .text("new_column_name")
        .or(() -> arguments.text("name"))
        .filter(it -> !it.equals(name.get()))
        .ifPresent(it -> changes.add(new ColumnChange.Rename(new ColumnName(it))));
    if (!changes.isEmpty()) {
      enums.ofColumn(uses, directive.at());
      steps.add(new ColumnOperation.AlterColumn(table.get(), column, changes), directive.at());
      enums.forget(uses, directive.at());
    }
  }

  private Optional<ColumnChange> type(
      Arguments arguments,
      TableName table,
      ColumnName column,
      Optional<Column> known,
      List<TypeReading.EnumUse> uses) {
    Optional<Value> value = arguments.value("type_");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    TypeReading reading = objects.type(value.get(), table, column.text(), arguments.at());
    uses.addAll(reading.enums());
    SqlType to = reading.type();
    Optional<SqlType> from =
        known
            .map(Column::type)
            .or(
                () ->
                    arguments
                        .value("existing_type")
                        .map(it -> objects.type(it, table, column.text(), arguments.at()).type()));
    return Optional.of(
        new ColumnChange.SetType(from, to, arguments.text("postgresql_using").map(SqlText::new)));
  }

  private Optional<ColumnChange> serverDefault(
      Arguments arguments, TableName table, ColumnName column, Optional<Column> known) {
    Value value = arguments.keywords().get("server_default");
    if (value == null || isFalse(value)) {
      return Optional.empty();
    }
    TableDraft draft = objects.known(table, steps.schema(), arguments.at());
    ExpressionCompiler expressions = objects.expressions(draft);
    String subject = table + "." + column;
    Optional<Generation> generated =
        new GenerationReader(objects.context(), expressions, objects.types())
            .generation(value, subject);
    Optional<Generation> generatedBefore = known.flatMap(Column::generation);
    boolean dropsIdentity = Constants.isNone(value) && generatedBefore.isPresent();
    if (generated.isPresent() || dropsIdentity) {
      return Optional.of(new ColumnChange.SetGeneration(generatedBefore, generated));
    }
    ServerDefaults defaults = new ServerDefaults(objects.context(), expressions);
    Optional<Default> from =
        known.isPresent()
            ? known.get().serverDefault()
            : arguments
                .value("existing_server_default")
                .filter(it -> !(it instanceof Value.Bool))
                .map(it -> defaults.read(it, arguments.at()));
    Optional<Default> to =
        Constants.isNone(value)
            ? Optional.empty()
            : Optional.of(defaults.read(value, arguments.at()));
    if (to.orElse(new Default.Now()) instanceof Default.Unknown(String reason)) {
      objects
          .context()
          .problems()
          .addMarked(
              "the server default of " + subject + " is not understood: " + reason,
              "server default of " + subject,
              arguments.at());
    }
    return Optional.of(new ColumnChange.SetDefault(from, to));
  }

  private static Optional<ColumnChange> comment(Arguments arguments, Optional<Column> known) {
    Value value = arguments.keywords().get("comment");
    if (value == null || isFalse(value)) {
      return Optional.empty();
    }
    Optional<String> before =
        known.isPresent() ? known.get().comment() : arguments.text("existing_comment");
    return Optional.of(new ColumnChange.SetComment(before, arguments.text("comment")));
  }

  /** False says that nothing changes. */
  private static boolean isFalse(Value value) {
    return value instanceof Value.Bool(boolean flag) && !flag;
  }
}
