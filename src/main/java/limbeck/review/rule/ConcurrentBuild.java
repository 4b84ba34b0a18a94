package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.review.Fix;
import limbeck.review.RevisionFacts;
import limbeck.review.StepReview;
import limbeck.text.Location;
import limbeck.text.TextEdit;

/** Fixes of indexes that are built or dropped in the ordinary way, or inside a transaction. */
final class ConcurrentBuild {
  private static final String ARGUMENT = "postgresql_concurrently";

  private ConcurrentBuild() {}

  /** The same call with {@code postgresql_concurrently=True} in an autocommit block of its own. */
  static Optional<Fix> build(RevisionFacts facts, Location at) {
    return concurrently(
        facts, at, "create_index", "Build the index concurrently, outside the transaction");
  }

  /** The same call with {@code postgresql_concurrently=True} in an autocommit block of its own. */
  static Optional<Fix> drop(RevisionFacts facts, Optional<Location> at) {
    return at.flatMap(
        it ->
            concurrently(
                facts, it, "drop_index", "Drop the index concurrently, outside the transaction"));
  }

  private static Optional<Fix> concurrently(
      RevisionFacts facts, Location at, String function, String title) {
    return CallSite.at(facts, Optional.of(at), function)
        .filter(it -> it.argument(Integer.MAX_VALUE, ARGUMENT).isEmpty())
        .map(
            site -> {
              List<TextEdit> edits = new ArrayList<>(wrap(facts, site));
              edits.add(site.with(ARGUMENT + "=True"));
              return new Fix(title, true, edits);
            });
  }

  private static List<TextEdit> wrap(RevisionFacts facts, CallSite site) {
    return isAutocommit(facts, site) ? List.of() : site.inBlock(List.of(), List.of());
  }

  static boolean isAutocommit(RevisionFacts facts, CallSite site) {
    return facts.steps().stream()
        .filter(StepReview::autocommit)
        .flatMap(it -> it.location().stream())
        .anyMatch(it -> it.span().equals(site.call().span()));
  }

  /** The call as it is, in an autocommit block. */
  static Optional<Fix> outside(RevisionFacts facts, StepReview step) {
    return step.autocommit()
        ? Optional.empty()
        : CallSite.at(facts, step.location(), "create_index", "drop_index", "execute")
            .map(
                it ->
                    new Fix(
                        "Move the statement out of the transaction",
                        true,
                        it.inBlock(List.of(), List.of())));
  }
}
