package limbeck.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of a type created in the database (an enum, a domain).
 *
 * @param schema the schema it is qualified with; empty means the database's default schema
 * @param name the name as stored in the catalog, unquoted
 */
public record TypeName(Optional<String> schema, String name) implements Comparable<TypeName> {
  private static final Comparator<TypeName> ORDER =
      Comparator.<TypeName, String>comparing(it -> it.schema().orElse(""))
          .thenComparing(TypeName::name);

  /** Rejects an empty name. */
  public TypeName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /** Returns a name in the default schema. */
  public static TypeName of(String name) {
    return new TypeName(Optional.empty(), name);
  }

  /** Returns a name qualified with a schema. */
  public static TypeName of(String schema, String name) {
    return new TypeName(Optional.of(schema), name);
  }

  @Override
  public int compareTo(TypeName other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code schema.name}, or {@code name} alone. */
  @Override
  public String toString() {
    return schema.map(it -> it + "." + name).orElse(name);
  }
}
