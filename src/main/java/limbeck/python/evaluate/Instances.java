package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Objects of the project's classes. */
final class Instances {
  /** Library classes that leave the construction of objects to Python. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "builtins.object",
          "typing.Generic",
          "typing.Protocol",
          "typing_extensions.Protocol",
          "abc.ABC",
          "alembic.operations.MigrateOperation",
          "alembic.operations.ops.MigrateOperation",
          "typing.NamedTuple",
          "typing.TypedDict",
          "typing_extensions.TypedDict",
          "collections.abc.Callable");

  private static final String ARGUMENTS = "args";

  private final Machine machine;
  private final Dataclasses dataclasses;

  Instances(Machine machine) {
    this.machine = machine;
    this.dataclasses = new Dataclasses(machine);
  }

  /** Tells whether a base adds nothing that is not read. */
  static boolean isTransparent(Value base) {
    return switch (base) {
      case ClassValue _ -> true;
      case Value.Symbol(String name) ->
          TRANSPARENT.contains(name)
              || ExceptionTypes.isException(name)
              || EnumClasses.isEnum(name);
      case Value.Call call -> Dataclasses.isNamedTuple(call);
      default -> false;
    };
  }

  /** Tells whether a library's base may give the class attributes that were not read. */
  boolean isOpen(ClassValue type) {
    for (Value base : machine.resolution().order(type)) {
      if (!isTransparent(base)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a new object; a call value when a library's base takes part. */
  Value construct(ClassValue type, Arguments arguments) {
    if (machine.enums().isEnum(type)) {
      return machine.enums().call(type, arguments);
    }
    List<Value> order = machine.resolution().order(type);
    if (order.stream().anyMatch(Instances::isTypedDict)) {
      return typedDict(arguments);
    }
    if (isOpen(type)) {
      return machine.calls().symbolic(type, arguments);
    }
    Optional<FunctionValue> maker = method(type, "__new__");
    if (maker.isPresent()) {
      Value made = machine.calls().call(maker.get(), arguments.after(List.of(type)));
      if (made instanceof Value.Instance instance && instance.type() == type) {
        initialize(instance, arguments);
      }
      return made;
    }
    Value.Instance instance = allocate(type);
    if (order.stream().anyMatch(Instances::isExceptionType)) {
      instance.fields().put(ARGUMENTS, new Value.TupleOf(arguments.positional()));
    }
    initialize(instance, arguments);
    return instance;
  }

  Value.Instance allocate(ClassValue type) {
    return new Value.Instance(type, machine.journal().fields());
  }

  private Optional<FunctionValue> method(ClassValue type, String name) {
    return machine
        .resolution()
        .member(type, name)
        .map(PythonProgram.Inherited::member)
        .flatMap(ClassValue.Member::value)
        .filter(FunctionValue.class::isInstance)
        .map(FunctionValue.class::cast);
  }

  private void initialize(Value.Instance instance, Arguments arguments) {
    ClassValue type = instance.type();
    Optional<PythonProgram.Inherited> init = machine.resolution().member(type, "__init__");
    Optional<List<Dataclasses.Field>> fields = dataclasses.fields(type);
    boolean generated =
        fields.isPresent() && (init.isEmpty() || !dataclasses.ownInit(type, init.get().owner()));
    if (generated) {
      dataclasses.fill(instance, fields.get(), arguments);
      machine
          .attributes()
          .find(instance, "__post_init__", arguments.at())
          .ifPresent(
              method ->
                  machine.calls().call(method, Arguments.of(machine, List.of(), arguments.at())));
      return;
    }
    if (init.isPresent()) {
      method(type, "__init__")
          .ifPresent(function -> machine.calls().call(function.boundTo(instance), arguments));
    }
  }

  private static boolean isTypedDict(Value base) {
    return base instanceof Value.Symbol(String name) && name.endsWith(".TypedDict");
  }

  private static boolean isExceptionType(Value base) {
    return base instanceof Value.Symbol(String name) && ExceptionTypes.isException(name);
  }

  private Value typedDict(Arguments arguments) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    arguments.keywords().forEach((name, value) -> entries.put(new Value.Str(name), value));
    DictEntries result = machine.journal().dict(entries);
    arguments.openKeywords().ifPresent(result::setOpen);
    return new Value.DictOf(result);
  }

  /** Returns the names of the fields of a dataclass or named tuple, in order. */
  List<String> fieldNames(ClassValue type) {
    return dataclasses.fields(type).orElse(List.of()).stream()
        .map(Dataclasses.Field::name)
        .toList();
  }

  /** Returns the items of a named tuple. */
  Optional<List<Value>> tuple(Value.Instance instance) {
    return dataclasses.isTuple(instance.type()) ? values(instance) : Optional.empty();
  }

  /** Returns what the equality of a dataclass or named tuple compares. */
  Optional<List<Value>> compared(Value.Instance instance) {
    return dataclasses.fields(instance.type()).isEmpty() ? Optional.empty() : values(instance);
  }

  private Optional<List<Value>> values(Value.Instance instance) {
    List<Value> values = new ArrayList<>();
    for (String name : fieldNames(instance.type())) {
      Value value = instance.fields().get(name);
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }

  /** Returns the arguments with which an exception was made. */
  Optional<List<Value>> exceptionArguments(Value.Instance instance) {
    boolean exception =
        machine.resolution().order(instance.type()).stream().anyMatch(Instances::isExceptionType);
    return exception && instance.fields().get(ARGUMENTS) instanceof Value.TupleOf(var items)
        ? Optional.of(items)
        : Optional.empty();
  }

  /** Does what {@code object.__new__}, {@code object.__init__} and their like do. */
  Value object(String name, Arguments arguments) {
    Location at = arguments.at();
    return switch (name) {
      case "__new__" ->
          arguments.get(0) instanceof ClassValue type
                  && (!isOpen(type) || machine.enums().isEnum(type))
              ? allocate(type)
              : new Value.Unknown("an object made by object.__new__", at);
      case "__setattr__" -> {
        machine.attributes().set(arguments.get(0), arguments.text(1), arguments.get(2), at);
        yield Value.NONE;
      }
      default -> Value.NONE;
    };
  }
}
