package limbeck.schema;

import java.util.Optional;

/**
 * What a sequence may state; an absent part is the database's default.
 *
 * @param start the first value
 * @param increment the step
 * @param minimum the lowest value
 * @param maximum the highest value
 * @param cycle whether it starts again after the end
 * @param cache how many values a session takes at once
 */
public record SequenceOptions(
    Optional<Long> start,
    Optional<Long> increment,
    Optional<Long> minimum,
    Optional<Long> maximum,
    Optional<Boolean> cycle,
    Optional<Long> cache) {
  /** All parts left to the database. */
  public static final SequenceOptions NONE =
      new SequenceOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
