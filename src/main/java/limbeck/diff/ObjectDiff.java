package limbeck.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.Identifiers;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Default;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.TableName;

/** Compares namespaces, sequences and the objects carried as text. */
final class ObjectDiff {
  private final DiffOptions options;
  private final Disturbed disturbed;
  private final Collected found;

  ObjectDiff(DiffOptions options, Disturbed disturbed, Collected found) {
    this.options = options;
    this.disturbed = disturbed;
    this.found = found;
  }

  void run(Side left, Side right) {
    namespaces(left.original(), right.original());
    sequences(left, right);
    objects(left, right);
  }

  private boolean isComplete(DiffOptions.Aspect aspect) {
    return options.complete().contains(aspect);
  }

  private void namespaces(Schema before, Schema after) {
    for (SchemaName name : after.namespaces()) {
      if (!before.namespaces().contains(name)) {
        found.add(
            Stage.CREATE_NAMESPACE,
            new ObjectOperation.CreateNamespace(name, false),
            "schema " + name + " is new");
      }
    }
    if (isComplete(DiffOptions.Aspect.NAMESPACES)) {
      for (SchemaName name : before.namespaces()) {
        if (!after.namespaces().contains(name)) {
          found.add(
              Stage.DROP_NAMESPACE,
              new ObjectOperation.DropNamespace(name, false, false),
              "schema " + name + " is gone");
        }
      }
    }
  }

  private void sequences(Side left, Side right) {
    for (Sequence after : right.original().sequences().values()) {
      Sequence before = left.original().sequences().get(after.name());
      Sequence normalAfter = right.normal().sequences().get(after.name());
      Sequence normalBefore = left.normal().sequences().get(after.name());
      if (normalAfter == null) {
        continue;
      }
      if (before == null || normalBefore == null) {
        found.add(
            Stage.CREATE_SEQUENCE,
            new ObjectOperation.CreateSequence(after, false),
            "sequence " + after.name() + " is new");
      } else if (!normalBefore.options().equals(normalAfter.options())) {
        found.add(
            Stage.CREATE_SEQUENCE,
            new ObjectOperation.AlterSequence(after.name(), before.options(), after.options()),
            "the options of sequence " + after.name() + " differ");
      } else if (!normalBefore.type().equals(normalAfter.type())) {
        found.note("the type of sequence " + after.name() + " differs; no operation changes it");
      }
    }
    for (Sequence before : left.original().sequences().values()) {
      boolean gone = !right.original().sequences().containsKey(before.name());
      if (gone && (isComplete(DiffOptions.Aspect.SEQUENCES) && !isUsed(before, right))) {
        found.add(
            Stage.DROP_SEQUENCE,
            new ObjectOperation.DropSequence(before.name(), false),
            "sequence " + before.name() + " is gone");
      }
    }
  }

  private static boolean isUsed(Sequence sequence, Side right) {
    return right.normal().tables().values().stream()
        .flatMap(it -> it.columns().stream())
        .anyMatch(
            it -> it.serverDefault().equals(Optional.of(new Default.NextValue(sequence.name()))));
  }

  private void objects(Side left, Side right) {
    List<CarriedObject> drops = new ArrayList<>();
    List<CarriedObject> creations = new ArrayList<>();
    for (var entry : left.original().objects().entrySet()) {
      CarriedObject before = entry.getValue();
      CarriedObject after = right.original().objects().get(entry.getKey());
      boolean dropped = after == null && isComplete(DiffOptions.Aspect.OBJECTS);
      boolean changed =
          after != null && !normal(left, entry.getKey()).equals(normal(right, entry.getKey()));
      if (dropped && !goesWithItsTable(before, right)) {
        drops.add(before);
      } else if (changed && after != null) {
        if (isReplaceable(before)) {
          create(after, true, "differs");
        } else {
          drops.add(before);
          creations.add(after);
        }
      } else if (after != null && stepsAside(before)) {
        drops.add(before);
        creations.add(after);
      }
    }
    for (var entry : right.original().objects().entrySet()) {
      if (!left.original().objects().containsKey(entry.getKey())) {
        creations.add(entry.getValue());
      }
    }
    addDependents(left, right, drops, creations);
    order(drops).reversed().forEach(it -> drop(it, creations));
    order(creations).forEach(it -> create(it, false, "is new, differs or stepped aside"));
  }

