package limbeck.python.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.WithItem;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/**
 * {@code with} statements: contexts of the project are run, those of libraries told to the host.
 */
final class WithBlocks {
  private final Machine machine;

  /** The block under a context. */
  interface Body {
    Completion run();
  }

  WithBlocks(Machine machine) {
    this.machine = machine;
  }

  Completion run(Statement.With with, Frame frame) {
    return run(with, 0, frame);
  }

  private Completion run(Statement.With with, int index, Frame frame) {
    if (index == with.items().size()) {
      return machine.statements().block(with.body(), frame);
    }
    WithItem item = with.items().get(index);
    Value context = machine.expressions().evaluate(item.context(), frame);
    return under(context, item, frame, () -> run(with, index + 1, frame));
  }

  private Completion under(Value context, WithItem item, Frame frame, Body body) {
    Location at = frame.at(item.context());
    return switch (context) {
      case Value.Call(FunctionValue function, List<Value> arguments, var keywords, _)
          when FunctionDefinitions.isContextManager(function) ->
          generator(
              function,
              new Arguments(machine, arguments, keywords, Optional.empty(), Optional.empty(), at),
              item,
              frame,
              body);
      case Value.Call(Value.Symbol(String name), List<Value> arguments, _, _)
          when name.equals("contextlib.suppress") ->
          machine.statements().exceptions().suppressing(arguments, at, frame, body);
      case Value.Call(Value.Symbol(String name), List<Value> arguments, _, _)
          when name.equals("contextlib.nullcontext") || name.equals("contextlib.closing") -> {
        bind(item, arguments.isEmpty() ? Value.NONE : arguments.getFirst(), frame);
        yield body.run();
      }
      case Value.Call(Value.Symbol(String name), _, _, _) when name.equals("builtins.open") -> {
        bind(item, context, frame);
        yield body.run();
      }
      case Value.Instance instance
          when machine.attributes().find(instance, "__enter__", at).isPresent() ->
          instance(instance, item, frame, body);
      default -> library(context, item, frame, body);
    };
  }

  private void bind(WithItem item, Value value, Frame frame) {
    item.target().ifPresent(target -> machine.assignments().assign(target, value, frame));
  }

  private Completion library(Value context, WithItem item, Frame frame, Body body) {
    Host host = machine.host();
    Location at = frame.at(item.context());
    bind(item, host.enter(context, at).map(machine::adopt).orElse(context), frame);
    try {
      return body.run();
    } finally {
      host.exit(context, at);
    }
  }

  /** Runs a generator up to its yield, then the block, then the rest of the generator. */
  private Completion generator(
      FunctionValue function, Arguments arguments, WithItem item, Frame frame, Body body) {
    AtomicReference<@Nullable Completion> done = new AtomicReference<>();
    machine
        .functionCalls()
        .generate(
            function,
            arguments,
            yielded -> {
              bind(item, yielded, frame);
              // Stays when the body raises and the generator swallows the exception.
              done.set(Completion.NORMAL);
              done.set(body.run());
              return Value.NONE;
            });
    Completion completion = done.get();
    if (completion == null) {
      return library(
          new Value.Unknown(function.name() + " does not yield", arguments.at()),
          item,
          frame,
          body);
    }
    return completion;
  }

  private Completion instance(Value.Instance context, WithItem item, Frame frame, Body body) {
    Location at = frame.at(item.context());
    bind(item, method(context, "__enter__", List.of(), at), frame);
    Completion completion;
    try {
      completion = body.run();
    } catch (PythonError error) {
      List<Value> details = List.of(Value.NONE, error.exception(), Value.NONE);
      Value swallowed = method(context, "__exit__", details, at);
      if (machine.truth().of(swallowed).orElse(false)) {
        return Completion.NORMAL;
      }
      throw error;
    }
    method(context, "__exit__", List.of(Value.NONE, Value.NONE, Value.NONE), at);
    return completion;
  }

  private Value method(Value.Instance of, String name, List<Value> arguments, Location at) {
    return machine
        .attributes()
        .find(of, name, at)
        .map(found -> machine.calls().call(found, Arguments.of(machine, arguments, at)))
        .orElse(Value.NONE);
  }
}
