package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.TypeOperation;
import limbeck.python.value.Value;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.ColumnName;
import limbeck.schema.EnumType;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * {@code op.sync_enum_values} of alembic-postgresql-enum: the type is renamed away, made anew with
 * the labels given, the columns are moved to it, and the old one is dropped.
 */
final class SyncEnumValues {
  private static final String DEFAULT_SCHEMA = "public";

  private final StepRecorder steps;

  SyncEnumValues(StepRecorder steps) {
    this.steps = steps;
  }

  /** Carries the directive out; false when it is another one. */
  boolean run(Directive directive) {
    if (!directive.name().equals("sync_enum_values")) {
      return false;
    }
    Arguments arguments =
        directive
            .arguments()
            .bound(
                List.of(
                    "enum_schema",
                    "enum_name",
                    "new_values",
                    "affected_columns",
                    "enum_values_to_rename"));
    Optional<String> name = arguments.text("enum_name");
    Optional<List<String>> labels = arguments.texts("new_values");
    Optional<List<Value>> columns = arguments.value("affected_columns").flatMap(Constants::items);
    if (name.isEmpty() || labels.isEmpty() || columns.isEmpty()) {
      return true;
    }
    Optional<String> stated =
        arguments.text(arguments.has("enum_schema") ? "enum_schema" : "schema");
    TypeName type = new TypeName(stated.filter(it -> !it.equals(DEFAULT_SCHEMA)), name.get());
    TypeName old = new TypeName(type.schema(), name.get() + "_old");
    steps.add(new TypeOperation.RenameType(type, old), directive.at());
    steps.add(
        new TypeOperation.CreateEnum(new EnumType(type, labels.get()), false), directive.at());
    for (Value column : columns.get()) {
      move(column, old, type, directive);
    }
    steps.add(new TypeOperation.DropEnum(old, false), directive.at());
    return true;
  }

  private void move(Value reference, TypeName old, TypeName type, Directive directive) {
    Optional<TableName> table = Optional.empty();
    Optional<String> column = Optional.empty();
    boolean array = false;
    if (reference instanceof Value.Call call) {
      Arguments arguments =
          new Arguments(
                  call.arguments(),
                  call.keywords(),
                  call.at(),
                  directive.arguments().problems(),
                  "a column of the enum type")
              .bound(List.of("table_name", "column_name"));
      Optional<String> schema =
          arguments.text("table_schema").filter(it -> !it.equals(DEFAULT_SCHEMA));
      table = arguments.text("table_name").map(it -> new TableName(schema, it));
      column = arguments.text("column_name");
      array = arguments.has("column_type");
    } else if (Constants.items(reference).filter(it -> it.size() == 2).isPresent()) {
      List<Value> pair = Constants.items(reference).get();
      table = Constants.text(pair.get(0)).map(TableName::of);
      column = Constants.text(pair.get(1));
    }
    if (table.isEmpty() || column.isEmpty()) {
      directive.arguments().report("affected_columns", reference);
      return;
    }
    SqlType from = new SqlType.EnumReference(old);
    SqlType to = new SqlType.EnumReference(type);
    String cast = array ? "::text[]::" + type + "[]" : "::text::" + type;
    steps.add(
        new ColumnOperation.AlterColumn(
            table.get(),
            new ColumnName(column.get()),
            List.of(
                new ColumnChange.SetType(
                    Optional.of(array ? new SqlType.ArrayOf(from, 1) : from),
                    array ? new SqlType.ArrayOf(to, 1) : to,
                    Optional.of(new SqlText(column.get() + cast))))),
        directive.at());
  }
}
