package limbeck.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How alike two names are: by their words, and by their letters. */
final class NameSimilarity {
  private NameSimilarity() {}

  /** Returns a number from 0 (nothing in common) to 1 (the same). */
  static double of(String first, String second) {
    List<String> a = words(first);
    List<String> b = words(second);
    return Math.max(byWords(a, b), byLetters(String.join("_", a), String.join("_", b)));
  }

  private static List<String> words(String name) {
    String split = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    List<String> result = new ArrayList<>(Arrays.asList(split.split("[^\\p{L}\\p{N}]+")));
    result.removeIf(String::isEmpty);
    return result;
  }

  private static double byWords(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    double shared = 0;
    List<String> left = new ArrayList<>(b);
    for (String word : a) {
      String best = "";
      double bestScore = 0;
      for (String other : left) {
        double score = word(word, other);
        if (score > bestScore) {
          best = other;
          bestScore = score;
        }
      }
      left.remove(best);
      shared += bestScore;
    }
    return shared / Math.max(a.size(), b.size());
  }

  /** An abbreviation such as {@code desc} counts almost as much as the word itself. */
  private static double word(String first, String second) {
    if (first.equals(second)) {
      return 1;
    }
    int shorter = Math.min(first.length(), second.length());
    boolean begins = first.startsWith(second) || second.startsWith(first);
    return shorter >= 3 && begins ? 0.8 : 0;
  }

  private static double byLetters(String first, String second) {
    int longer = Math.max(first.length(), second.length());
    return longer == 0 ? 1 : 1 - (double) distance(first, second) / longer;
  }

  private static int distance(String first, String second) {
    int[] previous = new int[second.length() + 1];
    for (int j = 0; j <= second.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int[] current = new int[second.length() + 1];
      current[0] = i;
      for (int j = 1; j <= second.length(); j++) {
        int replaced = previous[j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[second.length()];
  }
}
