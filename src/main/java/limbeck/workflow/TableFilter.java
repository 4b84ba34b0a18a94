package limbeck.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import limbeck.python.PythonProgram;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.schema.TableName;

/**
 * Which tables Alembic would compare: not its own, and not those that {@code include_name} or
 * {@code include_object} leave out, as far as these functions can be followed.
 */
final class TableFilter implements Predicate<TableName> {
  private final StatedEnvironment environment;
  private final SortedMap<String, Value> hooks;
  private final Optional<PythonProgram> program;

  private TableFilter(
      StatedEnvironment environment,
      SortedMap<String, Value> hooks,
      Optional<PythonProgram> program) {
    this.environment = environment;
    this.hooks = hooks;
    this.program = program;
  }

  /**
   * Filters with functions.
   *
   * @param hooks values of the program
   */
  TableFilter(
      StatedEnvironment environment, SortedMap<String, Value> hooks, PythonProgram program) {
    this(environment, hooks, Optional.of(program));
  }

  /** Returns the filter of an env.py that gives no functions. */
  static TableFilter without(StatedEnvironment environment) {
    return new TableFilter(environment, Collections.emptySortedMap(), Optional.empty());
  }

  @Override
  public boolean test(TableName table) {
    return !environment.isVersionTable(table)
        && !excludes("include_name", nameArguments(table))
        && !excludes("include_object", objectArguments(table));
  }

  private List<Value> nameArguments(TableName table) {
    Map<Value, Value> parents =
        Map.of(
            new Value.Str("schema_name"),
            schema(table),
            new Value.Str("schema_qualified_table_name"),
            new Value.Str(table.toString()));
    return List.of(
        new Value.Str(table.name()),
        new Value.Str("table"),
        new Value.DictOf(new java.util.LinkedHashMap<>(parents)));
  }

  private static Value schema(TableName table) {
    return table.schema().<Value>map(Value.Str::new).orElse(Value.NONE);
  }

  /** A table that both sides may have; what else the object is cannot be shown to the function. */
  private List<Value> objectArguments(TableName table) {
    Value object = new Value.Symbol("sqlalchemy.Table");
    return List.of(
        object,
        new Value.Str(table.name()),
        new Value.Str("table"),
        new Value.Bool(true),
        Value.NONE);
  }

  private boolean excludes(String hook, List<Value> arguments) {
    return function(hook)
        .flatMap(
            it ->
                program.map(
                    running -> running.call(it, arguments, Map.of(), it.location(), Host.SILENT)))
        .map(it -> it instanceof Value.Bool(boolean included) && !included)
        .orElse(false);
  }

  private Optional<FunctionValue> function(String hook) {
    return hooks.get(hook) instanceof FunctionValue found ? Optional.of(found) : Optional.empty();
  }

  /** Returns what the user must know about filters that cannot be followed. */
  List<Problem> problems() {
    List<Problem> result = new ArrayList<>();
    hooks.forEach(
        (name, value) -> {
          if (name.startsWith("include_")) {
            result.add(
                Problem.warning(
                    "env.py filters with "
                        + name
                        + "; only what it decides by a table's name alone is followed",
                    Optional.empty()));
          } else if (name.equals("process_revision_directives")) {
            result.add(
                Problem.warning(
                    "env.py changes generated revisions with process_revision_directives;"
                        + " that is not done here",
                    Optional.empty()));
          }
        });
    return result;
  }
}
