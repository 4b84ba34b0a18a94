package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.plan.Question;
import limbeck.project.Settings;

/** Answers to open questions by the way that loses nothing, where there is one. */
final class SafeAnswers {
  private SafeAnswers() {}

  /** Adds the safe answers; empty when no question has one. */
  static Optional<Settings.Answers> add(Settings.Answers answers, List<Question> questions) {
    Settings.Answers result = answers;
    boolean found = false;
    for (Question question : questions) {
      Optional<Question.Option> safe = question.safe();
      if (safe.isPresent()) {
        result = result.with(read(safe.get().argument()));
        found = true;
      }
    }
    return found ? Optional.of(result) : Optional.empty();
  }

  /** Reads an answer written as options of the command line, such as {@code --rename a:b}. */
  static Settings.Answers read(String argument) {
    int blank = argument.indexOf(' ');
    return Settings.Answers.NONE.with(
        argument.substring(0, blank), unquoted(argument.substring(blank + 1).strip()));
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && (text.startsWith("'") || text.startsWith("\""));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
