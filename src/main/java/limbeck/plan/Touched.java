package limbeck.plan;

import java.util.Optional;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.TableName;

/** Which table a step is about. */
public final class Touched {
  private Touched() {}

  /**
   * Returns the table an operation is about; empty for types, sequences, objects, and SQL of any
   * kind.
   */
  public static Optional<TableName> table(Operation operation) {
    return switch (operation) {
      case TableOperation it ->
          Optional.of(
              switch (it) {
                case TableOperation.CreateTable create -> create.table().name();
                case TableOperation.DropTable drop -> drop.table();
                case TableOperation.RenameTable rename -> rename.from();
                case TableOperation.SetTableComment comment -> comment.table();
                case TableOperation.AttachPartition attach -> attach.table();
                case TableOperation.DetachPartition detach -> detach.table();
                case TableOperation.OrderColumns order -> order.table();
              });
      case ColumnOperation it -> Optional.of(it.table());
      case ConstraintOperation it -> Optional.of(it.table());
      case IndexOperation it ->
          switch (it) {
            case IndexOperation.CreateIndex create -> Optional.of(create.table());
            case IndexOperation.DropIndex drop -> drop.table();
            case IndexOperation.RenameIndex rename -> Optional.of(rename.table());
          };
      case DataOperation it ->
          switch (it) {
            case DataOperation.Backfill fill -> Optional.of(fill.table());
            case DataOperation.InsertRows insert -> Optional.of(insert.table());
            case DataOperation.RequireNoRows require -> Optional.of(require.table());
            case DataOperation.ExecuteSql _ -> Optional.empty();
          };
      case TypeOperation _, ObjectOperation _, Opaque _ -> Optional.empty();
    };
  }
}
