package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Triggers that complete rows while programs of two versions write them. */
final class RowTriggers {
  private final Draft draft;

  RowTriggers(Draft draft) {
    this.draft = draft;
  }

  /**
   * Creates a function and the trigger that runs it before each row is written.
   *
   * @param name of both
   * @param body of the function, in PL/pgSQL
   */
  void create(TableName table, String name, String body, String because, String reason) {
    draft.add(
        new ObjectOperation.CreateObject(function(table, name, body), false),
        because,
        Classification.ADDITIVE,
        reason);
    draft.add(
        new ObjectOperation.CreateObject(trigger(table, name), false),
        because,
        Classification.ADDITIVE,
        reason);
  }

  /** Gives the function another body. */
  void replace(TableName table, String name, String body, String because) {
    draft.add(
        new ObjectOperation.CreateObject(function(table, name, body), true),
        because,
        Classification.TRANSFORMING,
        "it goes again");
  }

  /** Drops what {@link #create} made. */
  void drop(TableName table, String name, String because) {
    drop(table, name, because, Optional.empty());
  }

  /**
   * Drops what {@link #create} made.
   *
   * @param undo what the way back does about it; empty is to create it again
   */
  void drop(TableName table, String name, String because, Optional<List<Draft.Undo>> undo) {
    drop(trigger(table, name), because, undo);
    drop(
        function(table, name, ""),
        because + MirrorSteps.allowed("view-or-function-dropped", "only its trigger used it"),
        undo);
  }

  private void drop(CarriedObject object, String because, Optional<List<Draft.Undo>> undo) {
    draft.add(
        Invert.drop(object),
        because,
        Classification.TRANSFORMING,
        "rows stay as they are",
        false,
        undo);
  }

  CarriedObject function(TableName table, String name, String body) {
    return function(table, name, "", body);
  }

  /**
   * Returns a function for a trigger.
   *
   * @param attributes that it has beside its language, each with a space before it
   */
  CarriedObject function(TableName table, String name, String attributes, String body) {
    return new CarriedObject(
        CarriedObject.Kind.FUNCTION,
        new ObjectName(table.schema(), name),
        new SqlText(
            "CREATE FUNCTION "
                + qualified(table, name)
                + "() RETURNS trigger LANGUAGE plpgsql"
                + attributes
                + " AS $$\n"
                + body
                + "$$"));
  }

  CarriedObject trigger(TableName table, String name) {
    return trigger(table, name, "BEFORE INSERT OR UPDATE");
  }

  /**
   * Returns a trigger for each row.
   *
   * @param when it runs
   */
  CarriedObject trigger(TableName table, String name, String when) {
    return new CarriedObject(
        CarriedObject.Kind.TRIGGER,
        new ObjectName(table.schema(), table.name() + "." + name),
        new SqlText(
            "CREATE TRIGGER %s %s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
                .formatted(
                    draft.options().quote().apply(name),
                    when,
                    draft.sql().table(table),
                    qualified(table, name))));
  }

  private String qualified(TableName table, String name) {
    Optional<String> schema = table.schema().map(it -> draft.options().quote().apply(it) + ".");
    return schema.orElse("") + draft.options().quote().apply(name);
  }
}
