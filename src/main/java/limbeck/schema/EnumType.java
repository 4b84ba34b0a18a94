package limbeck.schema;

import java.util.List;

/**
 * An enum type created in the database.
 *
 * @param name its name
 * @param labels in sort order
 */
public record EnumType(TypeName name, List<String> labels) {
  /** Copies the labels. */
  public EnumType {
    labels = List.copyOf(labels);
  }
}
