package limbeck.dialect.postgresql.expression;

import java.util.List;
import java.util.Optional;

/** A parsed SQL expression, free of spelling: keywords in lower case, names as stored. */
sealed interface Expression {
  /**
   * A column, or a name with a qualifier.
   *
   * @param parts the last is the column
   */
  record Name(List<String> parts) implements Expression {
    /** Copies the parts. */
    public Name {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A string literal.
   *
   * @param value unescaped
   */
  record Text(String value) implements Expression {}

  /**
   * A number.
   *
   * @param digits as written, with its sign
   */
  record Number(String digits) implements Expression {}

  /**
   * A word that stands for a value: {@code true}, {@code null}, {@code current_date}.
   *
   * @param word in lower case
   */
  record Constant(String word) implements Expression {}

  /**
   * A word between the arguments of a call: {@code from} in {@code extract(year from a)}.
   *
   * @param word in lower case
   */
  record Separator(String word) implements Expression {}

  /**
   * A function call.
   *
   * @param function its name with its schema, as stored
   * @param arguments in order
   */
  record Call(String function, List<Expression> arguments) implements Expression {
    /** Copies the parts. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A cast.
   *
   * @param operand what
   * @param type in the form of {@link TypeNames}
   */
  record Cast(Expression operand, String type) implements Expression {}

  /**
   * An operator before its operand, or {@code not}.
   *
   * @param operator which one
   * @param operand its operand
   */
  record Unary(String operator, Expression operand) implements Expression {}

  /**
   * An operator between two operands, or words that are one: {@code is distinct from}, {@code at
   * time zone}.
   *
   * @param operator which one
   * @param left the first operand
   * @param right the second operand
   */
  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /**
   * {@code and} or {@code or} over any number of conditions.
   *
   * @param word which one
   * @param conditions two or more
   */
  record Junction(String word, List<Expression> conditions) implements Expression {
    /** Copies the parts. */
    public Junction {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A test after its operand: {@code is null}, {@code is not true}.
   *
   * @param operand what is tested
   * @param words in lower case
   */
  record Test(Expression operand, String words) implements Expression {}

  /**
   * A comparison with the elements of an array; {@code IN} is one.
   *
   * @param left what is compared
   * @param operator how
   * @param word {@code any} or {@code all}
   * @param array with what
   */
  record Quantified(Expression left, String operator, String word, Expression array)
      implements Expression {}

  /**
   * {@code ARRAY[…]}.
   *
   * @param elements in order
   */
  record Elements(List<Expression> elements) implements Expression {
    /** Copies the parts. */
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code (a, b)}.
   *
   * @param fields in order
   */
  record Row(List<Expression> fields) implements Expression {
    /** Copies the parts. */
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /**
   * {@code a[1]}.
   *
   * @param array the array
   * @param index which element
   */
  record Subscript(Expression array, Expression index) implements Expression {}

  /**
   * {@code CASE}.
   *
   * @param operand what the branches compare with, if stated
   * @param branches condition and result by turns
   * @param otherwise the result when none matches
   */
  record Case(
      Optional<Expression> operand, List<Expression> branches, Optional<Expression> otherwise)
      implements Expression {
    /** Copies the parts. */
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /**
   * {@code COLLATE}.
   *
   * @param operand what
   * @param collation its name as stored
   */
  record Collate(Expression operand, String collation) implements Expression {}
}
