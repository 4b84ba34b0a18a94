package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Choices that are the same for the same seed. */
final class RandomSource {
  private final Random random;

  RandomSource(long seed) {
    // Neighbouring seeds of java.util.Random begin alike; spread them first.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ (seed >>> 7));
  }

  boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  int below(int number) {
    return random.nextInt(number);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Some of the choices, in their order. */
  <T> List<T> some(List<T> choices, int oneIn) {
    List<T> result = new ArrayList<>();
    for (T it : choices) {
      if (oneIn(oneIn)) {
        result.add(it);
      }
    }
    return result;
  }

  <T> List<T> shuffled(List<T> items) {
    List<T> result = new ArrayList<>(items);
    for (int i = result.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T kept = result.get(i);
      result.set(i, result.get(j));
      result.set(j, kept);
    }
    return result;
  }
}
