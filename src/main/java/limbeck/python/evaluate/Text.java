package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** {@code str()} and {@code repr()} of values. */
final class Text {
  private static final int NESTING = 60;

  private final Machine machine;

  Text(Machine machine) {
    this.machine = machine;
  }

  /** Returns the text of a value that is text, also a member of an enumeration of text. */
  Optional<String> known(Value value) {
    return switch (value) {
      case Value.Str(String text) -> Optional.of(text);
      case Value.EnumMember member when machine.enums().isText(member.type()) ->
          known(member.value());
      default -> Optional.empty();
    };
  }

  /** Returns {@code str(value)}. */
  String str(Value value, Location at) {
    return switch (value) {
      case Value.Str(String text) -> text;
      case Value.EnumMember member -> member(member, at);
      case Value.Instance instance -> instance(instance, List.of("__str__", "__repr__"), at);
      case Value.Call call -> call(call, at);
      case Value.Unknown unknown -> throw NotFoldable.because(unknown);
      default -> repr(value, at);
    };
  }

  /** Returns {@code repr(value)}. */
  String repr(Value value, Location at) {
    return repr(value, at, 0);
  }

  private String repr(Value value, Location at, int nesting) {
    if (nesting > NESTING) {
      throw NotFoldable.symbolic();
    }
    machine.budget().step();
    return switch (value) {
      case Value.Str(String text) -> Literals.quoted(text);
      case Value.Bytes(String bytes) -> Literals.quotedBytes(bytes);
      case Value.Int(var number) -> number.toString();
      case Value.Float(double number) -> Literals.real(number);
      case Value.Bool(boolean bool) -> bool ? "True" : "False";
      case Value.None _ -> "None";
      case Value.Ellipsis _ -> "Ellipsis";
      case Value.ListOf(ListItems items) -> {
        if (items.isIterator()) {
          throw NotFoldable.symbolic();
        }
        if (items.open().isPresent()) {
          throw NotFoldable.because(items.open().get());
        }
        yield "[" + joined(items, at, nesting) + "]";
      }
      case Value.ListOf(List<Value> items) -> "[" + joined(items, at, nesting) + "]";
      case Value.TupleOf(List<Value> items) ->
          "(" + joined(items, at, nesting) + (items.size() == 1 ? ",)" : ")");
      case Value.SetOf(Set<Value> items) -> {
        if (items instanceof SetItems set && set.open().isPresent()) {
          throw NotFoldable.because(set.open().get());
        }
        if (items.size() > 1) {
          throw NotFoldable.symbolic();
        }
        boolean frozen = items instanceof SetItems set && set.frozen();
        String inside = items.isEmpty() ? "" : "{" + joined(List.copyOf(items), at, nesting) + "}";
        yield frozen ? "frozenset(" + inside + ")" : items.isEmpty() ? "set()" : inside;
      }
      case Value.DictOf(Map<Value, Value> entries) -> dict(entries, at, nesting);
      case Value.EnumMember member
          when machine.enums().method(member, "__repr__", at).isPresent() ->
          text(
              machine
                  .calls()
                  .call(
                      machine.enums().method(member, "__repr__", at).get(),
                      Arguments.of(machine, List.of(), at)));
      case Value.EnumMember member ->
          "<"
              + member.type().name()
              + "."
              + member.name()
              + ": "
              + repr(member.value(), at, nesting + 1)
              + ">";
      case Value.Instance instance -> instance(instance, List.of("__repr__"), at);
      case ClassValue type -> "<class '" + type.qualifiedName() + "'>";
      case Value.Call call when Moments.text(call).isPresent() -> throw NotFoldable.symbolic();
      case Value.Call call -> call(call, at);
      case Value.Symbol(String name) when name.startsWith("builtins.") && !name.contains("_") ->
          "<class '" + name.substring("builtins.".length()) + "'>";
      case Value.Unknown unknown -> throw NotFoldable.because(unknown);
      case Value.Symbol _,
          Value.Attribute _,
          Value.Item _,
          Value.Operation _,
          FunctionValue _,
          ModuleValue _ ->
          throw NotFoldable.symbolic();
    };
  }

