package limbeck.dialect.postgresql.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The type of an expression, as far as it can be told without the server's catalog. Empty for what
 * is not known and for a string literal, whose type its surroundings decide.
 */
final class Inference {
  private static final Map<String, String> RESULTS =
      Map.ofEntries(
          Map.entry("lower", "text"),
          Map.entry("upper", "text"),
          Map.entry("initcap", "text"),
          Map.entry("btrim", "text"),
          Map.entry("ltrim", "text"),
          Map.entry("rtrim", "text"),
          Map.entry("replace", "text"),
          Map.entry("concat", "text"),
          Map.entry("md5", "text"),
          Map.entry("left", "text"),
          Map.entry("right", "text"),
          Map.entry("to_char", "text"),
          Map.entry("jsonb_typeof", "text"),
          Map.entry("json_typeof", "text"),
          Map.entry("length", "integer"),
          Map.entry("char_length", "integer"),
          Map.entry("character_length", "integer"),
          Map.entry("octet_length", "integer"),
          Map.entry("array_length", "integer"),
          Map.entry("cardinality", "integer"),
          Map.entry("jsonb_array_length", "integer"),
          Map.entry("num_nonnulls", "integer"),
          Map.entry("num_nulls", "integer"),
          Map.entry("now", "timestamp with time zone"),
          Map.entry("to_tsvector", "tsvector"));

  private static final Set<String> UNIFYING = Set.of("coalesce", "greatest", "least", "nullif");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  private final ColumnTypes columns;

  Inference(ColumnTypes columns) {
    this.columns = columns;
  }

  /** Returns whether the arguments of a call take one type. */
  static boolean unifies(String function) {
    return UNIFYING.contains(function);
  }

  /** Returns whether the server converts one number into the other by itself. */
  static boolean widens(String from, String to) {
    int place = INTEGERS.indexOf(from);
    int target = INTEGERS.indexOf(to);
    if (place < 0) {
      return false;
    }
    return target > place || to.equals("numeric") || to.equals("double precision");
  }

  /** Returns an expression's type. */
  Optional<String> type(Expression expression) {
    return switch (expression) {
      case Expression.Name(var parts) -> columns.type(parts.getLast());
      case Expression.Text _ -> Optional.empty();
      case Expression.Number(String digits) -> Optional.of(number(digits));
      case Expression.Constant(String word) -> constant(word);
      case Expression.Separator _ -> Optional.empty();
      case Expression.Call(String function, var arguments) -> call(function, arguments);
      case Expression.Cast(var _, String type) -> Optional.of(TypeNames.inferred(type));
      case Expression.Unary(String operator, var operand) ->
          operator.equals("not") ? Optional.of("boolean") : type(operand);
      case Expression.Binary(String operator, var left, var right) -> binary(operator, left, right);
      case Expression.Junction _, Expression.Test _, Expression.Quantified _ ->
          Optional.of("boolean");
      case Expression.Elements(var elements) -> first(elements).map(it -> it + "[]");
      case Expression.Row _ -> Optional.empty();
      case Expression.Subscript(var array, var _) ->
          type(array).filter(it -> it.endsWith("[]")).map(it -> it.substring(0, it.length() - 2));
      case Expression.Case(var _, var branches, var otherwise) -> {
        List<Expression> results = new ArrayList<>();
        for (int i = 1; i < branches.size(); i += 2) {
          results.add(branches.get(i));
        }
        otherwise.ifPresent(results::add);
        yield first(results);
      }
      case Expression.Collate(var operand, var _) -> type(operand).or(() -> Optional.of("text"));
    };
  }

  private static String number(String digits) {
    if (digits.contains(".") || digits.contains("e")) {
      return "numeric";
    }
    java.math.BigInteger value = new java.math.BigInteger(digits);
    return value.bitLength() < 32 ? "integer" : value.bitLength() < 64 ? "bigint" : "numeric";
  }

  private static Optional<String> constant(String word) {
    return switch (word) {
      case "true", "false" -> Optional.of("boolean");
      case "current_date" -> Optional.of("date");
      case "localtimestamp" -> Optional.of("timestamp without time zone");
      default -> Optional.empty();
    };
  }

  private Optional<String> call(String function, List<Expression> arguments) {
    if (unifies(function)) {
      return first(arguments);
    }
    if (function.equals("abs") && arguments.size() == 1) {
      return type(arguments.getFirst());
    }
    return Optional.ofNullable(RESULTS.get(function));
  }

  /** Returns the first type known among several expressions. */
  Optional<String> first(List<Expression> expressions) {
    return expressions.stream().flatMap(it -> type(it).stream()).findFirst();
  }

  private Optional<String> binary(String operator, Expression left, Expression right) {
    return switch (operator) {
      case "=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*" ->
          Optional.of("boolean");
      case "is distinct from", "@>", "<@", "&&", "?", "?|", "?&", "@@" -> Optional.of("boolean");
      case "->>", "#>>" -> Optional.of("text");
      case "->", "#>" -> type(left);
      case "||" ->
          first(List.of(left, right))
              .filter(it -> it.equals("text") || it.endsWith("[]") || it.equals("jsonb"));
      case "at time zone" ->
          type(left)
              .map(
                  it ->
                      it.equals("timestamp with time zone")
                          ? "timestamp without time zone"
                          : "timestamp with time zone");
      default -> ARITHMETIC.contains(operator) ? arithmetic(left, right) : Optional.empty();
    };
  }

  private Optional<String> arithmetic(Expression left, Expression right) {
    Optional<String> first = type(left);
    Optional<String> second = type(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    if (first.equals(second)) {
      return first.filter(it -> !it.equals("date") && !it.startsWith("timestamp"));
    }
    if (widens(first.get(), second.get())) {
      return second;
    }
    return widens(second.get(), first.get()) ? first : Optional.empty();
  }
}
