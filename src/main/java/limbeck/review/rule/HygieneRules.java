package limbeck.review.rule;

import static limbeck.review.Category.HYGIENE;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TypeOperation.AddEnumLabel;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.Subject;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.TableName;

/** What makes a script harder to trust than it need be. */
public final class HygieneRules {
  private static final int LONGEST_NAME = 63;
  private static final Pattern TRANSACTION =
      Pattern.compile(
          "(?is)\\s*(BEGIN|START\\s+TRANSACTION|COMMIT|ROLLBACK|END)\\b(?!\\s+TO\\b).*");

  private HygieneRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(understanding(), names(), transactions(), code(), comments())
        .flatMap(List::stream)
        .toList();
  }

  private static String reason(Opaque opaque) {
    return opaque.why().startsWith("not understood")
        ? opaque.why()
        : "not understood: " + opaque.why();
  }

  private static List<Rule> understanding() {
    return List.of(
        rule("LK801", "step-not-understood", HYGIENE, LOW)
            .inStep(
                "What it does to the schema and to running queries cannot be told; everything after"
                    + " it is judged as if it had done nothing.",
                (facts, step) ->
                    step.parts().stream()
                        .filter(
                            it ->
                                it.operation() instanceof Opaque
                                    && !step.impact().unknown().isEmpty())
                        .limit(1)
                        .map(
                            it ->
                                Found.at(
                                    it, About.statement(step), reason((Opaque) it.operation())))),
        rule("LK802", "schema-and-rows-mixed", HYGIENE, LOW)
            .inRevision(
                "Locks taken by the change of the schema are held while the rows are written, and"
                    + " a failure in one takes back the other.",
                HygieneRules::mixed),
        rule("LK803", "revision-does-nothing", HYGIENE, LOW)
            .inRevision(
                "An empty revision is often one whose autogeneration saw no models.",
                facts ->
                    facts.revision().header().parents().size() < 2
                            && Script.of(facts).isEmpty("upgrade")
                        ? Stream.of(
                            Found.at(
                                Script.of(facts).place("upgrade"),
                                About.revision(facts.revision().id().text()),
                                "upgrade() does nothing"))
                        : Stream.empty()));
  }

  private static Stream<Found> mixed(RevisionFacts facts) {
    Optional<StepFacts> data = Optional.empty();
    boolean schema = false;
    for (StepReview step : facts.steps()) {
      if (step.autocommit()) {
        continue;
      }
      for (StepFacts part : step.parts()) {
        boolean writes =
            part.operation() instanceof DataOperation.ExecuteSql sql
                && sql.writes().stream().anyMatch(it -> About.existed(part, it));
        if (writes) {
          data = Optional.of(part);
        }
        schema |= changesExisting(part);
      }
    }
    return schema
        ? data
            .map(
                it ->
                    Found.at(
                        it,
                        About.revision(facts.revision().id().text()),
                        "rows are written in the transaction that changes the schema"))
            .stream()
        : Stream.empty();
  }

  private static boolean changesExisting(StepFacts part) {
    Operation operation = part.operation();
    return !(operation instanceof DataOperation)
        && !(operation instanceof CreateTable)
        && !(operation instanceof Opaque);
  }

  private static List<Rule> names() {
    return List.of(
        rule("LK804", "constraint-without-name", HYGIENE, LOW)
            .fixed()
            .inRevision(
                "The database makes up a name; dropping the constraint later means guessing it,"
                    + " and SQLite gives none at all. Set a naming_convention of the metadata.",
                HygieneRules::unnamed),
        rule("LK805", "name-prefix-doubled", HYGIENE, MEDIUM)
            .inRevision(
                "The naming convention was applied to a name that had its prefix already. Wrap the"
                    + " full name in op.f().",
                facts -> names(facts).flatMap(it -> doubled(it).stream())),
        rule("LK806", "name-too-long", HYGIENE, HIGH)
            .onPostgresql()
            .inRevision(
                "PostgreSQL cuts names after 63 bytes without an error: the object has another name"
                    + " than the script says, and autogenerate never comes to rest.",
                facts ->
                    Stream.concat(
                        refusedNames(facts),
                        names(facts)
                            .filter(
                                it ->
                                    it.name()
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                            .length
                                        > LONGEST_NAME)
                            .map(
                                it ->
                                    Found.at(
                                        it.part(),
                                        new Subject(
                                            it.kind(),
                                            Optional.of(it.table().toString()),
                                            it.name()),
                                        it.name() + " has more than 63 bytes")))));
  }

  /** What SQLAlchemy itself refuses, and so never becomes an operation. */
  private static Stream<Found> refusedNames(RevisionFacts facts) {
    Pattern quoted = Pattern.compile("[\"'](\\w{64,})[\"']");
    return facts.upgrade().stream()
        .filter(it -> it.operation() instanceof Opaque)
        .flatMap(
            it ->
                it
                    .location()
                    .map(at -> quoted.matcher(at.file().text(at.span())))
                    .filter(java.util.regex.Matcher::find)
                    .map(
                        found ->
                            Found.at(
                                it,
                                new Subject("name", Optional.empty(), found.group(1)),
                                found.group(1) + " has more than 63 bytes"))
                    .stream());
  }

  private record Named(StepFacts part, String kind, TableName table, String name) {}

  private static Stream<Named> names(RevisionFacts facts) {
    List<Named> result = new ArrayList<>();
    for (StepFacts part : facts.upgrade()) {
      switch (part.operation()) {
        case AddConstraint add ->
            add.constraint()
                .name()
                .ifPresent(it -> result.add(new Named(part, "constraint", add.table(), it.text())));
        case CreateIndex create ->
            create
                .index()
                .name()
                .ifPresent(it -> result.add(new Named(part, "index", create.table(), it.text())));
        case CreateTable create -> {
          TableName table = create.table().name();
          result.add(new Named(part, "table", table, table.name()));
          create
              .table()
              .columns()
              .forEach(it -> result.add(new Named(part, "column", table, it.name().text())));
          create.table().constraints().stream()
              .flatMap(it -> it.name().stream())
              .map(ConstraintName::text)
              .forEach(it -> result.add(new Named(part, "constraint", table, it)));
          create.table().indexes().stream()
              .flatMap(it -> it.name().stream())
              .forEach(it -> result.add(new Named(part, "index", table, it.text())));
        }
        default -> {}
      }
    }
    return result.stream();
  }

  private static Optional<Found> doubled(Named named) {
    if (!named.kind().equals("constraint")) {
      return Optional.empty();
    }
    String table = Pattern.quote(named.table().name());
    boolean twice =
        named.name().matches("(ck|fk|uq|pk|ix)_" + table + "_(ck|fk|uq|pk|ix)_" + table + "_.*");
    return twice
        ? Optional.of(
            Found.at(
                named.part(),
                new Subject("constraint", Optional.of(named.table().toString()), named.name()),
                "the name " + named.name() + " has its prefix twice"))
        : Optional.empty();
  }

  private static Stream<Found> unnamed(RevisionFacts facts) {
    List<Found> result = new ArrayList<>();
    for (StepFacts part : facts.upgrade()) {
      if (part.operation() instanceof AddConstraint add && add.constraint().name().isEmpty()) {
        result.add(
            Found.at(
                    part,
                    About.table(add.table()),
                    "a constraint of " + add.table() + " gets a name that the script does not know")
                .with(NameFixes.named(facts, part, add)));
      }
      if (part.operation() instanceof CreateTable create
          && create.table().constraints().stream()
              .anyMatch(it -> it instanceof Constraint.Check && it.name().isEmpty())) {
        result.add(
            Found.at(
                part,
                About.table(create.table().name()),
                "a check of "
                    + create.table().name()
                    + " gets a name that the script does not know"));
      }
    }
    return result.stream();
  }

  private static List<Rule> transactions() {
    return List.of(
        rule("LK807", "transaction-ended-by-hand", HYGIENE, HIGH)
            .inStep(
                "Alembic holds the transaction: what follows runs outside of it, and a failure"
                    + " leaves the revision half applied. Use an autocommit block.",
                (facts, step) ->
                    // In an autocommit block there is no transaction of Alembic's to end.
                    !step.autocommit()
                            && step.sql().stream().anyMatch(it -> TRANSACTION.matcher(it).matches())
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "the script begins or ends a transaction itself"))
                        : Stream.empty()),
        rule("LK808", "autocommit-after-other-steps", HYGIENE, MEDIUM)
            .onPostgresql()
            .inRevision(
                "The block commits what stands before it, and the version is not moved: if the"
                    + " block fails, the next run meets what is already there. Give the block a"
                    + " revision of its own.",
                facts -> {
                  boolean open = false;
                  Repeats repeats = new Repeats();
                  for (StepReview step : facts.steps()) {
                    if (step.autocommit() && open) {
                      return Stream.of(
                          Found.at(
                              step,
                              About.statement(step),
                              "the steps before are committed although the revision is not done"));
                    }
                    open |= !step.autocommit() && changes(step) && !repeats.isRepeatable(step);
                  }
                  return Stream.empty();
                }),
        rule("LK809", "not-repeatable-outside-transaction", HYGIENE, LOW)
            .onPostgresql()
            .inRevision(
                "Outside a transaction, a revision that fails half way is run again from its"
                    + " beginning: what was done must not be an error then. Use IF [NOT] EXISTS.",
                facts -> {
                  Repeats repeats = new Repeats();
                  Optional<StepReview> found = Optional.empty();
                  for (StepReview step : facts.steps()) {
                    boolean repeatable = repeats.isRepeatable(step);
                    if (step.autocommit() && !repeatable && found.isEmpty()) {
                      found = Optional.of(step);
                    }
                  }
                  return facts.steps().stream().filter(StepReview::autocommit).count() > 1
                      ? found
                          .map(
                              it ->
                                  Found.at(
                                      it,
                                      About.statement(it),
                                      "a second run of this revision fails here"))
                          .stream()
                      : Stream.empty();
                }),
        rule("LK810", "no-analyze-after-index", HYGIENE, LOW)
            .onPostgresql()
            .onRequest()
            .in(
                CreateIndex.class,
                "An index over an expression has no statistics until the table is analyzed.",
                (facts, step, part, create) ->
                    About.existed(part, create.table())
                            && create.index().elements().stream()
                                .anyMatch(it -> it.column().isEmpty())
                            && facts.steps().stream()
                                .flatMap(it -> it.sql().stream())
                                .noneMatch(it -> it.matches("(?is)\\s*ANALY[ZS]E\\b.*"))
                        ? Optional.of(
                            Found.at(
                                part,
                                About.index(create.table(), create.index()),
                                create.table() + " is not analyzed after the index"))
                        : Optional.empty()),
        rule("LK811", "enum-label-without-place", HYGIENE, LOW)
            .onPostgresql()
            .onRequest()
            .in(
                AddEnumLabel.class,
                "Labels sort as they stand; a new one goes to the end.",
                (facts, step, part, add) ->
                    add.before().isEmpty() && add.after().isEmpty()
                        ? Optional.of(
                            Found.at(
                                part,
                                new Subject("type", Optional.empty(), add.type().toString()),
                                "where '" + add.label() + "' sorts is not stated"))
                        : Optional.empty()),
        rule("LK812", "several-changes-without-transaction", HYGIENE, LOW)
            .on(DialectName.MYSQL, DialectName.MARIADB)
            .inRevision(
                "MySQL commits each change of the schema by itself: when one fails, those before it"
                    + " stay, and the version is not moved. One change a revision can be run"
                    + " again.",
                facts ->
                    facts.steps().stream().filter(HygieneRules::changes).count() > 1
                        ? facts.steps().stream()
                            .filter(HygieneRules::changes)
                            .skip(1)
                            .limit(1)
                            .map(
                                it ->
                                    Found.at(
                                        it,
                                        About.revision(facts.revision().id().text()),
                                        "a failure here leaves the revision half applied"))
                        : Stream.empty()));
  }

  private static boolean changes(StepReview step) {
    return step.parts().stream()
        .anyMatch(
            it ->
                !(it.operation() instanceof DataOperation.ExecuteSql sql)
                    || !sql.writes().isEmpty());
  }

  private static List<Rule> code() {
    return List.of(
        rule("LK813", "application-imported", HYGIENE, MEDIUM)
            .inRevision(
                "The models of tomorrow are not those this revision was written for: it breaks, or"
                    + " does something else, when they change. State the tables it needs with"
                    + " sa.table().",
                facts ->
                    Script.of(facts).imports().stream()
                        .filter(
                            it ->
                                it.relative()
                                    || facts
                                        .surroundings()
                                        .packages()
                                        .contains(it.module().split("\\.", -1)[0]))
                        .filter(it -> !isTypeModule(it))
                        .map(
                            it ->
                                Found.at(
                                    it.at(),
                                    new Subject("module", Optional.empty(), it.module()),
                                    "the revision imports " + it.module()))),
        rule("LK814", "session-in-revision", HYGIENE, LOW)
            .inRevision(
                "A session flushes in an order of its own and may commit the transaction that"
                    + " Alembic holds. Execute statements on op.get_bind().",
                facts ->
                    Script.of(facts).imports().stream()
                        .filter(
                            it ->
                                it.names().contains("Session")
                                    || it.names().contains("sessionmaker"))
                        .map(
                            it ->
                                Found.at(
                                    it.at(),
                                    new Subject("module", Optional.empty(), it.module()),
                                    "the revision works through an ORM session"))),
        rule("LK815", "sqlmodel-not-imported", HYGIENE, HIGH)
            .fixed()
            .inRevision(
                "Autogenerate writes sqlmodel.sql.sqltypes.AutoString() without the import: the"
                    + " revision fails with a NameError.",
                facts -> {
                  Script script = Script.of(facts);
                  String text = facts.revision().header().file().text();
                  if (!text.contains("sqlmodel.sql.")) {
                    return Stream.empty();
                  }
                  java.util.regex.Matcher used =
                      Pattern.compile("(?m)^[^#\\n]*\\bsqlmodel\\.sql\\.").matcher(text);
                  boolean imported =
                      script.imports().stream()
                          .anyMatch(it -> it.module().split("\\.", -1)[0].equals("sqlmodel"));
                  return used.find() && !imported
                      ? Stream.of(
                          Found.at(
                                  facts
                                      .revision()
                                      .header()
                                      .file()
                                      .at(new limbeck.text.Span(used.end() - 13, used.end() - 5)),
                                  new Subject("module", Optional.empty(), "sqlmodel"),
                                  "sqlmodel is used and not imported")
                              .with(ScriptFixes.imports(facts, "sqlmodel")))
                      : Stream.empty();
                }));
  }

  /** What comments that allow a finding are held to; the findings come from reading them. */
  private static List<Rule> comments() {
    return List.of(
        comment("LK816", "suppression-unused"),
        comment("LK817", "suppression-expired"),
        comment("LK818", "suppression-without-reason"));
  }

  private static Rule comment(String id, String name) {
    return rule(id, name, HYGIENE, LOW)
        .inRevision("A suppression is a promise that somebody has looked.", _ -> Stream.empty());
  }

  /** Types of columns must be imported from somewhere; they hold no state of the schema. */
  private static boolean isTypeModule(Script.Imported imported) {
    String last = imported.module().substring(imported.module().lastIndexOf('.') + 1);
    return Set.of("types", "sqltypes", "type").contains(last);
  }
}
