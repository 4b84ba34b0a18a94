package limbeck.dialect;

import limbeck.operation.Operation;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;

/** A database's answers to the few questions the house asks of it. */
public interface Dialect {
  /** Returns its name. */
  DialectName name();

  /**
   * Returns the statements of an operation, spelled as SQLAlchemy and Alembic spell them.
   *
   * @param before the schema before the operation
   */
  Lowering lower(Operation operation, Schema before);

  /**
   * Returns a type as written in a column definition; {@code UNKNOWN} when it could not be read or
   * the database has none like it.
   *
   * @param schema holds the enum types, whose labels some databases write inline
   */
  String spell(SqlType type, Schema schema);

  /** Returns a type that refers to no enum type, as written in a column definition. */
  default String spell(SqlType type) {
    return spell(type, Schema.EMPTY);
  }

  /**
   * Returns a server default as written after {@code DEFAULT}; {@code UNKNOWN} when it could not be
   * read.
   */
  String spell(Default value);

  /** Returns an identifier, quoted where the database or its reserved words ask for it. */
  String quote(String identifier);

  /**
   * Returns the schema as this database would report it: variants resolved, synonyms one, unnamed
   * constraints under the names the database gives, what it does not know left out. Two schemas
   * that the database treats as equal have one normal form, as far as that can be told without
   * asking it.
   */
  Schema normalize(Schema schema);
}
