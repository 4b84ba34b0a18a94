package limbeck.read.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.text.Location;

/**
 * The member names of a Python enumeration, aliases left out.
 *
 * @param className its name
 * @param names in order
 */
record EnumLabels(String className, List<String> names) {
  /** Returns whether a value is an enumeration class, of the project or made by a call. */
  static boolean isEnumeration(PythonProgram program, Value value) {
    return switch (value) {
      case ClassValue type ->
          program.resolutionOrder(type).stream()
              .anyMatch(
                  it ->
                      it instanceof Value.Symbol(String name)
                          && name.startsWith("enum.")
                          && !name.equals("enum.auto"));
      case Value.Call call -> call.name().startsWith("enum.") && call.arguments().size() == 2;
      default -> false;
    };
  }

  /** Returns the members of an enumeration; empty when one of them cannot be told. */
  static Optional<EnumLabels> of(PythonProgram program, Value value, Location at) {
    return switch (value) {
      case ClassValue type -> ofClass(program, type, at);
      case Value.Call call when call.arguments().size() == 2 ->
          Constants.text(call.arguments().getFirst())
              .flatMap(
                  name ->
                      functional(call.arguments().get(1))
                          .map(labels -> new EnumLabels(name, labels)));
      default -> Optional.empty();
    };
  }

  private static Optional<EnumLabels> ofClass(PythonProgram program, ClassValue type, Location at) {
    List<String> names = new ArrayList<>();
    for (ClassValue.Member member : type.members().values()) {
      String name = member.name();
      if (name.startsWith("_") || member.value().isEmpty()) {
        continue;
      }
      Value value = program.attribute(type, name, at);
      switch (value) {
        case Value.EnumMember found -> {
          if (found.name().equals(name)) {
            names.add(name);
          }
        }
        case FunctionValue _ -> {}
        case Value.Call call when isDescriptor(call) -> {}
        case ClassValue _ -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new EnumLabels(type.name(), names));
  }

  private static boolean isDescriptor(Value.Call call) {
    return List.of(
            "builtins.property",
            "builtins.staticmethod",
            "builtins.classmethod",
            "enum.nonmember",
            "functools.cached_property")
        .contains(call.name());
  }

  /** The names given to {@code Enum("Color", names)}: one text, texts, pairs or a dictionary. */
  private static Optional<List<String>> functional(Value value) {
    Optional<String> text = Constants.text(value);
    if (text.isPresent()) {
      return Optional.of(
          Arrays.stream(text.get().replace(',', ' ').split("\\s+"))
              .filter(it -> !it.isEmpty())
              .toList());
    }
    List<Value> items =
        value instanceof Value.DictOf(var entries)
            ? new ArrayList<>(entries.keySet())
            : Constants.items(value).orElse(List.of());
    List<String> names = new ArrayList<>();
    for (Value item : items) {
      Optional<String> name =
          Constants.text(item)
              .or(
                  () ->
                      Constants.items(item)
                          .filter(it -> !it.isEmpty())
                          .flatMap(it -> Constants.text(it.getFirst())));
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
