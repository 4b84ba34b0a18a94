package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.LockMode;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.ObjectOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlType;
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
      case TypeOperation.CreateEnum(EnumType type, boolean _) -> {
        if (Set.copyOf(type.labels()).size() < type.labels().size()) {
          effects.fails("23505", "the type " + type.name() + " states a label twice");
        }
        new NameRefusals(before, effects).type(type.name().schema(), type.name().name());
      }
      case TypeOperation.AddEnumLabel _ -> {}
      case TypeOperation.DropEnum(TypeName name, boolean _) -> drop(name);
      case TypeOperation.RenameEnumLabel(TypeName type, String from, String to) ->
          effects.breaks("the label " + from + " of " + type + " is called " + to);
      case TypeOperation.RenameType(TypeName from, TypeName to) -> {
        new NameRefusals(before, effects).type(to.schema(), to.name());
        effects.breaks("the type " + from + " is called " + to);
      }
    }
  }

  private void drop(TypeName name) {
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        if (Dependents.enumsOf(column.type()).contains(name)) {
          effects.fails(
              "2BP01", "the column " + table.name() + "." + column.name() + " is of type " + name);
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
      case ObjectOperation.RenameObject it -> rename(it.from(), it.to().name());
      case ObjectOperation.CreateObject(CarriedObject object, boolean replace) ->
          create(object, replace);
      case ObjectOperation.DropObject(
              CarriedObject.Kind kind,
              ObjectName name,
              var _,
              boolean ifExists) -> {
        boolean there = before.objects().containsKey(Schema.objectKey(kind, name));
        if (there || !ifExists) {
          drop(kind, name);
        }
      }
    }
  }

  private void create(CarriedObject object, boolean replace) {
    switch (object.kind()) {
      case TRIGGER ->
          table(object.name())
              .ifPresentOrElse(it -> trigger(it, object), () -> absent(object.name()));
      case POLICY ->
          table(object.name())
              .ifPresentOrElse(
                  it -> effects.form(LockFacts.CHANGE_POLICY, it), () -> absent(object.name()));
      case VIEW -> {
        sources(object).forEach(it -> effects.lock(it, LockMode.ACCESS_SHARE));
        relation(object);
        String key = Schema.objectKey(object.kind(), object.name());
        if (replace && before.objects().containsKey(key)) {
          String why = "a view that is replaced keeps its columns, in order, with their types";
          Optional<List<String>> had =
              Optional.ofNullable(before.objects().get(key)).flatMap(ViewSources::columns);
          Optional<List<String>> has = ViewSources.columns(object);
          if (had.isPresent() && has.isPresent() && !begins(has.get(), had.get())) {
            effects.fails("42P16", why);
          } else {
            effects.mayFail("42P16", why);
          }
        }
      }
      case MATERIALIZED_VIEW -> {
        relation(object);
        if (!object.definition().text().matches("(?is).*\\bWITH\\s+NO\\s+DATA\\W*")) {
          sources(object).forEach(it -> effects.form(LockFacts.SELECT, it));
        }
      }
      case DOMAIN ->
          new NameRefusals(before, effects).type(object.name().schema(), object.name().name());
      case EXTENSION, FUNCTION -> {}
    }
  }

  private static boolean begins(List<String> all, List<String> first) {
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }

  private void relation(CarriedObject view) {
    new NameRefusals(before, effects).relation(view.name().schema(), view.name().name());
    ViewSources.check(view, before, effects);
  }

  /** Triggers and policies are asked for by nobody; other objects are, by their names. */
  private void rename(CarriedObject object, ObjectName to) {
    boolean view =
        object.kind() == CarriedObject.Kind.VIEW
            || object.kind() == CarriedObject.Kind.MATERIALIZED_VIEW;
    if (view && before.table(new TableName(to.schema(), to.name())).isPresent()) {
      effects.fails("42P07", "the name " + to + " is that of a table");
    }
    switch (object.kind()) {
      case TRIGGER ->
          table(object.name()).ifPresent(it -> effects.form(LockFacts.RENAME_TABLE, it));
      case POLICY ->
          table(object.name()).ifPresent(it -> effects.form(LockFacts.CHANGE_POLICY, it));
      case MATERIALIZED_VIEW -> {
        effects.lock(
            new TableName(object.name().schema(), object.name().name()), LockMode.ACCESS_EXCLUSIVE);
        effects.breaks("the view " + object.name() + " is called " + to);
      }
      case VIEW, FUNCTION, DOMAIN, EXTENSION ->
          effects.breaks("what was " + object.name() + " is called " + to);
    }
  }

  /** What a trigger or policy hangs on is neither a table nor a view. */
  private void absent(ObjectName name) {
    int dot = name.name().indexOf('.');
    if (dot > 0) {
      effects.isThere(new TableName(name.schema(), name.name().substring(0, dot)));
    }
  }

  /** A trigger of each row is made for each partition, too. */
  private void trigger(TableName table, CarriedObject object) {
    boolean ofRows = object.definition().text().matches("(?is).*\\bFOR\\s+(EACH\\s+)?ROW\\b.*");
    if (effects.isPartitioned(table) && ofRows) {
      effects.family(table).forEach(it -> effects.form(LockFacts.CREATE_TRIGGER, it));
    } else {
      effects.form(LockFacts.CREATE_TRIGGER, table);
    }
  }

  private List<TableName> sources(CarriedObject object) {
    return before.tables().keySet().stream()
        .filter(it -> Identifiers.mentions(object.definition(), it.name()))
        .toList();
  }

  private void drop(SchemaName name, boolean cascade) {
    for (TableName table : before.tables().keySet()) {
      if (!table.schema().orElse("public").equals(name.text())) {
        continue;
      }
      if (cascade) {
        effects.form(LockFacts.DROP_TABLE, table);
        effects.loses(table, "all rows of " + table);
        effects.breaks(table, "the table " + table + " is gone");
      } else {
        effects.fails("2BP01", "the schema " + name + " still holds the table " + table);
      }
    }
  }

  private void drop(SequenceName name) {
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        if (column.serverDefault().equals(Optional.of(new Default.NextValue(name)))) {
          effects.fails(
              "2BP01", "the default of " + table.name() + "." + column.name() + " uses " + name);
        }
      }
    }
    keptByColumn(name);
    effects.loses("how far the sequence " + name + " has counted");
  }

  /** Adds the refusal of dropping a sequence that a column counts with. */
  void keptByColumn(SequenceName name) {
    owner(name)
        .ifPresent(it -> effects.fails("2BP01", "the column " + it + " counts with " + name));
  }

  /**
   * The column whose own sequence bears this name, as the server names it: another than that of a
   * sequence which is there by itself.
   */
  private Optional<String> owner(SequenceName name) {
    if (before.sequences().containsKey(name)) {
      return Optional.empty();
    }
    return before.tables().values().stream()
        .filter(it -> it.name().schema().equals(name.schema()))
        .flatMap(
            it ->
                it.columns().stream()
                    .filter(
                        column ->
                            column.autoincrement()
                                || column
                                    .generation()
                                    .filter(Generation.Identity.class::isInstance)
                                    .isPresent())
                    .map(column -> it.name().name() + "_" + column.name() + "_seq"))
        .filter(it -> it.equals(name.name()))
        .map(it -> it.substring(0, it.length() - "_seq".length()))
        .findFirst();
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
      case VIEW -> effects.breaks("the view " + name + " is gone");
      case MATERIALIZED_VIEW -> {
        effects.lock(new TableName(name.schema(), name.name()), LockMode.ACCESS_EXCLUSIVE);
        effects.breaks("the view " + name + " is gone");
      }
      case FUNCTION -> {
        usersOf(name)
            .forEach(it -> effects.fails("2BP01", it + " still calls the function " + name));
        effects.breaks("the function " + name + " is gone");
      }
      case DOMAIN -> {
        boolean used =
            before.tables().values().stream()
                .flatMap(it -> it.columns().stream())
                .anyMatch(
                    it ->
                        it.type() instanceof SqlType.Named(String type, var _)
                            && type.equals(name.toString()));
        if (used) {
          effects.fails("2BP01", "columns are of the domain " + name);
        }
      }
      case EXTENSION -> effects.mayFail("2BP01", "objects may depend on the extension " + name);
    }
  }

  /** Triggers and policies that call a function; views mention it in ways that are not certain. */
  private List<String> usersOf(ObjectName function) {
    String name = function.name();
    String bare = name.contains("(") ? name.substring(0, name.indexOf('(')) : name;
    return before.objects().values().stream()
        .filter(it -> it.kind() == CarriedObject.Kind.TRIGGER)
        .filter(it -> it.definition().text().matches("(?is).*\\b\\Q" + bare + "\\E\\s*\\(.*"))
        .map(it -> "the trigger " + it.name())
        .toList();
  }
}
