package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Attribute look-up and assignment. */
final class Attributes {
  private static final String SUPER = "builtins.super";

  private final Machine machine;
  private final ClassAttributes classAttributes;

  Attributes(Machine machine) {
    this.machine = machine;
    this.classAttributes = new ClassAttributes(machine);
  }

  /** Returns an attribute; symbolic or unknown when no source that was read defines it. */
  Value get(Value of, String name, Location at) {
    try {
      return found(of, name, at);
    } catch (PythonError error) {
      return machine.caught(error);
    } catch (NotFoldable notFoldable) {
      return notFoldable
          .unknown()
          .<Value>map(unknown -> unknown)
          .orElseGet(() -> symbolic(of, name));
    }
  }

  private Value found(Value of, String name, Location at) {
    return switch (of) {
      case Value.Unknown unknown -> unknown;
      case Value.Symbol(String symbol) -> symbol(of, symbol, name);
      case ModuleValue module -> module(module, name, at);
      case ClassValue type -> type(type, name, at);
      case Value.Instance instance -> instance(instance, name, at);
      case Value.EnumMember member ->
          machine.enums().attribute(member, name, at).orElseGet(() -> plain(of, name, at));
      case FunctionValue function -> function(function, name, at);
      case Value.Call call -> call(call, name, at);
      case Value.Item(Value origin, _) when origin instanceof ClassValue -> found(origin, name, at);
      case Value.Attribute _, Value.Item _, Value.Operation _ -> symbolic(of, name);
      case Value.Str _,
          Value.Bytes _,
          Value.Int _,
          Value.Float _,
          Value.Bool _,
          Value.None _,
          Value.Ellipsis _,
          Value.ListOf _,
          Value.TupleOf _,
          Value.SetOf _,
          Value.DictOf _ ->
          plain(of, name, at);
    };
  }

  /** Asks the host, and keeps the attribute as it is written when it does not know. */
  private Value symbolic(Value of, String name) {
    Value.Attribute attribute = new Value.Attribute(of, name);
    return machine.host().attribute(attribute).map(machine::adopt).orElse(attribute);
  }

  private Value symbol(Value of, String symbol, String name) {
    String dotted = symbol + "." + name;
    Optional<Value> constant = LibraryConstants.find(dotted);
    if (constant.isPresent()) {
      return constant.get();
    }
    if (symbol.startsWith("builtins.")) {
      return switch (name) {
        case "__name__", "__qualname__" -> new Value.Str(symbol.substring("builtins.".length()));
        case "__module__" -> new Value.Str("builtins");
        default -> new Value.Symbol(dotted);
      };
    }
    return machine
        .host()
        .attribute(new Value.Attribute(of, name))
        .map(machine::adopt)
        .orElseGet(() -> new Value.Symbol(dotted));
  }

  private Value module(ModuleValue value, String name, Location at) {
    Module module = machine.modules().byName().get(value.name());
    if (module == null) {
      return new Value.Unknown("module " + value.name() + " is not one that was read", at);
    }
    if (name.equals("__dict__")) {
      DictEntries entries = machine.journal().dict(Map.of());
      module.names().forEach((key, entry) -> entries.put(new Value.Str(key), entry));
      ScopeFunctions.open(module, entries, at);
      return new Value.DictOf(entries);
    }
    Optional<Value> found =
        machine
            .names()
            .global(module, name)
            .or(() -> machine.imports().lazily(module, name))
            .or(() -> machine.imports().fromLibrary(module, name));
    if (found.isPresent()) {
      return found.get();
    }
    String message = "module '" + value.name() + "' has no attribute '" + name + "'";
    return machine.raise("AttributeError", message, at);
  }

  private Value type(ClassValue type, String name, Location at) {
    Optional<PythonProgram.Inherited> member = machine.resolution().member(type, name);
    if (member.isPresent()
        && member.get().member().value().orElse(Value.NONE) instanceof Value.Call
        && machine.instances().isOpen(type)) {
      Optional<Value> answer = machine.host().attribute(new Value.Attribute(type, name));
      if (answer.isPresent()) {
        return machine.adopt(answer.get());
      }
    }
    Optional<Value> found = find(type, name, at);
    if (found.isPresent()
        && found.get() instanceof Value.Call
        && member.isPresent()
        && member.get().member().value().orElse(Value.NONE) instanceof FunctionValue function
        && FunctionDefinitions.isDeclaredAttribute(function)) {
      // A column that a method makes for each class is the class's, as an assigned one is.
      return machine
          .host()
          .attribute(new Value.Attribute(type, name))
          .map(machine::adopt)
          .orElse(found.get());
    }
    return found
        .or(() -> classAttributes.special(type, name, at))
        .orElseGet(() -> missing(type, type, name, at));
  }

  private Value missing(Value of, ClassValue type, String name, Location at) {
    if (machine.instances().isOpen(type)) {
      return symbolic(of, name);
    }
    String object = of instanceof ClassValue ? "type object" : "object";
    String message = "'" + type.name() + "' " + object + " has no attribute '" + name + "'";
    return machine.raise("AttributeError", message, at);
  }

