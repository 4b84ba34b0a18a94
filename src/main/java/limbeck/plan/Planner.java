package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.diff.RenameRing;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Describe;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * Makes a plan of a difference: the steps an expert would take, so that rows are kept and every
 * step can be carried out, and the way back.
 */
public final class Planner {
  private static final String INSEPARABLE =
      "These changes depend on each other in a way that cannot be divided into phases in which"
          + " others go on reading and writing, so that they are one revision. Make them one"
          + " after the other, with "
          + Shell.option("--only", "table.column", "")
          + ".";

  private static final String PARTITIONED =
      "PostgreSQL builds no index of a partitioned table concurrently, and puts none to use as a"
          + " constraint's, so that it is changed in place.";

  private final Draft draft;
  private final ColumnSteps columns;
  private final KeySteps keys;
  private final EnumSteps enums;
  private final Replacements replacements;
  private final ExpandContract series;
  private final TableRename renames;

  private Planner(Difference difference, Schema before, Schema after, PlanOptions options) {
    this.draft = new Draft(before, after, options);
    this.replacements = new Replacements(difference, before, after, draft);
    CountingKeys counting = new CountingKeys(draft, after);
    this.columns = new ColumnSteps(draft, replacements, counting);
    this.keys = new KeySteps(draft, after, counting);
    this.enums = new EnumSteps(draft);
    this.series = new ExpandContract(difference, draft);
    this.renames = new TableRename(difference, draft);
  }

  /**
   * Returns the plan.
   *
   * @param difference of the two schemas
   * @param before the schema before
   * @param after the schema after
   */
  public static Plan plan(Difference difference, Schema before, Schema after, PlanOptions options) {
    if (options.strategy() == Strategy.ONLINE && !options.isPostgresql()) {
      return undivided(
          difference,
          before,
          after,
          options,
          "Changes are divided into phases in which others go on reading and writing on PostgreSQL"
              + " only; here they are one revision.");
    }
    PlanOptions reaching =
        options.strategy() == Strategy.ONLINE
            ? Reach.of(difference, before, after, options)
            : options;
    if (reaching.strategy() != options.strategy()) {
      return undivided(difference, before, after, options, PARTITIONED);
    }
    Planner planner = new Planner(difference, before, after, reaching);
    Reach.partitioned(difference, before, options)
        .forEach(it -> planner.draft.note(SafetyNote.Kind.LOCK, it + ": " + PARTITIONED));
    return planner
        .run(difference)
        .orElseGet(() -> undivided(difference, before, after, options, INSEPARABLE));
  }

  /** Plans what cannot be divided as one revision, and says so. */
  private static Plan undivided(
      Difference difference, Schema before, Schema after, PlanOptions options, String why) {
    PlanOptions direct = options.withStrategy(Strategy.DIRECT, options.largeTables());
    Planner planner = new Planner(difference, before, after, direct);
    planner.draft.note(SafetyNote.Kind.LOCK, why);
    return planner.run(difference).orElseThrow();
  }

  /** Returns the plan; empty when it cannot be divided into phases. */
  private Optional<Plan> run(Difference difference) {
    replacements.ask();
    new RenameQuestions(draft, replacements).ask(difference.candidates());
    difference.notes().forEach(it -> draft.note(SafetyNote.Kind.HUMAN, it));
    draft.archive().expect(difference.operations());
    keepAhead(difference.operations());
    ComputedAnew computed = new ComputedAnew(difference, draft);
    FillOrder.of(difference.changes(), draft.options().answers())
        .forEach(
            it -> {
              if (!computed.plan(it, () -> inPlace(it))) {
                add(it);
              }
            });
    series.finish();
    return Phases.of(draft, replacements).map(this::plan);
  }

  /** Copies what large tables lose, once it is prepared that they lose it. */
  private void keepAhead(List<Operation> operations) {
    if (draft.options().keepData()) {
      for (TableName it : draft.archive().ahead(operations)) {
        Retirement retirement = new Retirement(draft, replacements);
        draft.archive().places(it).forEach(retirement::prepare);
        if (draft.archive().isExpected(it)) {
          retirement.prepare(it);
        }
      }
      draft.archive().keepAhead(operations);
    }
  }

  private Plan plan(List<Phase> phases) {
    List<ClassifiedStep> steps = phases.stream().flatMap(it -> it.steps().stream()).toList();
    List<SafetyNote> notes = new ArrayList<>(draft.notes());
    phases.stream()
        .flatMap(it -> it.notes().stream())
        .filter(it -> !notes.contains(it))
        .forEach(notes::add);
    return new Plan(phases, steps, draft.questions(), notes, refused(phases));
  }

