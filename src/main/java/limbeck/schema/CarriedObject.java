package limbeck.schema;

/**
 * An object of the database that is carried as text: compared as a whole, not understood inside.
 *
 * @param kind what it is
 * @param name its name
 * @param definition the SQL that creates it; for an extension its name
 */
public record CarriedObject(Kind kind, ObjectName name, SqlText definition) {
  /** The kinds of objects carried. */
  public enum Kind {
    /** {@code CREATE EXTENSION}. */
    EXTENSION,
    /** {@code CREATE VIEW}. */
    VIEW,
    /** {@code CREATE MATERIALIZED VIEW}. */
    MATERIALIZED_VIEW,
    /** {@code CREATE FUNCTION} or {@code PROCEDURE}. */
    FUNCTION,
    /** {@code CREATE TRIGGER}; the name is {@code table.trigger}. */
    TRIGGER,
    /** {@code CREATE POLICY}; the name is {@code table.policy}. */
    POLICY,
    /** {@code CREATE DOMAIN}. */
    DOMAIN
  }
}
