package limbeck.operation;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;

/** Carries out operations on namespaces, sequences and objects carried as text. */
final class ApplyObject {
  private ApplyObject() {}

  static void apply(ObjectOperation operation, Fold fold) {
    switch (operation) {
      case ObjectOperation.CreateNamespace it -> createNamespace(it, fold);
      case ObjectOperation.DropNamespace it -> dropNamespace(it, fold);
      case ObjectOperation.CreateSequence(Sequence sequence, boolean ifNotExists) -> {
        if (!fold.schema().sequences().containsKey(sequence.name())) {
          fold.set(fold.schema().with(sequence));
        } else if (!ifNotExists) {
          fold.problem("sequence " + sequence.name() + " exists already");
        }
      }
      case ObjectOperation.AlterSequence it -> {
        Sequence sequence = fold.schema().sequences().get(it.name());
        if (sequence == null) {
          fold.problem("there is no sequence " + it.name());
        } else {
          fold.set(fold.schema().with(new Sequence(it.name(), sequence.type(), it.to())));
        }
      }
      case ObjectOperation.DropSequence it -> dropSequence(it, fold);
      case ObjectOperation.RenameSequence it -> renameSequence(it, fold);
      case ObjectOperation.CreateObject(CarriedObject object, boolean replace) -> {
        String key = Schema.objectKey(object.kind(), object.name());
        if (fold.schema().objects().containsKey(key) && !replace) {
          fold.problem(words(object.kind()) + " " + object.name() + " exists already");
        }
        fold.set(fold.schema().with(object));
      }
      case ObjectOperation.RenameObject it -> RenamedObject.apply(it, fold);
      case ObjectOperation.DropObject it -> {
        String key = Schema.objectKey(it.kind(), it.name());
        if (!fold.schema().objects().containsKey(key) && !it.ifExists()) {
          fold.problem("there is no " + words(it.kind()) + " " + it.name());
        }
        fold.set(fold.schema().without(it.kind(), it.name()));
      }
    }
  }

  static String words(CarriedObject.Kind kind) {
    return switch (kind) {
      case EXTENSION -> "extension";
      case VIEW -> "view";
      case MATERIALIZED_VIEW -> "materialized view";
      case FUNCTION -> "function";
      case TRIGGER -> "trigger";
      case POLICY -> "policy";
      case DOMAIN -> "domain";
    };
  }

  private static void createNamespace(ObjectOperation.CreateNamespace operation, Fold fold) {
    SortedSet<SchemaName> names = new TreeSet<>(fold.schema().namespaces());
    if (!names.add(operation.name()) && !operation.ifNotExists()) {
      fold.problem("schema " + operation.name() + " exists already");
    }
    fold.set(fold.schema().withNamespaces(names));
  }

  private static void dropNamespace(ObjectOperation.DropNamespace operation, Fold fold) {
    SortedSet<SchemaName> names = new TreeSet<>(fold.schema().namespaces());
    if (!names.remove(operation.name())) {
      if (!operation.ifExists()) {
        fold.problem("there is no schema " + operation.name());
      }
      return;
    }
    Optional<String> inside = Optional.of(operation.name().text());
    Schema before = fold.schema();
    for (Table table : before.tables().values()) {
      if (table.name().schema().equals(inside)) {
        report(operation, "table " + table.name(), fold);
        ApplyTable.dropWithReferences(table.name(), operation.cascade(), fold);
      }
    }
    for (EnumType type : before.enums().values()) {
      if (type.name().schema().equals(inside)) {
        report(operation, "type " + type.name(), fold);
        fold.set(fold.schema().without(type.name()));
      }
    }
    for (Sequence sequence : before.sequences().values()) {
      if (sequence.name().schema().equals(inside)) {
        report(operation, "sequence " + sequence.name(), fold);
        fold.set(fold.schema().without(sequence.name()));
      }
    }
    for (CarriedObject object : before.objects().values()) {
      if (object.name().schema().equals(inside)) {
        report(operation, words(object.kind()) + " " + object.name(), fold);
        fold.set(fold.schema().without(object.kind(), object.name()));
      }
    }
    fold.set(fold.schema().withNamespaces(names));
  }

  private static void report(ObjectOperation.DropNamespace operation, String what, Fold fold) {
    if (!operation.cascade()) {
      fold.problem("schema " + operation.name() + " still holds " + what);
    }
  }

  private static void dropSequence(ObjectOperation.DropSequence operation, Fold fold) {
    if (!fold.schema().sequences().containsKey(operation.name())) {
      if (!operation.ifExists()) {
        fold.problem("there is no sequence " + operation.name());
      }
      return;
    }
    for (Table table : fold.schema().tables().values()) {
      for (Column column : table.columns()) {
        if (takesFrom(column, operation.name())) {
          fold.problem(
              "sequence "
                  + operation.name()
                  + " is still used by "
                  + table.name()
                  + "."
                  + column.name());
        }
      }
    }
    fold.set(fold.schema().without(operation.name()));
  }

  private static boolean takesFrom(Column column, SequenceName sequence) {
    return column.serverDefault().equals(Optional.of(new Default.NextValue(sequence)));
  }

  private static void renameSequence(ObjectOperation.RenameSequence operation, Fold fold) {
    Sequence sequence = fold.schema().sequences().get(operation.from());
    if (sequence == null) {
      fold.problem("there is no sequence " + operation.from());
      return;
    }
    if (fold.schema().sequences().containsKey(operation.to())) {
      fold.problem("sequence " + operation.to() + " exists already");
      return;
    }
    fold.set(
        fold.schema()
            .without(operation.from())
            .with(new Sequence(operation.to(), sequence.type(), sequence.options())));
    fold.changeAll(
        table ->
            table.columns().stream().noneMatch(it -> takesFrom(it, operation.from()))
                ? table
                : table.withColumns(
                    table.columns().stream()
                        .map(
                            it ->
                                takesFrom(it, operation.from())
                                    ? it.withServerDefault(
                                        Optional.of(new Default.NextValue(operation.to())))
                                    : it)
                        .toList()));
  }
}
