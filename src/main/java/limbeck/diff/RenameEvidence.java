package limbeck.diff;

import java.util.List;

/**
 * What speaks for a rename.
 *
 * @param facts each with the points it gives
 */
public record RenameEvidence(List<Fact> facts) {
  /** From here on a rename is more likely than a drop and an addition. */
  public static final int LIKELY = 50;

  /** Copies the facts. */
  public RenameEvidence {
    facts = List.copyOf(facts);
  }

  /**
   * One observation.
   *
   * @param text what was observed, for the user
   * @param points for it, of about 100 in all
   */
  public record Fact(String text, int points) {}

  /** Returns the sum of the points, 0 to about 100. */
  public int score() {
    return facts.stream().mapToInt(Fact::points).sum();
  }

  /** Returns what was observed, as one clause. */
  public String text() {
    return String.join(", ", facts.stream().map(Fact::text).toList());
  }
}
