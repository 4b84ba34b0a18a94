package limbeck.review;

import java.util.List;
import limbeck.text.TextEdit;

/**
 * A change to the script that removes a finding.
 *
 * @param title what it does, imperative
 * @param safe whether the fixed revision ends in the same schema
 * @param edits to the file of the finding
 */
public record Fix(String title, boolean safe, List<TextEdit> edits) {
  /** Copies the edits. */
  public Fix {
    edits = List.copyOf(edits);
  }
}
