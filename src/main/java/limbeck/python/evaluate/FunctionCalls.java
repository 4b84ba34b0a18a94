package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Parameter;
import limbeck.python.syntax.Parameters;
import limbeck.python.syntax.Statement;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;

/** Runs functions of the project. */
final class FunctionCalls {
  private final Machine machine;
  private final Recursion recursion = new Recursion();

  FunctionCalls(Machine machine) {
    this.machine = machine;
  }

  /** Returns what a function returns; of a generator, an iterator of what it yields. */
  Value call(FunctionValue function, Arguments arguments) {
    if (FunctionDefinitions.isContextManager(function)) {
      return withReceiver(function, arguments).kept(unbound(function));
    }
    Closure closure = (Closure) function.scope();
    if (!closure.generator()) {
      return guarded(function, arguments, Optional.empty());
    }
    ListItems items = machine.journal().iterator(List.of());
    Function<Value, Value> sink =
        value -> {
          machine.journal().touch(items);
          items.add(value);
          Budget.size(items.size());
          return Value.NONE;
        };
    Value result = guarded(function, arguments, Optional.of(sink));
    if (result instanceof Value.Unknown unknown) {
      items.addRest(unknown);
    }
    return new Value.ListOf(items);
  }

  private static FunctionValue unbound(FunctionValue function) {
    return function.receiver().isEmpty()
        ? function
        : new FunctionValue(
            function.name(),
            function.module(),
            function.parameters(),
            function.body(),
            function.decorators(),
            function.scope(),
            Optional.empty(),
            function.location());
  }

  private static Arguments withReceiver(FunctionValue function, Arguments arguments) {
    return function.receiver().isEmpty()
        ? arguments
        : arguments.after(List.of(function.receiver().get()));
  }

  /** Runs a generator; what it yields goes to a sink, what it raises to the caller. */
  Value generate(FunctionValue function, Arguments arguments, Function<Value, Value> sink) {
    return bounded(function, withReceiver(function, arguments), Optional.of(sink));
  }

  private Value guarded(
      FunctionValue function, Arguments arguments, Optional<Function<Value, Value>> sink) {
    try {
      return bounded(function, withReceiver(function, arguments), sink);
    } catch (PythonError error) {
      if (machine.handlers().isEmpty()) {
        if (machine.modules().isRunning() && machine.journal().depth() == 0) {
          machine.problem("raises " + error.message(), error.at());
        }
        return error.unknown();
      }
      throw error;
    }
  }

  private Value bounded(
      FunctionValue function, Arguments arguments, Optional<Function<Value, Value>> sink) {
    long outer = machine.budget().narrow(Budget.CALL_STEPS);
    int depth = machine.journal().depth();
    try {
      recursion.enter(function, depth);
      try {
        machine.budget().enter();
        try {
          return run(function, arguments, sink);
        } finally {
          machine.budget().leave();
        }
      } finally {
        recursion.leave(function);
      }
    } catch (LimitReached limit) {
      if (machine.budget().exceeds(outer)) {
        throw limit;
      }
      machine.journal().unwind(depth);
      return new Value.Unknown(function.name() + " " + limit.message(), arguments.at());
    } finally {
      machine.budget().restore(outer);
    }
  }

  private Value run(
      FunctionValue function, Arguments arguments, Optional<Function<Value, Value>> sink) {
    Closure closure = (Closure) function.scope();
    Scope scope = closure.scope().ofFunction(machine.journal());
    bind(function, closure, arguments, scope);
    Activation activation =
        new Activation(closure.cell(), first(function.parameters(), scope), sink);
    Frame frame = new Frame(scope, activation, Optional.empty());
    Host host = machine.host();
    host.enterFunction(function, arguments.at());
    try {
      return switch (function.body()) {
        case FunctionValue.Body.Lambda(Expression expression) ->
            machine.expressions().evaluate(expression, frame);
        case FunctionValue.Body.Statements(Statement.FunctionDef definition) ->
            result(definition, frame);
      };
    } finally {
      machine.uncertainty().close(activation.region());
      host.leaveFunction(function);
    }
  }

