package limbeck.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of an object carried as text: a view, a function, an extension.
 *
 * @param schema the schema it is qualified with; empty means the database's default schema
 * @param name the name as stored in the catalog, unquoted
 */
public record ObjectName(Optional<String> schema, String name) implements Comparable<ObjectName> {
  private static final Comparator<ObjectName> ORDER =
      Comparator.<ObjectName, String>comparing(it -> it.schema().orElse(""))
          .thenComparing(ObjectName::name);

  /** Rejects an empty name. */
  public ObjectName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /** Returns a name in the default schema. */
  public static ObjectName of(String name) {
    return new ObjectName(Optional.empty(), name);
  }

  /** Returns a name qualified with a schema. */
  public static ObjectName of(String schema, String name) {
    return new ObjectName(Optional.of(schema), name);
  }

  @Override
  public int compareTo(ObjectName other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code schema.name}, or {@code name} alone. */
  @Override
  public String toString() {
    return schema.map(it -> it + "." + name).orElse(name);
  }
}
