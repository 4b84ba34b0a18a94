package limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.plan.Plan;
import limbeck.read.ReadScript;
import limbeck.render.RenderOptions;
import limbeck.render.RevisionDraft;
import limbeck.render.ScriptRenderer;
import limbeck.render.ScriptTemplate;
import limbeck.render.Spelling;
import limbeck.revision.Revision;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is written means what was planned: {@code read(render(plan))} does to the schema what the
 * plan does, both ways, and nothing of it is unreadable. Not the same operations one by one: a
 * script says several of them as one directive.
 */
class RenderLawsTest {
  private static final Dialect POSTGRESQL = Dialects.of(DialectName.POSTGRESQL);

  @Test
  void whatIsWrittenMeansWhatWasPlanned() {
    int refused = 0;
    for (long seed = 0; seed < 300; seed++) {
      refused += check(seed) ? 0 : 1;
    }
    assertThat(refused).isLessThan(30);
  }

  @Test
  @Tag("fuzz")
  void whatIsWrittenMeansWhatWasPlannedAtLength() {
    long start = System.nanoTime();
    for (long seed = start; seed < start + 20_000; seed++) {
      check(seed);
    }
  }

  /** Returns whether the plan could be written: what the database has no SQL for is refused. */
  private static boolean check(long seed) {
    Trial trial = Trial.random(seed);
    if (isRefused(trial)) {
      return false;
    }
    if (!broken(trial).isEmpty()) {
      Shrink.Pair small =
          Shrink.pair(
              new Shrink.Pair(trial.from(), trial.to()), it -> !broken(of(it, trial)).isEmpty());
      throw new AssertionError(
          "seed " + seed + ":\n" + String.join("\n", broken(of(small, trial))));
    }
    return true;
  }

  private static boolean isRefused(Trial trial) {
    Plan plan = trial.plan();
    Schema after = Apply.applyAll(Trial.operations(plan.upgrade()), trial.from()).schema();
    return isRefused(plan.upgrade(), trial.from()) || isRefused(plan.downgrade(), after);
  }

  private static boolean isRefused(List<Step> steps, Schema before) {
    Schema schema = before;
    for (Step step : steps) {
      if (POSTGRESQL.lower(step.operation(), schema) instanceof Lowering.Unsupported) {
        return true;
      }
      schema = Apply.after(step.operation(), schema);
    }
    return false;
  }

  private static Trial of(Shrink.Pair pair, Trial like) {
    return new Trial(pair.from(), pair.to(), like.renames(), like.strategy());
  }

  static List<String> broken(Trial trial) {
    Plan plan = trial.plan();
    Schema after = Apply.applyAll(Trial.operations(plan.upgrade()), trial.from()).schema();
    Schema back = Apply.applyAll(Trial.operations(plan.downgrade()), after).schema();
    String script = script(plan, trial.from(), after);
    Revision read = ReadScript.script(script, DialectName.POSTGRESQL, trial.from());
    List<String> found = new ArrayList<>();
    found.addAll(differences(read.upgrade(), trial.from(), after, "up: "));
    found.addAll(differences(read.downgrade(), after, back, "down: "));
    if (!found.isEmpty()) {
      found.add(script);
    }
    return found;
  }

  private static List<String> differences(
      List<Step> steps, Schema from, Schema wanted, String prefix) {
    List<String> found = new ArrayList<>();
    for (Step step : steps) {
      if (step.operation() instanceof Opaque(String what, String why, var _, boolean _)) {
        found.add(what + ": " + why);
      }
    }
    ApplyResult result = Apply.applyAll(Trial.operations(steps), from);
    found.addAll(result.problems());
    found.addAll(
        Equivalence.differences(
            Equivalence.named(POSTGRESQL.normalize(result.schema())),
            Equivalence.named(POSTGRESQL.normalize(wanted))));
    return found.stream().map(it -> prefix + it).toList();
  }

  private static String script(Plan plan, Schema before, Schema after) {
    RevisionDraft draft =
        new RevisionDraft(
            new RevisionId("b"),
            List.of(new RevisionId("a")),
            List.of(),
            List.of(),
            "change",
            "2026-01-01 00:00:00",
            before,
            plan.upgrade(),
            after,
            plan.downgrade(),
            plan.downgradeRefused(),
            List.of());
    RenderOptions options =
        new RenderOptions(
            DialectName.POSTGRESQL,
            ScriptTemplate.DEFAULT,
            new TreeMap<>(),
            false,
            true,
            new PostgresqlSql());
    return ScriptRenderer.render(draft, options);
  }

  /** PostgreSQL's SQL, as the workflow gives it to the renderer. */
  private static final class PostgresqlSql implements Spelling {
    @Override
    public List<SqlText> statements(Operation operation, Schema before) {
      return switch (POSTGRESQL.lower(operation, before)) {
        case Lowering.Statements(var statements) ->
            statements.stream().map(Statement::sql).toList();
        case Lowering.Unsupported(String reason) -> throw new AssertionError(reason);
      };
    }

    @Override
    public String type(SqlType type) {
      return POSTGRESQL.spell(type);
    }

    @Override
    public String quote(String identifier) {
      return POSTGRESQL.quote(identifier);
    }
  }
}
