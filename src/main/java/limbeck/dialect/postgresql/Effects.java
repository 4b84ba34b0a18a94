package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
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
    EffectList effects = new EffectList(before, created);
    new InheritanceRefusals(before, effects).add(operation);
    switch (operation) {
      case TableOperation it -> new TableEffects(before, serverMajor, effects).add(it);
      case ColumnOperation it -> new ColumnEffects(before, serverMajor, effects).add(it);
      case ConstraintOperation it -> new ConstraintEffects(before, serverMajor, effects).add(it);
      case IndexOperation it -> new IndexEffects(before, serverMajor, effects).add(it);
      case TypeOperation it -> new ObjectEffects(before, effects).add(it);
      case ObjectOperation it -> new ObjectEffects(before, effects).add(it);
      case DataOperation it -> new RowEffects(before, effects).add(it, serverMajor);
      case Opaque it -> {
        if (it.why().equals(Opaque.WITHOUT_HEIRS)) {
          boolean key = it.what().matches("(?is).*\\b(FOREIGN\\s+KEY|REFERENCES)\\b.*");
          effects.fails(key ? "42809" : "42P16", it.why());
        } else if (!new StatementForms(before, serverMajor, effects)
            .add(new StatementWords(it.what()))) {
          effects.notKnown(it.why());
        }
      }
    }
    return effects.all();
  }

  /**
   * Returns the effects of one SQL statement that several operations stand for, such as an ALTER
   * TABLE of several actions, or of a directive.
   *
   * @param operations in order
   * @param before the schema the first one meets
   * @param serverMajor the server's major version, 12 or newer
   * @param created the tables that the same revision has created before
   * @param complete whether {@code before} is known in full, so that what it lacks is not there
   */
  public static List<Effect> ofStatement(
      List<Operation> operations,
      Schema before,
      int serverMajor,
      Set<TableName> created,
      boolean complete) {
    List<Effect> result = new ArrayList<>();
    Set<TableName> born = new HashSet<>(created);
    Schema schema = before;
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      Schema at = schema;
      ApplyResult applied = Apply.apply(operation, schema);
      applied.problems().stream()
          .filter(it -> !Refusals.isToldBefore(it) && !isNoMove(operation))
          .forEach(it -> result.add(Impact.certain(Refusals.sqlState(it, operation, at), it)));
      if (operation instanceof Opaque opaque && opaque.why().contains("two columns of one name")) {
        result.add(Impact.certain("42701", opaque.why()));
      }
      result.addAll(
          of(withoutScan(operation, operations.subList(0, i)), schema, serverMajor, born));
      if (operation instanceof TableOperation.CreateTable create
          && !schema.tables().containsKey(create.table().name())) {
        born.add(create.table().name());
      }
      schema = applied.schema();
    }
    return result.stream().distinct().filter(it -> complete || !Refusals.isAbsence(it)).toList();
  }

  /** A table moved to the schema it is in stays. */
  private static boolean isNoMove(Operation operation) {
    return operation instanceof TableOperation.RenameTable(TableName from, TableName to)
        && from.equals(to);
  }

  /** A column added without a value refers to nothing: its key is not checked. */
  private static Operation withoutScan(Operation operation, List<Operation> earlier) {
    if (operation instanceof ConstraintOperation.AddConstraint(TableName table, var added, var _)
        && added instanceof Constraint.ForeignKey key
        && earlier.stream().anyMatch(it -> addsEmpty(it, table, key.columns()))) {
      return new ConstraintOperation.AddConstraint(
          table, key.withValidated(false), Optional.empty());
    }
    return operation;
  }

  private static boolean addsEmpty(Operation operation, TableName table, List<ColumnName> columns) {
    return operation instanceof ColumnOperation.AddColumn add
        && add.table().equals(table)
        && columns.equals(List.of(add.column().name()))
        && add.column().serverDefault().isEmpty()
        && add.column().generation().isEmpty()
        && !add.column().autoincrement();
  }
}
