package limbeck.diff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * Renames that take each other's names, such as two columns that change places: one of them has to
 * step aside first, under a name that nobody has.
 */
public final class RenameRing {
  private static final int NAME_BYTES = 63;

  private RenameRing() {}

  /** The renames of tables that are part of a ring. */
  static Stream<StatedRename.OfTable> tables(List<StatedRename> renames) {
    List<StatedRename.OfTable> all =
        renames.stream()
            .filter(StatedRename.OfTable.class::isInstance)
            .map(StatedRename.OfTable.class::cast)
            .toList();
    return all.stream()
        .filter(
            it ->
                isRing(
                    it, from -> all.stream().filter(n -> n.from().equals(from.to())).findFirst()));
  }

  /** The renames of columns that are part of a ring. */
  static Stream<StatedRename.OfColumn> columns(List<StatedRename> renames) {
    List<StatedRename.OfColumn> all =
        renames.stream()
            .filter(StatedRename.OfColumn.class::isInstance)
            .map(StatedRename.OfColumn.class::cast)
            .toList();
    return all.stream()
        .filter(
            it ->
                isRing(
                    it,
                    from ->
                        all.stream()
                            .filter(
                                next ->
                                    next.table().equals(from.table())
                                        && next.from().equals(from.to()))
                            .findFirst()));
  }

  private static <T> boolean isRing(T first, Function<T, Optional<T>> next) {
    Optional<T> at = next.apply(first);
    // Every step follows one rename; a chain that is no ring ends, or runs into another ring.
    for (int i = 0; at.isPresent() && i < 1000; i++) {
      if (at.orElseThrow().equals(first)) {
        return true;
      }
      at = next.apply(at.orElseThrow());
    }
    return false;
  }

  /** Returns a name for the table that nobody has, before or after. */
  public static TableName aside(TableName name, Schema present, Schema wanted) {
    return new TableName(
        name.schema(),
        free(
            name.name(),
            text -> {
              TableName it = new TableName(name.schema(), text);
              return present.table(it).isEmpty() && wanted.table(it).isEmpty();
            }));
  }

  /** A name for the column that nobody has, before or after. */
  static ColumnName aside(TableName table, ColumnName name, Schema present, Schema wanted) {
    return new ColumnName(
        free(
            name.text(),
            text ->
                Stream.of(present, wanted)
                    .flatMap(it -> it.table(table).stream())
                    .allMatch(it -> it.column(new ColumnName(text)).isEmpty())));
  }

  private static String free(String name, Predicate<String> isFree) {
    String suffix = "_aside";
    int room = NAME_BYTES - suffix.length() - 1;
    // Counted in UTF-16; a name of other letters may have to be cut by the database, unharmed.
    String start = name.length() > room ? name.substring(0, room) : name;
    String result = start + suffix;
    for (int i = 2; !isFree.test(result); i++) {
      result = start + suffix + i;
    }
    return result;
  }
}
