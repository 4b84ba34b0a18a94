package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** A host that writes down what it is told, one line each. */
class Recorder implements Host {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  /** Returns a call as Python would write it, its arguments shortened. */
  static String shown(Value value) {
    return switch (value) {
      case Value.Call call -> {
        List<String> parts = new ArrayList<>();
        call.arguments().forEach(argument -> parts.add(shown(argument)));
        call.keywords().forEach((name, argument) -> parts.add(name + "=" + shown(argument)));
        yield shown(call.callee()) + "(" + String.join(", ", parts) + ")";
      }
      case Value.Str(String text) -> "'" + text + "'";
      case Value.Int(var number) -> number.toString();
      case Value.Bool(boolean bool) -> bool ? "True" : "False";
      case Value.None _ -> "None";
      case Value.ListOf(var items) -> items.stream().map(Recorder::shown).toList().toString();
      case Value.TupleOf(var items) ->
          "(" + String.join(", ", items.stream().map(Recorder::shown).toList()) + ")";
      case Value.Attribute(Value of, String name) -> shown(of) + "." + name;
      case Value.Item(Value of, Value key) -> shown(of) + "[" + shown(key) + "]";
      case Value.Operation(String operator, List<Value> operands) ->
          operands.size() == 1
              ? operator + " " + shown(operands.getFirst())
              : shown(operands.getFirst()) + " " + operator + " " + shown(operands.getLast());
      case Value.Unknown(String reason, _) -> "?" + reason + "?";
      default -> Types.describe(value);
    };
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (!call.name().startsWith("builtins.")) {
      lines.add(shown(call));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Value> enter(Value context, Location at) {
    lines.add("enter " + shown(context));
    return Optional.empty();
  }

  @Override
  public void exit(Value context, Location at) {
    lines.add("exit " + shown(context));
  }

  @Override
  public void beginUncertain(String reason, Location at) {
    lines.add("maybe " + at.line() + ": " + reason);
  }

  @Override
  public void endUncertain() {
    lines.add("end");
  }

  @Override
  public void enterFunction(FunctionValue function, Location callSite) {
    lines.add("into " + function.name());
  }

  @Override
  public void leaveFunction(FunctionValue function) {
    lines.add("out of " + function.name());
  }

  @Override
  public void assign(Value target, Value value, Location at) {
    lines.add(shown(target) + " = " + shown(value));
  }
}
