package limbeck.read;

/**
 * The versions of the libraries whose behaviour is assumed.
 *
 * @param sqlalchemy of SQLAlchemy, 1.4 or newer
 * @param sqlmodel of SQLModel
 */
public record LibraryVersions(Version sqlalchemy, Version sqlmodel) {
  /** The newest behaviour that is known. */
  public static final LibraryVersions NEWEST =
      new LibraryVersions(new Version(2, 1, 9), new Version(0, 0, 50));

  /** From here on SQLModel stores datetimes with a time zone. */
  private static final Version ZONED_DATETIMES = new Version(0, 0, 45);

  /** From here on SQLModel asks first whether a type is an enumeration. */
  private static final Version ENUMERATIONS_FIRST = new Version(0, 0, 9);

  private static final Version TWO = new Version(2, 0, 0);
  private static final Version TWO_ONE = new Version(2, 1, 0);

  /** Returns whether SQLAlchemy 2.1 or newer is assumed. */
  public boolean sqlalchemyTwoOne() {
    return sqlalchemy.atLeast(TWO_ONE);
  }

  /** Returns whether SQLAlchemy 2.0 or newer is assumed. */
  public boolean sqlalchemyTwo() {
    return sqlalchemy.atLeast(TWO);
  }

  /** Returns whether SQLModel makes an Enum of an enumeration whose members are also texts. */
  public boolean enumerationsFirst() {
    return sqlmodel.atLeast(ENUMERATIONS_FIRST);
  }

  /** Returns whether SQLModel makes {@code datetime} a TIMESTAMP WITH TIME ZONE. */
  public boolean zonedDatetimes() {
    return sqlmodel.atLeast(ZONED_DATETIMES);
  }
}
