package limbeck.python.evaluate;

import java.util.List;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Statement;

/** Which functions yield. */
final class Generators {
  private Generators() {}

  /** Tells whether a body yields, functions and classes inside it left out. */
  static boolean yields(List<Statement> body) {
    for (Statement statement : body) {
      if (yields(statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean yields(Statement statement) {
    return switch (statement) {
      case Statement.Expr(Expression value, _) -> yields(value);
      case Statement.Assign(_, Expression value, _) -> yields(value);
      case Statement.AugAssign(_, _, Expression value, _) -> yields(value);
      case Statement.AnnAssign assign -> assign.value().filter(Generators::yields).isPresent();
      case Statement.Return(var value, _) -> value.filter(Generators::yields).isPresent();
      case Statement.If branch ->
          yields(branch.test()) || yields(branch.body()) || yields(branch.orElse());
      case Statement.For loop ->
          yields(loop.iterable()) || yields(loop.body()) || yields(loop.orElse());
      case Statement.While loop ->
          yields(loop.test()) || yields(loop.body()) || yields(loop.orElse());
      case Statement.With with ->
          yields(with.body()) || with.items().stream().anyMatch(item -> yields(item.context()));
      case Statement.Try attempt ->
          yields(attempt.body())
              || yields(attempt.orElse())
              || yields(attempt.finalBody())
              || attempt.handlers().stream().anyMatch(handler -> yields(handler.body()));
      case Statement.Match match -> match.cases().stream().anyMatch(each -> yields(each.body()));
      case Statement.FunctionDef _,
          Statement.ClassDef _,
          Statement.Delete _,
          Statement.TypeAlias _,
          Statement.Raise _,
          Statement.Assert _,
          Statement.Import _,
          Statement.ImportFrom _,
          Statement.Global _,
          Statement.Nonlocal _,
          Statement.Pass _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Malformed _ ->
          false;
    };
  }

  private static boolean yields(Expression expression) {
    return switch (expression) {
      case Expression.Yield _, Expression.YieldFrom _ -> true;
      case Expression.Await(Expression value, _) -> yields(value);
      case Expression.NamedExpr(_, Expression value, _) -> yields(value);
      case Expression.Call call ->
          call.arguments().stream().anyMatch(Generators::yields)
              || call.keywords().stream().anyMatch(keyword -> yields(keyword.value()));
      case Expression.BinOp(Expression left, _, Expression right, _) ->
          right instanceof Expression.Yield || left instanceof Expression.Yield;
      case Expression.Compare compare ->
          yields(compare.left()) || compare.comparators().stream().anyMatch(Generators::yields);
      case Expression.UnaryOp(_, Expression operand, _) -> yields(operand);
      case Expression.Tuple(List<Expression> elements, _) ->
          elements.stream().anyMatch(Generators::yields);
      default -> false;
    };
  }
}
