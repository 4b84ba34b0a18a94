package limbeck.python.evaluate;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.syntax.Expression;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Whether values are true, and of a type. */
final class Truth {
  private static final int REASON_LENGTH = 80;

  private final Machine machine;

  Truth(Machine machine) {
    this.machine = machine;
  }

  /** Returns whether the value is true; empty when that cannot be known. */
  Optional<Boolean> of(Value value) {
    return switch (value) {
      case Value.None _ -> Optional.of(false);
      case Value.Bool(boolean bool) -> Optional.of(bool);
      case Value.Int(BigInteger number) -> Optional.of(number.signum() != 0);
      case Value.Float(double number) -> Optional.of(number != 0);
      case Value.Str(String text) -> Optional.of(!text.isEmpty());
      case Value.Bytes(String text) -> Optional.of(!text.isEmpty());
      case Value.ListOf(ListItems items) ->
          items.isIterator() || items.certain() > 0
              ? Optional.of(true)
              : items.open().isEmpty() ? Optional.of(false) : Optional.empty();
      case Value.ListOf(List<Value> items) -> Optional.of(!items.isEmpty());
      case Value.TupleOf(List<Value> items) -> Optional.of(!items.isEmpty());
      case Value.SetOf(SetItems items) when items.open().isPresent() ->
          items.size() > 1 ? Optional.of(true) : Optional.empty();
      case Value.SetOf(Set<Value> items) -> Optional.of(!items.isEmpty());
      case Value.DictOf(DictEntries entries) when entries.open().isPresent() -> Optional.empty();
      case Value.DictOf(Map<Value, Value> entries) -> Optional.of(!entries.isEmpty());
      case Value.EnumMember member ->
          machine.enums().isPlain(member.type()) ? Optional.of(true) : of(member.value());
      case Value.Instance instance -> instance(instance);
      case Value.Ellipsis _, FunctionValue _, ClassValue _, ModuleValue _ -> Optional.of(true);
      case Value.Symbol(String name) -> symbol(value, name);
      case Value.Operation(String operator, List<Value> operands)
          when operator.equals("not") && !Types.plain(operands.getFirst()) ->
          machine.host().truth(value).or(() -> of(operands.getFirst()).map(truth -> !truth));
      case Value.Call(Value.Symbol(String name), _, _, _)
          when name.equals("pathlib.Path")
              || name.equals("re.Match")
              || name.equals("re.compile")
              || name.equals("builtins.object") ->
          Optional.of(true);
      case Value.Call _, Value.Attribute _, Value.Item _, Value.Operation _, Value.Unknown _ ->
          machine.host().truth(value);
    };
  }

  private Optional<Boolean> symbol(Value value, String name) {
    if (Statements.isTypeChecking(value)) {
      return Optional.of(false);
    }
    return name.startsWith("builtins.") ? Optional.of(true) : machine.host().truth(value);
  }

  private Optional<Boolean> instance(Value.Instance instance) {
    Location at = instance.type().location();
    for (String method : List.of("__bool__", "__len__")) {
      Optional<Value> found = machine.attributes().find(instance, method, at);
      if (found.isPresent()) {
        return of(machine.calls().call(found.get(), Arguments.of(machine, List.of(), at)));
      }
    }
    return machine
        .instances()
        .tuple(instance)
        .map(items -> !items.isEmpty())
        .or(() -> Optional.of(true));
  }

  /** Returns whether a value is of a type or one of several; empty when that cannot be known. */
  Optional<Boolean> instance(Value value, Value type) {
    if (value instanceof Value.Unknown || type instanceof Value.Unknown) {
      return Optional.empty();
    }
    if (type instanceof Value.TupleOf(List<Value> types)) {
      return any(types.stream().map(each -> instance(value, each)).toList());
    }
    if (type instanceof Value.Operation(String operator, List<Value> types)
        && operator.equals("|")) {
      return any(types.stream().map(each -> instance(value, each)).toList());
    }
    return TypeTests.instance(machine, value, type);
  }

  private static Optional<Boolean> any(List<Optional<Boolean>> results) {
    if (results.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return results.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }

  /** Returns why a condition cannot be known, for the user. */
  static String reason(Value value, Expression condition, Frame frame) {
    if (value instanceof Value.Unknown unknown) {
      return unknown.reason();
    }
    String text = frame.scope().module().file().text();
    int start = Math.min(condition.span().start(), text.length());
    int end = Math.min(condition.span().end(), text.length());
    String source = text.substring(start, end).replaceAll("\\s+", " ");
    if (source.length() > REASON_LENGTH) {
      source = source.substring(0, REASON_LENGTH) + "…";
    }
    return "whether `" + source + "` holds is not known";
  }
}
