package limbeck.python.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import limbeck.python.value.Value;
import org.jspecify.annotations.Nullable;

/** Variables of a module or function, or fields of an object, in order of definition. */
final class Names extends LinkedHashMap<String, Value> implements Recorded {
  /** What it means that only one of two histories has a name. */
  enum Absence {
    /** Using the name would fail otherwise, so it is there. */
    FAILS,
    /** Something else would be found instead. */
    DEFERS
  }

  private final long birth;
  private final Absence absence;

  Names(long birth, Absence absence) {
    this.birth = birth;
    this.absence = absence;
  }

  @Override
  public long birth() {
    return birth;
  }

  @Override
  public Names copy() {
    Names copy = new Names(birth, absence);
    copy.putAll(this);
    return copy;
  }

  @Override
  public void restore(Recorded copy) {
    Names earlier = (Names) copy;
    clear();
    putAll(earlier);
  }

  @Override
  public void join(Recorded copy, Joining joining) {
    Names other = (Names) copy;
    replaceAll(
        (name, mine) -> {
          Value theirs = other.get(name);
          if (theirs == null) {
            return absence == Absence.FAILS ? mine : joining.unknown();
          }
          return joining.join(mine, theirs);
        });
    for (Map.Entry<String, Value> entry : other.entrySet()) {
      putIfAbsent(entry.getKey(), absence == Absence.FAILS ? entry.getValue() : joining.unknown());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
