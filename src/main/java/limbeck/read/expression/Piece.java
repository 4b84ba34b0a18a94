package limbeck.read.expression;

import java.util.Optional;
import limbeck.read.type.TypeReading;
import limbeck.schema.SqlType;

/**
 * A compiled part of an expression.
 *
 * @param sql the text
 * @param operator its outermost operator
 * @param type what it yields, when known
 * @param column whether it is a plain column
 * @param negated the text of its negation, when the library has one of its own
 */
record Piece(
    String sql,
    Operator operator,
    Optional<TypeReading> type,
    boolean column,
    Optional<String> negated) {

  static Piece atom(String sql) {
    return new Piece(sql, Operator.ATOM, Optional.empty(), false, Optional.empty());
  }

  static Piece atom(String sql, SqlType type) {
    return new Piece(
        sql, Operator.ATOM, Optional.of(TypeReading.of(type)), false, Optional.empty());
  }

  static Piece of(String sql, Operator operator) {
    return new Piece(sql, operator, Optional.empty(), false, Optional.empty());
  }

  static Piece of(String sql, Operator operator, String negated) {
    return new Piece(sql, operator, Optional.empty(), false, Optional.of(negated));
  }

  /** Returns the text as an operand of an operator. */
  String in(Operator outer) {
    return operator.needsGroupIn(outer) ? "(" + sql + ")" : sql;
  }

  /** Returns the negation, whose own negation is this piece. */
  Piece swapped(String negation) {
    return new Piece(negation, operator, type, false, Optional.of(sql));
  }

  boolean isText() {
    return type.filter(
            it -> it.type() instanceof SqlType.Varchar || it.type() instanceof SqlType.Text)
        .isPresent();
  }

  boolean isBoolean() {
    return type.filter(it -> it.type() instanceof SqlType.BooleanType).isPresent();
  }

  boolean isJson() {
    return type.filter(it -> it.type() instanceof SqlType.Json).isPresent();
  }
}
