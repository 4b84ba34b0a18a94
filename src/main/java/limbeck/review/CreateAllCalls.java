package limbeck.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.SyntaxTree;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Calls of {@code metadata.create_all(…)}, by which a program creates the tables itself. */
public final class CreateAllCalls {
  private static final Pattern CALL =
      Pattern.compile("(?m)^(?<code>[^#\\n\"']*?)\\b(?<call>(?:\\w+\\.)*metadata\\.create_all)\\b");

  private CreateAllCalls() {}

  /** Returns the calls in a file; what stands in comments and texts is none. */
  public static List<Location> in(SourceFile file) {
    List<Location> result = new ArrayList<>();
    SyntaxTree tree = Parser.parse(file);
    Matcher found = CALL.matcher(file.text());
    while (found.find()) {
      Span span = new Span(found.start("call"), found.end("call"));
      if (tree.body().stream()
          .filter(it -> it.span().start() <= span.start() && span.end() <= it.span().end())
          .noneMatch(CreateAllCalls::isText)) {
        result.add(file.at(span));
      }
    }
    return result;
  }

  private static boolean isText(limbeck.python.syntax.Statement statement) {
    return statement
            instanceof
            limbeck.python.syntax.Statement.Expr(limbeck.python.syntax.Expression value, Span _)
        && value instanceof limbeck.python.syntax.Expression.Constant;
  }
}
