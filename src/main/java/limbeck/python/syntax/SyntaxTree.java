package limbeck.python.syntax;

import java.util.List;
import limbeck.text.Location;
import limbeck.text.SourceFile;

/**
 * A parsed file. It is there for any text: what could not be parsed is a {@code Malformed} node and
 * a problem.
 *
 * @param file the source
 * @param body its statements
 * @param comments every comment, in order
 * @param problems what is not Python, in order
 */
public record SyntaxTree(
    SourceFile file, List<Statement> body, List<Comment> comments, List<Problem> problems) {
  /** Copies the lists. */
  public SyntaxTree {
    body = List.copyOf(body);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }

  /**
   * A comment.
   *
   * @param text from the {@code #} to the end of the line
   * @param location where
   * @param ownLine whether nothing but white space stands before it on its line
   */
  public record Comment(String text, Location location, boolean ownLine) {}

  /**
   * A place that is not Python.
   *
   * @param message what is wrong, one line
   * @param location where
   */
  public record Problem(String message, Location location) {}
}
