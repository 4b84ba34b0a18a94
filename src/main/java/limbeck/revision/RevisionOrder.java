package limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alembic's order of revisions: from the heads down, one line as far as it goes before the next,
 * each revision after all that need it.
 */
final class RevisionOrder {
  private final Links links;
  private final BitSet todo;
  private final List<Cursor> cursors = new ArrayList<>();
  private int current;

  /** A line that is being followed down. */
  private final class Cursor {
    private final int at;
    private @Nullable BitSet below;

    private Cursor(int at) {
      this.at = at;
    }

    /** Computed only when several lines are open; a linear history never needs it. */
    private boolean needs(int node) {
      BitSet known = below;
      if (known == null) {
        known = links.ancestors(at);
        below = known;
      }
      return known.get(node);
    }
  }

  private RevisionOrder(Links links, BitSet todo) {
    this.links = links;
    this.todo = todo;
  }

  /**
   * Returns the revisions of a set, newest first.
   *
   * @param heads where to begin, those inside the set
   */
  static List<Integer> newestFirst(Links links, BitSet set, Collection<Integer> heads) {
    RevisionOrder order = new RevisionOrder(links, (BitSet) set.clone());
    heads.stream().distinct().filter(set::get).sorted().forEach(order::open);
    return order.walk();
  }

  private void open(int node) {
    cursors.add(new Cursor(node));
  }

  private List<Integer> walk() {
    List<Integer> result = new ArrayList<>();
    while (!cursors.isEmpty()) {
      int candidate = cursors.get(current).at;
      int blocking = lineThatNeeds(candidate);
      if (blocking >= 0) {
        current = blocking;
        continue;
      }
      if (todo.get(candidate)) {
        result.add(candidate);
        todo.clear(candidate);
      }
      goDown(candidate);
    }
    return result;
  }

  private int lineThatNeeds(int candidate) {
    for (int i = 0; i < cursors.size(); i++) {
      if (i != current && cursors.get(i).needs(candidate)) {
        return i;
      }
    }
    return -1;
  }

  private void goDown(int candidate) {
    List<Integer> next = new ArrayList<>();
    for (int below : links.before(candidate)) {
      if (todo.get(below) && !isOpen(below)) {
        next.add(below);
      }
    }
    if (next.isEmpty()) {
      cursors.remove(current);
      current = Math.max(current - 1, 0);
      return;
    }
    cursors.set(current, new Cursor(next.getFirst()));
    next.subList(1, next.size()).forEach(this::open);
  }

  private boolean isOpen(int node) {
    for (Cursor cursor : cursors) {
      if (cursor.at == node) {
        return true;
      }
    }
    return false;
  }
}
