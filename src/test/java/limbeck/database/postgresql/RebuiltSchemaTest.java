package limbeck.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import org.junit.jupiter.api.Test;

/**
 * What was inspected, written as SQL by the dialect and run on an empty database, is inspected
 * again as the same schema.
 */
class RebuiltSchemaTest extends WideScript {
  @Test
  void isTheSame() {
    run(
        session,
        """
        DROP TABLE refers, measured_2026;
        ALTER TABLE types DROP COLUMN c_point3, DROP COLUMN c_char_internal, DROP COLUMN c_citext_collated;
        ALTER SEQUENCE odd_step OWNED BY NONE;
        """);
    Schema wanted = Inspector.inspect(session, SCOPE).schema();
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
    try (ScratchDatabase empty = SharedServer.of(major).createDatabase();
        Session other = empty.open()) {
      for (Operation operation : operations(wanted)) {
        Lowering lowering = dialect.lower(operation, wanted);
        assertThat(lowering).as(operation.toString()).isInstanceOf(Lowering.Statements.class);
        ((Lowering.Statements) lowering)
            .statements()
            .forEach(
                it ->
                    assertThat(other.execute(it.sql().text()))
                        .as(it.sql().text())
                        .isInstanceOf(Outcome.Done.class));
      }
      Schema found = Inspector.inspect(other, SCOPE).schema();
      wanted
          .tables()
          .forEach((name, table) -> assertThat(found.tables()).containsEntry(name, table));
      assertThat(found).isEqualTo(wanted);
    }
  }

  private static List<Operation> operations(Schema schema) {
    List<Operation> result = new ArrayList<>();
    schema.namespaces().forEach(it -> result.add(new ObjectOperation.CreateNamespace(it, false)));
    schema.enums().values().forEach(it -> result.add(new TypeOperation.CreateEnum(it, false)));
    schema
        .sequences()
        .values()
        .forEach(it -> result.add(new ObjectOperation.CreateSequence(it, false)));
    create(
        schema,
        result,
        CarriedObject.Kind.EXTENSION,
        CarriedObject.Kind.DOMAIN,
        CarriedObject.Kind.FUNCTION);
    List<Operation> later = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      List<Constraint> now = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check) {
          later.add(
              new ConstraintOperation.AddConstraint(table.name(), constraint, Optional.empty()));
        } else {
          now.add(constraint);
        }
      }
      result.add(new TableOperation.CreateTable(table.withConstraints(now), false));
    }
    result.addAll(later);
    create(
        schema,
        result,
        CarriedObject.Kind.VIEW,
        CarriedObject.Kind.MATERIALIZED_VIEW,
        CarriedObject.Kind.TRIGGER,
        CarriedObject.Kind.POLICY);
    return result;
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
