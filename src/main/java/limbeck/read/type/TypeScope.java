package limbeck.read.type;

import java.util.Optional;

/**
 * Where a type is used, as far as its name depends on it.
 *
 * @param metadataSchema the schema of the MetaData: the default for enum types since SQLAlchemy 2.1
 * @param tableSchema the schema of the table: the one for {@code inherit_schema=True}
 */
public record TypeScope(Optional<String> metadataSchema, Optional<String> tableSchema) {
  /** No schema at all. */
  public static final TypeScope NONE = new TypeScope(Optional.empty(), Optional.empty());
}
