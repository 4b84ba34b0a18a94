package limbeck.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the tool cannot decide.
 *
 * @param id the same for the same question, such as {@code rename:tasks.desc}
 * @param text the question, with what is known about it
 * @param options its answers
 */
public record Question(String id, String text, List<Option> options) {
  /** Copies the options. */
  public Question {
    options = List.copyOf(options);
  }

  /**
   * An answer.
   *
   * @param text what it means
   * @param argument the option of the command line that gives it
   * @param safe whether no row or value is lost by it
   */
  public record Option(String text, String argument, boolean safe) {}

  /** Returns the answer that loses nothing, if there is one. */
  public Optional<Option> safe() {
    return options.stream().filter(Option::safe).findFirst();
  }
}
