package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.Table;

/** Creates what one schema has and another lacks, each thing after those it needs. */
final class Rebuild {
  private Rebuild() {}

  static List<Operation> missing(Schema wanted, Schema present, DefaultNames names) {
    List<Operation> operations = new ArrayList<>();
    for (EnumType type : wanted.enums().values()) {
      if (present.enumType(type.name()).isEmpty()) {
        operations.add(new TypeOperation.CreateEnum(type, false));
      }
    }
    for (Sequence sequence : wanted.sequences().values()) {
      if (!present.sequences().containsKey(sequence.name())) {
        operations.add(new ObjectOperation.CreateSequence(sequence, false));
      }
    }
    List<Operation> keys = new ArrayList<>();
    for (Table stated : wanted.tables().values()) {
      boolean split = stated.constraints().stream().anyMatch(it -> !isInline(stated, it, present));
      // The names the database gives depend on the order in which it meets the constraints.
      Table table = split ? names.stored(stated) : stated;
      if (present.table(table.name()).isEmpty()) {
        operations.add(new TableOperation.CreateTable(inline(table, present), false));
        table.constraints().stream()
            .filter(it -> !isInline(table, it, present))
            .forEach(it -> keys.add(Invert.add(table.name(), it)));
      } else {
        Table left = present.table(table.name()).orElseThrow();
        stated.foreignKeys().stream()
            .filter(it -> !left.foreignKeys().contains(it))
            .forEach(it -> keys.add(Invert.add(table.name(), it)));
      }
    }
    operations.addAll(keys);
    for (CarriedObject object : wanted.objects().values()) {
      if (!present.objects().containsKey(Schema.objectKey(object.kind(), object.name()))) {
        operations.add(new ObjectOperation.CreateObject(object, false));
      }
    }
    return operations;
  }

  private static Table inline(Table table, Schema present) {
    return table.withConstraints(
        table.constraints().stream().filter(it -> isInline(table, it, present)).toList());
  }

  /** What refers to a table that is still missing, or is not valid, cannot come with its table. */
  private static boolean isInline(Table table, Constraint constraint, Schema present) {
    return switch (constraint) {
      case Constraint.ForeignKey it ->
          it.validated()
              && (it.target().equals(table.name()) || present.table(it.target()).isPresent());
      case Constraint.Check it -> it.validated();
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
    };
  }
}
