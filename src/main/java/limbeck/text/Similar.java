package limbeck.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names that a mistyped one may have meant. */
public final class Similar {
  private static final int MOST = 3;

  private Similar() {}

  /** Returns up to three names close to a text, the closest first; capitals count for nothing. */
  public static List<String> to(String text, Collection<String> names) {
    String wanted = text.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, wanted.length() / 3);
    return names.stream()
        .filter(it -> near(wanted, it.toLowerCase(Locale.ROOT), allowed))
        .sorted(
            Comparator.<String>comparingInt(it -> distance(wanted, it.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean near(String wanted, String name, int allowed) {
    boolean contained = wanted.length() >= 4 && (name.contains(wanted) || wanted.contains(name));
    return contained || distance(wanted, name) <= allowed;
  }

  /** Returns the number of single-character changes between two texts. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
