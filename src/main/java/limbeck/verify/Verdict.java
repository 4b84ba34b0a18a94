package limbeck.verify;

import java.util.List;

/** What a proof came to. */
public sealed interface Verdict {
  /**
   * Everything claimed was seen.
   *
   * @param evidence what was seen, in order
   */
  record Proven(List<Evidence> evidence) implements Verdict {
    /** Copies the evidence. */
    public Proven {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Everything ran, but the result is another than claimed.
   *
   * @param stage where it showed
   * @param differences each one sentence
   * @param evidence what was seen before
   */
  record Diverged(Stage stage, List<String> differences, List<Evidence> evidence)
      implements Verdict {
    /** Copies the lists. */
    public Diverged {
      differences = List.copyOf(differences);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * The database refused a statement.
   *
   * @param stage while doing what
   * @param statement the SQL
   * @param sqlState five characters, as in PostgreSQL's appendix on error codes
   * @param message the server's words
   * @param evidence what was seen before
   */
  record Failed(
      Stage stage, String statement, String sqlState, String message, List<Evidence> evidence)
      implements Verdict {
    /** Copies the evidence. */
    public Failed {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * The proof could not be made.
   *
   * @param why for the user
   */
  record NotChecked(String why) implements Verdict {}

  /** The parts of a proof, in order. */
  enum Stage {
    /** The scratch database gets the schema before. */
    BUILD("build the schema before"),
    /** Rows are put into it. */
    SEED("put rows into it"),
    /** The steps up. */
    UPGRADE("upgrade"),
    /** The catalog is compared with the models. */
    COMPARE_WITH_MODELS("compare the catalog with the models"),
    /** The rows are compared. */
    ROWS_AFTER_UPGRADE("look for the rows after the upgrade"),
    /** The steps down. */
    DOWNGRADE("downgrade"),
    /** The catalog is compared with the one before. */
    COMPARE_WITH_BEFORE("compare the catalog with the one before"),
    /** The rows are compared. */
    ROWS_AFTER_DOWNGRADE("look for the rows after the downgrade"),
    /** The steps up once more. */
    UPGRADE_AGAIN("upgrade again");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    /** Returns what is done, as an imperative. */
    public String words() {
      return words;
    }
  }

  /**
   * Something that was seen.
   *
   * @param stage when
   * @param text one sentence for the user
   */
  record Evidence(Stage stage, String text) {}
}
