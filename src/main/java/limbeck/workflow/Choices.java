package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.project.Settings;

/**
 * What a person has chosen about a plan, beside what the settings say.
 *
 * @param answers to questions the change leaves open
 * @param assumeSafe whether open questions are answered by the way that loses nothing
 * @param online for which tables others must be able to go on
 * @param only the part of the difference that is wanted, as {@code table} or {@code table.column};
 *     empty for all of it
 * @param split whether changes that have nothing to do with each other become revisions of their
 *     own
 * @param keepData whether what is dropped is copied aside first
 * @param present where the schema before is taken from; empty for the history
 */
public record Choices(
    Settings.Answers answers,
    boolean assumeSafe,
    OnlineChoice online,
    List<String> only,
    boolean split,
    boolean keepData,
    Optional<SchemaOf.Source> present) {
  /** Nothing chosen. */
  public static final Choices NONE =
      new Choices(
          Settings.Answers.NONE,
          false,
          OnlineChoice.AS_CONFIGURED,
          List.of(),
          false,
          false,
          Optional.empty());

  /** Copies the list. */
  public Choices {
    only = List.copyOf(only);
  }

  /** Returns these choices with other answers. */
  public Choices withAnswers(Settings.Answers other) {
    return new Choices(other, assumeSafe, online, only, split, keepData, present);
  }
}
