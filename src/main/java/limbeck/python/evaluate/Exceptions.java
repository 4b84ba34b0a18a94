package limbeck.python.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.ExceptHandler;
import limbeck.python.syntax.Statement;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** {@code raise}, {@code try} and {@code assert}. */
final class Exceptions {
  private final Machine machine;
  private final Deque<PythonError> handled = new ArrayDeque<>();

  Exceptions(Machine machine) {
    this.machine = machine;
  }

  Completion run(Statement.Raise raise, Frame frame) {
    Location at = frame.at(raise);
    if (raise.exception().isEmpty()) {
      PythonError current = handled.peekLast();
      throw current != null
          ? current
          : PythonError.of("RuntimeError", "No active exception to reraise", at);
    }
    Value value = machine.expressions().evaluate(raise.exception().get(), frame);
    throw error(value, at);
  }

  Completion run(Statement.Assert check, Frame frame) {
    Value test = machine.expressions().evaluate(check.test(), frame);
    if (machine.truth().of(test).orElse(true)) {
      return Completion.NORMAL;
    }
    String message =
        check
            .message()
            .map(text -> machine.expressions().evaluate(text, frame))
            .flatMap(value -> machine.text().known(value))
            .orElse("");
    throw PythonError.of("AssertionError", message, frame.at(check));
  }

  Completion run(Statement.Try attempt, Frame frame) {
    if (attempt.finalBody().isEmpty()) {
      return handled(attempt, frame);
    }
    Completion completion;
    try {
      completion = handled(attempt, frame);
    } catch (PythonError error) {
      Completion last = machine.statements().block(attempt.finalBody(), frame);
      if (last instanceof Completion.Normal) {
        throw error;
      }
      return last;
    }
    Completion last = machine.statements().block(attempt.finalBody(), frame);
    return last instanceof Completion.Normal ? completion : last;
  }

  /** Makes the exception that raising a value raises. */
  PythonError error(Value raised, Location at) {
    Value exception =
        switch (raised) {
          case Value.Symbol _, limbeck.python.value.ClassValue _ ->
              machine.calls().call(raised, Arguments.of(machine, List.of(), at));
          default -> raised;
        };
    return new PythonError(exception, ExceptionTypes.describe(machine, exception), at);
  }

  /** Runs a body of which some exceptions are swallowed. */
  Completion suppressing(List<Value> types, Location at, Frame frame, WithBlocks.Body body) {
    Region region = new Region();
    Completion completion;
    machine.handlers().addLast(region);
    try {
      completion = body.run();
    } catch (PythonError error) {
      if (types.stream().anyMatch(type -> ExceptionTypes.matches(machine, error, type))) {
        return Completion.NORMAL;
      }
      throw error;
    } finally {
      machine.handlers().removeLast();
      machine.uncertainty().close(region);
    }
    return region.raised().isEmpty() || completion instanceof Completion.Normal
        ? completion
        : machine
            .uncertainty()
            .either(
                "an exception may be suppressed",
                at,
                frame,
                () -> completion,
                () -> Completion.NORMAL);
  }

  private Completion handled(Statement.Try attempt, Frame frame) {
    if (attempt.handlers().isEmpty()) {
      return withElse(machine.statements().block(attempt.body(), frame), attempt, frame);
    }
    Region region = new Region();
    Completion body;
    machine.handlers().addLast(region);
    try {
      body = machine.statements().block(attempt.body(), frame);
    } catch (PythonError error) {
      machine.handlers().removeLast();
      machine.uncertainty().close(region);
      return handle(error, attempt, frame);
    } catch (LimitReached | StackOverflowError limit) {
      machine.handlers().removeLast();
      machine.uncertainty().close(region);
      throw limit;
    }
    machine.handlers().removeLast();
    machine.uncertainty().close(region);
    Completion completion = region.raised().isEmpty() ? withElse(body, attempt, frame) : body;
    for (PythonError error : region.raised()) {
      Completion before = completion;
      completion =
          machine
              .uncertainty()
              .either(
                  "raises " + error.message() + " or not",
                  error.at(),
                  frame,
                  () -> withElse(before, attempt, frame),
                  () -> handle(error, attempt, frame));
    }
    return completion;
  }

  private Completion withElse(Completion body, Statement.Try attempt, Frame frame) {
    return body instanceof Completion.Normal
        ? machine.statements().block(attempt.orElse(), frame)
        : body;
  }

  private Completion handle(PythonError error, Statement.Try attempt, Frame frame) {
    for (ExceptHandler handler : attempt.handlers()) {
      if (catches(handler, error, frame)) {
        return run(handler, error, frame);
      }
    }
    throw error;
  }

  private boolean catches(ExceptHandler handler, PythonError error, Frame frame) {
    Optional<Value> type =
        handler.type().map(caught -> machine.expressions().evaluate(caught, frame));
    return type.isEmpty() || ExceptionTypes.matches(machine, error, type.get());
  }

  private Completion run(ExceptHandler handler, PythonError error, Frame frame) {
    Location at = frame.at(handler);
    handler
        .name()
        .ifPresent(name -> machine.assignments().bind(name, error.exception(), frame, at));
    handled.addLast(error);
    try {
      return machine.statements().block(handler.body(), frame);
    } finally {
      handled.removeLast();
      handler.name().ifPresent(name -> frame.scope().unbind(machine.journal(), name));
    }
  }
}