  private Value instance(Value.Instance instance, String name, Location at) {
    Optional<Value> found = find(instance, name, at);
    if (found.isPresent()) {
      return found.get();
    }
    switch (name) {
      case "__class__" -> {
        return instance.type();
      }
      case "__dict__" -> {
        DictEntries entries = machine.journal().dict(Map.of());
        instance.fields().forEach((key, entry) -> entries.put(new Value.Str(key), entry));
        return new Value.DictOf(entries);
      }
      case "_asdict", "_replace" -> {
        return new Value.Attribute(instance, name);
      }
      default -> {}
    }
    if (!name.startsWith("__")) {
      Optional<Value> getter = find(instance, "__getattr__", at);
      if (getter.isPresent()) {
        return machine
            .calls()
            .call(getter.get(), Arguments.of(machine, List.of(new Value.Str(name)), at));
      }
    }
    return missing(instance, instance.type(), name, at);
  }

  private Value function(FunctionValue function, String name, Location at) {
    Value stored = ((Closure) function.scope()).attributes().get(name);
    if (stored != null) {
      return stored;
    }
    return switch (name) {
      case "__name__" -> new Value.Str(function.name());
      case "__qualname__" -> new Value.Str(function.name());
      case "__module__" -> new Value.Str(function.module());
      case "__doc__" -> FunctionDefinitions.documentation(function);
      case "__self__" -> function.receiver().orElseGet(() -> plain(function, name, at));
      case "__func__", "__wrapped__", "fget" -> function;
      case "__dict__", "__annotations__", "__code__", "__signature__" ->
          new Value.Unknown("the " + name + " of a function is not computed", at);
      default -> symbolic(function, name);
    };
  }

  private Value call(Value.Call call, String name, Location at) {
    if (call.callee() instanceof ClassValue type) {
      Optional<Value> found = classAttributes.ofObject(call, type, name, at);
      return found.orElseGet(() -> symbolic(call, name));
    }
    if (isSuper(call)) {
      return find(call, name, at).orElseGet(() -> new Value.Attribute(call, name));
    }
    return LibraryObjects.attribute(machine, call, name, at).orElseGet(() -> symbolic(call, name));
  }

  private Value plain(Value of, String name, Location at) {
    if (machine.methods().has(of, name)) {
      return new Value.Attribute(of, name);
    }
    if (name.equals("__class__")) {
      return new Value.Symbol(Types.symbol(of));
    }
    Optional<Value> constant = LibraryConstants.versionPart(of, name);
    if (constant.isPresent()) {
      return constant.get();
    }
    String message = "'" + Types.name(of) + "' object has no attribute '" + name + "'";
    return machine.raise("AttributeError", message, at);
  }

  private static boolean isSuper(Value.Call call) {
    return call.callee() instanceof Value.Symbol(String name) && name.equals(SUPER);
  }

  /** Returns an attribute that source that was read defines, bound to the object. */
  Optional<Value> find(Value of, String name, Location at) {
    return switch (of) {
      case Value.Instance instance -> {
        Value field = instance.fields().get(name);
        yield field != null
            ? Optional.of(field)
            : classAttributes.bound(
                machine.resolution().member(instance.type(), name), instance, instance.type(), at);
      }
      case Value.EnumMember member -> machine.enums().method(member, name, at);
      case ClassValue type ->
          classAttributes.bound(machine.resolution().member(type, name), type, type, at);
      case Value.Call call when call.callee() instanceof ClassValue type ->
          classAttributes.bound(machine.resolution().member(type, name), call, type, at);
      case Value.Call call when isSuper(call) && call.arguments().size() == 2 ->
          classAttributes.ofSuper(
              call.arguments().getFirst(), call.arguments().getLast(), name, at);
      default -> Optional.empty();
    };
  }

  /** Assigns an attribute. */
  void set(Value of, String name, Value value, Location at) {
    switch (of) {
      case Value.Instance instance when instance.fields() instanceof Names fields -> {
        machine.journal().touch(fields);
        fields.put(name, value);
      }
      case ClassValue type when type.members() instanceof MemberNames members -> {
        machine.journal().touch(members);
        members.bind(name, value, at);
      }
      case ModuleValue value1 -> {
        Module module = machine.modules().byName().get(value1.name());
        if (module != null) {
          machine.journal().touch(module.names());
          module.names().put(name, value);
        }
      }
      case FunctionValue function -> {
        Names attributes = ((Closure) function.scope()).attributes();
        machine.journal().touch(attributes);
        attributes.put(name, value);
      }
      default -> machine.host().assign(new Value.Attribute(of, name), value, at);
    }
  }

  /** Removes an attribute. */
  void delete(Value of, String name) {
    switch (of) {
      case Value.Instance instance when instance.fields() instanceof Names fields -> {
        machine.journal().touch(fields);
        fields.remove(name);
      }
      case ClassValue type when type.members() instanceof MemberNames members -> {
        machine.journal().touch(members);
        members.remove(name);
      }
      default -> {}
    }
  }
}
