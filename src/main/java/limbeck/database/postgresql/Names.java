package limbeck.database.postgresql;

import java.util.Optional;
import limbeck.schema.ObjectName;
import limbeck.schema.SequenceName;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * How names are qualified: those of the default schema are not.
 *
 * @param defaultSchema where a session finds and creates what is not qualified
 */
record Names(String defaultSchema) {
  Optional<String> schema(String name) {
    return name.equals(defaultSchema) ? Optional.empty() : Optional.of(name);
  }

  TableName table(CatalogRow row) {
    return new TableName(schema(row.text("schema")), row.text("name"));
  }

  /** Returns the table that the row's object hangs on. */
  TableName relation(CatalogRow row) {
    return new TableName(schema(row.text("schema")), row.text("relation"));
  }

  SequenceName sequence(CatalogRow row) {
    return new SequenceName(schema(row.text("schema")), row.text("name"));
  }

  TypeName type(CatalogRow row) {
    return new TypeName(schema(row.text("schema")), row.text("name"));
  }

  ObjectName object(CatalogRow row) {
    return new ObjectName(schema(row.text("schema")), row.text("name"));
  }

  /** Returns the name of something that a statement may leave unqualified here. */
  String visible(String schema, String name) {
    return schema.equals("pg_catalog") || schema.equals(defaultSchema) ? name : schema + "." + name;
  }
}
