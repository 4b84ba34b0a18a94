package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import limbeck.python.value.Value;

/** The items of a list, or what is left of an iterator. */
final class ListItems extends ArrayList<Value> implements Recorded {
  private final long birth;
  private final boolean iterator;
  private Optional<Value.Unknown> open = Optional.empty();

  ListItems(Collection<? extends Value> items, long birth, boolean iterator) {
    super(items);
    this.birth = birth;
    this.iterator = iterator;
  }

  /** Returns whether walking it uses it up. */
  boolean isIterator() {
    return iterator;
  }

  /** Returns why there may be other items than those known; an unknown item stands for them. */
  Optional<Value.Unknown> open() {
    return open;
  }

  /** Notes that any number of items may stand where this one is added. */
  void addRest(Value.Unknown rest) {
    add(rest);
    open = Optional.of(rest);
  }

  /** Notes that items may stand in another order or be others. */
  void setOpen(Value.Unknown why) {
    open = Optional.of(why);
  }

  /** Returns how many items at the beginning are certain. */
  int certain() {
    if (open.isEmpty()) {
      return size();
    }
    int rest = indexOf(open.get());
    return rest < 0 ? 0 : rest;
  }

  @Override
  public long birth() {
    return birth;
  }

  @Override
  public ListItems copy() {
    ListItems copy = new ListItems(this, birth, iterator);
    copy.open = open;
    return copy;
  }

  @Override
  public void restore(Recorded copy) {
    ListItems earlier = (ListItems) copy;
    clear();
    addAll(earlier);
    open = earlier.open;
  }

  @Override
  public void join(Recorded copy, Joining joining) {
    ListItems other = (ListItems) copy;
    if (equals(other)) {
      open = open.or(() -> other.open);
      return;
    }
    int same = 0;
    while (same < size() && same < other.size() && get(same).equals(other.get(same))) {
      same++;
    }
    removeRange(same, size());
    addRest(joining.unknown());
  }
}
