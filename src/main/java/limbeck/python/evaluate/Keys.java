package limbeck.python.evaluate;

import java.util.Collection;
import limbeck.python.value.Value;

/** Equality of the keys of dictionaries and sets, where {@code 1}, {@code 1.0} and True are one. */
final class Keys {
  private Keys() {}

  /** Tells whether such a key can equal a key of another type, so that looking up must search. */
  static boolean crosses(Value key) {
    return key instanceof Value.Float
        || key instanceof Value.Bool
        || key instanceof Value.EnumMember;
  }

  /**
   * Returns the key among those that equals the given one in Python, else the given one.
   *
   * @param crossing whether one of the keys {@link #crosses}
   */
  static Value existing(Collection<Value> keys, Value key, boolean crossing) {
    if (keys.contains(key) || (!crossing && !crosses(key))) {
      return key;
    }
    for (Value other : keys) {
      if ((crosses(other) || crosses(key)) && Equality.equal(other, key).orElse(false)) {
        return other;
      }
    }
    return key;
  }
}
