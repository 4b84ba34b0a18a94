package limbeck.dialect.postgresql;

import java.util.Optional;
import limbeck.operation.Dependents;
import limbeck.operation.ObjectOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Effects of operations on enum types, schemas, sequences and objects carried as text. */
final class ObjectEffects {
  private final Schema before;
  private final EffectList effects;

  ObjectEffects(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  void add(TypeOperation operation) {
    switch (operation) {
      // No table is locked, and nobody knows the new label yet.
      case TypeOperation.CreateEnum _, TypeOperation.AddEnumLabel _ -> {}
      case TypeOperation.DropEnum(TypeName name, boolean _) -> drop(name);
      case TypeOperation.RenameEnumLabel(TypeName type, String from, String to) ->
          effects.breaks("the label " + from + " of " + type + " is called " + to);
      case TypeOperation.RenameType(TypeName from, TypeName to) ->
          effects.breaks("the type " + from + " is called " + to);
    }
  }

  private void drop(TypeName name) {
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        if (Dependents.enumsOf(column.type()).contains(name)) {
          effects.fails("the column " + table.name() + "." + column.name() + " is of type " + name);
        }
      }
    }
  }

  void add(ObjectOperation operation) {
    switch (operation) {
      case ObjectOperation.CreateNamespace _,
          ObjectOperation.CreateSequence _,
          ObjectOperation.AlterSequence _ -> {}
      case ObjectOperation.DropNamespace(SchemaName name, boolean _, boolean cascade) ->
          drop(name, cascade);
      case ObjectOperation.DropSequence(SequenceName name, boolean _) -> drop(name);
      case ObjectOperation.RenameSequence(SequenceName from, SequenceName to) ->
          effects.breaks("the sequence " + from + " is called " + to);
      case ObjectOperation.CreateObject(CarriedObject object, boolean _) ->
          table(object.name())
              .ifPresent(
                  it ->
                      effects.form(
                          object.kind() == CarriedObject.Kind.TRIGGER
                              ? LockFacts.CREATE_TRIGGER
                              : LockFacts.CHANGE_POLICY,
                          it));
      case ObjectOperation.DropObject(CarriedObject.Kind kind, ObjectName name, var _, boolean _) ->
          drop(kind, name);
    }
  }

  private void drop(SchemaName name, boolean cascade) {
    for (TableName table : before.tables().keySet()) {
      if (!table.schema().equals(Optional.of(name.text()))) {
        continue;
      }
      if (cascade) {
        effects.form(LockFacts.DROP_TABLE, table);
        effects.loses(table, "all rows of " + table);
        effects.breaks(table, "the table " + table + " is gone");
      } else {
        effects.fails("the schema " + name + " still holds the table " + table);
      }
    }
  }

  private void drop(SequenceName name) {
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        if (column.serverDefault().equals(Optional.of(new Default.NextValue(name)))) {
          effects.fails("the default of " + table.name() + "." + column.name() + " uses " + name);
        }
      }
    }
    effects.loses("how far the sequence " + name + " has counted");
  }

  /** The table that a trigger or a policy hangs on: {@code table.name}. */
  private Optional<TableName> table(ObjectName name) {
    return before.tables().keySet().stream()
        .filter(it -> it.schema().equals(name.schema()))
        .filter(it -> name.name().startsWith(it.name() + "."))
        .findFirst();
  }

  private void drop(CarriedObject.Kind kind, ObjectName name) {
    switch (kind) {
      case TRIGGER -> table(name).ifPresent(it -> effects.form(LockFacts.DROP_TRIGGER, it));
      case POLICY -> table(name).ifPresent(it -> effects.form(LockFacts.CHANGE_POLICY, it));
      case VIEW, MATERIALIZED_VIEW -> effects.breaks("the view " + name + " is gone");
      case FUNCTION -> effects.breaks("the function " + name + " is gone");
      case DOMAIN -> effects.mayFail("columns may be of the domain " + name);
      case EXTENSION -> effects.mayFail("objects may depend on the extension " + name);
    }
  }
}
