package limbeck.python.evaluate;

import java.util.Optional;
import java.util.function.Supplier;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Walks both ways of a branch whose condition cannot be known, and joins what they did. */
final class Uncertainty {
  private final Machine machine;

  Uncertainty(Machine machine) {
    this.machine = machine;
  }

  /** How one way of a branch ended. */
  private sealed interface Outcome {
    record Ended(Completion completion) implements Outcome {}

    record Raised(PythonError error) implements Outcome {}

    default boolean normal() {
      return this instanceof Ended(Completion.Normal _);
    }
  }

  /**
   * Walks one way, then the other from the same state.
   *
   * <p>When one of them leaves the function, the loop or a {@code try}, what follows goes on with
   * the state of the other one and stays uncertain until the end of what was left. A way that
   * raises an exception nobody catches is forgotten: the program would not have gone on.
   */
  Completion either(
      String reason,
      Location at,
      Frame frame,
      Supplier<Completion> first,
      Supplier<Completion> second) {
    Journal journal = machine.journal();
    Joining joining = new Joining(reason, at);
    Journal.Level level = journal.open(joining);
    Outcome one = attempt(joining, first);
    Journal.Snapshot afterFirst = journal.undo(level);
    level = journal.open(joining);
    Outcome other = attempt(joining, second);
    Optional<Completion> same = same(one, other, joining);
    if (same.isPresent()) {
      journal.merge(level, afterFirst);
      return same.get();
    }
    boolean keepFirst = one.normal() || (!other.normal() && other instanceof Outcome.Raised);
    if (!keepFirst) {
      park(one, afterFirst, level, joining, frame);
      return complete(other);
    }
    Journal.Snapshot afterSecond = journal.undo(level);
    level = journal.open(joining);
    journal.redo(afterFirst);
    park(other, afterSecond, level, joining, frame);
    return complete(one);
  }

  /** Walks something that may or may not run. */
  Completion maybe(String reason, Location at, Frame frame, Supplier<Completion> body) {
    return either(reason, at, frame, body, () -> Completion.NORMAL);
  }

  /** Computes two values of which one is the result. */
  Value choose(
      String reason, Location at, Frame frame, Supplier<Value> first, Supplier<Value> second) {
    Value[] results = new Value[2];
    either(
        reason,
        at,
        frame,
        () -> {
          results[0] = first.get();
          return Completion.NORMAL;
        },
        () -> {
          results[1] = second.get();
          return Completion.NORMAL;
        });
    Joining joining = new Joining(reason, at);
    if (results[0] == null || results[1] == null) {
      Value left = results[0] == null ? results[1] : results[0];
      return left == null ? joining.unknown() : left;
    }
    return joining.join(results[0], results[1]);
  }

  /** Ends a stretch that may have been left early. */
  void close(Region region) {
    machine.journal().close(region);
    for (int i = 0; i < region.openings(); i++) {
      machine.host().endUncertain();
    }
  }

  private Outcome attempt(Joining joining, Supplier<Completion> way) {
    Host host = machine.host();
    int depth = machine.journal().depth();
    host.beginUncertain(joining.reason(), joining.at());
    try {
      return new Outcome.Ended(way.get());
    } catch (PythonError error) {
      return new Outcome.Raised(error);
    } catch (LimitReached | StackOverflowError limit) {
      machine.journal().unwind(depth - 1);
      throw limit;
    } finally {
      host.endUncertain();
    }
  }

  private Optional<Completion> same(Outcome one, Outcome other, Joining joining) {
    if (one instanceof Outcome.Raised(PythonError first)
        && other instanceof Outcome.Raised(PythonError second)) {
      if (!machine.handlers().isEmpty()) {
        machine.handlers().getLast().raised().add(first);
      }
      throw second;
    }
    if (!(one instanceof Outcome.Ended(Completion first))
        || !(other instanceof Outcome.Ended(Completion second))) {
      return Optional.empty();
    }
    if (first instanceof Completion.Return(Value mine)
        && second instanceof Completion.Return(Value theirs)) {
      return Optional.of(new Completion.Return(joining.join(mine, theirs)));
    }
    return first.equals(second) ? Optional.of(first) : Optional.empty();
  }

  private void park(
      Outcome gone, Journal.Snapshot after, Journal.Level level, Joining joining, Frame frame) {
    Optional<Region> left =
        switch (gone) {
          case Outcome.Raised(PythonError error) -> {
            Region region = machine.handlers().peekLast();
            if (region != null) {
              region.raised().add(error);
            }
            yield Optional.ofNullable(region);
          }
          case Outcome.Ended(Completion completion) ->
              left(completion, joining, frame.activation());
        };
    if (left.isEmpty()) {
      machine.journal().commit(level);
      return;
    }
    left.get().opened();
    machine.host().beginUncertain(joining.reason(), joining.at());
    machine.journal().park(level, after, left.get());
  }

  private static Optional<Region> left(
      Completion completion, Joining joining, Activation activation) {
    return switch (completion) {
      case Completion.Normal _ -> Optional.empty();
      case Completion.Break _ ->
          Optional.ofNullable(activation.loops().peekLast()).map(Activation.LoopRegions::loop);
      case Completion.Continue _ ->
          Optional.ofNullable(activation.loops().peekLast()).map(Activation.LoopRegions::turn);
      case Completion.Return(Value value) -> {
        activation.returns().add(new Activation.Possible(value, joining));
        yield Optional.of(activation.region());
      }
    };
  }

  private static Completion complete(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ended(Completion completion) -> completion;
      case Outcome.Raised(PythonError error) -> throw error;
    };
  }
}
