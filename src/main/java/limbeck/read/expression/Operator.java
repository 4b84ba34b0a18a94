package limbeck.read.expression;

/**
 * SQLAlchemy's operators with their precedence, which decides where parentheses are written ({@code
 * sql/operators.py}).
 */
enum Operator {
  GETITEM(15, true),
  MUL(8, true),
  DIV(8, false),
  MOD(8, false),
  NEG(8, false),
  ADD(7, true),
  SUB(7, false),
  BITWISE(7, false),
  CONCAT(5, true),
  LIKE(5, false),
  IN(5, false),
  IS(5, false),
  EQ(5, true),
  NE(5, true),
  COMPARE(5, false),
  BETWEEN(5, false),
  INV(5, false),
  COLLATE(4, false),
  AND(3, false),
  ORDERING(3, false),
  OR(2, false),
  /** {@code .op("…")}. */
  CUSTOM(0, false),
  /** A name, literal, call or text: never put in parentheses. */
  ATOM(100, true);

  private final int precedence;
  private final boolean associative;

  Operator(int precedence, boolean associative) {
    this.precedence = precedence;
    this.associative = associative;
  }

  /** Returns whether an expression of this operator needs parentheses inside the other. */
  boolean needsGroupIn(Operator outer) {
    if (this == ATOM || (this == outer && associative)) {
      return false;
    }
    return precedence <= outer.precedence;
  }
}
