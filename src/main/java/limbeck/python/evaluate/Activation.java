package limbeck.python.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import limbeck.python.value.Value;

/** One run of a function's or module's body. */
final class Activation {
  private final Region region = new Region();
  private final List<Possible> returns = new ArrayList<>();
  private final Deque<LoopRegions> loops = new ArrayDeque<>();
  private final Optional<Closure.ClassCell> cell;
  private final Optional<Value> receiver;
  private final Optional<Function<Value, Value>> yields;

  /**
   * A value that may have been returned.
   *
   * @param value the value
   * @param joining the condition
   */
  record Possible(Value value, Joining joining) {}

  /** The regions that {@code break} and {@code continue} leave. */
  static final class LoopRegions {
    private final Region loop = new Region();
    private Region turn = new Region();

    Region loop() {
      return loop;
    }

    Region turn() {
      return turn;
    }

    Region nextTurn() {
      turn = new Region();
      return turn;
    }
  }

  Activation(
      Optional<Closure.ClassCell> cell,
      Optional<Value> receiver,
      Optional<Function<Value, Value>> yields) {
    this.cell = cell;
    this.receiver = receiver;
    this.yields = yields;
  }

  /** Makes the activation of a module's body. */
  static Activation ofModule() {
    return new Activation(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the whole body, which {@code return} leaves. */
  Region region() {
    return region;
  }

  /** Returns what may have been returned already. */
  List<Possible> returns() {
    return returns;
  }

  /** Returns the loops under way, innermost last. */
  Deque<LoopRegions> loops() {
    return loops;
  }

  /** Returns the class for {@code super()}. */
  Optional<Closure.ClassCell> cell() {
    return cell;
  }

  /** Returns the first argument, for {@code super()}. */
  Optional<Value> receiver() {
    return receiver;
  }

  /** Returns what takes yielded values and answers what the {@code yield} gives. */
  Optional<Function<Value, Value>> yields() {
    return yields;
  }
}
