package limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import limbeck.operation.Apply;
import limbeck.operation.TypeOperation;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Keeps tables and enum types of one name apart. A table is a type in PostgreSQL as well, so while
 * one takes over the name of the other, such as a table of what have been labels, the enum type is
 * called otherwise.
 */
final class SharedNames {
  private final DiffOptions options;
  private final Collected found;
  private final List<TypeOperation.RenameType> last = new ArrayList<>();

  SharedNames(DiffOptions options, Collected found) {
    this.options = options;
    this.found = found;
  }

  /** Returns the present schema, in which the types whose name a new table takes stepped aside. */
  Schema freed(Schema present, Schema wanted) {
    Schema result = present;
    for (EnumType it : present.enums().values()) {
      boolean taken =
          wanted.enumType(it.name()).isEmpty()
              && wanted.table(table(it.name())).isPresent()
              && present.table(table(it.name())).isEmpty()
              && isType(present, it.name())
              && !isRenamed(it.name());
      if (taken) {
        TypeName aside = free(it.name(), "_old", present, wanted);
        result =
            add(
                new TypeOperation.RenameType(it.name(), aside),
                Stage.RENAME,
                "a table takes the name of enum type " + it.name(),
                result);
      }
    }
    return result;
  }

  /**
   * Returns the wanted schema, in which the types that take the name of a table come with another.
   */
  Schema waiting(Schema present, Schema wanted) {
    Schema result = wanted;
    for (EnumType it : wanted.enums().values()) {
      boolean occupied =
          present.enumType(it.name()).isEmpty()
              && present.table(table(it.name())).isPresent()
              && wanted.table(table(it.name())).isEmpty()
              && isType(wanted, it.name());
      if (occupied) {
        TypeName meanwhile = free(it.name(), "_new", present, wanted);
        last.add(new TypeOperation.RenameType(meanwhile, it.name()));
        result =
            Apply.apply(new TypeOperation.RenameType(it.name(), meanwhile), result, options.names())
                .schema();
      }
    }
    return result;
  }

  /** Gives the types that had to wait their names. */
  void finish() {
    for (TypeOperation.RenameType it : last) {
      found.add(
          Stage.NAME_TYPE, it, "the table whose name enum type " + it.to() + " takes is gone");
    }
  }

  private Schema add(
      TypeOperation.RenameType operation, Stage stage, String because, Schema schema) {
    found.add(stage, operation, because);
    return Apply.apply(operation, schema, options.names()).schema();
  }

  /** Whether the database knows the type by its name; elsewhere a type is part of its column. */
  private boolean isType(Schema schema, TypeName name) {
    return options.normalForm().apply(schema).enumType(name).isPresent();
  }

  private boolean isRenamed(TypeName name) {
    return options.renames().stream()
        .anyMatch(it -> it instanceof StatedRename.OfType(TypeName from, _) && from.equals(name));
  }

  private static TableName table(TypeName name) {
    return new TableName(name.schema(), name.name());
  }

  private static TypeName free(TypeName name, String suffix, Schema present, Schema wanted) {
    Predicate<TypeName> isFree =
        it ->
            present.enumType(it).isEmpty()
                && wanted.enumType(it).isEmpty()
                && present.table(table(it)).isEmpty()
                && wanted.table(table(it)).isEmpty();
    String start = name.name().substring(0, Math.min(name.name().length(), 57));
    TypeName result = new TypeName(name.schema(), start + suffix);
    for (int i = 2; !isFree.test(result); i++) {
      result = new TypeName(name.schema(), start + suffix + i);
    }
    return result;
  }
}
