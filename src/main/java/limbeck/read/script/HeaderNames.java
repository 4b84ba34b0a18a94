package limbeck.read.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;

/** The top-level assignments of a script, and the plain values among them. */
final class HeaderNames {
  private final Map<String, Expression> assigned = new LinkedHashMap<>();

  /** Takes the assignments of a tree; a later one counts. */
  HeaderNames(SyntaxTree tree) {
    for (Statement statement : tree.body()) {
      switch (statement) {
        case Statement.Assign(List<Expression> targets, Expression value, var _) ->
            targets.forEach(it -> assign(it, value));
        case Statement.AnnAssign(
                Expression target,
                var _,
                Optional<Expression> value,
                var _,
                var _) ->
            value.ifPresent(it -> assign(target, it));
        default -> {}
      }
    }
  }

  private void assign(Expression target, Expression value) {
    if (target instanceof Expression.Name(String name, var _)) {
      assigned.put(name, value);
    }
  }

  /** A value that a header may have: texts, of which None has none. */
  record Texts(List<String> texts) {}

  boolean has(String name) {
    return assigned.containsKey(name);
  }

  Optional<Expression> expression(String name) {
    return Optional.ofNullable(assigned.get(name));
  }

  /** Returns the texts a name stands for; empty when they cannot be told from the tree alone. */
  Optional<Texts> texts(String name) {
    return expression(name).flatMap(it -> texts(it, 0));
  }

  private Optional<Texts> texts(Expression expression, int depth) {
    if (depth > 20) {
      return Optional.empty();
    }
    return switch (expression) {
      case Expression.Constant(Literal.Str(String text, boolean _), var _) ->
          Optional.of(new Texts(List.of(text)));
      case Expression.Constant(Literal.None _, var _) -> Optional.of(new Texts(List.of()));
      case Expression.Constant(Literal.Int(var number), var _) ->
          Optional.of(new Texts(List.of(number.toString())));
      case Expression.Tuple(List<Expression> elements, var _) -> all(elements, depth);
      case Expression.ListDisplay(List<Expression> elements, var _) -> all(elements, depth);
      case Expression.SetDisplay(List<Expression> elements, var _) -> all(elements, depth);
      case Expression.Name(String name, var _) ->
          expression(name).flatMap(it -> texts(it, depth + 1));
      default -> Optional.empty();
    };
  }

  private Optional<Texts> all(List<Expression> elements, int depth) {
    List<String> found = new ArrayList<>();
    for (Expression element : elements) {
      Optional<Texts> one = texts(element, depth + 1);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      found.addAll(one.get().texts());
    }
    return Optional.of(new Texts(found));
  }
}
