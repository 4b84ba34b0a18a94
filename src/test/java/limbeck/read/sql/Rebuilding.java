package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.Partitions;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** The statements that build a schema in an empty database. */
final class Rebuilding {
  private Rebuilding() {}

  static List<String> statements(Schema schema, int major) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
    List<String> result = new ArrayList<>();
    for (Operation operation : operations(schema)) {
      Lowering lowering = dialect.lower(operation, schema);
      if (!(lowering instanceof Lowering.Statements lowered)) {
        throw new AssertionError(lowering + " for " + operation);
      }
      lowered.statements().forEach(it -> result.add(it.sql().text()));
    }
    return result;
  }

  private static List<Operation> operations(Schema whole) {
    // A partition's parts of its parent's keys and indexes come with the parent.
    SortedMap<TableName, Table> tables = new TreeMap<>(whole.tables());
    tables.replaceAll(
        (_, it) ->
            Partitions.parent(it, whole)
                .map(parent -> Partitions.withoutParts(it, parent))
                .orElse(it));
    Schema schema = whole.withTables(tables);
    List<Operation> result = new ArrayList<>();
    schema.namespaces().forEach(it -> result.add(new ObjectOperation.CreateNamespace(it, false)));
    schema.enums().values().forEach(it -> result.add(new TypeOperation.CreateEnum(it, false)));
    schema
        .sequences()
        .values()
        .forEach(it -> result.add(new ObjectOperation.CreateSequence(it, false)));
    create(schema, result, CarriedObject.Kind.EXTENSION, CarriedObject.Kind.DOMAIN);
    // Parents before what inherits from them.
    schema.tables().values().stream()
        .filter(it -> !it.options().containsKey("postgresql_inherits"))
        .forEach(it -> result.add(create(it)));
    schema.tables().values().stream()
        .filter(it -> it.options().containsKey("postgresql_inherits"))
        .forEach(it -> result.add(create(it)));
    for (Table table : schema.tables().values()) {
      table.constraints().stream()
          .filter(Rebuilding::isLater)
          .forEach(
              it ->
                  result.add(
                      new ConstraintOperation.AddConstraint(table.name(), it, Optional.empty())));
    }
    create(schema, result, CarriedObject.Kind.FUNCTION);
    create(schema, result, CarriedObject.Kind.VIEW);
    create(
        schema,
        result,
        CarriedObject.Kind.MATERIALIZED_VIEW,
        CarriedObject.Kind.TRIGGER,
        CarriedObject.Kind.POLICY);
    return result;
  }

  private static Operation create(Table table) {
    return new TableOperation.CreateTable(
        table.withConstraints(table.constraints().stream().filter(it -> !isLater(it)).toList()),
        false);
  }

  /** Keys wait for their target; NOT VALID exists in ALTER TABLE only. */
  private static boolean isLater(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey _, Constraint.Check _ -> true;
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> false;
    };
  }

  private static void create(Schema schema, List<Operation> result, CarriedObject.Kind... kinds) {
    for (CarriedObject.Kind kind : kinds) {
      for (CarriedObject object : schema.objects().values()) {
        if (object.kind() == kind) {
          result.add(new ObjectOperation.CreateObject(object, false));
        }
      }
    }
  }
}
