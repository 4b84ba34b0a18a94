package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** What can be assigned to, bound by a loop or deleted, and CPython's words for what cannot. */
final class TargetParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  TargetParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** The target of {@code for}: one or several, up to {@code in}. */
  Expression loopTarget() {
    Expression target = targets();
    check(target, "assign to", "");
    return target;
  }

  private Expression targets() {
    int start = cursor.start();
    Expression first = element();
    if (!cursor.at(TokenKind.COMMA)) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().beginsExpression()) {
      elements.add(element());
    }
    return new Expression.Tuple(List.copyOf(elements), cursor.spanFrom(start));
  }

  /** Below comparisons, so that {@code in} ends it. */
  private Expression element() {
    return cursor.at(TokenKind.STAR)
        ? grammar.expressions.starred()
        : grammar.expressions.bitwise();
  }

  /** The target of {@code as} in a {@code with} statement. */
  Expression withTarget() {
    Expression target = element();
    check(target, "assign to", "");
    return target;
  }

  /** Rejects what an equals sign cannot have at its left. */
  void checkAssigned(Expression target) {
    check(target, "assign to", " here. Maybe you meant '==' instead of '='?");
  }

  /** Rejects what {@code del} cannot delete. */
  void checkDeleted(Expression target) {
    check(target, "delete", "");
  }

  private void check(Expression target, String verb, String hint) {
    boolean deletes = verb.equals("delete");
    switch (target) {
      case Expression.Name _, Expression.Attribute _, Expression.Subscript _ -> {}
      case Expression.Tuple(var elements, _) ->
          elements.forEach(element -> check(element, verb, ""));
      case Expression.ListDisplay(var elements, _) ->
          elements.forEach(element -> check(element, verb, ""));
      case Expression.Starred(var value, _) when !deletes -> check(value, verb, "");
      default -> {
        String suffix = isWord(target) ? "" : hint;
        throw cursor.failure("cannot " + verb + " " + describe(target) + suffix, target.span());
      }
    }
  }

  private static boolean isWord(Expression expression) {
    return expression instanceof Expression.Constant(var value, _)
        && (value instanceof Literal.None || value instanceof Literal.Bool);
  }

  /** Returns CPython's name for a kind of expression. */
  static String describe(Expression expression) {
    return switch (expression) {
      case Expression.Attribute _ -> "attribute";
      case Expression.Subscript _ -> "subscript";
      case Expression.Starred _ -> "starred";
      case Expression.Name _ -> "name";
      case Expression.ListDisplay _ -> "list";
      case Expression.Tuple _ -> "tuple";
      case Expression.Lambda _ -> "lambda";
      case Expression.Call _ -> "function call";
      case Expression.BoolOp _, Expression.BinOp _, Expression.UnaryOp _ -> "expression";
      case Expression.GeneratorExp _ -> "generator expression";
      case Expression.Yield _, Expression.YieldFrom _ -> "yield expression";
      case Expression.Await _ -> "await expression";
      case Expression.ListComp _ -> "list comprehension";
      case Expression.SetComp _ -> "set comprehension";
      case Expression.DictComp _ -> "dict comprehension";
      case Expression.Dict _ -> "dict literal";
      case Expression.SetDisplay _ -> "set display";
      case Expression.JoinedStr _, Expression.FormattedValue _ -> "f-string expression";
      case Expression.TemplateStr _, Expression.Interpolation _ -> "t-string expression";
      case Expression.Constant(var value, _) -> describe(value);
      case Expression.Compare _ -> "comparison";
      case Expression.IfExp _ -> "conditional expression";
      case Expression.NamedExpr _ -> "named expression";
      case Expression.Slice _ -> "slice";
      case Expression.Malformed _ -> "malformed expression";
    };
  }

  private static String describe(Literal value) {
    return switch (value) {
      case Literal.None _ -> "None";
      case Literal.Bool(var isTrue) -> isTrue ? "True" : "False";
      case Literal.Ellipsis _ -> "ellipsis";
      case Literal.Str _, Literal.Bytes _, Literal.Int _, Literal.Float _, Literal.Complex _ ->
          "literal";
    };
  }
}
