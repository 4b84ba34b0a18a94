package limbeck.schema;

import java.util.List;
import java.util.function.Predicate;

/**
 * An enum type created in the database.
 *
 * @param name its name
 * @param labels in sort order
 */
public record EnumType(TypeName name, List<String> labels) {
  private static final String SUPERSEDED = " (before ";

  /** Copies the labels. */
  public EnumType {
    labels = List.copyOf(labels);
  }

  /**
   * Returns the name under which labels go on that some columns still have, on databases where a
   * type is no object and each column has its own labels.
   *
   * @param name by which scripts call the type
   * @param taken whether a name is one already
   */
  public static TypeName superseded(TypeName name, Predicate<TypeName> taken) {
    int generation = 1;
    while (taken.test(superseded(name, generation))) {
      generation++;
    }
    return superseded(name, generation);
  }

  private static TypeName superseded(TypeName name, int generation) {
    return new TypeName(name.schema(), name.name() + SUPERSEDED + generation + ")");
  }

  /** Returns the name by which scripts call a type. */
  public static TypeName stated(TypeName name) {
    int end = name.name().indexOf(SUPERSEDED);
    return end < 0 ? name : new TypeName(name.schema(), name.name().substring(0, end));
  }
}
