package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Set;
import limbeck.dialect.Effect;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * What an operation does on PostgreSQL besides changing the schema: locks, scans, rewrites, losses,
 * refusals.
 */
public final class Effects {
  private Effects() {}

  /**
   * Returns the effects of an operation, in no particular order.
   *
   * @param before the schema it meets
   * @param serverMajor the server's major version, 12 or newer
   * @param created the tables that the same revision has created before: what happens to them
   *     disturbs nobody
   */
  public static List<Effect> of(
      Operation operation, Schema before, int serverMajor, Set<TableName> created) {
    EffectList effects = new EffectList(created);
    switch (operation) {
      case TableOperation it -> new TableEffects(before, effects).add(it);
      case ColumnOperation it -> new ColumnEffects(before, serverMajor, effects).add(it);
      case ConstraintOperation it -> new ConstraintEffects(before, serverMajor, effects).add(it);
      case IndexOperation it -> new IndexEffects(before, serverMajor, effects).add(it);
      case TypeOperation it -> new ObjectEffects(before, effects).add(it);
      case ObjectOperation it -> new ObjectEffects(before, effects).add(it);
      case DataOperation it -> new RowEffects(effects).add(it);
      case Opaque it -> effects.notKnown(it.why());
    }
    return effects.all();
  }
}
