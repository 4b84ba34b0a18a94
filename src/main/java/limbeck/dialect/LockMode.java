package limbeck.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** PostgreSQL's table locks, from weak to strong (PostgreSQL, 13.3.1 "Table-Level Locks"). */
public enum LockMode {
  /** Taken by SELECT. */
  ACCESS_SHARE("ACCESS SHARE", 0b0000_0001, 0b1000_0000),
  /** Taken by SELECT FOR UPDATE, and on the referenced table when a row refers to it. */
  ROW_SHARE("ROW SHARE", 0b0000_0010, 0b1100_0000),
  /** Taken by INSERT, UPDATE, DELETE. */
  ROW_EXCLUSIVE("ROW EXCLUSIVE", 0b0000_0100, 0b1111_0000),
  /** Blocks other schema changes and VACUUM, neither reads nor writes. */
  SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE", 0b0000_1000, 0b1111_1000),
  /** Blocks writes. */
  SHARE("SHARE", 0b0001_0000, 0b1110_1100),
  /** Blocks writes and itself. */
  SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", 0b0010_0000, 0b1111_1100),
  /** Blocks all but plain reads. */
  EXCLUSIVE("EXCLUSIVE", 0b0100_0000, 0b1111_1110),
  /** Blocks everything, reads included. */
  ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", 0b1000_0000, 0b1111_1111);

  private final String sql;

  /** Its own bit. */
  private final int bit;

  /** The bits of the modes it conflicts with. */
  private final int conflicts;

  LockMode(String sql, int bit, int conflicts) {
    this.sql = sql;
    this.bit = bit;
    this.conflicts = conflicts;
  }

  /** Returns its words in {@code LOCK TABLE}. */
  public String sql() {
    return sql;
  }

  /** Returns its name in {@code pg_locks.mode}, such as {@code AccessShareLock}. */
  public String catalogName() {
    StringBuilder name = new StringBuilder();
    for (String word : sql.split(" ")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.append("Lock").toString();
  }

  /** Returns the mode of that name in {@code pg_locks.mode}. */
  public static Optional<LockMode> ofCatalogName(String name) {
    return Arrays.stream(values()).filter(it -> it.catalogName().equals(name)).findFirst();
  }

  /** Returns whether two transactions cannot hold the two modes on one table at once. */
  public boolean conflictsWith(LockMode other) {
    return (conflicts & other.bit) != 0;
  }

  /** Returns whether queries wait for it. */
  public boolean blocksReads() {
    return conflictsWith(ACCESS_SHARE);
  }

  /** Returns whether INSERT, UPDATE and DELETE wait for it. */
  public boolean blocksWrites() {
    return conflictsWith(ROW_EXCLUSIVE);
  }
}
