package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/** An expression; each record bears the name of its class in CPython's {@code ast}. */
public sealed interface Expression extends Node {
  /** The operators of {@link BinOp}, {@link UnaryOp} and {@link Compare}, by their spelling. */
  enum Operator {
    ADD("+"),
    SUB("-"),
    MULT("*"),
    MATMULT("@"),
    DIV("/"),
    MOD("%"),
    POW("**"),
    LSHIFT("<<"),
    RSHIFT(">>"),
    BITOR("|"),
    BITXOR("^"),
    BITAND("&"),
    FLOORDIV("//"),
    INVERT("~"),
    NOT("not"),
    UADD("+"),
    USUB("-"),
    EQ("=="),
    NOTEQ("!="),
    LT("<"),
    LTE("<="),
    GT(">"),
    GTE(">="),
    IS("is"),
    ISNOT("is not"),
    IN("in"),
    NOTIN("not in");

    private final String spelling;

    Operator(String spelling) {
      this.spelling = spelling;
    }

    /** Returns how it is written. */
    public String spelling() {
      return spelling;
    }
  }

  /** {@code and} / {@code or} over two or more values. */
  record BoolOp(boolean and, List<Expression> values, Span span) implements Expression {}

  /** {@code target := value}. */
  record NamedExpr(Expression target, Expression value, Span span) implements Expression {}

  /** {@code left op right}. */
  record BinOp(Expression left, Operator op, Expression right, Span span) implements Expression {}

  /** {@code op operand}. */
  record UnaryOp(Operator op, Expression operand, Span span) implements Expression {}

  /** {@code lambda parameters: body}. */
  record Lambda(Parameters parameters, Expression body, Span span) implements Expression {}

  /** {@code body if test else orElse}. */
  record IfExp(Expression test, Expression body, Expression orElse, Span span)
      implements Expression {}

  /** {@code {key: value, **other}}; an absent key is an unpacking. */
  record Dict(List<Optional<Expression>> keys, List<Expression> values, Span span)
      implements Expression {}

  /** {@code {a, b}}. */
  record SetDisplay(List<Expression> elements, Span span) implements Expression {}

  /** {@code [element for …]}. */
  record ListComp(Expression element, List<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code {element for …}}. */
  record SetComp(Expression element, List<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code {key: value for …}}. */
  record DictComp(Expression key, Expression value, List<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code (element for …)}. */
  record GeneratorExp(Expression element, List<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code await value}. */
  record Await(Expression value, Span span) implements Expression {}

  /** {@code yield [value]}. */
  record Yield(Optional<Expression> value, Span span) implements Expression {}

  /** {@code yield from value}. */
  record YieldFrom(Expression value, Span span) implements Expression {}

  /** {@code left op comparator op comparator …}. */
  record Compare(Expression left, List<Operator> operators, List<Expression> comparators, Span span)
      implements Expression {}

  /** {@code function(arguments, name=value, *more, **more)}; a {@code *x} is a {@link Starred}. */
  record Call(Expression function, List<Expression> arguments, List<Keyword> keywords, Span span)
      implements Expression {}

  /** {@code {value!conversion:format}} inside an f-string; conversion is s, r, a or empty. */
  record FormattedValue(
      Expression value, Optional<Character> conversion, Optional<Expression> format, Span span)
      implements Expression {}

  /** An f-string, adjacent pieces joined; values are string constants and formatted values. */
  record JoinedStr(List<Expression> values, Span span) implements Expression {}

  /** {@code {value!conversion:format}} inside a t-string, with the expression's source text. */
  record Interpolation(
      Expression value,
      String source,
      Optional<Character> conversion,
      Optional<Expression> format,
      Span span)
      implements Expression {}

  /** A t-string (PEP 750). */
  record TemplateStr(List<Expression> values, Span span) implements Expression {}

  /** A literal. */
  record Constant(Literal value, Span span) implements Expression {}

  /** {@code value.attribute}; the attribute's name ends where the node does. */
  record Attribute(Expression value, String attribute, Span span) implements Expression {}

  /** {@code value[slice]}. */
  record Subscript(Expression value, Expression slice, Span span) implements Expression {}

  /** {@code *value}. */
  record Starred(Expression value, Span span) implements Expression {}

  /** A name. */
  record Name(String id, Span span) implements Expression {}

  /** {@code [a, b]}. */
  record ListDisplay(List<Expression> elements, Span span) implements Expression {}

  /** {@code a, b} or {@code (a, b)}; the span has the parentheses when they are there. */
  record Tuple(List<Expression> elements, Span span) implements Expression {}

  /** {@code lower:upper:step} inside a subscript. */
  record Slice(
      Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step, Span span)
      implements Expression {}

  /** Text that could not be parsed where an expression was expected. */
  record Malformed(String message, Span span) implements Expression {}
}
