package limbeck.review.rule;

import static limbeck.review.Category.HISTORY;
import static limbeck.review.Severity.CRITICAL;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.rule.PatternRule.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.review.HistoryFacts;
import limbeck.review.Ledger;
import limbeck.review.Rule;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.Location;

/** Whether revisions that databases may have run were left alone, told by a branch or a ledger. */
final class MergedRevisions {
  private static final String ON_BASE = "on the base branch";
  private static final String IN_LEDGER = "in the ledger";

  private MergedRevisions() {}

  static List<Rule> all() {
    return List.of(
        rule("LK607", "merged-revision-edited", HISTORY, HIGH)
            .inHistory(
                "Databases that have run the revision do not run it again: they keep the old state,"
                    + " new ones get another.",
                facts ->
                    compared(facts)
                        .filter(it -> !it.digest().equals(Ledger.digest(it.now())))
                        .filter(it -> it.now().parents().equals(it.parents()))
                        .map(
                            it ->
                                found(
                                    it,
                                    "the revision is " + it.where() + " with another content"))),
        rule("LK608", "merged-revision-moved", HISTORY, CRITICAL)
            .inHistory(
                "Databases that stand between its old parent and it take another way than new"
                    + " ones, or none.",
                facts ->
                    compared(facts)
                        .filter(it -> !it.now().parents().equals(it.parents()))
                        .map(
                            it ->
                                found(
                                    it,
                                    "down_revision was "
                                        + shown(it.parents())
                                        + " "
                                        + it.where()))),
        rule("LK609", "merged-revision-deleted", HISTORY, CRITICAL)
            .inHistory(
                "Databases that have run it cannot be upgraded any more: Alembic does not find"
                    + " the revision they stand at.",
                facts -> Stream.concat(deletedOfBase(facts), deletedOfLedger(facts))));
  }

  /**
   * A revision as it is and as it was.
   *
   * @param parents what it followed
   * @param digest of what it held
   * @param where that is known from
   */
  private record Compared(
      RevisionHeader now, List<RevisionId> parents, String digest, String where) {}

  private static Found found(Compared compared, String message) {
    return Found.at(
        HistoryRules.start(compared.now()), About.revision(compared.now().id().text()), message);
  }

  private static String shown(List<RevisionId> parents) {
    return parents.isEmpty()
        ? "None"
        : parents.stream().map(RevisionId::text).collect(Collectors.joining(", "));
  }

  private static Stream<Compared> compared(HistoryFacts facts) {
    Stream<Compared> base =
        facts.base().stream()
            .flatMap(it -> it.values().stream())
            .flatMap(
                then ->
                    facts.graph().revision(then.id()).stream()
                        .map(
                            now ->
                                new Compared(now, then.parents(), Ledger.digest(then), ON_BASE)));
    Stream<Compared> ledger =
        recorded(facts)
            .flatMap(
                then ->
                    facts.graph().revision(then.id()).stream()
                        .map(now -> new Compared(now, then.parents(), then.digest(), IN_LEDGER)));
    return Stream.concat(base, ledger);
  }

  /** What the branch tells need not be told twice. */
  private static Stream<Ledger.Entry> recorded(HistoryFacts facts) {
    return facts.ledger().entries().stream()
        .filter(it -> facts.base().filter(base -> base.containsKey(it.id().text())).isEmpty());
  }

  private static Stream<Found> deletedOfBase(HistoryFacts facts) {
    return facts.base().stream()
        .flatMap(it -> it.values().stream())
        .filter(it -> facts.graph().revision(it.id()).isEmpty())
        .map(it -> deleted(HistoryRules.start(it), it.id(), ON_BASE));
  }

  private static Stream<Found> deletedOfLedger(HistoryFacts facts) {
    return recorded(facts)
        .filter(it -> facts.graph().revision(it.id()).isEmpty())
        .map(it -> deleted(it.at(), it.id(), IN_LEDGER));
  }

  private static Found deleted(Location at, RevisionId id, String where) {
    return Found.at(
        at, About.revision(id.text()), "the revision is " + where + ", and missing here");
  }
}
