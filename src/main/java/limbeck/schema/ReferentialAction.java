package limbeck.schema;

/** What happens to referring rows when a referenced row goes or changes its key. */
public enum ReferentialAction {
  /** Refuse at the end of the statement; the default. */
  NO_ACTION("NO ACTION"),
  /** Refuse at once. */
  RESTRICT("RESTRICT"),
  /** Do the same to the referring rows. */
  CASCADE("CASCADE"),
  /** Set the referring columns to NULL. */
  SET_NULL("SET NULL"),
  /** Set the referring columns to their default. */
  SET_DEFAULT("SET DEFAULT");

  private final String sql;

  ReferentialAction(String sql) {
    this.sql = sql;
  }

  /** Returns the words of the SQL clause. */
  public String sql() {
    return sql;
  }
}
