package limbeck.read.script;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.ReadProblem;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.TableName;

/** Carries Alembic's directives out; what a directive leaves unclear becomes an opaque step. */
final class Directives {
  /** Directives that may well do nothing. */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of("alter_column", "bulk_insert", "execute", "sync_enum_values", "add_enum_value");

  private final ReadContext context;
  private final StepRecorder steps;
  private final TableDirectives tables;
  private final ColumnDirectives columns;
  private final ConstraintDirectives constraints;
  private final IndexDirectives indexes;
  private final DataDirectives data;
  private final SyncEnumValues enumValues;
  private final EntityDirectives entities;

  Directives(ScriptObjects objects, StepRecorder steps) {
    this.context = objects.context();
    this.steps = steps;
    EnumUses enums = new EnumUses(steps, objects.context().options().dialect());
    this.tables = new TableDirectives(objects, enums, steps);
    this.columns = new ColumnDirectives(objects, enums, steps);
    this.constraints = new ConstraintDirectives(objects, steps);
    this.indexes = new IndexDirectives(objects, steps);
    this.data = new DataDirectives(objects, steps);
    this.enumValues = new SyncEnumValues(steps, data, context.options().dialect());
    this.entities = new EntityDirectives(steps, data);
  }

  /**
   * Carries a directive out.
   *
   * @param batch the batch block it is called on
   */
  void run(String name, Value.Call call, Optional<Value.Call> batch) {
    Arguments arguments = Arguments.of(call, context.problems(), "op." + name);
    Optional<TableName> table = batch.flatMap(it -> batchTable(it, context));
    if (batch.isPresent() && table.isEmpty()) {
      steps.addOpaque("the table of the batch block cannot be told", call.at());
      return;
    }
    // What a batch block executes, it executes at once.
    steps.directive(batch.isPresent() && !name.equals("execute"));
    try {
      run(new Directive(name, arguments, table), call);
    } finally {
      steps.directive(false);
    }
  }

  private void run(Directive directive, Value.Call call) {
    String name = directive.name();
    Arguments arguments = directive.arguments();
    Optional<TableName> table = directive.batch();
    int stepsBefore = steps.steps().size();
    int problemsBefore = context.problems().count();
    boolean known =
        tables.run(directive)
            || columns.run(directive)
            || constraints.run(directive)
            || indexes.run(directive)
            || data.run(directive)
            || enumValues.run(directive)
            || entities.run(directive);
    if (!known) {
      steps.addOpaque(
          "op." + name + " is no directive of Alembic that is known here",
          touched(arguments, table),
          true,
          call.at());
      return;
    }
    List<ReadProblem> own = context.problems().since(problemsBefore);
    boolean nothing = steps.steps().size() == stepsBefore;
    for (ReadProblem problem : own) {
      if (!problem.marked() || nothing) {
        steps.addOpaque(problem.message(), touched(arguments, table), true, call.at());
      }
    }
    if (nothing && own.isEmpty() && !MAY_BE_EMPTY.contains(name)) {
      steps.addOpaque(
          "what op." + name + " needs is not stated", touched(arguments, table), true, call.at());
    }
  }

  /** Executes a statement through a connection. */
  void execute(Arguments arguments) {
    data.execute(arguments);
  }

  /** Returns the table of a batch block. */
  static Optional<TableName> batchTable(Value.Call batch, ReadContext context) {
    Arguments arguments =
        Arguments.of(batch, context.problems(), "op.batch_alter_table")
            .bound(List.of("table_name", "schema"));
    return arguments.text("table_name").map(it -> Directive.named(arguments, it, "schema"));
  }

  /** The tables a directive's own arguments name, as far as they are plain texts. */
  private static NavigableSet<TableName> touched(Arguments arguments, Optional<TableName> batch) {
    TreeSet<TableName> tables = new TreeSet<>();
    batch.ifPresent(tables::add);
    for (String parameter : List.of("table_name", "source_table", "tablename")) {
      arguments
          .value(parameter)
          .flatMap(Constants::text)
          .ifPresent(it -> tables.add(TableName.of(it)));
    }
    if (tables.isEmpty() && arguments.positional().size() > 1) {
      for (Value value : arguments.positional().subList(0, 2)) {
        Constants.text(value).filter(it -> !it.isEmpty()).map(TableName::of).ifPresent(tables::add);
      }
    }
    return tables;
  }
}
