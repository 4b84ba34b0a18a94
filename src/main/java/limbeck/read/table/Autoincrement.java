package limbeck.read.table;

/** SQLAlchemy's {@code autoincrement=}: whether a key counts by itself. */
public enum Autoincrement {
  /** When it is a lone integer key without default or foreign key. */
  AUTO,
  /** Always. */
  TRUE,
  /** Never. */
  FALSE,
  /** As {@link #AUTO}, although it is a foreign key. */
  IGNORE_FOREIGN_KEY
}
