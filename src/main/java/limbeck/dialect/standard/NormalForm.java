package limbeck.dialect.standard;

import limbeck.schema.Schema;

/** Brings a schema to the form in which its database would report it. */
@FunctionalInterface
public interface NormalForm {
  /** Returns the normal form of a schema. */
  Schema of(Schema schema);
}
