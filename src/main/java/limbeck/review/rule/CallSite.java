package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.ExceptHandler;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Keyword;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Statement;
import limbeck.review.RevisionFacts;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.text.TextEdit;

/**
 * A call that is a statement of its own, alone on its lines, so that it can be moved and added to.
 *
 * @param file its script
 * @param call the call
 */
record CallSite(SourceFile file, Expression.Call call) {
  private static final String INDENT = "    ";
  private static final String BLOCK = "with op.get_context().autocommit_block():\n";

  /**
   * Returns the call at a place, if it calls one of these functions of {@code op}.
   *
   * @param functions such as {@code create_index}
   */
  static Optional<CallSite> at(RevisionFacts facts, Optional<Location> at, String... functions) {
    if (at.isEmpty()) {
      return Optional.empty();
    }
    Span span = at.get().span();
    return find(facts.script().body(), span)
        .map(it -> new CallSite(facts.script().file(), it))
        .filter(it -> List.of(functions).contains(it.function()))
        .filter(CallSite::isMovable);
  }

  private static Optional<Expression.Call> find(List<Statement> body, Span span) {
    for (Statement statement : body) {
      Optional<Expression.Call> found =
          switch (statement) {
            case Statement.Expr(Expression.Call call, var _) when call.span().equals(span) ->
                Optional.of(call);
            case Statement.FunctionDef it -> find(it.body(), span);
            case Statement.With it -> find(it.body(), span);
            case Statement.If it -> find(it.body(), span).or(() -> find(it.orElse(), span));
            case Statement.Try it ->
                find(it.body(), span)
                    .or(
                        () ->
                            it.handlers().stream()
                                .map(ExceptHandler::body)
                                .flatMap(handler -> find(handler, span).stream())
                                .findFirst());
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the name behind {@code op.}; empty for a call of something else. */
  String function() {
    return call.function() instanceof Expression.Attribute(Expression.Name owner, String name, _)
            && owner.id().equals("op")
        ? name
        : "";
  }

  /** A text over several lines would be another one when its lines are moved. */
  private boolean isMovable() {
    String text = file.text(call.span());
    String before =
        file.text().substring(file.lineStart(file.line(call.span().start())), call.span().start());
    String lastLine = file.lineText(file.line(call.span().end()));
    String after =
        lastLine.substring(Math.min(lastLine.length(), file.column(call.span().end()) - 1));
    return before.isBlank()
        && (after.isBlank() || after.strip().startsWith("#"))
        && !text.contains("\"\"\"")
        && !text.contains("'''");
  }

  /** Returns an argument by its place or its name. */
  Optional<Expression> argument(int place, String name) {
    return call.keywords().stream()
        .filter(it -> it.name().equals(Optional.of(name)))
        .map(Keyword::value)
        .findFirst()
        .or(
            () ->
                place >= 0 && place < call.arguments().size()
                    ? Optional.of(call.arguments().get(place))
                    : Optional.empty());
  }

  /** Returns the text of an argument. */
  Optional<String> text(int place, String name) {
    return argument(place, name).map(it -> file.text(it.span()));
  }

  /** Returns whether an argument is {@code None}. */
  boolean isNone(int place, String name) {
    return argument(place, name)
        .filter(it -> it instanceof Expression.Constant(Literal.None _, _))
        .isPresent();
  }

  /** Returns an edit that adds an argument by name behind the last one. */
  TextEdit with(String argument) {
    int end =
        java.util.stream.Stream.concat(
                call.arguments().stream().map(Expression::span),
                call.keywords().stream().map(Keyword::span))
            .mapToInt(Span::end)
            .max()
            .orElse(call.span().end() - 1);
    boolean oneLine = file.line(call.span().start()) == file.line(call.span().end());
    boolean sameLine = file.line(end) == file.line(call.span().end());
    if (oneLine || sameLine) {
      return new TextEdit(new Span(end, end), ", " + argument);
    }
    // Each line of a block gets its indentation by an edit of its own; this one is new.
    String line = file.lineText(file.line(end));
    String margin = line.substring(0, line.length() - line.stripLeading().length());
    return new TextEdit(new Span(end, end), ",\n" + margin + INDENT + argument);
  }

  /** Returns the edits that put the call into an autocommit block, between further statements. */
  List<TextEdit> inBlock(List<String> before, List<String> after) {
    String margin = margin();
    String inner = margin + INDENT;
    List<TextEdit> edits = new ArrayList<>();
    StringBuilder head = new StringBuilder(BLOCK).append(inner);
    before.forEach(it -> head.append(it).append('\n').append(inner));
    int start = call.span().start();
    edits.add(new TextEdit(new Span(start, start), head.toString()));
    for (int line = file.line(start) + 1; line <= file.line(call.span().end()); line++) {
      int at = file.lineStart(line);
      edits.add(new TextEdit(new Span(at, at), INDENT));
    }
    edits.addAll(behind(after, inner));
    return edits;
  }

  /** Returns the edits that put statements around the call, where it stands. */
  List<TextEdit> among(List<String> before, List<String> after) {
    String margin = margin();
    List<TextEdit> edits = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    before.forEach(it -> head.append(it).append('\n').append(margin));
    int start = call.span().start();
    if (!before.isEmpty()) {
      edits.add(new TextEdit(new Span(start, start), head.toString()));
    }
    edits.addAll(behind(after, margin));
    return edits;
  }

  private List<TextEdit> behind(List<String> statements, String margin) {
    if (statements.isEmpty()) {
      return List.of();
    }
    int line = file.line(call.span().end());
    int end = file.lineStart(line) + file.lineText(line).length();
    StringBuilder text = new StringBuilder();
    statements.forEach(it -> text.append('\n').append(margin).append(it));
    return List.of(new TextEdit(new Span(end, end), text.toString()));
  }

  String margin() {
    int start = call.span().start();
    return file.text().substring(file.lineStart(file.line(start)), start);
  }
}
