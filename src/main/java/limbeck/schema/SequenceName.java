package limbeck.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * A sequence's name.
 *
 * @param schema the schema it is qualified with; empty means the database's default schema
 * @param name the name as stored in the catalog, unquoted
 */
public record SequenceName(Optional<String> schema, String name)
    implements Comparable<SequenceName> {
  private static final Comparator<SequenceName> ORDER =
      Comparator.<SequenceName, String>comparing(it -> it.schema().orElse(""))
          .thenComparing(SequenceName::name);

  /** Rejects an empty name. */
  public SequenceName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /** Returns a name in the default schema. */
  public static SequenceName of(String name) {
    return new SequenceName(Optional.empty(), name);
  }

  /** Returns a name qualified with a schema. */
  public static SequenceName of(String schema, String name) {
    return new SequenceName(Optional.of(schema), name);
  }

  @Override
  public int compareTo(SequenceName other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code schema.name}, or {@code name} alone. */
  @Override
  public String toString() {
    return schema.map(it -> it + "." + name).orElse(name);
  }
}
