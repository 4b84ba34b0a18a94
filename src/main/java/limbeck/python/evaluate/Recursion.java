package limbeck.python.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import limbeck.python.value.FunctionValue;

/**
 * Functions under way, to see those that call themselves again and again without anything being
 * known that would end it. Walked on, such calls branch until the steps are used up.
 */
final class Recursion {
  /** Calls inside one another, each behind one more condition that cannot be known. */
  private static final int MOST = 3;

  private final IdentityHashMap<Object, Deque<Integer>> depths = new IdentityHashMap<>();

  /**
   * Notes the beginning of a call.
   *
   * @param depth the number of uncertain parts under way
   * @throws LimitReached when the last calls of the function were each less certain than the one
   *     before
   */
  void enter(FunctionValue function, int depth) {
    Deque<Integer> earlier = depths.computeIfAbsent(key(function), _ -> new ArrayDeque<>());
    int above = depth;
    int count = 0;
    for (int before : earlier) {
      if (before >= above) {
        break;
      }
      above = before;
      count++;
    }
    if (count >= MOST) {
      throw new LimitReached("calls itself under conditions that cannot be known");
    }
    earlier.addFirst(depth);
  }

  /** Notes the end of a call. */
  void leave(FunctionValue function) {
    Deque<Integer> earlier = depths.get(key(function));
    if (earlier != null) {
      earlier.removeFirst();
    }
  }

  private static Object key(FunctionValue function) {
    return switch (function.body()) {
      case FunctionValue.Body.Lambda(var expression) -> expression;
      case FunctionValue.Body.Statements(var definition) -> definition;
    };
  }
}