  private Value result(Statement.FunctionDef definition, Frame frame) {
    List<Activation.Possible> earlier = frame.activation().returns();
    Value last;
    try {
      Completion completion = machine.statements().block(definition.body(), frame);
      last = completion instanceof Completion.Return(Value value) ? value : Value.NONE;
    } catch (PythonError error) {
      if (earlier.isEmpty() || !machine.handlers().isEmpty()) {
        throw error;
      }
      last = earlier.getLast().value();
    }
    for (Activation.Possible possible : earlier) {
      last = possible.joining().join(possible.value(), last);
    }
    return last;
  }

  private static Optional<Value> first(Parameters parameters, Scope scope) {
    List<Parameter> named = new ArrayList<>(parameters.positionalOnly());
    named.addAll(parameters.positional());
    return named.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(scope.own(named.getFirst().name()));
  }

  private void bind(FunctionValue function, Closure closure, Arguments arguments, Scope scope) {
    Parameters parameters = function.parameters();
    List<Parameter> named = new ArrayList<>(parameters.positionalOnly());
    named.addAll(parameters.positional());
    Map<String, Value> keywords = new LinkedHashMap<>(arguments.keywords());
    int index = 0;
    for (Parameter parameter : named) {
      boolean byName = index >= parameters.positionalOnly().size();
      Value value;
      if (index < arguments.size()) {
        value = arguments.get(index);
      } else if (arguments.openPositional().isPresent()) {
        value = arguments.openPositional().get();
      } else {
        value =
            keyword(
                function, closure, parameter, byName ? keywords : new LinkedHashMap<>(), arguments);
      }
      scope.names().put(parameter.name(), value);
      index++;
    }
    for (Parameter parameter : parameters.keywordOnly()) {
      scope
          .names()
          .put(parameter.name(), keyword(function, closure, parameter, keywords, arguments));
    }
    bindRest(function, arguments, named.size(), keywords, scope);
  }

  private Value keyword(
      FunctionValue function,
      Closure closure,
      Parameter parameter,
      Map<String, Value> keywords,
      Arguments arguments) {
    Value given = keywords.remove(parameter.name());
    if (given != null) {
      return given;
    }
    if (arguments.openKeywords().isPresent()) {
      return arguments.openKeywords().get();
    }
    Value standard = closure.defaults().get(parameter.name());
    if (standard != null) {
      return standard;
    }
    return machine.raise(
        "TypeError",
        function.name() + "() missing a required argument: '" + parameter.name() + "'",
        arguments.at());
  }

  private void bindRest(
      FunctionValue function,
      Arguments arguments,
      int taken,
      Map<String, Value> keywords,
      Scope scope) {
    Parameters parameters = function.parameters();
    if (parameters.variadic().isPresent()) {
      ListItems rest = machine.journal().list(arguments.from(taken).positional());
      arguments.openPositional().ifPresent(rest::addRest);
      Value value = rest.open().isPresent() ? machine.openTuple(rest) : new Value.TupleOf(rest);
      scope.names().put(parameters.variadic().get().name(), value);
    } else if (arguments.size() > taken) {
      machine.raise("TypeError", function.name() + "() takes fewer arguments", arguments.at());
    }
    if (parameters.keywords().isPresent()) {
      DictEntries rest = machine.journal().dict(Map.of());
      keywords.forEach((name, value) -> rest.put(new Value.Str(name), value));
      arguments.openKeywords().ifPresent(rest::setOpen);
      scope.names().put(parameters.keywords().get().name(), new Value.DictOf(rest));
    } else if (!keywords.isEmpty()) {
      machine.raise(
          "TypeError",
          function.name()
              + "() got an unexpected keyword argument '"
              + keywords.keySet().iterator().next()
              + "'",
          arguments.at());
    }
  }
}
