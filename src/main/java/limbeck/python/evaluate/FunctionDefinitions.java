package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Parameter;
import limbeck.python.syntax.Parameters;
import limbeck.python.syntax.Statement;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Functions, lambdas and decorators. */
final class FunctionDefinitions {
  /** Decorators that do not change what a function returns. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "functools.lru_cache",
          "functools.cache",
          "functools.wraps",
          "functools.singledispatch",
          "abc.abstractmethod",
          "typing.final",
          "typing.override",
          "typing.overload",
          "typing.no_type_check",
          "typing.runtime_checkable",
          "typing.type_check_only",
          "typing_extensions.final",
          "typing_extensions.override",
          "typing_extensions.overload",
          "typing_extensions.deprecated",
          "warnings.deprecated",
          "enum.member",
          "enum.nonmember");

  /** Decorators by which a method is read like a field. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "property",
          "abstractproperty",
          "cached_property",
          "hybrid_property",
          "computed_field",
          "DynamicClassAttribute",
          "memoized_property");

  private static final Set<String> ACCESSORS =
      Set.of(
          "setter",
          "deleter",
          "getter",
          "expression",
          "comparator",
          "update_expression",
          "inplace");

  private final Machine machine;

  FunctionDefinitions(Machine machine) {
    this.machine = machine;
  }

  /** Returns what the name of a {@code def} is bound to. */
  Value define(Statement.FunctionDef definition, Frame frame) {
    List<Value> decorators = new ArrayList<>();
    for (Expression decorator : definition.decorators()) {
      decorators.add(machine.expressions().evaluate(decorator, frame));
    }
    Frame around = machine.annotations().withParameters(definition.typeParameters(), frame);
    Location at = frame.scope().module().file().at(definition.nameSpan());
    Closure closure =
        new Closure(
            around.scope(),
            defaults(definition.parameters(), frame),
            frame.cell(),
            Generators.yields(definition.body()),
            machine.journal().names());
    Value value =
        new FunctionValue(
            definition.name(),
            frame.scope().module().name(),
            definition.parameters(),
            new FunctionValue.Body.Statements(definition),
            List.of(),
            closure,
            Optional.empty(),
            at);
    for (int i = decorators.size() - 1; i >= 0; i--) {
      value = decorate(decorators.get(i), value, frame.at(definition.decorators().get(i)));
    }
    return value;
  }

  Value lambda(Expression.Lambda lambda, Frame frame) {
    Closure closure =
        new Closure(
            frame.scope(),
            defaults(lambda.parameters(), frame),
            frame.cell(),
            false,
            machine.journal().names());
    return new FunctionValue(
        "<lambda>",
        frame.scope().module().name(),
        lambda.parameters(),
        new FunctionValue.Body.Lambda(lambda.body()),
        List.of(),
        closure,
        Optional.empty(),
        frame.at(lambda));
  }

  private Map<String, Value> defaults(Parameters parameters, Frame frame) {
    Map<String, Value> defaults = new LinkedHashMap<>();
    Stream.of(parameters.positionalOnly(), parameters.positional(), parameters.keywordOnly())
        .flatMap(List::stream)
        .forEach(
            (Parameter parameter) ->
                parameter
                    .value()
                    .ifPresent(
                        value ->
                            defaults.put(
                                parameter.name(), machine.expressions().evaluate(value, frame))));
    return defaults;
  }

  private Value decorate(Value decorator, Value value, Location at) {
    Value callee = decorator;
    if (decorator instanceof Value.Call(Value of, _, _, _)) {
      callee = of;
    }
    if (callee instanceof Value.Symbol(String name) && TRANSPARENT.contains(name)) {
      return name.equals("functools.wraps") ? renamed(decorator, value) : value;
    }
    if (decorator instanceof FunctionValue
        || decorator instanceof Value.Instance
        || decorator instanceof limbeck.python.value.ClassValue
        || isPartial(decorator)) {
      Value result = machine.calls().call(decorator, Arguments.of(machine, List.of(value), at));
      return result instanceof Value.Unknown ? recorded(decorator, value, at) : result;
    }
    if (decorator instanceof Value.Attribute(FunctionValue before, String accessor)
        && ACCESSORS.contains(accessor)) {
      return before;
    }
    if (callee instanceof Value.Symbol(String name) && interpreted(name)) {
      return recorded(decorator, value, at);
    }
    Value.Call call = Arguments.of(machine, List.of(value), at).kept(decorator);
    return machine
        .host()
        .call(call)
        .map(machine::adopt)
        .orElseGet(() -> recorded(decorator, value, at));
  }

  private static boolean isPartial(Value decorator) {
    return decorator instanceof Value.Call(Value.Symbol(String name), _, _, _)
        && name.equals("functools.partial");
  }

  private static boolean interpreted(String name) {
    return name.startsWith("builtins.") || name.startsWith("contextlib.");
  }

  /** Leaves a function as it is and notes the decorator on it. */
  private Value recorded(Value decorator, Value value, Location at) {
    if (!(value instanceof FunctionValue function)) {
      return Arguments.of(machine, List.of(value), at).kept(decorator);
    }
    List<Value> all = new ArrayList<>();
    all.add(decorator);
    all.addAll(function.decorators());
    return new FunctionValue(
        function.name(),
        function.module(),
        function.parameters(),
        function.body(),
        List.copyOf(all),
        function.scope(),
        function.receiver(),
        function.location());
  }

  /** Gives a wrapper the name of what it wraps. */
  private static Value renamed(Value decorator, Value value) {
    if (value instanceof FunctionValue wrapper
        && decorator instanceof Value.Call(_, List<Value> arguments, _, _)
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof FunctionValue wrapped) {
      return new FunctionValue(
          wrapped.name(),
          wrapped.module(),
          wrapper.parameters(),
          wrapper.body(),
          wrapper.decorators(),
          wrapper.scope(),
          wrapper.receiver(),
          wrapped.location());
    }
    return value;
  }

  /** Tells whether a function has one of Python's own decorators. */
  static boolean has(FunctionValue function, String builtin) {
    return function.decorators().contains(new Value.Symbol("builtins." + builtin));
  }

  private static Stream<String> decoratorNames(FunctionValue function) {
    return function.decorators().stream()
        .map(
            decorator ->
                switch (decorator) {
                  case Value.Symbol(String name) -> name;
                  case Value.Call call -> call.name();
                  default -> "";
                });
  }

  /** Tells whether a method is read like a field. */
  static boolean isProperty(FunctionValue function) {
    return decoratorNames(function)
        .anyMatch(name -> PROPERTIES.contains(name.substring(name.lastIndexOf('.') + 1)));
  }

  /** Tells whether SQLAlchemy calls it with the class when the attribute is read. */
  static boolean isDeclaredAttribute(FunctionValue function) {
    return decoratorNames(function)
        .anyMatch(
            name ->
                name.endsWith(".declared_attr")
                    || name.endsWith(".declared_attr.directive")
                    || name.endsWith(".declared_attr.cascading"));
  }

  /** Tells whether calling it makes a context. */
  static boolean isContextManager(FunctionValue function) {
    return decoratorNames(function)
        .anyMatch(
            name ->
                name.equals("contextlib.contextmanager")
                    || name.equals("contextlib.asynccontextmanager"));
  }

  /** Returns the text at the beginning of a function. */
  static Value documentation(FunctionValue function) {
    return switch (function.body()) {
      case FunctionValue.Body.Statements(Statement.FunctionDef definition) ->
          ClassAttributes.documentation(definition.body());
      case FunctionValue.Body.Lambda _ -> Value.NONE;
    };
  }
}
