package limbeck.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: two arrays, side by side. A changed copy shares nothing but is
 * made by copying the arrays, which for the maps of a schema takes less time than a balanced tree.
 *
 * @param <K> keys in their natural order
 * @param <V> values, never null
 */
final class FrozenMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V>
    implements SortedMap<K, V> {
  private final List<K> keys;
  private final List<V> values;

  private FrozenMap(List<K> keys, List<V> values) {
    this.keys = keys;
    this.values = values;
  }

  /** Returns a map that is frozen already as it is, and a frozen copy of any other. */
  static <K extends Comparable<? super K>, V> FrozenMap<K, V> of(SortedMap<K, V> map) {
    if (map instanceof FrozenMap<K, V> frozen) {
      return frozen;
    }
    SortedMap<K, V> natural = map.comparator() == null ? map : new TreeMap<>((Map<K, V>) map);
    return new FrozenMap<>(List.copyOf(natural.keySet()), List.copyOf(natural.values()));
  }

  /** Returns this map with an entry added or replaced. */
  FrozenMap<K, V> with(K key, V value) {
    int at = find(key);
    return at >= 0
        ? new FrozenMap<>(keys, replaced(values, at, value))
        : new FrozenMap<>(inserted(keys, -at - 1, key), inserted(values, -at - 1, value));
  }

  /** Returns this map without a key. */
  FrozenMap<K, V> without(K key) {
    int at = find(key);
    return at < 0 ? this : new FrozenMap<>(removed(keys, at), removed(values, at));
  }

  private int find(K key) {
    int low = 0;
    int high = keys.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = keys.get(middle).compareTo(key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  private static <T> List<T> replaced(List<T> list, int at, T item) {
    Object[] array = list.toArray();
    array[at] = item;
    return listOf(array);
  }

  private static <T> List<T> inserted(List<T> list, int at, T item) {
    Object[] old = list.toArray();
    Object[] array = new Object[old.length + 1];
    System.arraycopy(old, 0, array, 0, at);
    array[at] = item;
    System.arraycopy(old, at, array, at + 1, old.length - at);
    return listOf(array);
  }

  private static <T> List<T> removed(List<T> list, int at) {
    Object[] old = list.toArray();
    Object[] array = new Object[old.length - 1];
    System.arraycopy(old, 0, array, 0, at);
    System.arraycopy(old, at + 1, array, at, array.length - at);
    return listOf(array);
  }

  /** The array is of this class's own making and is given away with the list. */
  @SuppressWarnings("unchecked") // all that was put in is of the type
  private static <T> List<T> listOf(Object[] array) {
    return (List<T>) Arrays.asList(array);
  }

  @Override
  @SuppressWarnings("unchecked") // a wrong type shows itself in compareTo
  public @Nullable V get(@Nullable Object key) {
    // As in a TreeMap, asking for a key of another class is a mistake that shows itself.
    int at = key == null ? -1 : find((K) key);
    return at < 0 ? null : values.get(at);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  /** Two of them are compared side by side; what both share is not looked into. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FrozenMap<?, ?> map
        ? keys.equals(map.keys) && values.equals(map.values)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public int size() {
    return keys.size();
  }

  @Override
  public Collection<V> values() {
    return java.util.Collections.unmodifiableList(values);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.size();
      }

      @Override
      public Iterator<Entry<K, V>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < keys.size();
          }

          @Override
          public Entry<K, V> next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            int at = next++;
            return Map.entry(keys.get(at), values.get(at));
          }
        };
      }
    };
  }

  @Override
  public @Nullable Comparator<? super K> comparator() {
    return null;
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    return of(new TreeMap<>((Map<K, V>) this).subMap(from, to));
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    return of(new TreeMap<>((Map<K, V>) this).headMap(to));
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    return of(new TreeMap<>((Map<K, V>) this).tailMap(from));
  }

  @Override
  public K firstKey() {
    return keys.getFirst();
  }

  @Override
  public K lastKey() {
    return keys.getLast();
  }
}
