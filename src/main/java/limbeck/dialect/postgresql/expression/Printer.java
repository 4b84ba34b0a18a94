package limbeck.dialect.postgresql.expression;

import java.util.List;
import java.util.stream.Collectors;
import limbeck.dialect.standard.Quoting;

/** Writes an expression: operators inside others in parentheses, keywords in upper case. */
final class Printer {
  private final Quoting quoting;

  Printer(Quoting quoting) {
    this.quoting = quoting;
  }

  /** Returns the text of an expression, without parentheses around the whole. */
  String print(Expression expression) {
    return switch (expression) {
      case Expression.Name(var parts) ->
          parts.stream().map(quoting::quote).collect(Collectors.joining("."));
      case Expression.Text(String value) -> "'" + value.replace("'", "''") + "'";
      case Expression.Number(String digits) -> digits;
      case Expression.Constant(String word) -> constant(word);
      case Expression.Separator(String word) -> upper(word);
      case Expression.Call(String function, var arguments) -> call(function, arguments);
      case Expression.Cast(var operand, String type) -> inner(operand) + "::" + type;
      case Expression.Unary(String operator, var operand) ->
          operator.equals("not") ? "NOT " + inner(operand) : operator + " " + inner(operand);
      case Expression.Binary(String operator, var left, var right) ->
          inner(left) + " " + upper(operator) + " " + inner(right);
      case Expression.Junction(String word, var conditions) ->
          conditions.stream().map(this::inner).collect(Collectors.joining(" " + upper(word) + " "));
      case Expression.Test(var operand, String words) -> inner(operand) + " " + upper(words);
      case Expression.Quantified(var left, String operator, String word, var array) ->
          quantified(left, operator, word, array);
      case Expression.Elements(var elements) -> "ARRAY[" + list(elements) + "]";
      case Expression.Row(var fields) -> "(" + list(fields) + ")";
      case Expression.Subscript(var array, var index) -> inner(array) + "[" + print(index) + "]";
      case Expression.Case it -> choice(it);
      case Expression.Collate(var operand, String collation) ->
          inner(operand) + " COLLATE " + quoting.always(collation);
    };
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  private static String constant(String word) {
    return word.equals("true") || word.equals("false") ? word : upper(word);
  }

  /** {@code = ANY (ARRAY[…])} reads better as IN, and means it. */
  private String quantified(Expression left, String operator, String word, Expression array) {
    if (array instanceof Expression.Elements(var elements) && !elements.isEmpty()) {
      if (operator.equals("=") && word.equals("any")) {
        return inner(left) + " IN (" + list(elements) + ")";
      }
      if (operator.equals("<>") && word.equals("all")) {
        return inner(left) + " NOT IN (" + list(elements) + ")";
      }
    }
    return inner(left) + " " + operator + " " + upper(word) + " (" + print(array) + ")";
  }

  private String call(String function, List<Expression> arguments) {
    StringBuilder text = new StringBuilder();
    boolean joined = true;
    for (Expression argument : arguments) {
      boolean separator = argument instanceof Expression.Separator;
      if (!text.isEmpty()) {
        text.append(joined || separator ? " " : ", ");
      }
      text.append(print(argument));
      joined = separator;
    }
    return quotedFunction(function) + "(" + text + ")";
  }

  private static String quotedFunction(String function) {
    return function.matches("[a-z_][a-z0-9_$.]*")
        ? function
        : "\"" + function.replace("\"", "\"\"") + "\"";
  }

  private String list(List<Expression> expressions) {
    return expressions.stream().map(this::print).collect(Collectors.joining(", "));
  }

  private String choice(Expression.Case it) {
    StringBuilder text = new StringBuilder("CASE");
    it.operand().ifPresent(operand -> text.append(' ').append(print(operand)));
    for (int i = 0; i < it.branches().size(); i += 2) {
      text.append(" WHEN ").append(print(it.branches().get(i)));
      text.append(" THEN ").append(print(it.branches().get(i + 1)));
    }
    it.otherwise().ifPresent(last -> text.append(" ELSE ").append(print(last)));
    return text.append(" END").toString();
  }

  private String inner(Expression expression) {
    return switch (expression) {
      case Expression.Name _,
          Expression.Text _,
          Expression.Constant _,
          Expression.Separator _,
          Expression.Call _,
          Expression.Elements _,
          Expression.Row _,
          Expression.Subscript _,
          Expression.Case _ ->
          print(expression);
      case Expression.Number(String digits) -> digits.startsWith("-") ? "(" + digits + ")" : digits;
      case Expression.Cast _ -> print(expression);
      case Expression.Unary _,
          Expression.Binary _,
          Expression.Junction _,
          Expression.Test _,
          Expression.Quantified _,
          Expression.Collate _ ->
          "(" + print(expression) + ")";
    };
  }
}
