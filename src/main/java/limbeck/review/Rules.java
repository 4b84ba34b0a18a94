package limbeck.review;

import java.util.List;
import java.util.Optional;
import limbeck.review.rule.ColumnDropped;
import limbeck.review.rule.IndexWithoutConcurrently;
import limbeck.review.rule.RequiredColumnWithoutDefault;

/** All rules there are, in the order of their identifiers. */
public final class Rules {
  /** Every rule. */
  public static final List<Rule> ALL =
      List.of(
          new ColumnDropped(), new RequiredColumnWithoutDefault(), new IndexWithoutConcurrently());

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
