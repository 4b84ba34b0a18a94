package limbeck.dialect.postgresql;

import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.ConstraintName;
import limbeck.schema.IndexName;
import limbeck.schema.ObjectName;
import limbeck.schema.SequenceName;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Names as PostgreSQL stores them: 63 bytes, and the default schema not stated. */
final class NormalNames {
  private static final String DEFAULT_SCHEMA = "public";

  private NormalNames() {}

  private static Optional<String> schema(Optional<String> schema) {
    return schema.map(StoredNames::stored).filter(it -> !it.equals(DEFAULT_SCHEMA));
  }

  /** Returns whether a schema is the one that needs no name. */
  static boolean isDefault(String schema) {
    return schema.equals(DEFAULT_SCHEMA);
  }

  static TableName table(TableName name) {
    return new TableName(schema(name.schema()), StoredNames.stored(name.name()));
  }

  static TypeName type(TypeName name) {
    return new TypeName(schema(name.schema()), StoredNames.stored(name.name()));
  }

  static SequenceName sequence(SequenceName name) {
    return new SequenceName(schema(name.schema()), StoredNames.stored(name.name()));
  }

  static ObjectName object(ObjectName name) {
    return new ObjectName(schema(name.schema()), name.name());
  }

  static ColumnName column(ColumnName name) {
    return new ColumnName(StoredNames.stored(name.text()));
  }

  static ConstraintName constraint(ConstraintName name) {
    return new ConstraintName(StoredNames.stored(name.text()));
  }

  static IndexName index(IndexName name) {
    return new IndexName(StoredNames.stored(name.text()));
  }
}
