package limbeck.schema;

import java.util.Optional;

/**
 * One element of an index: a column or an expression, and how it is ordered.
 *
 * @param target what is indexed
 * @param operatorClass when not the type's default
 * @param collation when not the column's own
 * @param descending DESC instead of ASC
 * @param nullsFirst where NULLs go, when stated otherwise than the direction's default
 */
public record IndexElement(
    Target target,
    Optional<String> operatorClass,
    Optional<String> collation,
    boolean descending,
    Optional<Boolean> nullsFirst) {

  /** What an index element is over. */
  public sealed interface Target {
    /**
     * A column.
     *
     * @param name which one
     */
    record OfColumn(ColumnName name) implements Target {}

    /**
     * An expression.
     *
     * @param expression its SQL, without outer parentheses
     */
    record OfExpression(SqlText expression) implements Target {}
  }

  /** Returns an element over a plain column. */
  public static IndexElement of(ColumnName column) {
    return new IndexElement(
        new Target.OfColumn(column), Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  /** Returns an element over an expression. */
  public static IndexElement of(SqlText expression) {
    return new IndexElement(
        new Target.OfExpression(expression),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Returns the column it is over, unless it is an expression. */
  public Optional<ColumnName> column() {
    return switch (target) {
      case Target.OfColumn(ColumnName name) -> Optional.of(name);
      case Target.OfExpression _ -> Optional.empty();
    };
  }
}
