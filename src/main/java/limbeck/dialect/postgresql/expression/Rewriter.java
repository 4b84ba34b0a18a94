package limbeck.dialect.postgresql.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings an expression to one form: what the server prints for it and what was stated meet here.
 *
 * <p>A cast is left out only where the server adds it by itself: to a literal that takes the type
 * of the other operand, to a text that is a text already, to a number that is widened to the type
 * of the other operand. What cannot be told keeps its cast, so two expressions are equal only when
 * they surely mean the same.
 */
final class Rewriter {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
  private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");

  private final ColumnTypes columns;
  private final Inference inference;

  Rewriter(ColumnTypes columns) {
    this.columns = columns;
    this.inference = new Inference(columns);
  }

  /** Returns the one form of an expression. */
  Expression rewrite(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> name(name);
      case Expression.Text it -> it;
      case Expression.Number it -> it;
      case Expression.Separator it -> it;
      case Expression.Constant(String word) ->
          word.equals("current_timestamp") ? new Expression.Call("now", List.of()) : expression;
      case Expression.Call(String function, var arguments) -> call(function, all(arguments));
      case Expression.Cast(var operand, String type) -> cast(rewrite(operand), type);
      case Expression.Unary(String operator, var operand) ->
          new Expression.Unary(operator, rewrite(operand));
      case Expression.Binary(String operator, var left, var right) ->
          binary(operator, rewrite(left), rewrite(right));
      case Expression.Junction(String word, var conditions) -> junction(word, all(conditions));
      case Expression.Test(var operand, String words) ->
          new Expression.Test(rewrite(operand), words);
      case Expression.Quantified(var left, String operator, String word, var array) ->
          quantified(rewrite(left), operator, word, rewrite(array));
      case Expression.Elements(var elements) -> new Expression.Elements(all(elements));
      case Expression.Row(var fields) -> new Expression.Row(all(fields));
      case Expression.Subscript(var array, var index) ->
          new Expression.Subscript(rewrite(array), rewrite(index));
      case Expression.Case(var operand, var branches, var otherwise) ->
          choice(operand.map(this::rewrite), all(branches), otherwise.map(this::rewrite));
      case Expression.Collate(var operand, String collation) ->
          new Expression.Collate(withoutTextCast(rewrite(operand)), collation);
    };
  }

  private List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::rewrite).toList();
  }

  private Expression name(Expression.Name name) {
    List<String> parts = name.parts();
    boolean own =
        parts.size() > 1
            && parts.get(parts.size() - 2).equals(columns.table())
            && columns.byName().containsKey(parts.getLast());
    return own ? new Expression.Name(List.of(parts.getLast())) : name;
  }

  private Expression call(String function, List<Expression> arguments) {
    String bare = function.startsWith("public.") ? function.substring(7) : function;
    List<Expression> given = new ArrayList<>();
    for (Expression argument : arguments) {
      given.add(withoutTextCast(argument));
    }
    if (Inference.unifies(bare)) {
      given = unified(given);
    }
    if (bare.equals("timezone") && given.size() == 2) {
      return new Expression.Binary("at time zone", given.get(1), given.getFirst());
    }
    if (bare.equals("transaction_timestamp") && given.isEmpty()) {
      return new Expression.Call("now", List.of());
    }
    return StandardCalls.plain(bare, StandardCalls.withoutOwnCasts(bare, given));
  }

  /** An argument that is a text of any kind needs no cast to text. */
  private Expression withoutTextCast(Expression argument) {
    if (argument instanceof Expression.Cast(var operand, String type)
        && type.equals("text")
        && inference.type(operand).equals(Optional.of("character"))) {
      return operand;
    }
    return argument;
  }

  private Expression cast(Expression operand, String type) {
    return switch (operand) {
      case Expression.Text(String value) -> literal(value, type);
      case Expression.Constant(String word) when word.equals("null") -> operand;
      case Expression.Elements(var elements) when type.endsWith("[]") && !elements.isEmpty() -> {
        String element = type.substring(0, type.length() - 2);
        yield new Expression.Elements(elements.stream().map(it -> cast(it, element)).toList());
      }
      case Expression.Number _ ->
          inference.type(operand).equals(Optional.of(type))
              ? operand
              : new Expression.Cast(operand, type);
      case Expression.Name _,
          Expression.Constant _,
          Expression.Separator _,
          Expression.Call _,
          Expression.Cast _,
          Expression.Unary _,
          Expression.Binary _,
          Expression.Junction _,
          Expression.Test _,
          Expression.Quantified _,
          Expression.Elements _,
          Expression.Row _,
          Expression.Subscript _,
          Expression.Case _,
          Expression.Collate _ ->
          castOfKnown(operand, type);
    };
  }

  private Expression castOfKnown(Expression operand, String type) {
    Optional<String> known = inference.type(operand);
    boolean same = known.isPresent() && known.get().equals(TypeNames.inferred(type));
    boolean unlimited = !type.contains("(");
    return same && unlimited ? operand : new Expression.Cast(operand, type);
  }

  private static Expression literal(String value, String type) {
    if (TypeNames.isPlainText(type)) {
      return new Expression.Text(value);
    }
    String lower = value.strip().toLowerCase(Locale.ROOT);
    if (type.equals("boolean") && (TRUE.contains(lower) || FALSE.contains(lower))) {
      return new Expression.Constant(String.valueOf(TRUE.contains(lower)));
    }
    if (type.equals("text[]") || type.equals("character varying[]")) {
      return new Expression.Cast(new Expression.Text(value), "text[]");
    }
    boolean whole = WHOLE.matcher(value).matches();
    boolean decimal = DECIMAL.matcher(value).matches();
    return switch (type) {
      case "smallint", "integer", "bigint" ->
          whole ? number(value, type) : new Expression.Cast(new Expression.Text(value), type);
      case "numeric", "real", "double precision" ->
          whole || decimal
              ? number(value, type)
              : new Expression.Cast(new Expression.Text(value), type);
      default -> new Expression.Cast(new Expression.Text(value), type);
    };
  }

  private static Expression number(String digits, String type) {
    Expression number = new Expression.Number(digits);
    Optional<String> own = new Inference(ColumnTypes.NONE).type(number);
    return own.equals(Optional.of(type)) ? number : new Expression.Cast(number, type);
  }

  private Expression binary(String operator, Expression left, Expression right) {
    if (left instanceof Expression.Row(var first)
        && right instanceof Expression.Row(var second)
        && first.size() == second.size()
        && (operator.equals("=") || operator.equals("<>"))) {
      return rows(operator, first, second);
    }
    return new Expression.Binary(operator, beside(left, right), beside(right, left));
  }

  /** The server compares rows field by field. */
  private Expression rows(String operator, List<Expression> left, List<Expression> right) {
    List<Expression> fields = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      fields.add(binary(operator, left.get(i), right.get(i)));
    }
    return junction(operator.equals("=") ? "and" : "or", fields);
  }

  /**
   * Returns an operand without the cast that the server adds because of the other one. Casts of
   * both operands stay: each may be there because of the other.
   */
  private Expression beside(Expression operand, Expression other) {
    if (!(operand instanceof Expression.Cast(var inner, String type))
        || other instanceof Expression.Cast) {
      return operand;
    }
    if (other instanceof Expression.Call(String function, var _)
        && function.equals("extract")
        && inner instanceof Expression.Number) {
      // NUMERIC since PostgreSQL 14, DOUBLE PRECISION before.
      return type.equals("numeric") || type.equals("double precision") ? inner : operand;
    }
    Optional<String> wanted = inference.type(other).map(Rewriter::computedIn);
    if (wanted.isEmpty() || !wanted.get().equals(TypeNames.inferred(type)) || type.contains("(")) {
      return operand;
    }
    return isAdaptable(inner, wanted.get()) ? inner : operand;
  }

  /** A number beside a REAL is compared as DOUBLE PRECISION. */
  private static String computedIn(String type) {
    return type.equals("real") ? "double precision" : type;
  }

  private boolean isAdaptable(Expression inner, String wanted) {
    return switch (inner) {
      case Expression.Text _ -> true;
      case Expression.Number _ ->
          inference.type(inner).filter(it -> Inference.widens(it, wanted)).isPresent()
              || wanted.equals("double precision");
      case Expression.Name _,
          Expression.Constant _,
          Expression.Separator _,
          Expression.Call _,
          Expression.Cast _,
          Expression.Unary _,
          Expression.Binary _,
          Expression.Junction _,
          Expression.Test _,
          Expression.Quantified _,
          Expression.Elements _,
          Expression.Row _,
          Expression.Subscript _,
          Expression.Case _,
          Expression.Collate _ ->
          inference.type(inner).filter(it -> Inference.widens(it, wanted)).isPresent();
    };
  }

  private Expression quantified(Expression left, String operator, String word, Expression array) {
    if (!(array instanceof Expression.Elements(var elements))) {
      return new Expression.Quantified(left, operator, word, array);
    }
    List<Expression> adapted = elements.stream().map(it -> beside(it, left)).toList();
    Expression first = elements.isEmpty() ? left : beside(left, elements.getFirst());
    return new Expression.Quantified(first, operator, word, new Expression.Elements(adapted));
  }

  /** COALESCE and the like, CASE: literals take the type that one of the others has. */
  private List<Expression> unified(List<Expression> expressions) {
    Optional<Expression> model =
        expressions.stream()
            .filter(it -> !(it instanceof Expression.Cast))
            .filter(it -> inference.type(it).isPresent())
            .filter(it -> !(it instanceof Expression.Number))
            .findFirst();
    if (model.isEmpty()) {
      return expressions;
    }
    return expressions.stream().map(it -> beside(it, model.get())).toList();
  }

  private static Expression junction(String word, List<Expression> conditions) {
    List<Expression> flat = new ArrayList<>();
    for (Expression condition : conditions) {
      if (condition instanceof Expression.Junction(String inner, var nested)
          && inner.equals(word)) {
        flat.addAll(nested);
      } else {
        flat.add(condition);
      }
    }
    return new Expression.Junction(word, flat);
  }

  private Expression choice(
      Optional<Expression> operand, List<Expression> branches, Optional<Expression> otherwise) {
    List<Expression> results = new ArrayList<>();
    for (int i = 1; i < branches.size(); i += 2) {
      results.add(branches.get(i));
    }
    otherwise.ifPresent(results::add);
    List<Expression> adapted = unified(results);
    List<Expression> merged = new ArrayList<>(branches);
    for (int i = 1; i < merged.size(); i += 2) {
      merged.set(i, adapted.get(i / 2));
    }
    Optional<Expression> last =
        otherwise.isPresent() ? Optional.of(adapted.getLast()) : Optional.empty();
    return new Expression.Case(operand, merged, last);
  }
}
