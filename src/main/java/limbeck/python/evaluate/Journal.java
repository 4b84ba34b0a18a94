package limbeck.python.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.python.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what containers held before an uncertain part changed them, so that both ways of a
 * branch start from the same state and meet afterwards.
 */
final class Journal {
  /** Contents of containers at one moment, by identity, in order of first change. */
  static final class Snapshot {
    private final IdentityHashMap<Recorded, Recorded> contents = new IdentityHashMap<>();
    private final List<Recorded> order = new ArrayList<>();

    private void put(Recorded container, Recorded copy) {
      if (contents.put(container, copy) == null) {
        order.add(container);
      }
    }
  }

  /** An uncertain part under way. */
  static final class Level {
    private final long start;
    private final Snapshot before = new Snapshot();
    private @Nullable Snapshot alternative;
    private @Nullable Region owner;
    private final Joining joining;

    private Level(long start, Joining joining) {
      this.start = start;
      this.joining = joining;
    }
  }

  private Deque<Level> levels = new ArrayDeque<>();
  private long clock;

  ListItems list(Collection<? extends Value> items) {
    return new ListItems(items, clock++, false);
  }

  ListItems iterator(Collection<? extends Value> items) {
    return new ListItems(items, clock++, true);
  }

  DictEntries dict(Map<Value, Value> entries) {
    return new DictEntries(entries, clock++);
  }

  SetItems set(Collection<? extends Value> items) {
    return new SetItems(items, clock++);
  }

  Names names() {
    return new Names(clock++, Names.Absence.FAILS);
  }

  Names fields() {
    return new Names(clock++, Names.Absence.DEFERS);
  }

  MemberNames members() {
    return new MemberNames(clock++);
  }

  /** Must be called before a container changes. */
  void touch(Recorded container) {
    Level level = levels.peekLast();
    if (level != null
        && container.birth() < level.start
        && !level.before.contents.containsKey(container)) {
      level.before.put(container, container.copy());
    }
  }

  /** Begins an uncertain part. */
  Level open(Joining joining) {
    Level level = new Level(clock++, joining);
    levels.addLast(level);
    return level;
  }

  /** Returns what the part has changed, undoes it and ends the part. */
  Snapshot undo(Level level) {
    List<Level> reopen = settleAbove(level);
    Snapshot after = new Snapshot();
    for (Recorded container : level.before.order) {
      after.put(container, container.copy());
      container.restore(earlier(level.before, container));
    }
    levels.remove(level);
    reopen.forEach(this::reopen);
    return after;
  }

  /** Brings back what an undone part had changed. */
  void redo(Snapshot after) {
    for (Recorded container : after.order) {
      touch(container);
      container.restore(earlier(after, container));
    }
  }

  /** Ends a part; what it and the other way did are joined. */
  void merge(Level level, Snapshot other) {
    List<Level> reopen = settleAbove(level);
    settle(level, other);
    reopen.forEach(this::reopen);
  }

  /** Ends a part as if it had been certain. */
  void commit(Level level) {
    List<Level> reopen = settleAbove(level);
    levels.remove(level);
    propagate(level);
    reopen.forEach(this::reopen);
  }

  /** Leaves a part open until a region ends; the other way has left the region already. */
  void park(Level level, Snapshot other, Region owner) {
    level.alternative = other;
    level.owner = owner;
    owner.levels().add(level);
  }

  /** Ends the parts that wait for a region. */
  void close(Region region) {
    while (!region.levels().isEmpty()) {
      Level level = region.levels().removeLast();
      Snapshot other = level.alternative;
      if (levels.contains(level)) {
        merge(level, other == null ? new Snapshot() : other);
      }
    }
  }

  /** Runs what is evaluated once whatever the condition, such as the body of a module. */
  <T> T isolated(Supplier<T> action) {
    Deque<Level> outer = levels;
    levels = new ArrayDeque<>();
    try {
      return action.get();
    } finally {
      levels = outer;
    }
  }

  /** Returns the number of uncertain parts under way. */
  int depth() {
    return levels.size();
  }

  /** Returns why what happens now may not happen at all. */
  Optional<Value.Unknown> doubt() {
    Level level = levels.peekFirst();
    return level == null ? Optional.empty() : Optional.of(level.joining.unknown());
  }

  /** Ends all parts above a depth as if they had been certain, after a limit was reached. */
  void unwind(int depth) {
    while (levels.size() > depth) {
      propagate(levels.removeLast());
    }
  }

  private List<Level> settleAbove(Level level) {
    List<Level> reopen = new ArrayList<>();
    if (!levels.contains(level)) {
      return reopen;
    }
    for (Level top = levels.getLast(); top != level; top = levels.getLast()) {
      Snapshot other = top.alternative;
      settle(top, other == null ? new Snapshot() : other);
      if (top.owner != null) {
        reopen.addFirst(top);
      }
    }
    return reopen;
  }

  private void reopen(Level settled) {
    Region owner = settled.owner;
    if (owner != null && owner.levels().remove(settled)) {
      Level level = open(settled.joining);
      park(level, new Snapshot(), owner);
    }
  }

  private void settle(Level level, Snapshot other) {
    levels.remove(level);
    propagate(level);
    for (Recorded container : level.before.order) {
      Recorded there = other.contents.get(container);
      container.join(there == null ? earlier(level.before, container) : there, level.joining);
    }
    for (Recorded container : other.order) {
      if (!level.before.contents.containsKey(container)) {
        touch(container);
        container.join(earlier(other, container), level.joining);
      }
    }
  }

  private void propagate(Level level) {
    Level below = levels.peekLast();
    if (below == null) {
      return;
    }
    for (Recorded container : level.before.order) {
      if (container.birth() < below.start && !below.before.contents.containsKey(container)) {
        below.before.put(container, earlier(level.before, container));
      }
    }
  }

  private static Recorded earlier(Snapshot snapshot, Recorded container) {
    Recorded copy = snapshot.contents.get(container);
    if (copy == null) {
      throw new IllegalStateException("a container without its earlier content");
    }
    return copy;
  }
}
