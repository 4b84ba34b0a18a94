package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.PythonProgram;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Statement;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Attributes that classes give themselves and their objects. */
final class ClassAttributes {
  private static final Set<String> IMPLICIT_CLASS_METHODS =
      Set.of("__init_subclass__", "__class_getitem__");

  private final Machine machine;

  ClassAttributes(Machine machine) {
    this.machine = machine;
  }

  /** Returns a member as the object or class sees it: a method is bound, a property computed. */
  Optional<Value> bound(
      Optional<PythonProgram.Inherited> member, Value receiver, ClassValue type, Location at) {
    if (member.isEmpty() || member.get().member().value().isEmpty()) {
      return Optional.empty();
    }
    Value value = member.get().member().value().get();
    String name = member.get().member().name();
    boolean ofClass = receiver == type;
    return switch (value) {
      case FunctionValue function -> Optional.of(function(function, name, receiver, type, at));
      case Value.Call(Value.Symbol(String symbol), List<Value> arguments, _, _)
          when symbol.equals("builtins.property") && !arguments.isEmpty() && !ofClass ->
          Optional.of(
              machine
                  .calls()
                  .call(arguments.getFirst(), Arguments.of(machine, List.of(receiver), at)));
      case Value.Call(Value.Symbol(String symbol), List<Value> arguments, _, _)
          when (symbol.equals("builtins.classmethod") || symbol.equals("builtins.staticmethod"))
              && arguments.size() == 1
              && arguments.getFirst() instanceof FunctionValue function ->
          Optional.of(symbol.equals("builtins.classmethod") ? function.boundTo(type) : function);
      case Value.Instance descriptor
          when machine.resolution().member(descriptor.type(), "__get__").isPresent() ->
          Optional.of(descriptor(descriptor, ofClass ? Value.NONE : receiver, type, at));
      default -> Optional.of(value);
    };
  }

  private Value descriptor(
      Value.Instance descriptor, Value receiver, ClassValue type, Location at) {
    Value getter = machine.attributes().get(descriptor, "__get__", at);
    return machine.calls().call(getter, Arguments.of(machine, List.of(receiver, type), at));
  }

  private Value function(
      FunctionValue function, String name, Value receiver, ClassValue type, Location at) {
    boolean ofClass = receiver == type;
    if (FunctionDefinitions.has(function, "staticmethod") || name.equals("__new__")) {
      return function;
    }
    if (FunctionDefinitions.isDeclaredAttribute(function)) {
      return call(function.boundTo(type), at);
    }
    if (FunctionDefinitions.has(function, "classmethod") || IMPLICIT_CLASS_METHODS.contains(name)) {
      return FunctionDefinitions.isProperty(function)
          ? call(function.boundTo(type), at)
          : function.boundTo(type);
    }
    if (FunctionDefinitions.isProperty(function)) {
      return ofClass ? new Value.Attribute(type, name) : call(function.boundTo(receiver), at);
    }
    return ofClass ? function : function.boundTo(receiver);
  }

  private Value call(FunctionValue function, Location at) {
    return machine.calls().call(function, Arguments.of(machine, List.of(), at));
  }

  /** Returns what {@code super()} finds after a class in the order of the object's class. */
  Optional<Value> ofSuper(Value after, Value receiver, String name, Location at) {
    ClassValue type;
    switch (receiver) {
      case ClassValue self -> type = self;
      case Value.Instance instance -> type = instance.type();
      case Value.EnumMember member -> type = member.type();
      case Value.Call call when call.callee() instanceof ClassValue made -> type = made;
      default -> {
        return Optional.empty();
      }
    }
    List<Value> order = machine.resolution().order(type);
    int index = order.indexOf(after);
    List<Value> rest = order.subList(index + 1, order.size());
    Optional<Value> found = bound(machine.resolution().member(rest, name), receiver, type, at);
    if (found.isPresent()) {
      return found;
    }
    boolean open =
        rest.stream()
            .anyMatch(base -> !(base instanceof ClassValue) && !Instances.isTransparent(base));
    boolean object =
        name.equals("__init__")
            || name.equals("__init_subclass__")
            || name.equals("__new__")
            || name.equals("__setattr__")
            || name.equals("__post_init__");
    boolean enumeration = name.equals("__new__") && machine.enums().isEnum(type);
    return (!open && object) || enumeration
        ? Optional.of(new Value.Symbol("builtins.object." + name))
        : Optional.empty();
  }

