package limbeck.read.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/**
 * Event listeners that may change tables, or what the database gets beside them. Their functions
 * are not run, so what they do is reported as unknown.
 */
final class Listeners {
  /** What runs when a table is created or dropped reaches the database past the MetaData. */
  private static final Set<String> DDL =
      Set.of("before_create", "after_create", "before_drop", "after_drop");

  /** What runs while classes and tables are put together may change tables. */
  private static final Set<String> ASSEMBLY =
      Set.of(
          "after_configured",
          "after_mapper_constructed",
          "after_parent_attach",
          "before_configured",
          "before_mapper_configured",
          "before_parent_attach",
          "class_instrument",
          "instrument_class",
          "mapper_configured");

  private static final Pattern TOUCHES_TABLES =
      Pattern.compile(
          "append_|__table__|\\bColumn\\(|\\bIndex\\(|Constraint\\(|\\.nullable\\b|\\.comment\\b"
              + "|\\.server_default\\b|\\.type\\s*=[^=]|naming_convention");

  private Listeners() {}

  /** Reports the listeners that were seen. */
  static void report(ModelRecorder recorder, TableFamily family, ProblemLog problems) {
    for (ModelRecorder.Recorded recorded : recorder.calls()) {
      Value.Call call = recorded.call();
      if (LibraryNames.isCall(call, "sqlalchemy.event.listen") && call.arguments().size() > 2) {
        report(call.arguments(), call.arguments().get(2), call.at(), family, problems);
      } else if (LibraryNames.isCall(call.callee(), "sqlalchemy.event.listens_for")
          && call.callee() instanceof Value.Call decorator
          && decorator.arguments().size() > 1
          && !call.arguments().isEmpty()) {
        Value function = call.arguments().getFirst();
        report(decorator.arguments(), function, decorator.at(), family, problems);
      }
    }
  }

  private static void report(
      List<Value> arguments, Value function, Location at, TableFamily family, ProblemLog problems) {
    String event = Constants.text(arguments.get(1)).orElse("");
    String target =
        family
            .table(arguments.getFirst())
            .map(it -> "the table " + it.name())
            .orElseGet(() -> Constants.describe(arguments.getFirst()));
    if (DDL.contains(event)) {
      problems.add(
          "what runs at " + event + " of " + target + " is not part of the schema shown",
          "what a listener does",
          at);
    } else if (ASSEMBLY.contains(event) && touchesTables(function)) {
      problems.add(
          "what the listener of " + event + " of " + target + " changes is not known",
          "what a listener does to tables",
          at);
    }
  }

  /** A function whose text names nothing of tables leaves them alone. */
  private static boolean touchesTables(Value function) {
    return switch (function) {
      case FunctionValue it ->
          switch (it.body()) {
            case FunctionValue.Body.Lambda(var expression) ->
                touches(it.location().file().text(expression.span()));
            case FunctionValue.Body.Statements(var definition) ->
                touches(it.location().file().text(definition.span()));
          };
      default -> true;
    };
  }

  private static boolean touches(String text) {
    return TOUCHES_TABLES.matcher(text).find();
  }
}