  private String joined(List<Value> items, Location at, int nesting) {
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      texts.add(repr(item, at, nesting + 1));
    }
    return String.join(", ", texts);
  }

  private String dict(Map<Value, Value> entries, Location at, int nesting) {
    if (entries instanceof DictEntries known) {
      known
          .open()
          .ifPresent(
              why -> {
                throw NotFoldable.because(why);
              });
    }
    List<String> texts = new ArrayList<>();
    entries.forEach(
        (key, value) ->
            texts.add(repr(key, at, nesting + 1) + ": " + repr(value, at, nesting + 1)));
    return "{" + String.join(", ", texts) + "}";
  }

  private String member(Value.EnumMember member, Location at) {
    Optional<Value> method = machine.enums().method(member, "__str__", at);
    if (method.isPresent()) {
      return text(machine.calls().call(method.get(), Arguments.of(machine, List.of(), at)));
    }
    return machine.enums().showsValue(member.type())
        ? str(member.value(), at)
        : member.type().name() + "." + member.name();
  }

  private String instance(Value.Instance instance, List<String> methods, Location at) {
    for (String name : methods) {
      Optional<Value> method = machine.attributes().find(instance, name, at);
      if (method.isPresent()) {
        return text(machine.calls().call(method.get(), Arguments.of(machine, List.of(), at)));
      }
    }
    Optional<List<Value>> tuple = machine.instances().tuple(instance);
    if (tuple.isPresent()) {
      return namedTuple(instance, tuple.get(), at);
    }
    Optional<List<Value>> arguments = machine.instances().exceptionArguments(instance);
    if (arguments.isPresent()) {
      return exception(arguments.get(), at);
    }
    throw NotFoldable.symbolic();
  }

  private String namedTuple(Value.Instance instance, List<Value> items, Location at) {
    List<String> names = machine.instances().fieldNames(instance.type());
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      fields.add(names.get(i) + "=" + repr(items.get(i), at));
    }
    return instance.type().name() + "(" + String.join(", ", fields) + ")";
  }

  private static String text(Value value) {
    if (value instanceof Value.Str(String text)) {
      return text;
    }
    throw NotFoldable.because(value);
  }

  private String call(Value.Call call, Location at) {
    List<Value> arguments = call.arguments();
    String name = call.name();
    if (ExceptionTypes.isException(name)) {
      return exception(arguments, at);
    }
    Optional<String> moment = Moments.text(call);
    if (moment.isPresent()) {
      return moment.get();
    }
    if (arguments.size() == 1 && call.keywords().isEmpty()) {
      Value only = arguments.getFirst();
      switch (name) {
        case "pathlib.Path" -> {
          return str(only, at);
        }
        case "uuid.UUID" -> {
          return Literals.uuid(str(only, at));
        }
        case "decimal.Decimal" -> {
          if (only instanceof Value.Int || only instanceof Value.Str) {
            return Literals.decimal(str(only, at));
          }
        }
        default -> {}
      }
    }
    if (call.callee() instanceof ClassValue) {
      Optional<Value> method = machine.attributes().find(call, "__str__", at);
      if (method.isPresent()) {
        return text(machine.calls().call(method.get(), Arguments.of(machine, List.of(), at)));
      }
    }
    throw call.arguments().stream()
        .filter(argument -> argument instanceof Value.Unknown)
        .findFirst()
        .map(NotFoldable::because)
        .orElse(NotFoldable.symbolic());
  }

  private String exception(List<Value> arguments, Location at) {
    return switch (arguments.size()) {
      case 0 -> "";
      case 1 -> str(arguments.getFirst(), at);
      default -> repr(new Value.TupleOf(arguments), at);
    };
  }
}
