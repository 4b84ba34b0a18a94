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

  /** Takes a shell's double quotes and backslashes away, wherever they stand. */
  private static String unquoted(String text) {
    StringBuilder result = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted && i + 1 < text.length()) {
        result.append(text.charAt(++i));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
