package limbeck.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.diff.StatedRename;
import limbeck.operation.Dependents;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * What a person has decided; where it comes from (command line, configuration, an editor) is no
 * matter here.
 *
 * @param renames stated renames
 * @param droppedColumns columns that are not renamed but go
 * @param droppedTables tables that are not renamed but go
 * @param fills what a column gets in existing rows, an expression over the row
 * @param fillsDown the same on the way back
 * @param usings how values of a column become those of its new type
 * @param usingsDown the same on the way back
 * @param unfilled columns for which nothing is to be filled in: rows that would need it stop the
 *     upgrade
 * @param labels what becomes of enum labels that are gone, by a column that holds them
 * @param moves columns that were moved to other tables
 */
public record Answers(
    List<StatedRename> renames,
    SortedSet<ColumnPlace> droppedColumns,
    SortedSet<TableName> droppedTables,
    SortedMap<ColumnPlace, SqlText> fills,
    SortedMap<ColumnPlace, SqlText> fillsDown,
    SortedMap<ColumnPlace, SqlText> usings,
    SortedMap<ColumnPlace, SqlText> usingsDown,
    SortedSet<ColumnPlace> unfilled,
    SortedMap<ColumnPlace, SortedMap<String, String>> labels,
    List<Move> moves) {

  /** Nothing decided. */
  public static final Answers NONE =
      new Answers(
          List.of(),
          new TreeSet<>(),
          new TreeSet<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeSet<>(),
          new TreeMap<>(),
          List.of());

  /** Copies the collections. */
  public Answers {
    renames = List.copyOf(renames);
    moves = List.copyOf(moves);
    droppedColumns = Collections.unmodifiableSortedSet(new TreeSet<>(droppedColumns));
    droppedTables = Collections.unmodifiableSortedSet(new TreeSet<>(droppedTables));
    fills = Collections.unmodifiableSortedMap(new TreeMap<>(fills));
    fillsDown = Collections.unmodifiableSortedMap(new TreeMap<>(fillsDown));
    usings = Collections.unmodifiableSortedMap(new TreeMap<>(usings));
    usingsDown = Collections.unmodifiableSortedMap(new TreeMap<>(usingsDown));
    unfilled = Collections.unmodifiableSortedSet(new TreeSet<>(unfilled));
    SortedMap<ColumnPlace, SortedMap<String, String>> copied = new TreeMap<>();
    labels.forEach(
        (place, it) -> copied.put(place, Collections.unmodifiableSortedMap(new TreeMap<>(it))));
    labels = Collections.unmodifiableSortedMap(copied);
  }

  /**
   * Returns the renames the diff is to carry out, those of enum labels included.
   *
   * @param before the schema before, to find the enum type of a column
   * @param after the schema after, for a column that is new under its name
   */
  public List<StatedRename> statedRenames(Schema before, Schema after) {
    List<StatedRename> result = new ArrayList<>(renames);
    labels.forEach(
        (place, mapping) ->
            typeOf(place, before, after)
                .ifPresent(
                    type ->
                        mapping.forEach(
                            (from, to) -> result.add(new StatedRename.OfLabel(type, from, to)))));
    return List.copyOf(result);
  }

  private static Optional<TypeName> typeOf(ColumnPlace place, Schema before, Schema after) {
    return Stream.of(after, before)
        .flatMap(it -> it.table(place.table()).stream())
        .flatMap(it -> it.column(place.column()).stream())
        .flatMap(it -> Dependents.enumsOf(it.type()).stream())
        .findFirst();
  }
}
