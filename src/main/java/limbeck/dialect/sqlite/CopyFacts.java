package limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import limbeck.dialect.ServerNote;

/**
 * What SQLite does besides changing the schema, by its manual ("ALTER TABLE", "Foreign Key
 * Support") and Alembic's ("Running Batch Migrations for SQLite"), and as {@code CopyFactsTest}
 * sees it do: which pages it writes, and whether it goes through the rows. A writer locks the whole
 * file, so there are no locks of tables to tell of.
 */
public enum CopyFacts {
  COPY(
      "the table is copied row by row into a new one, which takes its place; writers of the whole"
          + " file wait",
      true,
      true),
  /** Outside of a transaction only: inside, the pragma changes nothing. */
  CASCADE(
      "with PRAGMA foreign_keys=ON, dropping the old table deletes or unlinks the rows that refer"
          + " to it; the pragma is without effect inside a transaction",
      true,
      false),
  READ("all rows are read; writers of the whole file wait", false, true),
  DROP_COLUMN("all rows are written anew without the column (3.35 and newer)", false, true);

  private static final String SOURCE = "SQLite manual, ALTER TABLE and Foreign Key Support";

  private final ServerNote note;

  CopyFacts(String what, boolean copies, boolean measured) {
    this.note = new ServerNote(what, copies, SOURCE, measured);
  }

  /**
   * Returns what is known of statements, as this dialect spells them.
   *
   * @param recreated whether Alembic copies the table where this dialect changes it in place
   */
  public static List<ServerNote> of(List<String> sql, boolean recreated) {
    List<ServerNote> result = new ArrayList<>();
    boolean copies =
        recreated
            || sql.stream().anyMatch(it -> it.startsWith("INSERT INTO _alembic_tmp_"))
            || sql.stream().anyMatch(it -> it.startsWith("INSERT INTO \"_alembic_tmp_"));
    if (copies) {
      result.add(COPY.note);
      result.add(CASCADE.note);
    } else if (sql.stream().anyMatch(CopyFacts::reads)) {
      result.add(READ.note);
    } else if (sql.stream()
        .anyMatch(it -> it.matches("(?is)ALTER TABLE\\b.*\\bDROP COLUMN\\b.*"))) {
      result.add(DROP_COLUMN.note);
    }
    return result;
  }

  /**
   * An index is built from the rows; a check or a computed value of a new column is tried on them.
   */
  private static boolean reads(String sql) {
    return sql.matches("(?is)CREATE (UNIQUE )?INDEX\\b.*")
        || sql.matches("(?is)ALTER TABLE\\b.*\\bADD (COLUMN )?.*\\bCHECK\\s*\\(.*")
        || sql.matches("(?is)ALTER TABLE\\b.*\\bADD (COLUMN )?.*\\bGENERATED\\b.*\\bNOT NULL.*");
  }
}
