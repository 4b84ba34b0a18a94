package limbeck.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.Constraint.ForeignKey;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The operations that build a whole schema from nothing, in an order in which each finds what it
 * needs: schemas, extensions, types, sequences, functions, then tables after those they refer to,
 * then the foreign keys that close a cycle, then views, triggers and policies.
 */
public final class Creation {
  private final Schema schema;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Operation> closing = new ArrayList<>();
  private final Set<TableName> created = new HashSet<>();
  private final Set<TableName> onTheWay = new LinkedHashSet<>();

  private Creation(Schema schema) {
    this.schema = schema;
  }

  /** Returns the operations, in an order that depends on nothing but the schema. */
  public static List<Operation> of(Schema schema) {
    return new Creation(schema).run();
  }

  private List<Operation> run() {
    schema
        .namespaces()
        .forEach(it -> operations.add(new ObjectOperation.CreateNamespace(it, false)));
    objects(CarriedObject.Kind.EXTENSION);
    schema.enums().values().forEach(it -> operations.add(new TypeOperation.CreateEnum(it, false)));
    objects(CarriedObject.Kind.DOMAIN);
    schema
        .sequences()
        .values()
        .forEach(it -> operations.add(new ObjectOperation.CreateSequence(it, false)));
    objects(CarriedObject.Kind.FUNCTION);
    schema.tables().values().forEach(this::create);
    operations.addAll(closing);
    objects(CarriedObject.Kind.VIEW);
    objects(CarriedObject.Kind.MATERIALIZED_VIEW);
    objects(CarriedObject.Kind.TRIGGER);
    objects(CarriedObject.Kind.POLICY);
    return List.copyOf(operations);
  }

  private void objects(CarriedObject.Kind kind) {
    schema.objects().values().stream()
        .filter(it -> it.kind() == kind)
        .forEach(it -> operations.add(new ObjectOperation.CreateObject(it, false)));
  }

  private void create(Table table) {
    if (created.contains(table.name()) || !onTheWay.add(table.name())) {
      return;
    }
    needed(table).forEach(this::create);
    List<Constraint> inside = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (!ready(table, constraint)) {
        closing.add(
            new ConstraintOperation.AddConstraint(table.name(), constraint, Optional.empty()));
      } else {
        inside.add(constraint);
      }
    }
    operations.addAll(Partitions.creation(table.withConstraints(inside), schema));
    created.add(table.name());
  }

  /** Returns the tables this one refers to, and the one it is a partition or heir of. */
  private List<Table> needed(Table table) {
    List<Table> result = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      schema.table(key.target()).ifPresent(result::add);
    }
    for (Table other : schema.tables().values()) {
      boolean parent =
          table.options().entrySet().stream()
              .filter(
                  it ->
                      it.getKey().equals("postgresql_inherits")
                          || it.getKey().equals("postgresql_partition_of"))
              .anyMatch(
                  it -> Identifiers.mentions(new SqlText(it.getValue()), other.name().name()));
      if (parent && !other.name().equals(table.name())) {
        result.add(other);
      }
    }
    return result;
  }

  /** Whether a constraint can stand in CREATE TABLE; one that is not validated cannot. */
  private boolean ready(Table table, Constraint constraint) {
    return switch (constraint) {
      case ForeignKey key ->
          key.validated()
              && (key.target().equals(table.name())
                  || created.contains(key.target())
                  || schema.table(key.target()).isEmpty());
      case Constraint.Check check -> check.validated();
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
    };
  }
}
