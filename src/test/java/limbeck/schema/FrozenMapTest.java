package limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A frozen map is held to a TreeMap under thousands of changes. */
class FrozenMapTest {
  @Test
  void behavesAsATreeMapDoes() {
    Random random = new Random(7);
    SortedMap<String, Integer> expected = new TreeMap<>();
    FrozenMap<String, Integer> map = FrozenMap.of(new TreeMap<String, Integer>());
    for (int i = 0; i < 5000; i++) {
      String key = "k" + random.nextInt(60);
      FrozenMap<String, Integer> before = map;
      int size = before.size();
      if (random.nextBoolean()) {
        map = map.with(key, i);
        expected.put(key, i);
      } else {
        map = map.without(key);
        expected.remove(key);
      }
      assertThat(before).hasSize(size);
      assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(expected.keySet()));
      assertThat(List.copyOf(map.values())).isEqualTo(List.copyOf(expected.values()));
      assertThat(map.get(key)).isEqualTo(expected.get(key));
    }
    assertThat(map.headMap("k3")).isEqualTo(expected.headMap("k3"));
    assertThat(map.tailMap("k3")).isEqualTo(expected.tailMap("k3"));
    assertThat(map.subMap("k2", "k4")).isEqualTo(expected.subMap("k2", "k4"));
    assertThat(map.firstKey()).isEqualTo(expected.firstKey());
    assertThat(map.lastKey()).isEqualTo(expected.lastKey());
  }

  @Test
  void aMapInAnotherOrderIsPutIntoItsOwn() {
    SortedMap<String, Integer> reversed = new TreeMap<>(Comparator.reverseOrder());
    reversed.put("a", 1);
    reversed.put("b", 2);
    assertThat(FrozenMap.of(reversed).firstKey()).isEqualTo("a");
  }
}
