package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.review.Fix;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.text.TextEdit;

/**
 * The fix of an index built in the ordinary way: the same call with {@code
 * postgresql_concurrently=True} in an autocommit block of its own.
 */
final class ConcurrentBuild {
  private static final String CALL = "op.create_index(";
  private static final String INDENT = "    ";

  private ConcurrentBuild() {}

  /** Returns the fix; empty when the call is not alone on its lines, or is another spelling. */
  static Optional<Fix> of(Location at) {
    SourceFile file = at.file();
    Span span = at.span();
    String call = file.text(span);
    if (!call.startsWith(CALL) || !call.endsWith(")") || !aloneOnItsLines(file, span)) {
      return Optional.empty();
    }
    int lineStart = file.lineStart(file.line(span.start()));
    String indent = file.text().substring(lineStart, span.start());
    List<TextEdit> edits = new ArrayList<>();
    edits.add(
        new TextEdit(
            new Span(span.start(), span.start()),
            "with op.get_context().autocommit_block():\n" + indent + INDENT));
    for (int line = file.line(span.start()) + 1; line <= file.line(span.end()); line++) {
      int start = file.lineStart(line);
      edits.add(new TextEdit(new Span(start, start), INDENT));
    }
    edits.add(argument(file, span));
    return Optional.of(
        new Fix("Build the index concurrently, outside the transaction", true, edits));
  }

  private static boolean aloneOnItsLines(SourceFile file, Span span) {
    String before = file.text().substring(file.lineStart(file.line(span.start())), span.start());
    String lastLine = file.lineText(file.line(span.end()));
    String after = lastLine.substring(Math.min(lastLine.length(), file.column(span.end()) - 1));
    return before.isBlank() && (after.isBlank() || after.strip().startsWith("#"));
  }

  private static TextEdit argument(SourceFile file, Span span) {
    int close = span.end() - 1;
    int last = close - 1;
    while (Character.isWhitespace(file.text().charAt(last))) {
      last--;
    }
    boolean comma = file.text().charAt(last) == ',';
    String argument = "postgresql_concurrently=True";
    Span here = new Span(last + 1, last + 1);
    if (last + 1 == close) {
      return new TextEdit(here, comma ? " " + argument : ", " + argument);
    }
    int line = file.line(last);
    String text = file.lineText(line);
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    return new TextEdit(
        here, (comma ? "" : ",") + "\n" + indent + INDENT + argument + (comma ? "," : ""));
  }
}
