package limbeck.python.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A stretch of code that may have been left early: a function, a loop, one turn of it, or the body
 * of a {@code try}. Until its end, what follows the possible exit is uncertain.
 */
final class Region {
  private final Deque<Journal.Level> levels = new ArrayDeque<>();
  private final List<PythonError> raised = new ArrayList<>();
  private int openings;

  /** Returns the uncertain parts that last until it ends. */
  Deque<Journal.Level> levels() {
    return levels;
  }

  /** Returns the exceptions that may have been raised inside. */
  List<PythonError> raised() {
    return raised;
  }

  /** Counts a possible exit. */
  void opened() {
    openings++;
  }

  /** Returns the number of possible exits. */
  int openings() {
    return openings;
  }
}