  private static CarriedObject normal(Side side, String key) {
    CarriedObject normal = side.normal().objects().get(key);
    return normal == null
        ? Optional.ofNullable(side.original().objects().get(key)).orElseThrow()
        : normal;
  }

  private static boolean isReplaceable(CarriedObject object) {
    return object.kind() == CarriedObject.Kind.FUNCTION;
  }

  private static boolean goesWithItsTable(CarriedObject object, Side right) {
    return switch (object.kind()) {
      case TRIGGER, POLICY -> {
        String text = object.name().name();
        int dot = text.lastIndexOf('.');
        yield dot > 0
            && right
                .original()
                .table(new TableName(object.name().schema(), text.substring(0, dot)))
                .isEmpty();
      }
      case EXTENSION, VIEW, MATERIALIZED_VIEW, FUNCTION, DOMAIN -> false;
    };
  }

  /** PostgreSQL refuses to change the type of a column, or to drop it, under a view. */
  private boolean stepsAside(CarriedObject object) {
    return isView(object)
        && disturbed.tables().stream()
            .anyMatch(it -> Identifiers.mentions(object.definition(), it.name()));
  }

  private static boolean isView(CarriedObject object) {
    return switch (object.kind()) {
      case VIEW, MATERIALIZED_VIEW -> true;
      case EXTENSION, FUNCTION, TRIGGER, POLICY, DOMAIN -> false;
    };
  }

  /** A view over a view that goes must go too, and come back. */
  private static void addDependents(
      Side left, Side right, List<CarriedObject> drops, List<CarriedObject> creations) {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (CarriedObject it : left.original().objects().values()) {
        boolean over =
            isView(it)
                && !drops.contains(it)
                && drops.stream().anyMatch(drop -> isView(drop) && isOver(it, drop));
        if (over) {
          drops.add(it);
          CarriedObject after =
              right.original().objects().get(Schema.objectKey(it.kind(), it.name()));
          if (after != null) {
            creations.add(after);
          }
          grown = true;
        }
      }
    }
  }

  private static boolean isOver(CarriedObject object, CarriedObject other) {
    return !object.equals(other) && Identifiers.mentions(object.definition(), other.name().name());
  }

  /** Orders objects so that each comes after those its text mentions. */
  private static List<CarriedObject> order(List<CarriedObject> objects) {
    List<CarriedObject> waiting = new ArrayList<>(objects);
    waiting.sort(
        java.util.Comparator.comparing(CarriedObject::kind).thenComparing(CarriedObject::name));
    List<CarriedObject> result = new ArrayList<>();
    Set<CarriedObject> done = new HashSet<>();
    while (!waiting.isEmpty()) {
      CarriedObject next =
          waiting.stream()
              .filter(it -> waiting.stream().noneMatch(other -> isOver(it, other)))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      if (done.add(next)) {
        result.add(next);
      }
    }
    return result;
  }

  private void drop(CarriedObject object, List<CarriedObject> creations) {
    boolean early =
        object.kind() == CarriedObject.Kind.EXTENSION || object.kind() == CarriedObject.Kind.DOMAIN;
    boolean again =
        new TreeSet<>(creations.stream().map(CarriedObject::name).toList()).contains(object.name());
    found.add(
        early && !again ? Stage.DROP_EXTENSION : Stage.DROP_OBJECT,
        Invert.drop(object),
        object.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + " "
            + object.name()
            + (again ? " steps aside or differs" : " is gone"));
  }

  private void create(CarriedObject object, boolean replace, String why) {
    boolean early =
        object.kind() == CarriedObject.Kind.EXTENSION || object.kind() == CarriedObject.Kind.DOMAIN;
    found.add(
        early ? Stage.CREATE_EXTENSION : Stage.CREATE_OBJECT,
        new ObjectOperation.CreateObject(object, replace),
        object.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + " "
            + object.name()
            + " "
            + why);
  }
}
