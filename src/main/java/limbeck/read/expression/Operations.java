package limbeck.read.expression;

import java.util.Map;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Python operators between SQL expressions. */
final class Operations {
  private static final Map<String, String> COMPARISONS =
      Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<");

  private Operations() {}

  static Piece unary(ExpressionCompiler compiler, String operator, Piece operand, Location at) {
    return switch (operator) {
      case "-" -> Piece.of("-" + operand.in(Operator.NEG), Operator.NEG);
      case "~" -> not(compiler.condition(operand));
      default -> throw new NotCompiled("the operator " + operator, at);
    };
  }

  /** Negates as the library does: comparisons turn round, the rest gets NOT. */
  static Piece not(Piece operand) {
    if (operand.negated().isPresent()) {
      return operand.swapped(operand.negated().get());
    }
    return Piece.of("NOT " + operand.in(Operator.INV), Operator.INV, operand.sql());
  }

  static Piece binary(
      ExpressionCompiler compiler, String operator, Value left, Value right, Location at) {
    if (operator.equals("&") || operator.equals("|")) {
      return junction(
          compiler, operator.equals("&"), compiler.piece(left, at), compiler.piece(right, at));
    }
    boolean leftIsConstant = isConstant(left);
    Piece second = isConstant(right) || leftIsConstant ? null : compiler.piece(right, at);
    Piece first =
        leftIsConstant
            ? compiler.literalFor(compiler.piece(right, at), left, at)
            : compiler.piece(left, at);
    if (second == null) {
      second = leftIsConstant ? compiler.piece(right, at) : compiler.literalFor(first, right, at);
    }
    return switch (operator) {
      case "==" -> equality(first, second, right);
      case "!=" -> Operations.not(equality(first, second, right));
      case "<", "<=", ">", ">=" ->
          Piece.of(
              joined(first, operator, second, Operator.COMPARE),
              Operator.COMPARE,
              joined(first, negatedComparison(operator), second, Operator.COMPARE));
      case "+" ->
          first.isText() || second.isText()
              ? compiler.concatenation(first, second)
              : Piece.of(joined(first, "+", second, Operator.ADD), Operator.ADD);
      case "-" -> Piece.of(joined(first, "-", second, Operator.SUB), Operator.SUB);
      case "*" -> Piece.of(joined(first, "*", second, Operator.MUL), Operator.MUL);
      case "%" -> Piece.of(joined(first, "%", second, Operator.MOD), Operator.MOD);
      default -> throw new NotCompiled("the operator " + operator, at);
    };
  }

  private static String negatedComparison(String operator) {
    return java.util.Objects.requireNonNull(COMPARISONS.get(operator));
  }

  private static boolean isConstant(Value value) {
    return switch (value) {
      case Value.Str _,
          Value.Int _,
          Value.Float _,
          Value.Bool _,
          Value.None _,
          Value.EnumMember _ ->
          true;
      default -> false;
    };
  }

  private static Piece equality(Piece first, Piece second, Value right) {
    if (right instanceof Value.None) {
      return isNull(first);
    }
    return Piece.of(
        joined(first, "=", second, Operator.EQ),
        Operator.EQ,
        joined(first, "!=", second, Operator.NE));
  }

  static Piece isNull(Piece operand) {
    return Piece.of(
        operand.in(Operator.IS) + " IS NULL",
        Operator.IS,
        operand.in(Operator.IS) + " IS NOT NULL");
  }

  static String joined(Piece left, String operator, Piece right, Operator kind) {
    return left.in(kind) + " " + operator + " " + right.in(kind);
  }

  /** AND or OR of two conditions. */
  static Piece junction(ExpressionCompiler compiler, boolean and, Piece left, Piece right) {
    Operator kind = and ? Operator.AND : Operator.OR;
    return Piece.of(
        member(compiler.condition(left), kind)
            + (and ? " AND " : " OR ")
            + member(compiler.condition(right), kind),
        kind);
  }

  /** A condition of the same kind is taken in without parentheses. */
  static String member(Piece piece, Operator kind) {
    return piece.operator() == kind ? piece.sql() : piece.in(kind);
  }
}
