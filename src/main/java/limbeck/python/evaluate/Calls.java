package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;

/** Calls of any value. */
final class Calls {
  private final Machine machine;

  Calls(Machine machine) {
    this.machine = machine;
  }

  Value call(Value callee, Arguments arguments) {
    machine.budget().step();
    try {
      return dispatch(callee, arguments);
    } catch (NotFoldable notFoldable) {
      Optional<Value.Unknown> unknown = notFoldable.unknown().or(() -> firstUnknown(arguments));
      return unknown.<Value>map(value -> value).orElseGet(() -> symbolic(callee, arguments));
    }
  }

  private Value dispatch(Value callee, Arguments arguments) {
    return switch (callee) {
      case FunctionValue function -> machine.functionCalls().call(function, arguments);
      case ClassValue type -> machine.instances().construct(type, arguments);
      case Value.Symbol(String name) -> symbol(callee, name, arguments);
      case Value.Attribute(Value of, String name) -> method(callee, of, name, arguments);
      case Value.Call call -> made(call, arguments);
      case Value.Item(Value of, _) when of instanceof ClassValue || isBuiltin(of) ->
          dispatch(of, arguments);
      case Value.Instance instance -> instance(instance, arguments);
      case Value.Unknown unknown ->
          machine.host().call(arguments.kept(unknown)).map(machine::adopt).orElse(unknown);
      case Value.Item _, Value.Operation _ -> symbolic(callee, arguments);
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
          Value.DictOf _,
          Value.EnumMember _,
          ModuleValue _ ->
          machine.raise(
              "TypeError", "'" + Types.name(callee) + "' object is not callable", arguments.at());
    };
  }

  private static boolean isBuiltin(Value value) {
    return value instanceof Value.Symbol(String name)
        && (name.startsWith("builtins.") || name.startsWith("collections."));
  }

  /** Asks the host, and keeps the call as it is when it does not know. */
  Value symbolic(Value callee, Arguments arguments) {
    Value.Call call = arguments.kept(callee);
    return machine.host().call(call).map(machine::adopt).orElse(call);
  }

  private static Optional<Value.Unknown> firstUnknown(Arguments arguments) {
    List<Value> all = new ArrayList<>(arguments.positional());
    all.addAll(arguments.keywords().values());
    for (Value value : all) {
      if (value instanceof Value.Unknown unknown) {
        return Optional.of(unknown);
      }
    }
    return arguments.open();
  }

  private Value symbol(Value callee, String name, Arguments arguments) {
    Optional<Native> known = machine.natives().find(name);
    boolean builtin = name.startsWith("builtins.");
    if (known.isEmpty()) {
      return symbolic(callee, arguments);
    }
    if (!builtin) {
      Optional<Value> answer = machine.host().call(arguments.kept(callee));
      if (answer.isPresent()) {
        return machine.adopt(answer.get());
      }
    }
    try {
      return known.get().call(arguments);
    } catch (PythonError error) {
      return machine.caught(error);
    } catch (NotFoldable notFoldable) {
      Optional<Value.Unknown> unknown = notFoldable.unknown().or(() -> firstUnknown(arguments));
      if (unknown.isPresent()) {
        return unknown.get();
      }
      return builtin ? symbolic(callee, arguments) : arguments.kept(callee);
    }
  }

  private Value method(Value callee, Value of, String name, Arguments arguments) {
    if (of instanceof Value.Unknown unknown) {
      return machine.host().call(arguments.kept(callee)).map(machine::adopt).orElse(unknown);
    }
    Optional<Value> receiver = machine.methods().receiver(machine, of, name);
    if (receiver.isEmpty()) {
      return symbolic(callee, arguments);
    }
    try {
      return machine.methods().call(receiver.get(), name, arguments);
    } catch (PythonError error) {
      return machine.caught(error);
    }
  }

  /** Calls what another call has made, such as a partial function. */
  private Value made(Value.Call call, Arguments arguments) {
    return switch (call.name()) {
      case "functools.partial" -> {
        Map<String, Value> keywords = new LinkedHashMap<>(call.keywords());
        keywords.putAll(arguments.keywords());
        Optional<Value.Unknown> rest =
            keywords.remove(Arguments.REST) instanceof Value.Unknown unknown
                ? Optional.of(unknown)
                : arguments.openKeywords();
        Arguments all =
            new Arguments(
                machine,
                arguments.after(call.arguments().subList(1, call.arguments().size())).positional(),
                keywords,
                arguments.openPositional(),
                rest,
                arguments.at());
        yield call(call.arguments().getFirst(), all);
      }
      case "operator.itemgetter" -> {
        List<Value> found =
            call.arguments().stream()
                .map(key -> machine.subscripts().get(arguments.get(0), key, arguments.at()))
                .toList();
        yield found.size() == 1 ? found.getFirst() : new Value.TupleOf(found);
      }
      case "operator.attrgetter" -> {
        List<Value> found =
            call.arguments().stream().map(path -> path(arguments.get(0), path, arguments)).toList();
        yield found.size() == 1 ? found.getFirst() : new Value.TupleOf(found);
      }
      default -> {
        if (call.callee() instanceof ClassValue) {
          Optional<Value> method = machine.attributes().find(call, "__call__", arguments.at());
          if (method.isPresent()) {
            yield call(method.get(), arguments);
          }
        }
        yield symbolic(call, arguments);
      }
    };
  }

  private Value path(Value of, Value path, Arguments arguments) {
    Value value = of;
    for (String name : machine.text().known(path).orElse("").split("\\.")) {
      value = machine.attributes().get(value, name, arguments.at());
    }
    return value;
  }

  private Value instance(Value.Instance instance, Arguments arguments) {
    Optional<Value> method = machine.attributes().find(instance, "__call__", arguments.at());
    if (method.isPresent()) {
      return call(method.get(), arguments);
    }
    return machine.instances().isOpen(instance.type())
        ? symbolic(instance, arguments)
        : machine.raise(
            "TypeError", "'" + instance.type().name() + "' object is not callable", arguments.at());
  }
}
