package limbeck.review;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.dialect.Impact;
import limbeck.schema.TableName;

/**
 * How large tables are, as a live database said.
 *
 * @param tables by name, those of the default schema without it
 */
public record Statistics(SortedMap<TableName, Size> tables) {
  /** Nothing is known. */
  public static final Statistics NONE = new Statistics(Collections.emptySortedMap());

  /** Copies the sizes. */
  public Statistics {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * A table's size.
   *
   * @param rows how many rows the server believes it has; empty when it was never analyzed
   * @param bytes of the table itself, with what is stored aside
   * @param indexBytes of its indexes
   */
  public record Size(OptionalLong rows, long bytes, long indexBytes) {}

  /** Returns a table's size. */
  public Optional<Size> size(TableName table) {
    return Optional.ofNullable(tables.get(table));
  }

  /**
   * Returns about how many seconds the work of a statement on a table takes; empty when the size is
   * not known, or the time does not grow with it.
   *
   * <p>The rates are rough ones of a server with a usual disk and nothing else to do, chosen so
   * that the answer is rather too long; docs/accuracy.md says how they were found.
   */
  public Optional<Double> seconds(TableName table, Impact.OnTable effect) {
    Optional<Size> found = size(table);
    if (found.isEmpty() || !(effect.works() || effect.writesRows())) {
      return Optional.empty();
    }
    Size size = found.get();
    double seconds = 0;
    if (effect.rewrites()) {
      seconds += Math.max(rows(size) / REWRITTEN_ROWS, size.bytes() / REWRITTEN_BYTES);
      seconds += size.indexBytes() / INDEXED_BYTES;
    } else if (effect.scans()) {
      seconds += Math.max(rows(size) / SCANNED_ROWS, size.bytes() / SCANNED_BYTES);
    }
    int builds = effect.builds().size() + (effect.rewrites() ? 0 : effect.rebuilds().size());
    seconds += builds * Math.max(rows(size) / INDEXED_ROWS, size.bytes() / SCANNED_BYTES);
    if (effect.writesRows()) {
      seconds += Math.max(rows(size) / UPDATED_ROWS, size.bytes() / REWRITTEN_BYTES);
    }
    return Optional.of(seconds);
  }

  private static double rows(Size size) {
    return size.rows().orElse(0);
  }

  /** Rows read in a second, such as by a check of a condition. */
  private static final double SCANNED_ROWS = 2_000_000;

  /** Bytes read in a second. */
  private static final double SCANNED_BYTES = 200_000_000;

  /** Rows written anew in a second. */
  private static final double REWRITTEN_ROWS = 500_000;

  /** Bytes written anew in a second. */
  private static final double REWRITTEN_BYTES = 80_000_000;

  /** Rows sorted into an index in a second. */
  private static final double INDEXED_ROWS = 800_000;

  /** Bytes of indexes written anew in a second. */
  private static final double INDEXED_BYTES = 40_000_000;

  /** Rows updated in a second. */
  private static final double UPDATED_ROWS = 150_000;
}
