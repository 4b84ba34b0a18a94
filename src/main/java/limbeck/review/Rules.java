package limbeck.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.review.rule.ColumnDropped;
import limbeck.review.rule.CompatibilityRules;
import limbeck.review.rule.DataLossRules;
import limbeck.review.rule.DesignRules;
import limbeck.review.rule.FailureRules;
import limbeck.review.rule.HistoryRules;
import limbeck.review.rule.HygieneRules;
import limbeck.review.rule.IndexWithoutConcurrently;
import limbeck.review.rule.LockingRules;
import limbeck.review.rule.RequiredColumnWithoutDefault;
import limbeck.review.rule.ReversibilityRules;

/** All rules there are, in the order of their identifiers. */
public final class Rules {
  /** The rules of one class each. */
  private static final List<Rule> SINGLE =
      List.of(
          new ColumnDropped(), new RequiredColumnWithoutDefault(), new IndexWithoutConcurrently());

  /** Every rule. */
  public static final List<Rule> ALL =
      Stream.of(
              SINGLE,
              DataLossRules.all(),
              FailureRules.all(),
              LockingRules.all(),
              CompatibilityRules.all(),
              ReversibilityRules.all(),
              HistoryRules.all(),
              DesignRules.all(),
              HygieneRules.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparing(it -> it.spec().id()))
          .toList();

  private Rules() {}

  /** Returns the rule of that name or identifier. */
  public static Optional<Rule> find(String nameOrId) {
    return ALL.stream()
        .filter(
            rule ->
                rule.spec().name().equals(nameOrId)
                    || rule.spec().id().text().equalsIgnoreCase(nameOrId))
        .findFirst();
  }
}
