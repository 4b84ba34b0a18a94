package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.ConstraintName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * What an operation is about, by name, and whether a schema has it.
 *
 * @param name as the catalog has it
 * @param exists whether the schema has it before the operation
 * @param comes whether the operation makes it, so that it must not exist before
 */
record Target(String name, boolean exists, boolean comes) {
  /** Returns what an operation is about, the most particular first; a column before its table. */
  static List<Target> of(Operation operation, Schema schema) {
    return switch (operation) {
      case TableOperation it -> of(it, schema);
      case ColumnOperation it -> of(it, schema);
      case ConstraintOperation it -> of(it, schema);
      case IndexOperation it -> of(it, schema);
      case TypeOperation it -> of(it, schema);
      case ObjectOperation it -> of(it, schema);
      case DataOperation _, Opaque _ -> List.of();
    };
  }

  private static Target table(TableName name, Schema schema, boolean comes) {
    return new Target(name.name(), schema.tables().containsKey(name), comes);
  }

  private static List<Target> of(TableOperation operation, Schema schema) {
    return switch (operation) {
      case TableOperation.CreateTable it -> List.of(table(it.table().name(), schema, true));
      case TableOperation.DropTable it -> List.of(table(it.table(), schema, false));
      case TableOperation.RenameTable it -> List.of(table(it.from(), schema, false));
      case TableOperation.SetTableComment it -> List.of(table(it.table(), schema, false));
      case TableOperation.AttachPartition it -> List.of(table(it.partition(), schema, false));
      case TableOperation.DetachPartition it -> List.of(table(it.partition(), schema, false));
      case TableOperation.OrderColumns it -> List.of(table(it.table(), schema, false));
    };
  }

  private static List<Target> of(ColumnOperation operation, Schema schema) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> column(it.table(), it.column().name(), schema, true);
      case ColumnOperation.DropColumn it -> column(it.table(), it.column(), schema, false);
      case ColumnOperation.AlterColumn it -> column(it.table(), it.column(), schema, false);
    };
  }

  private static List<Target> column(
      TableName table, ColumnName column, Schema schema, boolean comes) {
    boolean exists = schema.table(table).flatMap(it -> it.column(column)).isPresent();
    return List.of(new Target(column.text(), exists, comes), table(table, schema, false));
  }

  private static List<Target> of(ConstraintOperation operation, Schema schema) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint it ->
          constraint(it.table(), it.constraint().name(), schema, true);
      case ConstraintOperation.DropConstraint it ->
          constraint(it.table(), Optional.of(it.name()), schema, false);
      case ConstraintOperation.RenameConstraint it ->
          constraint(it.table(), Optional.of(it.from()), schema, false);
      case ConstraintOperation.SetDeferral it ->
          constraint(it.table(), Optional.of(it.name()), schema, false);
      case ConstraintOperation.ValidateConstraint it ->
          constraint(it.table(), Optional.of(it.name()), schema, false);
    };
  }

  private static List<Target> constraint(
      TableName table, Optional<ConstraintName> name, Schema schema, boolean comes) {
    if (name.isEmpty()) {
      return List.of(table(table, schema, false));
    }
    boolean exists =
        schema
            .table(table)
            .filter(
                owner ->
                    owner.constraints().stream()
                        .anyMatch(it -> DefaultNames.postgresql().nameOf(it, owner).equals(name)))
            .isPresent();
    return List.of(
        new Target(name.orElseThrow().text(), exists, comes), table(table, schema, false));
  }

  private static List<Target> of(IndexOperation operation, Schema schema) {
    return switch (operation) {
      case IndexOperation.CreateIndex it ->
          it.index()
              .name()
              .map(
                  name ->
                      List.of(index(name.text(), schema, true), table(it.table(), schema, false)))
              .orElse(List.of(table(it.table(), schema, false)));
      case IndexOperation.DropIndex it -> List.of(index(it.name().text(), schema, false));
      case IndexOperation.RenameIndex it -> List.of(index(it.from().text(), schema, false));
    };
  }

  private static Target index(String name, Schema schema, boolean comes) {
    boolean exists = schema.tables().values().stream().anyMatch(it -> hasIndex(it, name));
    return new Target(name, exists, comes);
  }

  private static boolean hasIndex(Table table, String name) {
    DefaultNames names = DefaultNames.postgresql();
    return table.indexes().stream()
        .anyMatch(it -> names.nameOf(it, table).filter(own -> own.text().equals(name)).isPresent());
  }

  private static List<Target> of(TypeOperation operation, Schema schema) {
    return switch (operation) {
      case TypeOperation.CreateEnum it -> List.of(type(it.type().name(), schema, true));
      case TypeOperation.DropEnum it -> List.of(type(it.name(), schema, false));
      case TypeOperation.RenameType it -> List.of(type(it.from(), schema, false));
      case TypeOperation.AddEnumLabel it ->
          List.of(label(it.type(), it.label(), schema, true), type(it.type(), schema, false));
      case TypeOperation.RenameEnumLabel it ->
          List.of(label(it.type(), it.from(), schema, false), type(it.type(), schema, false));
    };
  }

  private static Target type(limbeck.schema.TypeName name, Schema schema, boolean comes) {
    return new Target(name.name(), schema.enums().containsKey(name), comes);
  }

  private static Target label(
      limbeck.schema.TypeName type, String label, Schema schema, boolean comes) {
    boolean exists = schema.enumType(type).filter(it -> it.labels().contains(label)).isPresent();
    return new Target(label, exists, comes);
  }

  private static List<Target> of(ObjectOperation operation, Schema schema) {
    return switch (operation) {
      case ObjectOperation.CreateNamespace it ->
          List.of(new Target(it.name().text(), schema.namespaces().contains(it.name()), true));
      case ObjectOperation.DropNamespace it ->
          List.of(new Target(it.name().text(), schema.namespaces().contains(it.name()), false));
      case ObjectOperation.CreateSequence it ->
          List.of(sequence(it.sequence().name(), schema, true));
      case ObjectOperation.AlterSequence it -> List.of(sequence(it.name(), schema, false));
      case ObjectOperation.DropSequence it -> List.of(sequence(it.name(), schema, false));
      case ObjectOperation.RenameSequence it -> List.of(sequence(it.from(), schema, false));
      case ObjectOperation.CreateObject it ->
          List.of(object(it.object().kind(), it.object().name(), schema, true));
      case ObjectOperation.RenameObject it ->
          List.of(object(it.from().kind(), it.from().name(), schema, false));
      case ObjectOperation.DropObject it -> List.of(object(it.kind(), it.name(), schema, false));
    };
  }

  private static Target sequence(limbeck.schema.SequenceName name, Schema schema, boolean comes) {
    return new Target(name.name(), schema.sequences().containsKey(name), comes);
  }

  private static Target object(
      limbeck.schema.CarriedObject.Kind kind,
      limbeck.schema.ObjectName name,
      Schema schema,
      boolean comes) {
    String last = name.name().substring(name.name().lastIndexOf('.') + 1);
    return new Target(last, schema.objects().containsKey(Schema.objectKey(kind, name)), comes);
  }
}
