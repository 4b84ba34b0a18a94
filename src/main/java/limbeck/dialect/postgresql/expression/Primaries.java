package limbeck.dialect.postgresql.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import limbeck.dialect.postgresql.expression.ExpressionParser.Unparsed;
import limbeck.dialect.standard.Tokens.Kind;
import limbeck.dialect.standard.Tokens.Token;

/** Parses what needs no operator: names, literals, calls, arrays, CASE, casts after them. */
final class Primaries {
  private static final Set<String> CONSTANTS =
      Set.of(
          "true",
          "false",
          "null",
          "current_catalog",
          "current_date",
          "current_role",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user",
          "user");

  /** Words no unquoted column is called. */
  private static final Set<String> RESERVED =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "asc",
          "both",
          "collate",
          "desc",
          "distinct",
          "else",
          "end",
          "except",
          "exists",
          "for",
          "from",
          "group",
          "having",
          "in",
          "intersect",
          "into",
          "leading",
          "limit",
          "not",
          "offset",
          "on",
          "or",
          "order",
          "row",
          "select",
          "some",
          "table",
          "then",
          "to",
          "trailing",
          "union",
          "unique",
          "using",
          "values",
          "when",
          "where",
          "window",
          "with");

  private static final Set<String> SEPARATORS =
      Set.of("from", "for", "in", "placing", "both", "leading", "trailing");

  /** Types that may stand before a literal: {@code date '2020-01-01'}. */
  private static final Set<String> LITERAL_TYPES =
      Set.of("date", "time", "timestamp", "timestamptz", "timetz", "interval");

  private final TokenCursor tokens;
  private final Supplier<Expression> expressions;
  private final TypeParser types;

  Primaries(TokenCursor tokens, Supplier<Expression> expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.types = new TypeParser(tokens);
  }

  /** Parses a primary and the casts, subscripts that follow it. */
  Expression parse() {
    Expression result = bare();
    while (true) {
      if (tokens.take("::")) {
        result = new Expression.Cast(result, types.parse());
      } else if (tokens.take("[")) {
        result = new Expression.Subscript(result, expressions.get());
        tokens.require("]");
      } else {
        return result;
      }
    }
  }

  /** Parses expressions up to a closing bracket, which is taken. */
  List<Expression> list(String close) {
    List<Expression> result = new ArrayList<>();
    if (tokens.take(close)) {
      return result;
    }
    do {
      result.add(expressions.get());
    } while (tokens.take(","));
    tokens.require(close);
    return result;
  }

  private Expression bare() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case STRING -> new Expression.Text(Strings.value(tokens.next()));
      case NUMBER -> number(tokens.next());
      case QUOTED -> name();
      case WORD -> word(token.text().toLowerCase(Locale.ROOT));
      case SYMBOL -> parenthesized();
    };
  }

  /** A number with an exponent is NUMERIC, whatever its digits. */
  private static Expression number(String digits) {
    String lower = digits.toLowerCase(Locale.ROOT);
    if (lower.endsWith("e") || lower.endsWith("+") || lower.endsWith("-")) {
      throw new Unparsed("a number");
    }
    if (lower.contains("e")) {
      String plain = new BigDecimal(lower).toPlainString();
      return new Expression.Cast(new Expression.Number(plain), "numeric");
    }
    return new Expression.Number(lower.startsWith(".") ? "0" + lower : lower);
  }

  private Expression parenthesized() {
    tokens.require("(");
    List<Expression> inside = list(")");
    if (inside.isEmpty()) {
      throw new Unparsed("nothing in parentheses");
    }
    return inside.size() == 1 ? inside.getFirst() : new Expression.Row(inside);
  }

  private Expression word(String word) {
    if (word.equals("case")) {
      return caseExpression();
    }
    if (word.equals("array") && tokens.peek(1).is("[")) {
      tokens.take();
      return array();
    }
    if (word.equals("cast") && tokens.peek(1).is("(")) {
      tokens.take();
      tokens.require("(");
      Expression operand = expressions.get();
      tokens.require("as");
      String type = types.parse();
      tokens.require(")");
      return new Expression.Cast(operand, type);
    }
    if (CONSTANTS.contains(word) && !tokens.peek(1).is(".")) {
      tokens.take();
      if (tokens.at("(")) {
        throw new Unparsed(word + " with a precision");
      }
      return new Expression.Constant(word);
    }
    if (LITERAL_TYPES.contains(word) && startsLiteral()) {
      String type = types.parse();
      return new Expression.Cast(new Expression.Text(Strings.value(tokens.next())), type);
    }
    if (RESERVED.contains(word)) {
      throw new Unparsed(word);
    }
    return name();
  }

  /** Whether a literal follows the type's name, words of its own in between. */
  private boolean startsLiteral() {
    int ahead = 1;
    while (ahead < 4
        && (tokens.peek(ahead).is("with")
            || tokens.peek(ahead).is("without")
            || tokens.peek(ahead).is("time")
            || tokens.peek(ahead).is("zone"))) {
      ahead++;
    }
    return tokens.peek(ahead).kind() == Kind.STRING;
  }

  private Expression array() {
    tokens.require("[");
    List<Expression> elements = new ArrayList<>();
    if (!tokens.take("]")) {
      do {
        elements.add(tokens.at("[") ? array() : expressions.get());
      } while (tokens.take(","));
      tokens.require("]");
    }
    return new Expression.Elements(elements);
  }

  private Expression caseExpression() {
    tokens.require("case");
    Optional<Expression> operand =
        tokens.at("when") ? Optional.empty() : Optional.of(expressions.get());
    List<Expression> branches = new ArrayList<>();
    while (tokens.take("when")) {
      branches.add(expressions.get());
      tokens.require("then");
      branches.add(expressions.get());
    }
    Optional<Expression> otherwise =
        tokens.take("else") ? Optional.of(expressions.get()) : Optional.empty();
    tokens.require("end");
    if (branches.isEmpty()) {
      throw new Unparsed("CASE without WHEN");
    }
    return new Expression.Case(operand, branches, otherwise);
  }

  private Expression name() {
    List<String> parts = new ArrayList<>();
    do {
      parts.add(tokens.identifier());
    } while (tokens.take("."));
    if (!tokens.take("(")) {
      return new Expression.Name(parts);
    }
    if (parts.getFirst().equals("pg_catalog")) {
      parts.removeFirst();
    }
    String function = String.join(".", parts);
    Expression call = new Expression.Call(function, arguments(function));
    for (String word : List.of("filter", "over", "within")) {
      if (tokens.at(word)) {
        throw new Unparsed(word);
      }
    }
    return call;
  }

  private List<Expression> arguments(String function) {
    List<Expression> result = new ArrayList<>();
    if (function.equals("extract") && tokens.name() && tokens.peek(1).is("from")) {
      result.add(new Expression.Text(tokens.identifier()));
    }
    while (!tokens.take(")")) {
      String word = tokens.peek().text().toLowerCase(Locale.ROOT);
      if (tokens.peek().kind() == Kind.WORD && SEPARATORS.contains(word)) {
        tokens.take();
        result.add(new Expression.Separator(word));
      } else {
        result.add(argument(function));
        if (!tokens.take(",") && !tokens.at(")") && !SEPARATORS.contains(word())) {
          throw new Unparsed("no comma");
        }
      }
    }
    return result;
  }

  /** In {@code position(a in b)} IN is no operator; PostgreSQL takes no bare IN list there. */
  private Expression argument(String function) {
    return function.equals("position") ? parse() : expressions.get();
  }

  private String word() {
    return tokens.peek().text().toLowerCase(Locale.ROOT);
  }
}
