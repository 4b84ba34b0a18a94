package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.dialect.Effect;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.dialect.postgresql.Effects;
import limbeck.diff.DiffOptions;
import limbeck.diff.SchemaDiff;
import limbeck.operation.Apply;
import limbeck.operation.AssumedTables;
import limbeck.operation.Describe;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.revision.Applier;
import limbeck.revision.History;
import limbeck.revision.Origin;
import limbeck.revision.Revision;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** Explains revisions: each step with its SQL and effects, both ways, and whether the two agree. */
public final class ExplainRevisions {
  /** Which PostgreSQL effects are told for: the oldest one still supported by its makers. */
  private static final int SERVER_MAJOR = 14;

  private ExplainRevisions() {}

  /**
   * One step.
   *
   * @param operation what is done
   * @param at where in the script; empty for what the tool computed
   * @param autocommit whether it stands outside the transaction
   * @param statements the SQL of it, in order
   * @param unsupported why the database cannot do it, if it cannot
   * @param effects what else it does, for PostgreSQL
   * @param refusals why a database would refuse it
   */
  public record Explained(
      Operation operation,
      Optional<Location> at,
      boolean autocommit,
      List<String> statements,
      Optional<String> unsupported,
      List<Effect> effects,
      List<String> refusals) {
    /** Copies the lists. */
    public Explained {
      statements = List.copyOf(statements);
      effects = List.copyOf(effects);
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * How the downgrade relates to the upgrade.
   *
   * @param defined whether the script has a downgrade at all
   * @param differences what the downgrade leaves otherwise than it was before, one line each
   * @param doubts why that cannot be told for certain: steps of either way that were not understood
   */
  public record WayBack(boolean defined, List<String> differences, List<String> doubts) {
    /** Copies the lists. */
    public WayBack {
      differences = List.copyOf(differences);
      doubts = List.copyOf(doubts);
    }

    /** Returns whether the schema is certainly again what it was. */
    public boolean inverse() {
      return defined && differences.isEmpty() && doubts.isEmpty();
    }
  }

  /**
   * One revision.
   *
   * @param entry its place in the history
   * @param upgrade the steps up
   * @param downgrade the steps down
   * @param wayBack what the two make together
   * @param asOf which state of the application it was read with
   */
  public record Explanation(
      RevisionEntry entry,
      List<Explained> upgrade,
      List<Explained> downgrade,
      WayBack wayBack,
      ApplicationAsOf asOf) {
    /** Copies the lists. */
    public Explanation {
      upgrade = List.copyOf(upgrade);
      downgrade = List.copyOf(downgrade);
    }
  }

  /**
   * What was found.
   *
   * @param dialect the database the SQL is for
   * @param explanations in the order of the revisions asked for
   * @param problems what was not understood
   */
  public record Result(
      DialectName dialect, List<Explanation> explanations, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      explanations = List.copyOf(explanations);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Explains what a name means, or the revisions of a range, newest first.
   *
   * @param name a revision, or {@code FROM:TO}
   */
  public static Result run(ProjectRequest request, String name) {
    Workspace workspace = Workspace.open(request);
    workspace.requireSoundHistory();
    List<RevisionId> ids =
        name.contains(":")
            ? ListRevisions.range(workspace.scripts().graph(), name)
            : workspace.revisions(name);
    List<Explanation> result = new ArrayList<>();
    for (RevisionId id : ids) {
      History.Folded folded = workspace.history().folded(id);
      Revision revision = folded.revision();
      result.add(
          new Explanation(
              ListRevisions.entry(workspace.scripts(), id, true),
              steps(workspace, revision.upgrade(), folded.before()),
              steps(workspace, revision.downgrade(), folded.after()),
              new WayBack(
                  revision.downgradeDefined(),
                  differences(workspace, folded),
                  Stream.of(revision.upgrade(), revision.downgrade())
                      .flatMap(List::stream)
                      .flatMap(it -> doubt(it).stream())
                      .toList()),
              workspace.applicationThen().asOf(revision.header())));
    }
    return new Result(workspace.dialectName(), result, workspace.problems());
  }

  private static List<Explained> steps(Workspace workspace, List<Step> steps, Schema before) {
    List<Explained> result = new ArrayList<>();
    Set<TableName> created = new HashSet<>();
    Schema schema = before;
    for (Step step : steps) {
      Operation operation = step.operation();
      schema = AssumedTables.before(operation, schema).schema();
      List<String> statements = new ArrayList<>();
      Optional<String> unsupported = Optional.empty();
      switch (workspace.dialect().lower(operation, schema)) {
        case Lowering.Statements(List<Statement> found) ->
            found.forEach(it -> statements.add(it.sql().text().strip()));
        case Lowering.Unsupported(String reason) -> unsupported = Optional.of(reason);
      }
      var applied = Apply.apply(operation, schema, workspace.foldNames());
      result.add(
          new Explained(
              operation,
              place(step),
              step.autocommit(),
              statements,
              unsupported,
              effects(workspace, operation, schema, created),
              AssumedTables.isBeyond(operation, schema) ? List.of() : applied.problems()));
      if (operation instanceof TableOperation.CreateTable made) {
        created.add(made.table().name());
      }
      schema = AssumedTables.after(operation, applied.schema());
    }
    return result;
  }

  private static List<Effect> effects(
      Workspace workspace, Operation operation, Schema before, Set<TableName> created) {
    return switch (workspace.dialectName()) {
      case POSTGRESQL -> Effects.of(operation, before, SERVER_MAJOR, created);
      case SQLITE, MYSQL, MARIADB -> List.of();
    };
  }

  private static Optional<Location> place(Step step) {
    return switch (step.origin()) {
      case Origin.Script(Location location, int _, int _) -> Optional.of(location);
      case Origin.Generated _ -> Optional.empty();
    };
  }

  private static Optional<String> doubt(Step step) {
    return step.operation() instanceof Opaque opaque && opaque.mayChangeSchema()
        ? Optional.of(
            opaque.what()
                + place(step).map(it -> " (line " + it.line() + ")").orElse("")
                + ": "
                + opaque.why())
        : Optional.empty();
  }

  /** What would still have to be done to have the schema of before, each one line. */
  private static List<String> differences(Workspace workspace, History.Folded folded) {
    Schema back = folded.after();
    Applier applier = new Applier(workspace.foldNames());
    for (Step step : folded.revision().downgrade()) {
      back = applier.apply(step.operation(), back).schema();
    }
    DiffOptions options = DiffOptions.of(workspace.dialect()::normalize, workspace.defaultNames());
    return SchemaDiff.between(back, folded.before(), options).operations().stream()
        .map(Describe::describe)
        .toList();
  }
}
