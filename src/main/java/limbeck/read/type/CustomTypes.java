package limbeck.read.type;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.ConstructWriters;
import limbeck.read.ReadContext;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/**
 * Types that a project defines: TypeDecorator, UserDefinedType, and subclasses of a library's type.
 */
final class CustomTypes {
  private final ReadContext context;
  private final TypeTranslator translator;

  CustomTypes(ReadContext context, TypeTranslator translator) {
    this.context = context;
    this.translator = translator;
  }

  private TypeReading written(
      FunctionValue function, ClassValue type, Value value, Arguments arguments) {
    Construction made = construct(type, value, arguments);
    Value text =
        ConstructWriters.write(function, made.self(), context, arguments.at(), made.host());
    return Constants.text(text)
        .map(it -> TypeReading.of(named(it)))
        .orElseGet(
            () ->
                unknown(
                    "the function that writes "
                        + type.name()
                        + " gives "
                        + Constants.describe(text),
                    arguments));
  }

  /**
   * Returns what a project's type class stores.
   *
   * @param value the class, a call of it, or an object of it
   * @param arguments given to the class
   */
  TypeReading read(ClassValue type, Value value, Arguments arguments, TypeScope scope) {
    PythonProgram program = context.program();
    for (Value base : program.resolutionOrder(type)) {
      Optional<FunctionValue> writer =
          base instanceof ClassValue own
              ? context.writers().find(own, context.options().dialect())
              : Optional.empty();
      if (writer.isPresent()) {
        return written(writer.get(), type, value, arguments);
      }
      Optional<String> name = LibraryNames.of(base);
      if (name.isEmpty()) {
        continue;
      }
      switch (name.get()) {
        case "sqlalchemy.TypeDecorator" -> {
          return decorated(type, value, arguments, scope);
        }
        case "sqlalchemy.UserDefinedType" -> {
          return userDefined(type, value, arguments);
        }
        default -> {
          Optional<TypeReading> known = translator.construct(name.get(), arguments, scope);
          if (known.isPresent()) {
            return known.get();
          }
        }
      }
    }
    return unknown("the class " + type.name() + " is no column type that is understood", arguments);
  }

  private TypeReading unknown(String reason, Arguments arguments) {
    arguments
        .problems()
        .addMarked(
            "the type of " + arguments.subject() + " is not understood: " + reason,
            "type of " + arguments.subject(),
            arguments.at());
    return TypeReading.unknown(reason);
  }

  private TypeReading decorated(
      ClassValue type, Value value, Arguments arguments, TypeScope scope) {
    PythonProgram program = context.program();
    Location at = arguments.at();
    Optional<Value> impl = program.member(type, "impl").flatMap(it -> it.member().value());
    if (impl.isEmpty()) {
      return unknown("the TypeDecorator " + type.name() + " has no impl", arguments);
    }
    Construction made = construct(type, value, arguments);
    Value stored = stored(impl.get(), made, at);
    Optional<TypeReading.Binding> binding = binding(type, made, at);
    if (program.member(type, "load_dialect_impl").isEmpty()) {
      TypeReading reading = translator.translate(stored, scope, arguments.subject(), at);
      return binding.map(reading::withBinding).orElse(reading);
    }
    made.host().store(stored);
    Value method = program.attribute(made.self(), "load_dialect_impl", at);
    Value chosen = program.call(method, List.of(made.host().dialect()), Map.of(), at, made.host());
    TypeReading reading = translator.translate(chosen, scope, arguments.subject(), at);
    return binding.map(reading::withBinding).orElse(reading);
  }

  /** The method of the class that changes values, where it has one. */
  private Optional<TypeReading.Binding> binding(ClassValue type, Construction made, Location at) {
    PythonProgram program = context.program();
    for (String name : List.of("process_literal_param", "process_bind_param")) {
      if (program.member(type, name).isPresent()) {
        return Optional.of(
            value ->
                program.call(
                    program.attribute(made.self(), name, at),
                    List.of(value, made.host().dialect()),
                    Map.of(),
                    at,
                    made.host()));
      }
    }
    return Optional.empty();
  }

  /** The object, what stands around it, and the arguments that reach the library's class. */
  private record Construction(
      Value self, TypeObjectHost host, List<Value> positional, Map<String, Value> keywords) {}

  private Construction construct(ClassValue type, Value value, Arguments arguments) {
    Location at = arguments.at();
    Value self =
        value instanceof ClassValue ? new Value.Call(type, List.of(), Map.of(), at) : value;
    TypeObjectHost host = new TypeObjectHost(self, context.options().dialect(), at);
    if (context.program().member(type, "__init__").isEmpty()) {
      return new Construction(self, host, arguments.positional(), arguments.keywords());
    }
    Value method = context.program().attribute(self, "__init__", at);
    context.program().call(method, arguments.positional(), arguments.keywords(), at, host);
    return host.initialisation()
        .map(it -> new Construction(self, host, it.arguments(), it.keywords()))
        .orElse(new Construction(self, host, List.of(), Map.of()));
  }

  /** The class given as {@code impl} is called with the arguments; an object is taken as it is. */
  private static Value stored(Value impl, Construction construction, Location at) {
    boolean isClass =
        impl instanceof Value.Symbol
            || impl instanceof ClassValue
            || impl instanceof Value.Attribute;
    if (!isClass || (construction.positional().isEmpty() && construction.keywords().isEmpty())) {
      return impl;
    }
    return new Value.Call(impl, construction.positional(), construction.keywords(), at);
  }

  private TypeReading userDefined(ClassValue type, Value value, Arguments arguments) {
    PythonProgram program = context.program();
    Construction made = construct(type, value, arguments);
    Value method = program.attribute(made.self(), "get_col_spec", arguments.at());
    Value specification = program.call(method, List.of(), Map.of(), arguments.at(), made.host());
    return Constants.text(specification)
        .map(it -> TypeReading.of(named(it)))
        .orElseGet(
            () ->
                unknown(
                    "get_col_spec of "
                        + type.name()
                        + " gives "
                        + Constants.describe(specification),
                    arguments));
  }

  /** Reads {@code VECTOR(3)} as a name with arguments. */
  SqlType named(String specification) {
    if (context.options().dialect() == DialectName.SQLITE) {
      // SQLite keeps whatever is written.
      return new SqlType.Named(specification, List.of());
    }
    int open = specification.indexOf('(');
    if (open < 0 || !specification.endsWith(")")) {
      return new SqlType.Named(specification.toLowerCase(java.util.Locale.ROOT), List.of());
    }
    String inside = specification.substring(open + 1, specification.length() - 1);
    return new SqlType.Named(
        specification.substring(0, open).strip().toLowerCase(java.util.Locale.ROOT),
        Arrays.stream(inside.split(",", -1)).map(String::strip).toList());
  }
}
