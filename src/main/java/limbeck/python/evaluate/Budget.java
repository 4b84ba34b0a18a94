package limbeck.python.evaluate;

/** Counts steps and nesting, so that every evaluation ends. */
final class Budget {
  /** Steps of one module's body, with the functions it calls. */
  static final long MODULE_STEPS = 2_000_000;

  /** Steps of one call from outside a function, with the calls inside. */
  static final long CALL_STEPS = 200_000;

  /** Steps that all modules and calls may take together. */
  static final long PROGRAM_STEPS = 40_000_000;

  /** Python calls inside one another. */
  static final int DEPTH = 100;

  /** Items of one list, characters of one text. */
  static final int SIZE = 200_000;

  private long steps;
  private long limit = MODULE_STEPS;
  private int depth;

  /** Counts one step. */
  void step() {
    spend(1);
  }

  /** Counts several steps at once. */
  void spend(long count) {
    steps += count;
    if (steps > limit) {
      throw new LimitReached("takes too many steps to follow");
    }
  }

  /** Refuses a container or text that would be too large. */
  static void size(long size) {
    if (size > SIZE) {
      throw NotFoldable.symbolic();
    }
  }

  /** Allows a number of steps from here on, never more than is left outside. */
  long narrow(long count) {
    long before = limit;
    limit = Math.min(limit, steps + count);
    return before;
  }

  /** Allows a number of steps from here on, whatever is left outside. */
  long renew(long count) {
    long before = limit;
    limit = Math.min(steps + count, PROGRAM_STEPS);
    return before;
  }

  /** Allows a number of steps for a call from outside, more only when none is under way. */
  long renewFor(long count) {
    return depth == 0 ? renew(count) : narrow(count);
  }

  /** Brings back an earlier limit. */
  void restore(long before) {
    limit = before;
  }

  /** Tells whether an earlier limit is reached too. */
  boolean exceeds(long earlier) {
    return steps > earlier;
  }

  /** Enters a Python call. */
  void enter() {
    if (depth >= DEPTH) {
      throw new LimitReached("calls nest deeper than " + DEPTH);
    }
    depth++;
  }

  /** Leaves a Python call. */
  void leave() {
    depth--;
  }
}
