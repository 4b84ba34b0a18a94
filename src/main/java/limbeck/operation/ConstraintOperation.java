package limbeck.operation;

import java.util.Optional;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.TableName;

/** A change to a constraint. */
public sealed interface ConstraintOperation extends Operation {
  /** Returns the table of the constraint. */
  TableName table();

  /** The kinds of constraints, where a script must name one to drop it. */
  enum Kind {
    /** {@code PRIMARY KEY}. */
    PRIMARY_KEY,
    /** {@code UNIQUE}. */
    UNIQUE,
    /** {@code FOREIGN KEY}. */
    FOREIGN_KEY,
    /** {@code CHECK}. */
    CHECK,
    /** {@code EXCLUDE}. */
    EXCLUDE
  }

  /**
   * {@code ADD CONSTRAINT}; {@code NOT VALID} when the constraint says it is not validated.
   *
   * @param table where
   * @param constraint what
   * @param usingIndex the unique index that becomes the constraint's own
   */
  record AddConstraint(
      TableName table, Constraint constraint, Optional<limbeck.schema.IndexName> usingIndex)
      implements ConstraintOperation {}

  /**
   * {@code DROP CONSTRAINT}.
   *
   * @param table where
   * @param name which one
   * @param kind what it is, where known
   * @param ifExists whether a missing one is no error
   * @param cascade whether foreign keys that need it go too
   */
  record DropConstraint(
      TableName table, ConstraintName name, Optional<Kind> kind, boolean ifExists, boolean cascade)
      implements ConstraintOperation {}

  /**
   * {@code RENAME CONSTRAINT}.
   *
   * @param table where
   * @param from the name before
   * @param to the name after
   * @param ifExists whether nothing is done where there is none of the name before: databases that
   *     were migrated at different times may have either name
   */
  record RenameConstraint(TableName table, ConstraintName from, ConstraintName to, boolean ifExists)
      implements ConstraintOperation {
    /** Makes a rename of a constraint that must be there. */
    public RenameConstraint(TableName table, ConstraintName from, ConstraintName to) {
      this(table, from, to, false);
    }
  }

  /**
   * {@code VALIDATE CONSTRAINT}.
   *
   * @param table where
   * @param name which one
   */
  record ValidateConstraint(TableName table, ConstraintName name) implements ConstraintOperation {}

  /**
   * {@code ALTER CONSTRAINT}: when a foreign key is checked. Its rows are not looked at.
   *
   * @param table where
   * @param name which one
   * @param from when it was checked before
   * @param to when it is checked afterwards
   */
  record SetDeferral(
      TableName table,
      ConstraintName name,
      limbeck.schema.Deferral from,
      limbeck.schema.Deferral to)
      implements ConstraintOperation {}
}