  /** Returns an attribute of an object of which only the constructor's call is known. */
  Optional<Value> ofObject(Value.Call call, ClassValue type, String name, Location at) {
    Optional<PythonProgram.Inherited> member = machine.resolution().member(type, name);
    Value given = call.keywords().get(name);
    boolean constructed = machine.resolution().member(type, "__init__").isPresent();
    if (given != null && !constructed) {
      return Optional.of(given);
    }
    boolean field =
        member.isPresent()
            && member.get().member().annotation().isPresent()
            && !(member.get().member().value().orElse(Value.NONE) instanceof FunctionValue);
    if (field && isSettings(type)) {
      return Optional.of(setting(member.get().member(), name, at));
    }
    Optional<Value> found = bound(member, call, type, at);
    if (found.isPresent() && field && found.get() instanceof Value.Call) {
      return Optional.empty();
    }
    return found.or(() -> name.equals("__class__") ? Optional.of(type) : Optional.empty());
  }

  private boolean isSettings(ClassValue type) {
    return machine.resolution().order(type).stream()
        .anyMatch(
            base -> base instanceof Value.Symbol(String name) && name.endsWith(".BaseSettings"));
  }

  private Value setting(ClassValue.Member member, String name, Location at) {
    String standard =
        member
            .value()
            .flatMap(value -> shown(value, at))
            .map(text -> " (default " + text + ")")
            .orElse("");
    return new Value.Unknown("setting " + name + " comes from the environment" + standard, at);
  }

  private Optional<String> shown(Value value, Location at) {
    try {
      return Optional.of(machine.text().repr(value, at));
    } catch (NotFoldable | PythonError notShown) {
      return Optional.empty();
    }
  }

  /** Returns what every class has. */
  Optional<Value> special(ClassValue type, String name, Location at) {
    if (machine.enums().isEnum(type)) {
      Optional<Value> found = machine.enums().classAttribute(type, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return switch (name) {
      case "__name__", "__qualname__" -> Optional.of(new Value.Str(type.name()));
      case "__module__" -> Optional.of(new Value.Str(type.module()));
      case "__doc__" -> Optional.of(documentation(type.definition().body()));
      case "__bases__" -> Optional.of(new Value.TupleOf(type.bases()));
      case "__mro__" -> {
        List<Value> order = new ArrayList<>(machine.resolution().order(type));
        order.add(new Value.Symbol("builtins.object"));
        yield Optional.of(new Value.TupleOf(order));
      }
      case "__dict__" -> {
        DictEntries entries = machine.journal().dict(Map.of());
        type.members()
            .forEach(
                (key, member) ->
                    member.value().ifPresent(value -> entries.put(new Value.Str(key), value)));
        yield Optional.of(new Value.DictOf(entries));
      }
      case "__annotations__" -> {
        DictEntries entries = machine.journal().dict(Map.of());
        type.members()
            .forEach(
                (key, member) ->
                    member
                        .annotation()
                        .ifPresent(
                            annotation ->
                                entries.put(
                                    new Value.Str(key),
                                    machine.annotations().of(type, annotation))));
        yield Optional.of(new Value.DictOf(entries));
      }
      case "__subclasses__", "mro" -> Optional.of(new Value.Attribute(type, name));
      case "__class__" ->
          Optional.of(type.keywords().getOrDefault("metaclass", new Value.Symbol("builtins.type")));
      case "__init__", "__new__", "__init_subclass__", "__eq__", "__hash__" ->
          machine.instances().isOpen(type)
              ? Optional.empty()
              : Optional.of(new Value.Symbol("builtins.object." + name));
      default -> Optional.empty();
    };
  }

  /** Returns the text at the beginning of a body. */
  static Value documentation(List<Statement> body) {
    return !body.isEmpty()
            && body.getFirst()
                instanceof Statement.Expr(Expression.Constant(Literal.Str(String text, _), _), _)
        ? new Value.Str(text)
        : Value.NONE;
  }
}
