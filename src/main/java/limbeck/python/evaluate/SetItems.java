package limbeck.python.evaluate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import org.jspecify.annotations.Nullable;

/** The items of a set, in order of insertion; items are equal as in Python. */
final class SetItems extends LinkedHashSet<Value> implements Recorded {
  private final long birth;
  private Optional<Value.Unknown> open = Optional.empty();
  private boolean crossing;
  private boolean frozen;

  SetItems(Collection<? extends Value> items, long birth) {
    this.birth = birth;
    items.forEach(this::include);
  }

  /** Returns why there may be other items than those known; an unknown item stands for them. */
  Optional<Value.Unknown> open() {
    return open;
  }

  void setOpen(Value.Unknown why) {
    open = Optional.of(why);
  }

  /** Returns whether it is a {@code frozenset}. */
  boolean frozen() {
    return frozen;
  }

  /** Makes it a {@code frozenset}. */
  SetItems freeze() {
    frozen = true;
    return this;
  }

  void include(Value item) {
    crossing |= Keys.crosses(item);
    add(Keys.existing(this, item, crossing));
  }

  boolean has(Value item) {
    return contains(Keys.existing(this, item, crossing));
  }

  void exclude(Value item) {
    remove(Keys.existing(this, item, crossing));
  }

  @Override
  public long birth() {
    return birth;
  }

  @Override
  public SetItems copy() {
    SetItems copy = new SetItems(List.of(), birth);
    copy.addAll(this);
    copy.open = open;
    copy.crossing = crossing;
    copy.frozen = frozen;
    return copy;
  }

  @Override
  public void restore(Recorded copy) {
    SetItems earlier = (SetItems) copy;
    clear();
    addAll(earlier);
    open = earlier.open;
    crossing = earlier.crossing;
  }

  @Override
  public void join(Recorded copy, Joining joining) {
    SetItems other = (SetItems) copy;
    open = open.or(() -> other.open);
    if (!equals(other)) {
      retainAll(other);
      add(joining.unknown());
      open = Optional.of(joining.unknown());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
