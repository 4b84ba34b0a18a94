package limbeck.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An index that does not belong to a constraint.
 *
 * @param name its name; empty when the source gives none and no convention names it
 * @param elements in order
 * @param unique whether two rows may not be equal in it
 * @param method {@code gin}, {@code hash}…; empty is {@code btree}
 * @param include payload columns
 * @param where the predicate of a partial index
 * @param nullsNotDistinct whether two NULLs collide in a unique index
 * @param options storage parameters of {@code WITH} and others that only one database has, by
 *     SQLAlchemy's keyword, such as {@code postgresql_with.fillfactor}, {@code mysql_length}
 * @param valid false after a concurrent build that failed
 */
public record Index(
    Optional<IndexName> name,
    List<IndexElement> elements,
    boolean unique,
    Optional<String> method,
    List<ColumnName> include,
    Optional<SqlText> where,
    boolean nullsNotDistinct,
    SortedMap<String, String> options,
    boolean valid) {

  /** Copies the lists. */
  public Index {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** Returns the expressions it is over, and its condition. */
  public Stream<SqlText> expressions() {
    return Stream.concat(
        where.stream(),
        elements.stream()
            .flatMap(
                it ->
                    it.target() instanceof IndexElement.Target.OfExpression(SqlText sql)
                        ? Stream.of(sql)
                        : Stream.of()));
  }

  /** Returns a plain index over columns. */
  public static Index of(String name, boolean unique, List<ColumnName> columns) {
    return new Index(
        Optional.of(new IndexName(name)),
        columns.stream().map(IndexElement::of).toList(),
        unique,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        Collections.emptySortedMap(),
        true);
  }

  /** Returns the same index under another name, or none. */
  public Index withName(Optional<IndexName> other) {
    return new Index(
        other, elements, unique, method, include, where, nullsNotDistinct, options, valid);
  }

  /** Returns the same index, valid or not. */
  public Index withValid(boolean other) {
    return new Index(
        name, elements, unique, method, include, where, nullsNotDistinct, options, other);
  }

  /** Returns the same index over other elements. */
  public Index withElements(List<IndexElement> other) {
    return new Index(name, other, unique, method, include, where, nullsNotDistinct, options, valid);
  }
}
