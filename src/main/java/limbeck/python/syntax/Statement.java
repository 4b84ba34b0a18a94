package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/** A statement; each record bears the name of its class in CPython's {@code ast}. */
public sealed interface Statement extends Node {
  /** {@code def} or {@code async def}; the span leaves decorators out, as CPython's does. */
  record FunctionDef(
      String name,
      Parameters parameters,
      List<Statement> body,
      List<Expression> decorators,
      Optional<Expression> returns,
      List<TypeParameter> typeParameters,
      boolean async,
      Span nameSpan,
      Span span)
      implements Statement {}

  /** {@code class}. */
  record ClassDef(
      String name,
      List<Expression> bases,
      List<Keyword> keywords,
      List<Statement> body,
      List<Expression> decorators,
      List<TypeParameter> typeParameters,
      Span nameSpan,
      Span span)
      implements Statement {}

  /** {@code return [value]}. */
  record Return(Optional<Expression> value, Span span) implements Statement {}

  /** {@code del targets}. */
  record Delete(List<Expression> targets, Span span) implements Statement {}

  /** {@code a = b = value}. */
  record Assign(List<Expression> targets, Expression value, Span span) implements Statement {}

  /** {@code type name[parameters] = value}. */
  record TypeAlias(Expression name, List<TypeParameter> typeParameters, Expression value, Span span)
      implements Statement {}

  /** {@code target op= value}. */
  record AugAssign(Expression target, Expression.Operator op, Expression value, Span span)
      implements Statement {}

  /** {@code target: annotation [= value]}; simple unless the target is parenthesised or dotted. */
  record AnnAssign(
      Expression target,
      Expression annotation,
      Optional<Expression> value,
      boolean simple,
      Span span)
      implements Statement {}

  /** {@code for} or {@code async for}. */
  record For(
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> orElse,
      boolean async,
      Span span)
      implements Statement {}

  /** {@code while}. */
  record While(Expression test, List<Statement> body, List<Statement> orElse, Span span)
      implements Statement {}

  /** {@code if}; an {@code elif} is an If in {@code orElse}. */
  record If(Expression test, List<Statement> body, List<Statement> orElse, Span span)
      implements Statement {}

  /** {@code with} or {@code async with}. */
  record With(List<WithItem> items, List<Statement> body, boolean async, Span span)
      implements Statement {}

  /** {@code match}. */
  record Match(Expression subject, List<MatchCase> cases, Span span) implements Statement {}

  /** {@code raise [exception [from cause]]}. */
  record Raise(Optional<Expression> exception, Optional<Expression> cause, Span span)
      implements Statement {}

  /** {@code try}; {@code star} for {@code except*}. */
  record Try(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody,
      boolean star,
      Span span)
      implements Statement {}

  /** {@code assert test[, message]}. */
  record Assert(Expression test, Optional<Expression> message, Span span) implements Statement {}

  /** {@code import a.b as c, d}. */
  record Import(List<ImportAlias> names, Span span) implements Statement {}

  /** {@code from ..module import a as b}; level counts the dots; a lone {@code *} is a name. */
  record ImportFrom(Optional<String> module, List<ImportAlias> names, int level, Span span)
      implements Statement {}

  /** {@code global names}. */
  record Global(List<String> names, Span span) implements Statement {}

  /** {@code nonlocal names}. */
  record Nonlocal(List<String> names, Span span) implements Statement {}

  /** An expression standing alone. */
  record Expr(Expression value, Span span) implements Statement {}

  /** {@code pass}. */
  record Pass(Span span) implements Statement {}

  /** {@code break}. */
  record Break(Span span) implements Statement {}

  /** {@code continue}. */
  record Continue(Span span) implements Statement {}

  /**
   * A statement that could not be parsed; the parser goes on after it. The body is the block under
   * it, when there is one: its statements are as written, but nothing is known about when they run.
   */
  record Malformed(String message, List<Statement> body, Span span) implements Statement {}
}
