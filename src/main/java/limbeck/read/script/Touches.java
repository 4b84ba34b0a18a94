package limbeck.read.script;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
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

/** The tables that an operation names. */
final class Touches {
  private Touches() {}

  static NavigableSet<TableName> of(Operation operation) {
    NavigableSet<TableName> tables = new TreeSet<>();
    switch (operation) {
      case TableOperation.CreateTable(var table, boolean _) -> tables.add(table.name());
      case TableOperation.DropTable(TableName table, boolean _, boolean _) -> tables.add(table);
      case TableOperation.RenameTable(TableName from, TableName to) -> {
        tables.add(from);
        tables.add(to);
      }
      case TableOperation.SetTableComment(TableName table, var _, var _) -> tables.add(table);
      case TableOperation.AttachPartition(TableName table, TableName part, var _) ->
          tables.addAll(List.of(table, part));
      case TableOperation.DetachPartition(TableName table, TableName part, boolean _) ->
          tables.addAll(List.of(table, part));
      case TableOperation.OrderColumns(TableName table, var _, var _) -> tables.add(table);
      case ColumnOperation it -> tables.add(it.table());
      case ConstraintOperation it -> tables.add(it.table());
      case IndexOperation.CreateIndex(TableName table, var _, boolean _, boolean _) ->
          tables.add(table);
      case IndexOperation.DropIndex it -> it.table().ifPresent(tables::add);
      case IndexOperation.RenameIndex it -> tables.add(it.table());
      case DataOperation.ExecuteSql it -> {
        tables.addAll(it.writes());
        tables.addAll(it.reads());
      }
      case DataOperation.Backfill it -> tables.add(it.table());
      case DataOperation.InsertRows it -> tables.add(it.table());
      case DataOperation.RequireNoRows it -> tables.add(it.table());
      case Opaque it -> tables.addAll(it.touches());
      case TypeOperation _, ObjectOperation _ -> {}
    }
    return tables;
  }
}
