package limbeck.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.Location;

/**
 * What revisions held when they were recorded.
 *
 * @param entries one for each of them
 */
public record Ledger(List<Entry> entries) {
  /** Nothing is recorded. */
  public static final Ledger EMPTY = new Ledger(List.of());

  /** Copies the entries. */
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * A revision that was recorded.
   *
   * @param id which one
   * @param parents what it followed
   * @param digest of its code
   * @param at where it is recorded
   */
  public record Entry(RevisionId id, List<RevisionId> parents, String digest, Location at) {
    /** Copies the parents. */
    public Entry {
      parents = List.copyOf(parents);
    }
  }

  /**
   * Returns a digest of what Python would run of a script: comments, blank lines and the docstring
   * do not count.
   */
  public static String digest(RevisionHeader header) {
    try {
      byte[] code = code(header).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String code(RevisionHeader header) {
    return header
        .file()
        .text()
        .replaceAll("(?s)^\\s*(\"\"\".*?\"\"\"|'''.*?''')", "")
        .replaceAll("(?m)^\\s*#.*$", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
