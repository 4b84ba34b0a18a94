package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import limbeck.plan.Question;
import limbeck.project.Settings;

/** Asks a person what a plan leaves open, instead of naming the options that answer it. */
public final class Interview {
  private final Function<String, Optional<String>> person;

  private Interview(Function<String, Optional<String>> person) {
    this.person = person;
  }

  /**
   * Returns the answers to all open questions; empty when one of them stays open.
   *
   * @param undecided what is open
   * @param person shown a text, gives a line; empty when nothing more comes
   */
  public static Optional<Settings.Answers> ask(
      Generate.Result.Undecided undecided, Function<String, Optional<String>> person) {
    Interview interview = new Interview(person);
    Settings.Answers answers = Settings.Answers.NONE;
    for (Question question : undecided.plan().questions()) {
      Optional<Settings.Answers> answer = interview.ask(question);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      answers = answers.with(answer.get());
    }
    return Optional.of(answers);
  }

  private Optional<Settings.Answers> ask(Question question) {
    List<Question.Option> options = question.options();
    StringBuilder text = new StringBuilder("\n").append(question.text()).append('\n');
    for (int i = 0; i < options.size(); i++) {
      Question.Option option = options.get(i);
      text.append("  %d. %s%n     %s%n".formatted(i + 1, option.text(), option.argument()));
    }
    text.append("Which one? (1-%d, or nothing to leave it open) ".formatted(options.size()));
    return person
        .apply(text.toString())
        .flatMap(it -> number(it, options.size()))
        .map(it -> completed(options.get(it - 1).argument()));
  }

  private static Optional<Integer> number(String line, int most) {
    String text = line.strip();
    int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
  }

  /** What stands behind an option's equals sign is only an example, which may be changed. */
  private Settings.Answers completed(String argument) {
    Settings.Answers shown = SafeAnswers.read(argument);
    if (!argument.startsWith("--fill") && !argument.startsWith("--using")) {
      return shown;
    }
    String option = argument.substring(0, argument.indexOf(' '));
    String place = argument.substring(option.length() + 1, argument.indexOf('=')).replace("\"", "");
    return person
        .apply("SQL for " + place + " (nothing takes what is shown) ")
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> Settings.Answers.NONE.with(option, place + "=" + it))
        .orElse(shown);
  }
}
