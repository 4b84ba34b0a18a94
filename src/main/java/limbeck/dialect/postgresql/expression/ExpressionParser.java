package limbeck.dialect.postgresql.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parses an expression by PostgreSQL's precedences (4.1.6): from OR, which binds least, to casts.
 * Sub-queries, window functions and the like are not parsed; {@link Unparsed} says so.
 */
final class ExpressionParser {
  /** Depth of nesting beyond which an expression is left as it is. */
  private static final int DEEPEST = 200;

  private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>", "!=");
  private static final Set<String> SUMS = Set.of("+", "-");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "%");

  /** Signals what is not parsed. */
  static final class Unparsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unparsed(String what) {
      super(what, null, false, false);
    }
  }

  private final TokenCursor tokens;
  private final Primaries primaries;
  private int depth;

  private ExpressionParser(String text) {
    this.tokens = new TokenCursor(text);
    this.primaries = new Primaries(tokens, this::expression);
  }

  /**
   * Parses a whole expression.
   *
   * @throws Unparsed when it is not understood
   */
  static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression result = parser.expression();
    parser.tokens.requireEnd();
    return result;
  }

  private Expression expression() {
    if (++depth > DEEPEST) {
      throw new Unparsed("nested too deep");
    }
    Expression result = junction("or");
    depth--;
    return result;
  }

  private Expression junction(String word) {
    List<Expression> conditions = new ArrayList<>();
    do {
      conditions.add(word.equals("or") ? junction("and") : negation());
    } while (tokens.take(word));
    return conditions.size() == 1
        ? conditions.getFirst()
        : new Expression.Junction(word, conditions);
  }

  private Expression negation() {
    if (tokens.take("not")) {
      if (++depth > DEEPEST) {
        throw new Unparsed("nested too deep");
      }
      Expression operand = negation();
      depth--;
      return new Expression.Unary("not", operand);
    }
    return test();
  }

  private Expression test() {
    Expression left = comparison();
    while (true) {
      if (tokens.take("isnull")) {
        left = new Expression.Test(left, "is null");
      } else if (tokens.take("notnull")) {
        left = new Expression.Test(left, "is not null");
      } else if (tokens.take("is")) {
        left = afterIs(left);
      } else {
        return left;
      }
    }
  }

  private Expression afterIs(Expression left) {
    boolean negated = tokens.take("not");
    if (tokens.take("distinct")) {
      tokens.require("from");
      Expression distinct = new Expression.Binary("is distinct from", left, comparison());
      return negated ? new Expression.Unary("not", distinct) : distinct;
    }
    for (String word : List.of("null", "true", "false", "unknown")) {
      if (tokens.take(word)) {
        return new Expression.Test(left, (negated ? "is not " : "is ") + word);
      }
    }
    throw new Unparsed("IS");
  }

  private Expression comparison() {
    Expression left = membership();
    while (tokens.symbolIn(COMPARISONS)) {
      String operator = tokens.next();
      left = operation(operator.equals("!=") ? "<>" : operator, left, this::membership);
    }
    return left;
  }

  private interface Operand {
    Expression parse();
  }

  /** The right side of an operator: an operand, or ANY, SOME, ALL over an array. */
  private Expression operation(String operator, Expression left, Operand operand) {
    for (String word : List.of("any", "some", "all")) {
      if (tokens.take(word)) {
        tokens.require("(");
        Expression array = expression();
        tokens.require(")");
        return new Expression.Quantified(left, operator, word.equals("all") ? "all" : "any", array);
      }
    }
    return new Expression.Binary(operator, left, operand.parse());
  }

  /** BETWEEN, IN, LIKE and ILIKE. */
  private Expression membership() {
    Expression left = other();
    while (true) {
      boolean negated = tokens.at("not") && tokens.wordAfter("between", "in", "like", "ilike");
      if (negated) {
        tokens.require("not");
      }
      if (tokens.take("between")) {
        left = between(left, negated);
      } else if (tokens.take("in")) {
        left = in(left, negated);
      } else if (tokens.take("like")) {
        left = like(left, negated ? "!~~" : "~~");
      } else if (tokens.take("ilike")) {
        left = like(left, negated ? "!~~*" : "~~*");
      } else {
        return left;
      }
    }
  }

  private Expression like(Expression left, String operator) {
    Expression result = operation(operator, left, this::other);
    if (tokens.at("escape")) {
      throw new Unparsed("ESCAPE");
    }
    return result;
  }

  private Expression between(Expression left, boolean negated) {
    if (tokens.at("symmetric")) {
      throw new Unparsed("BETWEEN SYMMETRIC");
    }
    tokens.take("asymmetric");
    Expression low = other();
    tokens.require("and");
    Expression high = other();
    return new Expression.Junction(
        negated ? "or" : "and",
        List.of(
            new Expression.Binary(negated ? "<" : ">=", left, low),
            new Expression.Binary(negated ? ">" : "<=", left, high)));
  }

  private Expression in(Expression left, boolean negated) {
    tokens.require("(");
    List<Expression> elements = primaries.list(")");
    String operator = negated ? "<>" : "=";
    return elements.size() == 1
        ? new Expression.Binary(operator, left, elements.getFirst())
        : new Expression.Quantified(
            left, operator, negated ? "all" : "any", new Expression.Elements(elements));
  }

  /** Every operator that has no precedence of its own. */
  private Expression other() {
    Expression left = sum();
    while (true) {
      Optional<String> operator = otherOperator();
      if (operator.isEmpty()) {
        return left;
      }
      left = operation(operator.get(), left, this::sum);
    }
  }

  private Optional<String> otherOperator() {
    if (tokens.take("operator")) {
      tokens.require("(");
      tokens.require("pg_catalog");
      tokens.require(".");
      String operator = tokens.next();
      tokens.require(")");
      return Optional.of(operator);
    }
    boolean own =
        tokens.operator()
            && !tokens.symbolIn(COMPARISONS)
            && !tokens.symbolIn(SUMS)
            && !tokens.symbolIn(PRODUCTS)
            && !tokens.at("^");
    return own ? Optional.of(tokens.next()) : Optional.empty();
  }

  private Expression sum() {
    Expression left = product();
    while (tokens.symbolIn(SUMS)) {
      left = operation(tokens.next(), left, this::product);
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (tokens.symbolIn(PRODUCTS)) {
      left = operation(tokens.next(), left, this::power);
    }
    return left;
  }

  private Expression power() {
    Expression left = zoned();
    while (tokens.at("^")) {
      left = operation(tokens.next(), left, this::zoned);
    }
    return left;
  }

  /** AT TIME ZONE and COLLATE, which follow their operand. */
  private Expression zoned() {
    Expression left = sign();
    while (true) {
      if (tokens.take("collate")) {
        left = new Expression.Collate(left, tokens.qualifiedName());
      } else if (tokens.at("at") && tokens.wordAfter("time")) {
        tokens.require("at");
        tokens.require("time");
        tokens.require("zone");
        left = new Expression.Binary("at time zone", left, sign());
      } else {
        return left;
      }
    }
  }

  private Expression sign() {
    if (!tokens.operator() || tokens.symbolIn(COMPARISONS) || tokens.symbolIn(PRODUCTS)) {
      return primaries.parse();
    }
    String operator = tokens.next();
    if (++depth > DEEPEST) {
      throw new Unparsed("nested too deep");
    }
    Expression operand = sign();
    depth--;
    if (operator.equals("-")
        && operand instanceof Expression.Number(String digits)
        && !digits.startsWith("-")) {
      return new Expression.Number("-" + digits);
    }
    return operator.equals("+") && operand instanceof Expression.Number
        ? operand
        : new Expression.Unary(operator.toLowerCase(Locale.ROOT), operand);
  }
}
