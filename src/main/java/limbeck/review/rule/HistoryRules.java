package limbeck.review.rule;

import static limbeck.review.Category.HISTORY;
import static limbeck.review.Severity.CRITICAL;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.AttachPartition;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TableOperation.DetachPartition;
import limbeck.operation.TableOperation.DropTable;
import limbeck.operation.TableOperation.OrderColumns;
import limbeck.operation.TableOperation.RenameTable;
import limbeck.operation.TableOperation.SetTableComment;
import limbeck.operation.TypeOperation;
import limbeck.review.HistoryFacts;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.revision.GraphProblem;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.Location;
import limbeck.text.Span;

/** Whether the graph of revisions holds, and whether merged revisions were left alone. */
public final class HistoryRules {
  private static final int SHOWN = 3;

  private HistoryRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(graph(), MergedRevisions.all(), branches()).flatMap(List::stream).toList();
  }

  private static List<Rule> graph() {
    return List.of(
        rule("LK601", "several-heads", HISTORY, HIGH)
            .inHistory(
                "alembic upgrade head refuses a history of several heads.",
                facts -> {
                  List<RevisionId> heads = facts.graph().heads();
                  return heads.size() > 1
                      ? heads.stream()
                          .filter(facts.reviewed()::contains)
                          .reduce((first, second) -> second)
                          .or(() -> Optional.of(heads.getLast()))
                          .map(
                              it ->
                                  Found.at(
                                      start(header(facts, it)),
                                      About.revision(it.text()),
                                      "the history ends in "
                                          + heads.size()
                                          + " heads: "
                                          + heads.stream()
                                              .map(RevisionId::text)
                                              .collect(Collectors.joining(", "))))
                          .stream()
                      : Stream.empty();
                }),
        problem(
            "LK602",
            "duplicate-revision-id",
            CRITICAL,
            "Alembic takes one of the two files and says nothing about the other.",
            GraphProblem.DuplicateId.class,
            it -> it.second()),
        problem(
            "LK603",
            "parent-missing",
            CRITICAL,
            "Alembic cannot load the history.",
            GraphProblem.UnknownParent.class,
            it -> it.revision()),
        problem(
            "LK604",
            "revisions-in-a-circle",
            CRITICAL,
            "Alembic cannot load the history.",
            GraphProblem.Cycle.class,
            it -> it.revisions().getFirst()),
        problem(
            "LK605",
            "dependency-missing",
            CRITICAL,
            "Alembic cannot load the history.",
            GraphProblem.UnknownDependency.class,
            it -> it.revision()),
        rule("LK606", "revision-id-too-long", HISTORY, HIGH)
            .inHistory(
                "alembic_version.version_num holds 32 characters: the upgrade fails when it"
                    + " writes the identifier.",
                facts ->
                    reviewed(facts)
                        .filter(it -> it.id().text().length() > RevisionId.MAXIMUM_LENGTH)
                        .map(
                            it ->
                                Found.at(
                                    start(it),
                                    About.revision(it.id().text()),
                                    "the identifier has "
                                        + it.id().text().length()
                                        + " characters"))));
  }

  private static <P extends GraphProblem> Rule problem(
      String id,
      String name,
      limbeck.review.Severity severity,
      String why,
      Class<P> kind,
      java.util.function.Function<P, RevisionHeader> where) {
    return rule(id, name, HISTORY, severity)
        .inHistory(
            why,
            facts ->
                facts.graph().problems().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .map(
                        it -> {
                          RevisionHeader header = where.apply(it);
                          return Found.at(
                              start(header), About.revision(header.id().text()), it.message());
                        }));
  }

  private static List<Rule> branches() {
    return List.of(
        rule("LK610", "branches-touch-the-same-object", HISTORY, HIGH)
            .inHistory(
                "Which of the two runs first is not laid down: databases may end differently, or"
                    + " the second one fails.",
                HistoryRules::conflicts),
        rule("LK611", "merge-with-operations", HISTORY, LOW)
            .inRevision(
                "A merge joins branches; a change inside is easily overlooked, and runs when"
                    + " both branches have.",
                facts ->
                    facts.revision().header().parents().size() > 1 && !facts.steps().isEmpty()
                        ? facts.steps().stream()
                            .limit(1)
                            .map(
                                it ->
                                    Found.at(
                                        it,
                                        About.revision(facts.revision().id().text()),
                                        "the merge revision changes the schema, too"))
                        : Stream.empty()),
        rule("LK612", "behind-the-base", HISTORY, MEDIUM)
            .inHistory(
                "Another revision was merged in the meantime; with this one the history forks."
                    + " Set down_revision to the head of the base branch.",
                facts ->
                    facts.base().isEmpty()
                        ? Stream.empty()
                        : reviewed(facts)
                            .filter(it -> forks(facts, it))
                            .map(
                                it ->
                                    Found.at(
                                        start(it),
                                        About.revision(it.id().text()),
                                        "its parent is not the head of the base branch"))),
        rule("LK613", "models-not-covered", HISTORY, MEDIUM)
            .inRevision(
                "A database at the newest revision is not what the models of this project ask for:"
                    + " the release fails where it uses the rest. Generate a revision for it.",
                facts ->
                    facts.surroundings().uncovered().isEmpty()
                        ? Stream.empty()
                        : Stream.of(
                            Found.at(
                                Script.of(facts).place("upgrade"),
                                About.revision(facts.revision().id().text()),
                                "the models still need: "
                                    + some(facts.surroundings().uncovered())))),
        rule("LK614", "schema-has-two-owners", HISTORY, MEDIUM)
            .inHistory(
                "Whichever runs first wins: after create_all the revision that creates the table"
                    + " fails, or what create_all made lacks what revisions changed. Leave tables to"
                    + " the revisions, and call create_all in tests only.",
                facts ->
                    facts.graph().revisions().isEmpty()
                        ? Stream.empty()
                        : facts.creators().stream()
                            .map(
                                it ->
                                    Found.at(
                                        it,
                                        new limbeck.review.Subject(
                                            "file", Optional.empty(), it.file().path()),
                                        "the application creates tables itself, beside the"
                                            + " revisions"))));
  }

  private static String some(List<String> all) {
    String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
    return String.join(", ", all.subList(0, Math.min(SHOWN, all.size()))) + more;
  }

  private static boolean forks(HistoryFacts facts, RevisionHeader header) {
    Map<String, RevisionHeader> base = facts.base().orElseThrow();
    return header.parents().size() == 1
        && base.containsKey(header.parents().getFirst().text())
        && base.values().stream()
            .anyMatch(it -> it.parents().contains(header.parents().getFirst()));
  }

  /** Objects that two revisions change of which neither comes after the other. */
  private static Stream<Found> conflicts(HistoryFacts facts) {
    List<Found> result = new ArrayList<>();
    Map<String, List<RevisionFacts>> byObject = new TreeMap<>();
    for (RevisionFacts revision : facts.facts()) {
      objects(revision)
          .forEach(it -> byObject.computeIfAbsent(it, _ -> new ArrayList<>()).add(revision));
    }
    Ancestors ancestors = new Ancestors(facts.graph());
    Map<Pair, Set<String>> both = new LinkedHashMap<>();
    byObject.forEach(
        (object, revisions) -> {
          for (RevisionFacts one : revisions) {
            for (RevisionFacts other : revisions) {
              RevisionId id = one.revision().id();
              RevisionId earlier = other.revision().id();
              if (earlier.text().compareTo(id.text()) < 0 && ancestors.areApart(id, earlier)) {
                both.computeIfAbsent(new Pair(one, earlier), _ -> new TreeSet<>()).add(object);
              }
            }
          }
        });
    both.forEach(
        (pair, objects) ->
            result.add(
                Found.at(
                    start(pair.revision().revision().header()),
                    About.revision(pair.revision().revision().id().text()),
                    "revision "
                        + pair.other()
                        + " on another branch changes "
                        + String.join(", ", objects)
                        + ", too")));
    return result.stream();
  }

  private record Pair(RevisionFacts revision, RevisionId other) {
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object object) {
      return object instanceof Pair pair
          && pair.revision.revision().id().equals(revision.revision().id())
          && pair.other.equals(other);
    }

    @Override
    public int hashCode() {
      return revision.revision().id().hashCode() * 31 + other.hashCode();
    }
  }

  /** What comes before each revision, found once. */
  private static final class Ancestors {
    private final RevisionGraph graph;
    private final boolean forked;
    private final Map<RevisionId, Set<RevisionId>> known = new HashMap<>();

    Ancestors(RevisionGraph graph) {
      this.graph = graph;
      // In a chain one of two always comes before the other.
      Set<RevisionId> parents = new HashSet<>();
      this.forked =
          graph.revisions().stream().filter(it -> it.parents().isEmpty()).count() > 1
              || graph.revisions().stream()
                  .flatMap(it -> it.parents().stream())
                  .anyMatch(it -> !parents.add(it));
    }

    boolean areApart(RevisionId one, RevisionId other) {
      return forked && !of(one).contains(other) && !of(other).contains(one);
    }

    private Set<RevisionId> of(RevisionId id) {
      return known.computeIfAbsent(id, it -> new HashSet<>(graph.lineage(it)));
    }
  }

  private static Set<String> objects(RevisionFacts facts) {
    Set<String> result = new TreeSet<>();
    for (StepFacts part : facts.upgrade()) {
      object(part.operation()).ifPresent(result::add);
    }
    return result;
  }

  private static Optional<String> object(Operation operation) {
    return switch (operation) {
      case CreateTable create -> Optional.of("table " + create.table().name());
      case DropTable drop -> Optional.of("table " + drop.table());
      case RenameTable rename -> Optional.of("table " + rename.from());
      case AddColumn add -> Optional.of("column " + add.table() + "." + add.column().name());
      case DropColumn drop -> Optional.of("column " + drop.table() + "." + drop.column());
      case AlterColumn alter -> Optional.of("column " + alter.table() + "." + alter.column());
      case AttachPartition attach -> Optional.of("table " + attach.partition());
      case DetachPartition detach -> Optional.of("table " + detach.partition());
      case SetTableComment _,
          OrderColumns _,
          ConstraintOperation _,
          IndexOperation _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          Optional.empty();
    };
  }

  private static RevisionHeader header(HistoryFacts facts, RevisionId id) {
    return facts.graph().revision(id).orElseThrow();
  }

  private static Stream<RevisionHeader> reviewed(HistoryFacts facts) {
    return facts.graph().revisions().stream().filter(it -> facts.reviewed().contains(it.id()));
  }

  static Location start(RevisionHeader header) {
    return header.file().at(new Span(0, 0));
  }
}
