package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.operation.Apply;
import limbeck.operation.Creation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.verify.Verdict.Evidence;
import limbeck.verify.Verdict.Stage;

/**
 * Proves a claim on scratch databases of an embedded PostgreSQL: build the schema before, put rows
 * in, go up, compare with the models, go down, compare with before, go up again.
 *
 * <p>The schema the models state is built in a second database and both catalogs are compared, so
 * that PostgreSQL itself brings both spellings of an expression to one form.
 */
public final class Verifier {
  private final EmbeddedPostgres server;
  private final Dialect dialect;
  private final List<Evidence> evidence = new ArrayList<>();

  /** Sets up a proof; one verifier proves one claim. */
  public Verifier(EmbeddedPostgres server, Dialect dialect) {
    this.server = server;
    this.dialect = dialect;
  }

  /** Thrown inside to leave the column of stages with a verdict. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Verdict verdict;

    Ended(Verdict verdict) {
      super(null, null, false, false);
      this.verdict = verdict;
    }
  }

  /**
   * Proves the claim, as far as it holds. Of a large schema only the part is built that the steps
   * can reach; what does not hold of the part is tried again with the whole.
   */
  public Verdict prove(Claim claim) {
    Optional<Part> part = Part.of(claim);
    if (part.isPresent()) {
      saw(
          Stage.BUILD,
          "only the %d of %d tables that the steps can reach are built"
              .formatted(part.get().tables(), part.get().all()));
      Verdict verdict = proveWhole(part.get().claim());
      if (verdict instanceof Verdict.Proven) {
        return verdict;
      }
      evidence.clear();
    }
    return proveWhole(claim);
  }

  private Verdict proveWhole(Claim claim) {
    List<Evidence> start = List.copyOf(evidence);
    Verdict verdict = proveFrom(claim);
    if (claim.history().isPresent()
        && verdict instanceof Verdict.Failed failed
        && failed.stage() == Stage.BUILD) {
      evidence.clear();
      evidence.addAll(start);
      saw(
          Stage.BUILD,
          "the history does not run from nothing: "
              + failed.message()
              + " ("
              + failed.sqlState()
              + ")");
      return proveFrom(
          new Claim(
              claim.before(),
              Optional.empty(),
              claim.upgrade(),
              claim.downgrade(),
              claim.wanted()));
    }
    return verdict;
  }

