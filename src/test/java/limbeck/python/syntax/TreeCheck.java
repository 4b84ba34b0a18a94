package limbeck.python.syntax;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.text.Span;
import org.jspecify.annotations.Nullable;

/** What holds for the tree of any text, Python or not. */
final class TreeCheck {
  private final SyntaxTree tree;
  private final List<String> mistakes = new ArrayList<>();
  private boolean malformed;

  private TreeCheck(SyntaxTree tree) {
    this.tree = tree;
  }

  /** Returns what is wrong with a tree's spans and problems. */
  static List<String> mistakes(SyntaxTree tree) {
    TreeCheck check = new TreeCheck(tree);
    Span whole = new Span(0, tree.file().text().length());
    check.statements(tree.body(), whole);
    int last = 0;
    for (SyntaxTree.Problem problem : tree.problems()) {
      Span span = problem.location().span();
      check.require(span.end() <= whole.end() && span.start() >= last, "problem", span);
      check.require(!problem.message().isEmpty(), "silent problem", span);
      last = span.start();
    }
    for (SyntaxTree.Comment comment : tree.comments()) {
      Span span = comment.location().span();
      check.require(comment.text().equals(tree.file().text(span)), "comment", span);
    }
    check.require(!check.malformed || !tree.problems().isEmpty(), "no problem", whole);
    return check.mistakes;
  }

  private void require(boolean holds, String what, Span span) {
    if (!holds) {
      mistakes.add(what + " at " + span + " in " + tree.file());
    }
  }

  private void statements(List<Statement> statements, Span parent) {
    int last = parent.start();
    for (Statement statement : statements) {
      require(statement.span().start() >= last, "statement before the one above", statement.span());
      last = statement.span().end();
      node(statement, parent);
    }
  }

  private void node(Node node, Span parent) {
    Span span = node.span();
    require(span.start() >= parent.start() && span.end() <= parent.end(), name(node), span);
    malformed |= node instanceof Statement.Malformed || node instanceof Expression.Malformed;
    switch (node) {
      case Statement.FunctionDef f -> decorators(f.decorators(), span);
      case Statement.ClassDef c -> decorators(c.decorators(), span);
      default -> {}
    }
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      // A parameter's default stands behind its span.
      boolean outside = node instanceof Parameter && component.getName().equals("value");
      if (!component.getName().equals("decorators")) {
        value(component(node, component), outside ? parent : span);
      }
    }
  }

  /** They stand before the definition, outside its span. */
  private void decorators(List<Expression> decorators, Span definition) {
    decorators.forEach(decorator -> node(decorator, new Span(0, definition.start())));
  }

  private static @Nullable Object component(Node node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record has its accessors", impossible);
    }
  }

  private void value(@Nullable Object value, Span parent) {
    switch (value) {
      case Node node -> node(node, parent);
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof Statement ->
          statements(list.stream().map(Statement.class::cast).toList(), parent);
      case List<?> list -> list.forEach(item -> value(item, parent));
      case Optional<?> optional -> optional.ifPresent(item -> value(item, parent));
      case null, default -> {}
    }
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName();
  }
}
