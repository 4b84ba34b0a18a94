package limbeck.dialect.postgresql.expression;

import java.util.List;

/** What a server default's expression is, when it is one of the simple kinds. */
public sealed interface ConstantValue {
  /** None of the others. */
  ConstantValue NONE = new Computed();

  /**
   * A text, possibly cast to a type.
   *
   * @param value the text
   * @param type the type it is cast to; empty for none
   */
  record OfText(String value, String type) implements ConstantValue {}

  /**
   * A number, possibly cast to a type.
   *
   * @param digits the number
   */
  record OfNumber(String digits) implements ConstantValue {}

  /**
   * {@code true} or {@code false}.
   *
   * @param value which one
   */
  record OfBoolean(boolean value) implements ConstantValue {}

  /** {@code NULL}. */
  record OfNull() implements ConstantValue {}

  /** {@code now()} or {@code CURRENT_TIMESTAMP}. */
  record OfNow() implements ConstantValue {}

  /**
   * {@code nextval('…')}.
   *
   * @param sequence the sequence's name inside the quotes
   */
  record OfSequence(String sequence) implements ConstantValue {}

  /** Something to compute. */
  record Computed() implements ConstantValue {}

  /** Returns what an expression in one form is. */
  static ConstantValue of(Expression expression) {
    return switch (expression) {
      case Expression.Text(String value) -> new OfText(value, "");
      case Expression.Number(String digits) -> new OfNumber(digits);
      case Expression.Constant(String word) ->
          switch (word) {
            case "true" -> new OfBoolean(true);
            case "false" -> new OfBoolean(false);
            case "null" -> new OfNull();
            default -> NONE;
          };
      case Expression.Cast(Expression.Text(String value), String type) -> new OfText(value, type);
      case Expression.Cast(Expression.Number(String digits), String _) -> new OfNumber(digits);
      case Expression.Call(String function, var arguments) -> call(function, arguments);
      case Expression.Cast _,
          Expression.Name _,
          Expression.Separator _,
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
          NONE;
    };
  }

  private static ConstantValue call(String function, List<Expression> arguments) {
    if (function.equals("now") && arguments.isEmpty()) {
      return new OfNow();
    }
    if (function.equals("nextval") && arguments.size() == 1) {
      Expression argument = arguments.getFirst();
      if (argument instanceof Expression.Text(String name)) {
        return new OfSequence(name);
      }
      if (argument instanceof Expression.Cast(Expression.Text(String name), String type)
          && type.equals("regclass")) {
        return new OfSequence(name);
      }
    }
    return NONE;
  }
}
