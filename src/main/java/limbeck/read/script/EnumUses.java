package limbeck.read.script;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Dependents;
import limbeck.operation.TypeOperation;
import limbeck.read.type.TypeReading;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.TypeName;
import limbeck.text.Location;

/**
 * The enum types of columns that a script makes or changes. PostgreSQL has them as objects, which
 * CREATE TABLE creates and nothing else does; elsewhere the labels are part of each column's own
 * type, and a type of that name only carries them.
 */
final class EnumUses {
  private final StepRecorder steps;
  private final boolean objects;

  /** Types that CREATE TABLE has created in this function: Alembic remembers them by name. */
  private final Set<TypeName> created = new HashSet<>();

  EnumUses(StepRecorder steps, DialectName dialect) {
    this.steps = steps;
    this.objects = dialect == DialectName.POSTGRESQL;
  }

  /** Creates the types of a new table's columns, each once. */
  void ofNewTable(List<TypeReading.EnumUse> uses, Location at) {
    Map<TypeName, TypeReading.EnumUse> once = new LinkedHashMap<>();
    uses.forEach(it -> once.putIfAbsent(it.type().name(), it));
    for (TypeReading.EnumUse use : once.values()) {
      if (!objects) {
        carry(use.type(), at);
      } else if (use.create() && created.add(use.type().name())) {
        steps.add(new TypeOperation.CreateEnum(use.type(), false), at);
      }
    }
  }

  /** Makes the labels of a column known that a table gets or that changes its type. */
  void ofColumn(List<TypeReading.EnumUse> uses, Location at) {
    if (!objects) {
      uses.forEach(it -> carry(it.type(), at));
    }
  }

  /** Forgets labels that no column has any more. */
  void forget(List<TypeReading.EnumUse> uses, Location at) {
    if (objects) {
      return;
    }
    for (TypeReading.EnumUse use : uses) {
      for (TypeName old : List.copyOf(steps.schema().enums().keySet())) {
        boolean superseded =
            !old.equals(use.type().name()) && EnumType.stated(old).equals(use.type().name());
        if (superseded && !isUsed(old)) {
          steps.add(new TypeOperation.DropEnum(old, true), at);
        }
      }
    }
  }

  private boolean isUsed(TypeName type) {
    return steps.schema().tables().values().stream()
        .flatMap(it -> it.columns().stream())
        .anyMatch(it -> Dependents.enumsOf(it.type()).contains(type));
  }

  /** Other columns keep the labels they had, under another name. */
  private void carry(EnumType type, Location at) {
    Optional<EnumType> known = steps.schema().enumType(type.name());
    if (known.isPresent() && !known.get().labels().equals(type.labels())) {
      TypeName old =
          EnumType.superseded(type.name(), name -> steps.schema().enumType(name).isPresent());
      steps.add(new TypeOperation.RenameType(type.name(), old), at);
    }
    if (steps.schema().enumType(type.name()).isEmpty()) {
      steps.add(new TypeOperation.CreateEnum(type, true), at);
    }
  }
}
