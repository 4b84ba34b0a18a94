package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SequenceOptions;
import limbeck.text.ToolFailure;

/** Columns with their defaults and generation, as SQLAlchemy writes them. */
final class ColumnCode {
  private final TypeCode types;

  ColumnCode(TypeCode types) {
    this.types = types;
  }

  /**
   * Returns {@code sa.Column(…)}.
   *
   * @param counts what SQLAlchemy takes {@code autoincrement} to be when it is not stated
   */
  Code column(Column column, boolean counts, Schema schema) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(Code.string(column.name().text()));
    arguments.add(types.type(column.type(), schema));
    column.generation().ifPresent(it -> arguments.add(generation(it)));
    column
        .serverDefault()
        .ifPresent(it -> arguments.add(new Code.Named("server_default", value(it))));
    if (column.autoincrement() != counts && !isIdentity(column)) {
      arguments.add(new Code.Named("autoincrement", Code.bool(column.autoincrement())));
    }
    arguments.add(new Code.Named("nullable", Code.bool(column.nullable())));
    column.comment().ifPresent(it -> arguments.add(new Code.Named("comment", Code.string(it))));
    return Code.call("sa.Column", arguments);
  }

  private static boolean isIdentity(Column column) {
    return column.generation().map(it -> it instanceof Generation.Identity).orElse(false);
  }

  /** Returns what stands behind {@code server_default=}. */
  Code value(Default value) {
    return switch (value) {
      case Default.Literal(String text) -> Code.string(text);
      case Default.Expression(var sql) -> SqlInPython.text(sql.text());
      case Default.Now() -> Code.call("sa.func.now");
      case Default.BooleanConstant(boolean constant) ->
          Code.call(constant ? "sa.true" : "sa.false");
      case Default.NextValue(var sequence) -> {
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.string(sequence.name()));
        sequence.schema().ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
        yield new Code.Call(
            new Code.Member(Code.call("sa.Sequence", arguments), "next_value"), List.of(), false);
      }
      case Default.Unknown(String reason) ->
          throw new ToolFailure(
              ToolFailure.Code.PROJECT,
              "cannot write a server default that could not be read: " + reason,
              "state the default plainly in the model, or leave the column out with --only");
    };
  }

  private static Code generation(Generation generation) {
    return switch (generation) {
      case Generation.Identity(boolean always, SequenceOptions options) ->
          Code.call("sa.Identity", identity(always, options));
      case Generation.Computed(var expression, Optional<Boolean> stored) -> {
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.string(SqlInPython.escaped(expression.text())));
        stored.ifPresent(it -> arguments.add(new Code.Named("persisted", Code.bool(it))));
        yield Code.call("sa.Computed", arguments);
      }
    };
  }

  private static List<Code> identity(boolean always, SequenceOptions options) {
    List<Code> arguments = new ArrayList<>();
    if (always) {
      arguments.add(new Code.Named("always", Code.bool(true)));
    }
    number(arguments, "start", options.start());
    number(arguments, "increment", options.increment());
    number(arguments, "minvalue", options.minimum());
    number(arguments, "maxvalue", options.maximum());
    options.cycle().ifPresent(it -> arguments.add(new Code.Named("cycle", Code.bool(it))));
    number(arguments, "cache", options.cache());
    return arguments;
  }

  private static void number(List<Code> arguments, String name, Optional<Long> value) {
    value.ifPresent(it -> arguments.add(new Code.Named(name, Code.number(it))));
  }
}
