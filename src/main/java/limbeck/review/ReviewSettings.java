package limbeck.review;

import limbeck.schema.DialectName;

/**
 * Where and how the revisions are to run.
 *
 * @param database on which database
 * @param serverMajor PostgreSQL's major version, such as 16; without meaning elsewhere
 * @param transactionPerMigration whether env.py gives each revision a transaction of its own;
 *     Alembic's default is one for the whole run
 */
public record ReviewSettings(
    DialectName database, int serverMajor, boolean transactionPerMigration) {
  /** The version that is assumed where nobody says. */
  public static final int USUAL_MAJOR = 16;

  /** Returns the settings of a project that says nothing but its database. */
  public static ReviewSettings of(DialectName database) {
    return new ReviewSettings(database, USUAL_MAJOR, false);
  }
}
