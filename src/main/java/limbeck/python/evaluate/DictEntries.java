package limbeck.python.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import limbeck.python.value.Value;
import org.jspecify.annotations.Nullable;

/** The entries of a dictionary, in order of insertion; keys are equal as in Python. */
final class DictEntries extends LinkedHashMap<Value, Value> implements Recorded {
  private final long birth;
  private Optional<Value.Unknown> open = Optional.empty();
  private Optional<Value> factory = Optional.empty();
  private Optional<Mirror> mirror = Optional.empty();
  private boolean crossing;

  /** Sees the entries that are set, for a dictionary that stands for a namespace. */
  interface Mirror {
    /** An entry is set; without a value, it is taken away. */
    void changed(Value key, Optional<Value> value);
  }

  DictEntries(Map<Value, Value> entries, long birth) {
    this.birth = birth;
    entries.forEach(this::set);
  }

  /** Returns why there may be other entries than those known. */
  Optional<Value.Unknown> open() {
    return open;
  }

  void setOpen(Value.Unknown why) {
    open = Optional.of(why);
  }

  /** Returns what makes missing values, for a {@code defaultdict}. */
  Optional<Value> factory() {
    return factory;
  }

  void setFactory(Value made) {
    factory = Optional.of(made);
  }

  /** Lets changes also reach the namespace that the dictionary stands for. */
  void setMirror(Mirror namespace) {
    mirror = Optional.of(namespace);
  }

  @Nullable Value lookUp(Value key) {
    return get(Keys.existing(keySet(), key, crossing));
  }

  boolean has(Value key) {
    return containsKey(Keys.existing(keySet(), key, crossing));
  }

  void set(Value key, Value value) {
    crossing |= Keys.crosses(key);
    put(Keys.existing(keySet(), key, crossing), value);
    mirror.ifPresent(namespace -> namespace.changed(key, Optional.of(value)));
  }

  @Nullable Value take(Value key) {
    mirror.ifPresent(namespace -> namespace.changed(key, Optional.empty()));
    return remove(Keys.existing(keySet(), key, crossing));
  }

  @Override
  public long birth() {
    return birth;
  }

  @Override
  public DictEntries copy() {
    DictEntries copy = new DictEntries(Map.of(), birth);
    copy.putAll(this);
    copy.open = open;
    copy.factory = factory;
    copy.crossing = crossing;
    return copy;
  }

  @Override
  public void restore(Recorded copy) {
    DictEntries earlier = (DictEntries) copy;
    clear();
    putAll(earlier);
    open = earlier.open;
    factory = earlier.factory;
    crossing = earlier.crossing;
  }

  @Override
  public void join(Recorded copy, Joining joining) {
    DictEntries other = (DictEntries) copy;
    open = open.or(() -> other.open);
    crossing |= other.crossing;
    if (equals(other)) {
      return;
    }
    other.forEach(
        (key, value) -> {
          if (!containsKey(key)) {
            put(key, joining.unknown());
            open = Optional.of(joining.unknown());
          }
        });
    replaceAll(
        (key, value) -> {
          Value theirs = other.get(key);
          if (theirs == null) {
            open = Optional.of(joining.unknown());
            return joining.unknown();
          }
          return Objects.equals(theirs, value) ? value : joining.unknown();
        });
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
