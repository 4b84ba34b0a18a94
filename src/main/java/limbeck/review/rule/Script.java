package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.ImportAlias;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;
import limbeck.review.RevisionFacts;
import limbeck.text.Location;
import limbeck.text.Span;

/**
 * What the text of a script shows that its steps do not.
 *
 * @param tree the script
 */
record Script(SyntaxTree tree) {
  static Script of(RevisionFacts facts) {
    return new Script(facts.script());
  }

  /**
   * An import.
   *
   * @param module the dotted name
   * @param names what is taken from it; empty for a plain import
   * @param relative whether it begins with a dot
   * @param at where
   */
  record Imported(String module, List<String> names, boolean relative, Location at) {}

  /** Returns the imports anywhere in the file. */
  List<Imported> imports() {
    List<Imported> result = new ArrayList<>();
    imports(tree.body(), result);
    return result;
  }

  private void imports(List<Statement> body, List<Imported> result) {
    for (Statement statement : body) {
      switch (statement) {
        case Statement.Import(List<ImportAlias> names, Span span) ->
            names.forEach(it -> result.add(new Imported(it.name(), List.of(), false, at(span))));
        case Statement.ImportFrom(Optional<String> module, var names, int level, Span span) ->
            result.add(
                new Imported(
                    module.orElse(""),
                    names.stream().map(ImportAlias::name).toList(),
                    level > 0,
                    at(span)));
        case Statement.FunctionDef function -> imports(function.body(), result);
        case Statement.If it -> imports(it.body(), result);
        case Statement.Try it -> imports(it.body(), result);
        case Statement.With it -> imports(it.body(), result);
        default -> {}
      }
    }
  }

  private Location at(Span span) {
    return tree.file().at(span);
  }

  /** Returns the function of that name. */
  Optional<Statement.FunctionDef> function(String name) {
    return tree.body().stream()
        .filter(it -> it instanceof Statement.FunctionDef function && function.name().equals(name))
        .map(Statement.FunctionDef.class::cast)
        .findFirst();
  }

  /** Returns where a function begins, else where the file does. */
  Location place(String function) {
    return function(function)
        .map(it -> firstLine(it.span()))
        .orElseGet(() -> tree.file().at(new Span(0, 0)));
  }

  private Location firstLine(Span span) {
    int line = tree.file().line(span.start());
    int end = tree.file().lineStart(line) + tree.file().lineText(line).length();
    return at(new Span(span.start(), Math.max(span.start(), Math.min(end, span.end()))));
  }

  /** Returns the edit that puts import lines behind the last import; empty where there is none. */
  Optional<limbeck.text.TextEdit> imported(List<String> lines) {
    Optional<Statement> last =
        tree.body().stream()
            .filter(it -> it instanceof Statement.Import || it instanceof Statement.ImportFrom)
            .reduce((_, second) -> second);
    return last.map(
        it -> {
          int line = tree.file().line(it.span().end());
          int end = tree.file().lineStart(line) + tree.file().lineText(line).length();
          return new limbeck.text.TextEdit(new Span(end, end), "\n" + String.join("\n", lines));
        });
  }

  /** Returns whether a statement is a text alone, such as a docstring. */
  static boolean isText(Statement statement) {
    return statement instanceof Statement.Expr(Expression value, var _)
        && value instanceof Expression.Constant;
  }

  /** Returns whether a function does nothing: a docstring, {@code pass}, dots. */
  boolean isEmpty(String name) {
    return function(name).filter(it -> it.body().stream().allMatch(Script::isNothing)).isPresent();
  }

  private static boolean isNothing(Statement statement) {
    return switch (statement) {
      case Statement.Pass _ -> true;
      case Statement.Expr(Expression value, var _) -> value instanceof Expression.Constant;
      case Statement.Return(var value, var _) -> value.isEmpty();
      default -> false;
    };
  }

  /** Returns whether a function begins by raising an exception. */
  boolean raises(String name) {
    return function(name).stream()
        .flatMap(it -> it.body().stream())
        .filter(it -> !isNothing(it))
        .findFirst()
        .filter(Statement.Raise.class::isInstance)
        .isPresent();
  }
}
