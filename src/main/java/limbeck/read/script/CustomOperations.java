package limbeck.read.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/**
 * Operations that are called in a roundabout way: functions run on a connection, operation objects
 * that are invoked, and operations that the project has registered under a name of its own.
 */
final class CustomOperations {
  private static final String OPERATIONS = "alembic.op.Operations";

  /** Alembic's operation objects by the directive that makes them, where they take the same. */
  private static final Map<String, String> OBJECTS =
      Map.ofEntries(
          Map.entry("AddColumnOp", "add_column"),
          Map.entry("AlterColumnOp", "alter_column"),
          Map.entry("BulkInsertOp", "bulk_insert"),
          Map.entry("CreateCheckConstraintOp", "create_check_constraint"),
          Map.entry("CreateForeignKeyOp", "create_foreign_key"),
          Map.entry("CreateIndexOp", "create_index"),
          Map.entry("CreatePrimaryKeyOp", "create_primary_key"),
          Map.entry("CreateTableCommentOp", "create_table_comment"),
          Map.entry("CreateTableOp", "create_table"),
          Map.entry("CreateUniqueConstraintOp", "create_unique_constraint"),
          Map.entry("DropColumnOp", "drop_column"),
          Map.entry("DropConstraintOp", "drop_constraint"),
          Map.entry("DropIndexOp", "drop_index"),
          Map.entry("DropTableCommentOp", "drop_table_comment"),
          Map.entry("DropTableOp", "drop_table"),
          Map.entry("ExecuteSQLOp", "execute"),
          Map.entry("RenameTableOp", "rename_table"));

  /** How AlterColumnOp calls what alter_column calls otherwise. */
  private static final Map<String, String> ALTERED =
      Map.of(
          "modify_nullable", "nullable",
          "modify_comment", "comment",
          "modify_server_default", "server_default",
          "modify_name", "new_column_name",
          "modify_type", "type_");

  private final ReadContext context;
  private final StepRecorder steps;
  private final Host host;

  CustomOperations(ReadContext context, StepRecorder steps, Host host) {
    this.context = context;
    this.steps = steps;
    this.host = host;
  }

  /** Carries a call on op out; empty when it is a directive of Alembic's own. */
  Optional<Value> run(String name, Value.Call call) {
    return switch (name) {
      case "run_async" -> Optional.of(onConnection(connection(call.at()), call));
      case "invoke" -> Optional.of(invoke(call));
      default -> registered(name, call);
    };
  }

  /** Runs a function that gets the connection first. */
  Value onConnection(Value connection, Value.Call call) {
    if (call.arguments().isEmpty()) {
      steps.addOpaque("which function is run on the connection cannot be told", call.at());
      return Value.NONE;
    }
    List<Value> arguments = new ArrayList<>(call.arguments());
    Value function = arguments.set(0, connection);
    return called(function, arguments, call.keywords(), call.at());
  }

  private Value called(
      Value function, List<Value> arguments, Map<String, Value> keywords, Location at) {
    if (!(function instanceof FunctionValue)) {
      steps.addOpaque("what the function does that is called here cannot be told", at);
      return new Value.Unknown("what is called here cannot be told", at);
    }
    Value result = context.program().call(function, arguments, keywords, at, host);
    if (result instanceof Value.Unknown(String reason, Location _)) {
      steps.addOpaque("the function does not come to its end: " + reason, at);
    }
    return result;
  }

  private static Value connection(Location at) {
    return call("alembic.op.get_bind", at);
  }

  private static Value call(String name, Location at) {
    return new Value.Call(new Value.Symbol(name), List.of(), Map.of(), at);
  }

  private Value invoke(Value.Call call) {
    Value operation = call.arguments().isEmpty() ? Value.NONE : call.arguments().getFirst();
    Optional<String> library = LibraryNames.ofCall(operation).map(CustomOperations::last);
    Optional<FunctionValue> implementation = implementation(type(operation));
    if (implementation.isPresent()) {
      List<Value> arguments = List.of(call(OPERATIONS, call.at()), operation);
      return called(implementation.get(), arguments, Map.of(), call.at());
    }
    if (operation instanceof Value.Call made && library.map(OBJECTS::containsKey).orElse(false)) {
      Value directive =
          new Value.Attribute(call(OPERATIONS, call.at()), OBJECTS.getOrDefault(library.get(), ""));
      Value.Call plain =
          new Value.Call(
              directive, positional(library.get(), made), keywords(library.get(), made), call.at());
      return host.call(plain).orElse(Value.NONE);
    }
    steps.addOpaque("what the operation does that is invoked cannot be told", call.at());
    return Value.NONE;
  }

  /** A table's columns come as one list. */
  private static List<Value> positional(String type, Value.Call made) {
    if (!type.equals("CreateTableOp") || made.arguments().size() < 2) {
      return made.arguments();
    }
    List<Value> result = new ArrayList<>(List.of(made.arguments().getFirst()));
    Constants.items(made.arguments().get(1)).ifPresent(result::addAll);
    return result;
  }

  private static Map<String, Value> keywords(String type, Value.Call made) {
    Map<String, Value> result = new LinkedHashMap<>();
    made.keywords()
        .forEach(
            (name, value) ->
                result.put(
                    type.equals("AlterColumnOp") ? ALTERED.getOrDefault(name, name) : name, value));
    return result;
  }

  /** {@code @Operations.register_operation("name", "method")} over a class. */
  private Optional<Value> registered(String name, Value.Call call) {
    for (ClassValue type : context.program().classes()) {
      for (Value decorator : type.decorators()) {
        Optional<String> method = method(decorator, name);
        if (method.isPresent()) {
          Value function = context.program().attribute(type, method.get(), call.at());
          List<Value> arguments = new ArrayList<>(List.of(call(OPERATIONS, call.at())));
          arguments.addAll(call.arguments());
          return Optional.of(called(function, arguments, call.keywords(), call.at()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> method(Value decorator, String name) {
    if (!(decorator instanceof Value.Call made) || !isCallOf(made, "register_operation")) {
      return Optional.empty();
    }
    Arguments arguments =
        Arguments.of(made, context.problems(), "register_operation")
            .bound(List.of("name", "sourcename"));
    return arguments
        .text("name")
        .filter(name::equals)
        .map(it -> arguments.text("sourcename").orElse(it));
  }

  private static Optional<Value> type(Value operation) {
    return switch (operation) {
      case Value.Instance(ClassValue type, var _) -> Optional.of(type);
      case Value.Call call -> Optional.of(call.callee());
      default -> Optional.empty();
    };
  }

  /** {@code @Operations.implementation_for(Class)} over a function. */
  private Optional<FunctionValue> implementation(Optional<Value> type) {
    Optional<FunctionValue> found = Optional.empty();
    for (ModuleValue module : context.program().modules().values()) {
      for (Value value : module.names().values()) {
        if (value instanceof FunctionValue function
            && type.isPresent()
            && function.decorators().stream().anyMatch(it -> isFor(it, type.get()))) {
          found = Optional.of(function);
        }
      }
    }
    return found;
  }

  private static boolean isFor(Value decorator, Value type) {
    return decorator instanceof Value.Call made
        && isCallOf(made, "implementation_for")
        && !made.arguments().isEmpty()
        && made.arguments().getFirst().equals(type);
  }

  private static boolean isCallOf(Value.Call call, String method) {
    return LibraryNames.of(call.callee())
        .filter(it -> it.endsWith("Operations." + method))
        .isPresent();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
