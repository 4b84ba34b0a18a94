package limbeck.schema;

import java.util.Optional;

/**
 * A table's name, qualified where the source qualifies it.
 *
 * @param schema the schema it is qualified with; empty means the database's default schema
 * @param name the name as stored in the catalog, unquoted
 */
public record TableName(Optional<String> schema, String name) implements Comparable<TableName> {
  /** Rejects an empty name. */
  public TableName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  /** Returns a name in the default schema. */
  public static TableName of(String name) {
    return new TableName(Optional.empty(), name);
  }

  /** Returns a name qualified with a schema. */
  public static TableName of(String schema, String name) {
    return new TableName(Optional.of(schema), name);
  }

  @Override
  public int compareTo(TableName other) {
    // Every look into a schema comes here, so nothing is made on the way.
    int bySchema = schema.orElse("").compareTo(other.schema.orElse(""));
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /** Returns {@code schema.name}, or {@code name} alone. */
  @Override
  public String toString() {
    return schema.map(it -> it + "." + name).orElse(name);
  }
}
