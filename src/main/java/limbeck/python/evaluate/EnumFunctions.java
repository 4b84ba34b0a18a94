package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** The functional form of enumerations: {@code Enum("Name", "a b")}. */
final class EnumFunctions {
  private EnumFunctions() {}

  /** Makes an enumeration from a call of one of the enumeration types or of a project's base. */
  static Value create(Value base, Arguments arguments) {
    Machine machine = arguments.machine();
    Optional<Value> names = arguments.optional(1, "names");
    Optional<Value> given = arguments.optional(0, "value");
    if (names.isEmpty() || given.isEmpty()) {
      throw NotFoldable.symbolic();
    }
    String name =
        machine.text().known(given.get()).orElseThrow(() -> NotFoldable.because(given.get()));
    List<Value> bases = new ArrayList<>();
    arguments.named("type").ifPresent(bases::add);
    bases.add(base);
    Map<Value, Value> members = new LinkedHashMap<>();
    Value auto = new Value.Call(new Value.Symbol("enum.auto"), List.of(), Map.of(), arguments.at());
    for (Value item : items(machine, names.get(), arguments)) {
      switch (item) {
        case Value.Str text -> members.put(text, auto);
        case Value.TupleOf(List<Value> pair) when pair.size() == 2 ->
            members.put(pair.getFirst(), pair.getLast());
        case Value.ListOf(List<Value> pair) when pair.size() == 2 ->
            members.put(pair.getFirst(), pair.getLast());
        default -> throw NotFoldable.because(item);
      }
    }
    Optional<ClassValue> like =
        base instanceof ClassValue type ? Optional.of(type) : Optional.empty();
    return machine.classDefinitions().create(name, bases, members, Map.of(), like, arguments.at());
  }

  private static List<Value> items(Machine machine, Value names, Arguments arguments) {
    Optional<String> text = machine.text().known(names);
    if (text.isPresent()) {
      List<Value> parts = new ArrayList<>();
      for (String part : text.get().replace(',', ' ').strip().split("\\s+")) {
        parts.add(new Value.Str(part));
      }
      return parts;
    }
    if (names instanceof Value.DictOf(DictEntries entries) && entries.open().isEmpty()) {
      return entries.entrySet().stream()
          .<Value>map(entry -> new Value.TupleOf(List.of(entry.getKey(), entry.getValue())))
          .toList();
    }
    return machine.iteration().complete(names, arguments.at());
  }
}
