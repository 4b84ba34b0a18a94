package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** Methods of Python's own types. */
final class Methods {
  private static final Set<String> WHOLE = Set.of("bit_length", "to_bytes", "conjugate");
  private static final Set<String> REAL = Set.of("is_integer", "hex", "conjugate");

  /** Tells whether values of that type have the method. */
  boolean has(Value of, String name) {
    return switch (of) {
      case Value.Str _ -> StringMethods.NAMES.contains(name) || StringSearch.NAMES.contains(name);
      case Value.Bytes _ -> BytesMethods.NAMES.contains(name);
      case Value.ListOf _ -> ListMethods.NAMES.contains(name);
      case Value.TupleOf _ -> name.equals("count") || name.equals("index");
      case Value.SetOf _ -> SetMethods.NAMES.contains(name);
      case Value.DictOf _ -> DictMethods.NAMES.contains(name);
      case Value.Int _, Value.Bool _ -> WHOLE.contains(name);
      case Value.Float _ -> REAL.contains(name);
      default -> false;
    };
  }

  /** Returns the value on which a method is computed; empty when it is a library's method. */
  Optional<Value> receiver(Machine machine, Value of, String name) {
    boolean known =
        switch (of) {
          case ClassValue _ -> name.equals("__subclasses__") || name.equals("mro");
          case Value.Instance _ -> name.equals("_asdict") || name.equals("_replace");
          case Value.Call call -> LibraryObjects.hasMethod(call, name);
          default -> has(of, name);
        };
    if (known) {
      return Optional.of(of);
    }
    return of instanceof Value.EnumMember member && machine.enums().isText(member.type())
        ? receiver(machine, member.value(), name)
        : Optional.empty();
  }

  /** Returns the result of a method. */
  Value call(Value of, String name, Arguments arguments) {
    return switch (of) {
      case Value.Str(String text) ->
          StringMethods.NAMES.contains(name)
              ? StringMethods.call(text, name, arguments)
              : StringSearch.call(text, name, arguments);
      case Value.Bytes(String bytes) -> BytesMethods.call(bytes, name, arguments);
      case Value.ListOf(ListItems items) -> ListMethods.call(items, name, arguments);
      case Value.TupleOf(List<Value> items) -> tuple(items, name, arguments);
      case Value.SetOf(SetItems items) -> SetMethods.call(items, name, arguments);
      case Value.DictOf(DictEntries entries) -> DictMethods.call(entries, name, arguments);
      case Value.Int _, Value.Bool _ -> whole(of, name);
      case Value.Float(double number) when name.equals("is_integer") ->
          new Value.Bool(number == Math.rint(number));
      case ClassValue type -> type(type, name, arguments);
      case Value.Instance instance -> namedTuple(instance, name, arguments);
      case Value.Call call -> LibraryObjects.call(call, name, arguments);
      default -> throw NotFoldable.symbolic();
    };
  }

  private static Value whole(Value of, String name) {
    if (!name.equals("bit_length")) {
      throw NotFoldable.symbolic();
    }
    return Value.Int.of(Numbers.whole(of).abs().bitLength());
  }

  private static Value tuple(List<Value> items, String name, Arguments arguments) {
    if (arguments.machine().rest(items).isPresent()) {
      throw NotFoldable.because(arguments.machine().rest(items).get());
    }
    return name.equals("count")
        ? ListMethods.count(items, arguments)
        : ListMethods.index(items, arguments);
  }

  private static Value type(ClassValue type, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    if (name.equals("mro")) {
      List<Value> order = new ArrayList<>(machine.resolution().order(type));
      order.add(new Value.Symbol("builtins.object"));
      return machine.list(order);
    }
    return machine.list(
        machine.classes().stream().filter(each -> each.bases().contains(type)).toList());
  }

  private static Value namedTuple(Value.Instance instance, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    if (name.equals("_asdict")) {
      DictEntries entries = machine.journal().dict(Map.of());
      for (String field : machine.instances().fieldNames(instance.type())) {
        Value value = instance.fields().get(field);
        if (value != null) {
          entries.put(new Value.Str(field), value);
        }
      }
      return new Value.DictOf(entries);
    }
    Value.Instance copy = machine.instances().allocate(instance.type());
    copy.fields().putAll(instance.fields());
    copy.fields().putAll(arguments.keywords());
    return copy;
  }
}