  private Verdict proveFrom(Claim claim) {
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      StepRunner runner = new StepRunner(session, dialect);
      build(claim, session, runner);
      Inspection catalogBefore = inspect(session);
      RowSnapshot rowsBefore = seed(claim, session);

      run(Stage.UPGRADE, runner, claim.upgrade(), claim.before());
      Inspection catalogAfter = inspect(session);
      compareWithModels(claim, catalogAfter);
      RowSnapshot rowsAfter = RowSnapshot.take(session, dialect, catalogAfter.schema());
      ColumnTrail trail = ColumnTrail.follow(catalogBefore.schema(), claim.upgrade());
      compareRows(Stage.ROWS_AFTER_UPGRADE, rowsBefore, rowsAfter, trail);

      Schema reached = after(claim.upgrade(), claim.before());
      Optional<StepRunner.Refusal> stop = runner.run(claim.downgrade(), reached);
      if (stop.filter(StepRunner.Refusal::check).isPresent()) {
        saw(
            Stage.DOWNGRADE,
            "with these rows the downgrade stops, as it is written to: " + stop.get().message());
        return proveWithoutRows(claim);
      }
      ended(Stage.DOWNGRADE, runner, stop);
      compareCatalogs(Stage.COMPARE_WITH_BEFORE, catalogBefore, inspect(session));
      RowSnapshot rowsBack = RowSnapshot.take(session, dialect, catalogBefore.schema());
      compareRows(Stage.ROWS_AFTER_DOWNGRADE, rowsBefore, rowsBack, trail.then(claim.downgrade()));

      run(Stage.UPGRADE_AGAIN, runner, claim.upgrade(), claim.before());
      compareCatalogs(Stage.UPGRADE_AGAIN, catalogAfter, inspect(session));
      return new Verdict.Proven(evidence);
    } catch (Ended ended) {
      return ended.verdict;
    }
  }

  /** The way back where it stops for rows: without them it must lead to the same schema. */
  private Verdict proveWithoutRows(Claim claim) {
    saw(Stage.DOWNGRADE, "so it is tried again without rows:");
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      StepRunner runner = new StepRunner(session, dialect);
      build(claim, session, runner);
      Inspection catalogBefore = inspect(session);
      run(Stage.UPGRADE, runner, claim.upgrade(), claim.before());
      Inspection catalogAfter = inspect(session);
      run(Stage.DOWNGRADE, runner, claim.downgrade(), after(claim.upgrade(), claim.before()));
      compareCatalogs(Stage.COMPARE_WITH_BEFORE, catalogBefore, inspect(session));
      run(Stage.UPGRADE_AGAIN, runner, claim.upgrade(), claim.before());
      compareCatalogs(Stage.UPGRADE_AGAIN, catalogAfter, inspect(session));
      return new Verdict.Proven(evidence);
    }
  }

  private void build(Claim claim, Session session, StepRunner runner) {
    if (claim.history().isPresent()) {
      run(Stage.BUILD, runner, claim.history().get(), Schema.EMPTY);
      return;
    }
    create(claim.before(), session, Stage.BUILD);
    saw(
        Stage.BUILD,
        "the schema before was built as the history leaves it, not by running the history");
  }

  private static Schema after(List<Step> steps, Schema start) {
    Schema schema = start;
    for (Step step : steps) {
      schema = Apply.after(step.operation(), schema);
    }
    return schema;
  }

  private void create(Schema schema, Session session, Stage stage) {
    StepRunner runner = new StepRunner(session, dialect);
    runner
        .run(
            Creation.of(schema).stream()
                .map(it -> Step.of(it, new Origin.Generated("part of the schema")))
                .toList(),
            Schema.EMPTY)
        .ifPresent(
            refusal -> {
              throw new Ended(failed(stage, refusal));
            });
  }

  private RowSnapshot seed(Claim claim, Session session) {
    SeedDemands demands = SeedDemands.of(claim);
    demands.assumptions().forEach(it -> saw(Stage.SEED, "assumed: " + it));
    List<String> refused = new Seeder(session, dialect, demands).seed();
    RowSnapshot rows = RowSnapshot.take(session, dialect, inspect(session).schema());
    saw(
        Stage.SEED,
        rows.size()
            + " rows were put into "
            + (claim.before().tables().size() - refused.size())
            + " tables");
    refused.forEach(it -> saw(Stage.SEED, "no rows in " + it));
    return rows;
  }

  private void run(Stage stage, StepRunner runner, List<Step> steps, Schema start) {
    ended(stage, runner, runner.run(steps, start));
  }

  private void ended(Stage stage, StepRunner runner, Optional<StepRunner.Refusal> refusal) {
    if (refusal.isPresent()) {
      throw new Ended(failed(stage, refusal.get()));
    }
    saw(stage, stage.words() + ": " + runner.statements() + " statements ran");
  }

  private void compareWithModels(Claim claim, Inspection catalog) {
    if (claim.wanted().isEmpty()) {
      return;
    }
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      create(claim.wanted().get(), session, Stage.COMPARE_WITH_MODELS);
      compareCatalogs(Stage.COMPARE_WITH_MODELS, inspect(session), catalog);
    }
  }

  private void compareCatalogs(Stage stage, Inspection expected, Inspection actual) {
    List<String> differences = CatalogComparison.differences(expected, actual);
    if (!differences.isEmpty()) {
      throw new Ended(new Verdict.Diverged(stage, differences, evidence));
    }
    saw(stage, stage.words() + ": equal, " + actual.schema().tables().size() + " tables");
  }

  private void compareRows(Stage stage, RowSnapshot before, RowSnapshot after, ColumnTrail trail) {
    RowComparison comparison = RowComparison.between(before, after, trail);
    if (!comparison.differences().isEmpty()) {
      throw new Ended(new Verdict.Diverged(stage, comparison.differences(), evidence));
    }
    saw(stage, comparison.kept() + " values found again");
    comparison
        .dropped()
        .forEach(
            (place, what) ->
                saw(
                    stage,
                    place
                        + " was dropped, with "
                        + what.values()
                        + " values"
                        + what.back().map(it -> ", and " + it + " of them are back").orElse("")));
  }

  private static Inspection inspect(Session session) {
    return Inspector.inspect(session, Scope.everything());
  }

  private void saw(Stage stage, String text) {
    evidence.add(new Evidence(stage, text));
  }

  private Verdict failed(Stage stage, StepRunner.Refusal refusal) {
    return new Verdict.Failed(
        stage, refusal.statement(), refusal.sqlState(), refusal.message(), evidence);
  }
}
