package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.SequenceOptions;

/** The options of a sequence or an identity column, in SQLAlchemy's order and words. */
public final class SequenceClauses {
  private SequenceClauses() {}

  /**
   * Returns the options stated, separated by blanks.
   *
   * @param noCycle how the database writes that a sequence ends
   */
  public static String options(SequenceOptions options, String noCycle) {
    List<String> parts = new ArrayList<>();
    options.increment().ifPresent(it -> parts.add("INCREMENT BY " + it));
    options.start().ifPresent(it -> parts.add("START WITH " + it));
    options.minimum().ifPresent(it -> parts.add("MINVALUE " + it));
    options.maximum().ifPresent(it -> parts.add("MAXVALUE " + it));
    options.cache().ifPresent(it -> parts.add("CACHE " + it));
    options.cycle().ifPresent(it -> parts.add(it ? "CYCLE" : noCycle));
    return String.join(" ", parts);
  }

  /**
   * Returns one clause for each option that differs, ordered by SQLAlchemy's attribute name; an
   * option no longer stated goes back to the default.
   */
  public static List<String> changes(SequenceOptions from, SequenceOptions to, String noCycle) {
    List<String> parts = new ArrayList<>();
    change(parts, from.cache(), to.cache(), "CACHE ", "CACHE 1");
    if (!from.cycle().orElse(false).equals(to.cycle().orElse(false))) {
      parts.add(to.cycle().orElse(false) ? "CYCLE" : noCycle);
    }
    change(parts, from.increment(), to.increment(), "INCREMENT BY ", "INCREMENT BY 1");
    change(parts, from.maximum(), to.maximum(), "MAXVALUE ", "NO MAXVALUE");
    change(parts, from.minimum(), to.minimum(), "MINVALUE ", "NO MINVALUE");
    change(parts, from.start(), to.start(), "START WITH ", "START WITH " + firstValue(to));
    return List.copyOf(parts);
  }

  private static void change(
      List<String> parts, Optional<Long> from, Optional<Long> to, String words, String absent) {
    if (!from.equals(to)) {
      parts.add(to.map(it -> words + it).orElse(absent));
    }
  }

  private static long firstValue(SequenceOptions options) {
    return options.increment().orElse(1L) < 0
        ? options.maximum().orElse(-1L)
        : options.minimum().orElse(1L);
  }
}
