package limbeck.review;

import java.util.List;

/** One pattern that is looked for. Stateless; its page shows it at work. */
public interface Rule {
  /** Returns what is fixed about it. */
  RuleSpec spec();

  /** Returns its findings in one revision, in any order. */
  default List<Finding> check(RevisionFacts facts) {
    return List.of();
  }

  /** Returns its findings about the history as a whole, in any order. */
  default List<Finding> check(HistoryFacts facts) {
    return List.of();
  }
}
