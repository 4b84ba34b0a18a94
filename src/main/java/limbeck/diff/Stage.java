package limbeck.diff;

/**
 * When a change is due. The order is such that everything exists when it is needed, and nothing is
 * dropped while something needs it.
 */
enum Stage {
  /**
   * New labels come before everything else: they end the transaction, and what stands before them
   * would be kept when something after them fails.
   */
  ADD_ENUM_LABEL,
  /** The text of an object speaks of tables and columns under their old names. */
  DROP_OBJECT,
  /** From here on all operations speak of tables, columns and types under their new names. */
  RENAME,
  ENUM_LABELS,
  CREATE_NAMESPACE,
  CREATE_EXTENSION,
  CREATE_TYPE,
  CREATE_SEQUENCE,
  DROP_FOREIGN_KEY,
  DROP_INDEX,
  DROP_CONSTRAINT,
  RENAME_CONSTRAINT,
  CREATE_TABLE,
  DROP_COMPUTED_COLUMN,
  ADD_COLUMN,
  ALTER_COLUMN,
  DROP_COLUMN,
  ADD_COMPUTED_COLUMN,
  ADD_KEY,
  ADD_CONSTRAINT,
  CREATE_INDEX,
  ADD_FOREIGN_KEY,
  COMMENT,
  DROP_TABLE,
  DROP_SEQUENCE,
  DROP_TYPE,
  /** A type may take the name of a table that is gone now. */
  NAME_TYPE,
  CREATE_OBJECT,
  DROP_EXTENSION,
  DROP_NAMESPACE
}
