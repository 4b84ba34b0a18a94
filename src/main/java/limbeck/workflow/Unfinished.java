package limbeck.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.PythonProgram;
import limbeck.python.syntax.Parser;

/** Modules that could not be read to their end. */
final class Unfinished {
  private Unfinished() {}

  /**
   * Returns what keeps modules from being read to their end: syntax errors, exceptions, statements
   * given up half-way. A class among them would be missing without a word.
   */
  static List<Problem> of(List<PythonProgram.Problem> problems, ModelSourceOf sources) {
    List<Problem> result = new ArrayList<>();
    Set<PythonProgram.Problem> seen = new LinkedHashSet<>();
    for (PythonProgram.Problem problem : problems) {
      if (sources.isForeign(problem.at().file().path()) || !seen.add(problem)) {
        continue;
      }
      boolean given = problem.message().matches(".*(too many steps|too deep|nest deeper).*");
      if (problem.message().startsWith("raises ")) {
        result.add(
            Problem.warning(
                "the import " + problem.message() + "; what follows is read all the same",
                Optional.of(problem.at())));
      } else if (given) {
        result.add(Problem.warning(problem.message(), Optional.of(problem.at())));
      } else if (isSyntax(problem)) {
        String message = "syntax error, so what stands here is not read: " + problem.message();
        result.add(Problem.warning(message, Optional.of(problem.at())));
      }
    }
    return result;
  }

  /** Returns whether a problem is one of syntax, which stands wherever the file is parsed. */
  static boolean isSyntax(PythonProgram.Problem problem) {
    return Parser.parse(problem.at().file()).problems().stream()
        .anyMatch(it -> it.location().equals(problem.at()));
  }
}
