package limbeck.report;

import java.util.List;
import java.util.Optional;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.workflow.Problem;

/** Problems as a good compiler shows them: place, message, the line with a caret, the way out. */
public final class ProblemText {
  private static final int TAB = 4;

  private final Style style;

  /** Shows problems in a style. */
  public ProblemText(Style style) {
    this.style = style;
  }

  /** Returns the problems, each once, with an empty line between them. */
  public String write(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : problems.stream().distinct().toList()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      write(problem, out);
    }
    return out.toString();
  }

  private void write(Problem problem, StringBuilder out) {
    String word =
        switch (problem.severity()) {
          case ERROR -> style.red("error");
          case WARNING -> style.yellow("warning");
        };
    String place = problem.at().map(it -> style.bold(it.toString()) + ": ").orElse("");
    out.append(style.wrap(place + word + ": " + problem.message(), "")).append('\n');
    problem.at().ifPresent(it -> excerpt(it, out));
    problem.help().ifPresent(it -> out.append(style.wrap("help: " + it, "  ")).append('\n'));
  }

  private void excerpt(Location at, StringBuilder out) {
    SourceFile file = at.file();
    int line = at.line();
    String text = file.lineText(line);
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    int from = Math.min(at.column() - 1, text.length());
    int onLine = Math.min(at.span().length(), text.length() - from);
    String before = expanded(text.substring(0, from));
    String marked = expanded(text.substring(from, from + Math.max(0, onLine)));
    Window window = window(before, marked, expanded(text), number.length());
    out.append(style.dim(margin + " |")).append('\n');
    out.append(style.dim(number + " | ")).append(window.text()).append('\n');
    out.append(style.dim(margin + " | "))
        .append(" ".repeat(window.column()))
        .append(style.red("^".repeat(window.marks())))
        .append('\n');
  }

  /** The part of a long line that is shown, and where the marks stand in it. */
  private record Window(String text, int column, int marks) {}

  private Window window(String before, String marked, String whole, int margin) {
    int room = Math.max(20, style.width() - margin - 3);
    int marks = Math.max(1, marked.length());
    if (whole.length() <= room) {
      return new Window(whole, before.length(), marks);
    }
    int start = Math.max(0, Math.min(before.length() - room / 3, whole.length() - room));
    int end = Math.min(whole.length(), start + room);
    int column = before.length() - start;
    String shown = whole.substring(start, end);
    return new Window(shown, column, Math.max(1, Math.min(marks, room - column)));
  }

  private static String expanded(String text) {
    return text.replace("\t", " ".repeat(TAB));
  }

  /** Returns one line for each problem, for places where there is no room. */
  public static List<String> lines(List<Problem> problems) {
    return problems.stream().distinct().map(ProblemText::line).toList();
  }

  private static String line(Problem problem) {
    Optional<Location> at = problem.at();
    return at.map(it -> it + ": ").orElse("") + problem.message();
  }
}
