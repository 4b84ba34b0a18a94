package limbeck.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether NULL is allowed; false for primary key columns
 * @param serverDefault the value the database fills in
 * @param generation identity or computed
 * @param autoincrement whether it is its table's counting key: SERIAL, AUTO_INCREMENT, rowid.
 *     Readers decide it by SQLAlchemy's rule; an owned sequence as default reads back as this
 * @param comment the comment stored in the database
 */
public record Column(
    ColumnName name,
    SqlType type,
    boolean nullable,
    Optional<Default> serverDefault,
    Optional<Generation> generation,
    boolean autoincrement,
    Optional<String> comment) {

  /** Returns a column with a name, a type and nullability only. */
  public static Column of(String name, SqlType type, boolean nullable) {
    return new Column(
        new ColumnName(name),
        type,
        nullable,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /**
   * Returns a column of which nothing is known but its name: type and default are Unknown, and
   * neither its nullability nor the keys and indexes over it mean anything.
   *
   * @param reason why, for the user
   */
  public static Column unread(ColumnName name, String reason) {
    return new Column(
        name,
        new SqlType.Unknown(reason),
        true,
        Optional.of(new Default.Unknown(reason)),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Returns whether nothing is known but the name. */
  public boolean isUnread() {
    return type instanceof SqlType.Unknown
        && serverDefault.filter(Default.Unknown.class::isInstance).isPresent();
  }

  /** Returns this column under another name. */
  public Column withName(ColumnName other) {
    return new Column(other, type, nullable, serverDefault, generation, autoincrement, comment);
  }

  /** Returns this column with another type. */
  public Column withType(SqlType other) {
    return new Column(name, other, nullable, serverDefault, generation, autoincrement, comment);
  }

  /** Returns this column with another nullability. */
  public Column withNullable(boolean other) {
    return new Column(name, type, other, serverDefault, generation, autoincrement, comment);
  }

  /** Returns this column with another server default, or none. */
  public Column withServerDefault(Optional<Default> other) {
    return new Column(name, type, nullable, other, generation, autoincrement, comment);
  }

  /** Returns this column with another generation, or none. */
  public Column withGeneration(Optional<Generation> other) {
    return new Column(name, type, nullable, serverDefault, other, autoincrement, comment);
  }

  /** Returns this column as a counting key, or not. */
  public Column withAutoincrement(boolean other) {
    return new Column(name, type, nullable, serverDefault, generation, other, comment);
  }

  /** Returns this column with another comment, or none. */
  public Column withComment(Optional<String> other) {
    return new Column(name, type, nullable, serverDefault, generation, autoincrement, other);
  }
}
