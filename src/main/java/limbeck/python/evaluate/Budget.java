package limbeck.python.evaluate;

/** Counts steps and nesting, so that every evaluation ends. */
final class Budget {
  /** Steps of one statement of a module, with the functions it calls; imports count apart. */
  static final long STATEMENT_STEPS = 1_000_000;

  /** Steps of one call from outside a function, with the calls inside. */
  static final long CALL_STEPS = 200_000;

  /** Steps that all modules and calls may take together. */
  static final long PROGRAM_STEPS = 60_000_000;

  /** Python calls inside one another. */
  static final int DEPTH = 100;

  /** Items of one list, characters of one text. */
  static final int SIZE = 200_000;

  private long total;
  private long steps;
  private long limit = STATEMENT_STEPS;
  private int depth;

  /**
   * A count that was interrupted.
   *
   * @param steps taken so far
   * @param limit of them
   */
  record Count(long steps, long limit) {}

  /** Counts one step. */
  void step() {
    total++;
    steps++;
    if (steps > limit || total > PROGRAM_STEPS) {
      throw new LimitReached("takes too many steps to follow");
    }
  }

  /** Refuses a container or text that would be too large. */
  static void size(long size) {
    if (size > SIZE) {
      throw NotFoldable.symbolic();
    }
  }

  /** Begins a count within the one under way; returns the limit to be restored. */
  long narrow(long count) {
    long before = limit;
    limit = Math.min(limit, steps + count);
    return before;
  }

  /** Brings back an earlier limit. */
  void restore(long before) {
    limit = before;
  }

  /** Begins a count of its own, whatever is left of the one under way. */
  Count begin(long count) {
    Count interrupted = new Count(steps, limit);
    steps = 0;
    limit = count;
    return interrupted;
  }

  /** Goes on with an interrupted count. */
  void resume(Count interrupted) {
    steps = interrupted.steps();
    limit = interrupted.limit();
  }

  /** Tells whether a limit around the present one is reached too. */
  boolean exceeds(long outer) {
    return steps > outer || total > PROGRAM_STEPS;
  }

  /** Tells whether the program has taken all the steps it may. */
  boolean exhausted() {
    return total > PROGRAM_STEPS;
  }

  /** Tells whether no Python call is under way. */
  boolean idle() {
    return depth == 0;
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
