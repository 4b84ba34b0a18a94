package limbeck.report;

import java.util.List;
import java.util.Optional;
import limbeck.text.Location;
import limbeck.workflow.Problem;

/** Problems as a good compiler shows them: place, message, the line with a caret, the way out. */
public final class ProblemText {
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
    problem.at().ifPresent(it -> new Excerpt(style).write(it, out));
    problem.help().ifPresent(it -> out.append(style.wrap("help: " + it, "  ")).append('\n'));
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
