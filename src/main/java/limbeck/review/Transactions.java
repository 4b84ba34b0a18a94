package limbeck.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.LockMode;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.DialectName;
import limbeck.schema.TableName;

/**
 * Follows the transactions of a run: which calls share one, and which locks it holds by then.
 *
 * <p>Alembic's default is one transaction for all revisions of a run; {@code
 * transaction_per_migration} gives each its own; an autocommit block ends the one that is open,
 * runs each statement alone, and opens another.
 */
final class Transactions {
  private final ReviewSettings settings;
  private final Map<TableName, LockMode> held = new TreeMap<>();
  private final Set<String> newLabels = new HashSet<>();
  private int transaction;
  private boolean open;

  Transactions(ReviewSettings settings) {
    this.settings = settings;
  }

  /** Returns what the calls of the next revision of the run do. */
  List<StepReview> run(List<CallReview> calls) {
    if (settings.transactionPerMigration()) {
      open = false;
    }
    List<StepReview> result = new ArrayList<>();
    calls.forEach(it -> result.add(run(it)));
    return result;
  }

  private StepReview run(CallReview call) {
    enter(call.autocommit());
    Impact impact = call.impact();
    for (Effect.MayFail refusal : call.refusals()) {
      impact = impact.and(Impact.of(List.of(refusal)));
    }
    for (Effect.MayFail refusal : newLabelsUsed(call)) {
      impact = impact.and(Impact.of(List.of(refusal)));
    }
    boolean certain = impact.refusal().filter(Effect.MayFail::certain).isPresent();
    boolean blocks = !certain && blocks(impact, call.created());
    int number = transaction;
    if (call.autocommit()) {
      open = false;
      held.clear();
      newLabels.clear();
    }
    return new StepReview(
        call.revision(),
        call.parts().getFirst().location(),
        call.sql().stream().flatMap(List::stream).toList(),
        number,
        call.autocommit(),
        impact,
        blocks,
        impact.refusal(),
        call.understood(),
        call.parts(),
        call.notes());
  }

  private void enter(boolean autocommit) {
    boolean begins =
        !open
            || autocommit
            || settings.database() == DialectName.MYSQL
            || settings.database() == DialectName.MARIADB;
    if (begins) {
      transaction++;
      held.clear();
      newLabels.clear();
    }
    open = true;
  }

  /** A label cannot be used before the transaction that added it has committed (12 and newer). */
  private List<Effect.MayFail> newLabelsUsed(CallReview call) {
    if (settings.database() != DialectName.POSTGRESQL) {
      return List.of();
    }
    List<Effect.MayFail> result = new ArrayList<>();
    for (int i = 0; i < call.parts().size(); i++) {
      Operation operation = call.parts().get(i).operation();
      if (!newLabels.isEmpty() && !(operation instanceof TypeOperation)) {
        call.sql().get(i).forEach(it -> newLabelsIn(it, result));
      }
      if (operation instanceof TypeOperation.AddEnumLabel add) {
        newLabels.add(add.label());
      }
    }
    return result;
  }

  private void newLabelsIn(String sql, List<Effect.MayFail> result) {
    newLabels.stream()
        .filter(it -> sql.contains("'" + it.replace("'", "''") + "'"))
        .forEach(
            it ->
                result.add(
                    Impact.certain(
                        "55P04",
                        "the enum label '" + it + "' cannot be used before it is committed")));
  }

  private boolean blocks(Impact impact, Set<TableName> created) {
    impact
        .tables()
        .forEach(
            (table, effect) ->
                effect
                    .lock()
                    .filter(_ -> !created.contains(table))
                    .ifPresent(it -> held.merge(table, it, Transactions::stronger)));
    boolean works =
        impact.tables().entrySet().stream()
            .anyMatch(it -> it.getValue().works() && !created.contains(it.getKey()));
    return works
        && held.entrySet().stream().anyMatch(it -> it.getValue().compareTo(LockMode.SHARE) >= 0);
  }

  private static LockMode stronger(LockMode left, LockMode right) {
    return left.compareTo(right) > 0 ? left : right;
  }
}