  private static Optional<String> refused(List<Phase> phases) {
    List<String> reasons = phases.stream().flatMap(it -> it.downgradeRefused().stream()).toList();
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private void add(Change change) {
    if (series.plan(change)) {
      return;
    }
    inPlace(change);
  }

  private void inPlace(Change change) {
    if (EnumSteps.isSwap(change)) {
      enums.swap(change);
    } else {
      change.operations().stream()
          .filter(it -> !series.isDone(it))
          .forEach(it -> add(it, change.because()));
    }
  }

  private void add(Operation operation, String because) {
    switch (operation) {
      case TableOperation it -> table(it, because);
      case ColumnOperation it -> columns.add(it, because);
      case ConstraintOperation it -> keys.add(it, because);
      case IndexOperation it -> keys.add(it, because);
      case TypeOperation it -> enums.add(it, because);
      case ObjectOperation it -> object(it, because);
      case DataOperation it -> draft.add(it, because, Classification.DATA, "it is about rows");
      case Opaque it -> draft.add(it, because, Classification.DESTRUCTIVE, "it is not understood");
    }
  }

  private void table(TableOperation operation, String because) {
    switch (operation) {
      case TableOperation.CreateTable it -> {
        draft.isNew(it.table().name());
        draft.add(it, because, Classification.ADDITIVE, "the table is new");
        keys.noteTwins(it.table().name());
        MovedRows.up(draft, it.table())
            .forEach(
                step ->
                    draft.addFleeting(
                        step,
                        "columns have moved to " + it.table().name() + ", and their values follow",
                        Classification.DATA,
                        "it reads every row",
                        false));
      }
      case TableOperation.DropTable it -> {
        String table = "table " + it.table();
        boolean online = draft.options().isOnline(it.table());
        if (online) {
          new Retirement(draft, replacements).prepare(it.table());
        }
        draft.during(
            online ? Phase.Kind.CONTRACT : Phase.Kind.EXPAND,
            () -> {
              Optional<TableName> kept = draft.archive().keep(it.table());
              draft.add(
                  it,
                  because,
                  Classification.DESTRUCTIVE,
                  kept.map(archive -> "all its rows go, and are kept in " + archive)
                      .orElse("all its rows go"));
            });
        Optional<TableName> kept = draft.archive().table(it.table()).map(Archive.Kept::table);
        draft.note(
            SafetyNote.Kind.DATA_LOSS,
            kept.map(archive -> Archive.note(table, "rows", archive))
                .or(() -> moved(it.table()))
                .orElse("Dropping " + table + " loses all its rows; back them up first."));
      }
      case TableOperation.RenameTable it -> {
        if (renames.plan(it, because)) {
          return;
        }
        rename(it, because);
        new OwnedSequences(draft).follow(it);
        new RenamedNames(draft).note(it);
      }
      case TableOperation.SetTableComment it ->
          draft.add(it, because, Classification.ADDITIVE, "only a comment changes");
      case TableOperation.AttachPartition it ->
          draft.add(it, because, Classification.TRANSFORMING, "rows are kept, and seen from above");
      case TableOperation.DetachPartition it ->
          draft.add(it, because, Classification.TRANSFORMING, "rows are kept, no more seen above");
      case TableOperation.OrderColumns it ->
          draft.add(it, because, Classification.TRANSFORMING, "rows are kept");
    }
  }

  /** SQLite takes names that differ in the case of letters for one, so the table steps aside. */
  private void rename(TableOperation.RenameTable operation, String because) {
    boolean same = operation.from().name().equalsIgnoreCase(operation.to().name());
    if (same && draft.options().isSqlite()) {
      TableName aside = RenameRing.aside(operation.from(), draft.schema(), draft.schema());
      rename(
          new TableOperation.RenameTable(operation.from(), aside),
          "it steps aside, because SQLite does not tell "
              + operation.from()
              + " from "
              + operation.to());
      rename(new TableOperation.RenameTable(aside, operation.to()), because);
      return;
    }
    draft.add(operation, because, Classification.TRANSFORMING, "rows are kept under the new name");
  }

  private Optional<String> moved(TableName table) {
    List<Move> moves =
        draft.options().answers().moves().stream()
            .filter(it -> it.from().table().equals(table))
            .toList();
    return moves.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Dropping table "
                + table
                + " loses what has not moved away, to "
                + moves.stream().map(it -> it.to().toString()).collect(Collectors.joining(", "))
                + ".");
  }

  private void object(ObjectOperation operation, String because) {
    switch (operation) {
      case ObjectOperation.CreateNamespace it ->
          draft.add(it, because, Classification.ADDITIVE, "the schema is new");
      case ObjectOperation.DropNamespace it ->
          draft.add(it, because, Classification.TRANSFORMING, "the schema is empty by now");
      case ObjectOperation.CreateSequence it ->
          draft.add(it, because, Classification.ADDITIVE, "the sequence is new");
      case ObjectOperation.AlterSequence it ->
          draft.add(it, because, Classification.TRANSFORMING, "it counts on, by other rules");
      case ObjectOperation.DropSequence it -> {
        draft.add(it, because, Classification.DESTRUCTIVE, "how far it has counted is lost");
        draft.note(
            SafetyNote.Kind.DATA_LOSS,
            "Dropping sequence " + it.name() + " loses how far it has counted.");
      }
      case ObjectOperation.RenameSequence it ->
          draft.add(it, because, Classification.TRANSFORMING, "it counts on under the new name");
      case ObjectOperation.CreateObject it ->
          draft.add(
              it,
              because,
              it.replace() ? Classification.TRANSFORMING : Classification.ADDITIVE,
              "it holds no rows of its own");
      case ObjectOperation.RenameObject it ->
          draft.add(it, because, Classification.TRANSFORMING, "it holds no rows of its own");
      case ObjectOperation.DropObject it ->
          draft.add(
              it,
              because,
              it.kind() == CarriedObject.Kind.EXTENSION
                  ? Classification.DESTRUCTIVE
                  : Classification.TRANSFORMING,
              Describe.describe(it) + " loses no rows of a table");
    }
  }
}
