package limbeck.dialect.postgresql;

import static limbeck.dialect.LockMode.ACCESS_EXCLUSIVE;
import static limbeck.dialect.LockMode.ACCESS_SHARE;
import static limbeck.dialect.LockMode.EXCLUSIVE;
import static limbeck.dialect.LockMode.ROW_EXCLUSIVE;
import static limbeck.dialect.LockMode.ROW_SHARE;
import static limbeck.dialect.LockMode.SHARE;
import static limbeck.dialect.LockMode.SHARE_ROW_EXCLUSIVE;
import static limbeck.dialect.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.Optional;
import limbeck.dialect.LockMode;

/**
 * What each form of DDL locks and does, measured on PostgreSQL 12 to 18 by {@code pg_locks}, the
 * file of the table and its counter of sequential scans; LockFactsTest measures again.
 *
 * <p>The manual states the locks in "Explicit Locking" (13.3) and in the pages of ALTER TABLE,
 * CREATE INDEX and DROP INDEX; what it leaves open, such as the lock on the other table of a
 * foreign key, is measured only.
 */
enum LockFacts {
  /** Also {@code DEFAULT} that is constant or the same for the whole statement, such as now(). */
  ADD_COLUMN(ACCESS_EXCLUSIVE, Work.NONE),
  /** A default to be computed for each row, a sequence, identity, STORED. */
  ADD_COLUMN_COMPUTED_ROW_BY_ROW(ACCESS_EXCLUSIVE, Work.REWRITE),
  /** VIRTUAL and NOT NULL, from version 18 on. */
  ADD_VIRTUAL_COLUMN_NOT_NULL(ACCESS_EXCLUSIVE, Work.SCAN),
  DROP_COLUMN(ACCESS_EXCLUSIVE, Work.NONE),
  RENAME_COLUMN(ACCESS_EXCLUSIVE, Work.NONE),
  SET_TYPE(ACCESS_EXCLUSIVE, Work.NONE),
  SET_TYPE_CHECKED(ACCESS_EXCLUSIVE, Work.SCAN),
  SET_TYPE_REWRITING(ACCESS_EXCLUSIVE, Work.REWRITE),
  SET_NOT_NULL(ACCESS_EXCLUSIVE, Work.SCAN),
  /** A validated check proves it (since 12), or it holds already. */
  SET_NOT_NULL_PROVEN(ACCESS_EXCLUSIVE, Work.NONE),
  DROP_NOT_NULL(ACCESS_EXCLUSIVE, Work.NONE),
  SET_DEFAULT(ACCESS_EXCLUSIVE, Work.NONE),
  CHANGE_IDENTITY(ACCESS_EXCLUSIVE, Work.NONE),
  DROP_EXPRESSION(ACCESS_EXCLUSIVE, Work.NONE),
  SET_EXPRESSION_STORED(ACCESS_EXCLUSIVE, Work.REWRITE),
  SET_EXPRESSION_VIRTUAL(ACCESS_EXCLUSIVE, Work.NONE),
  COMMENT(SHARE_UPDATE_EXCLUSIVE, Work.NONE),

  /** The referenced table is locked the same way. */
  ADD_FOREIGN_KEY(SHARE_ROW_EXCLUSIVE, Work.SCAN, SHARE_ROW_EXCLUSIVE, Work.SCAN),
  ADD_FOREIGN_KEY_NOT_VALID(SHARE_ROW_EXCLUSIVE, Work.NONE, SHARE_ROW_EXCLUSIVE, Work.NONE),
  VALIDATE_FOREIGN_KEY(SHARE_UPDATE_EXCLUSIVE, Work.SCAN, ROW_SHARE, Work.SCAN),
  /** Also the column or the table of the key: its triggers on the referenced table go. */
  DROP_FOREIGN_KEY(ACCESS_EXCLUSIVE, Work.NONE, ACCESS_EXCLUSIVE, Work.NONE),
  ADD_CHECK(ACCESS_EXCLUSIVE, Work.SCAN),
  ADD_CHECK_NOT_VALID(ACCESS_EXCLUSIVE, Work.NONE),
  VALIDATE_CHECK(SHARE_UPDATE_EXCLUSIVE, Work.SCAN),
  /** Of what is valid: nothing is to do. */
  VALIDATE_AGAIN(SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  /** UNIQUE, PRIMARY KEY, EXCLUDE. */
  ADD_INDEXED_CONSTRAINT(ACCESS_EXCLUSIVE, Work.INDEX),
  ADD_CONSTRAINT_USING_INDEX(ACCESS_EXCLUSIVE, Work.NONE),
  DROP_CONSTRAINT(ACCESS_EXCLUSIVE, Work.NONE),
  RENAME_CONSTRAINT(ACCESS_EXCLUSIVE, Work.NONE),

  CREATE_INDEX(SHARE, Work.INDEX),
  CREATE_INDEX_CONCURRENTLY(SHARE_UPDATE_EXCLUSIVE, Work.INDEX),
  DROP_INDEX(ACCESS_EXCLUSIVE, Work.NONE),
  DROP_INDEX_CONCURRENTLY(SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  /** The index itself, since 12; its table is not locked at all. */
  RENAME_INDEX(SHARE_UPDATE_EXCLUSIVE, Work.NONE),

  /** The table itself is new; what its keys refer to is locked. */
  CREATE_TABLE_REFERRING(ACCESS_EXCLUSIVE, Work.NONE, SHARE_ROW_EXCLUSIVE, Work.NONE),
  CREATE_PARTITION(ACCESS_EXCLUSIVE, Work.NONE, ACCESS_EXCLUSIVE, Work.NONE),
  CREATE_CHILD(ACCESS_EXCLUSIVE, Work.NONE, SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  DROP_TABLE(ACCESS_EXCLUSIVE, Work.NONE),
  RENAME_TABLE(ACCESS_EXCLUSIVE, Work.NONE),

  CREATE_TRIGGER(SHARE_ROW_EXCLUSIVE, Work.NONE),
  DROP_TRIGGER(ACCESS_EXCLUSIVE, Work.NONE),
  CHANGE_POLICY(ACCESS_EXCLUSIVE, Work.NONE),

  /** Storage, owner, row security, replica identity and the like: the catalog only. */
  ALTER_CATALOG(ACCESS_EXCLUSIVE, Work.NONE),
  /** Statistics targets, storage parameters, the index to cluster on. */
  ALTER_SETTINGS(SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  SWITCH_TRIGGER(SHARE_ROW_EXCLUSIVE, Work.NONE),
  SET_LOGGED(ACCESS_EXCLUSIVE, Work.REWRITE),
  /** The other table is the partition; a check that implies its bounds spares the scan. */
  ATTACH_PARTITION(SHARE_UPDATE_EXCLUSIVE, Work.NONE, ACCESS_EXCLUSIVE, Work.SCAN),
  ATTACH_PROVEN_PARTITION(SHARE_UPDATE_EXCLUSIVE, Work.NONE, ACCESS_EXCLUSIVE, Work.NONE),
  DETACH_PARTITION(ACCESS_EXCLUSIVE, Work.NONE, ACCESS_EXCLUSIVE, Work.NONE),
  DETACH_PARTITION_BEFORE_14(ACCESS_EXCLUSIVE, Work.NONE, SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  /** Of the partition in its second transaction, when no query sees it in its parent any more. */
  DETACH_PARTITION_CONCURRENTLY(SHARE_UPDATE_EXCLUSIVE, Work.NONE, ACCESS_EXCLUSIVE, Work.NONE),
  INHERIT(ACCESS_EXCLUSIVE, Work.NONE, SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  DISINHERIT(ACCESS_EXCLUSIVE, Work.NONE, ACCESS_SHARE, Work.NONE),
  REINDEX(SHARE, Work.INDEX),
  REINDEX_CONCURRENTLY(SHARE_UPDATE_EXCLUSIVE, Work.INDEX),
  CREATE_RULE(ACCESS_EXCLUSIVE, Work.NONE),
  /** Of a domain that the table's columns are of; validation takes the same. */
  CHECK_DOMAIN(SHARE, Work.SCAN),
  TRUNCATE(ACCESS_EXCLUSIVE, Work.NONE),
  CLUSTER(ACCESS_EXCLUSIVE, Work.REWRITE),
  /** VACUUM, ANALYZE, CREATE STATISTICS, a table into a publication. */
  MAINTENANCE(SHARE_UPDATE_EXCLUSIVE, Work.NONE),
  REFRESH(ACCESS_EXCLUSIVE, Work.NONE, ACCESS_SHARE, Work.SCAN),
  REFRESH_CONCURRENTLY(EXCLUSIVE, Work.SCAN, ACCESS_SHARE, Work.SCAN),

  INSERT(ROW_EXCLUSIVE, Work.NONE),
  UPDATE(ROW_EXCLUSIVE, Work.SCAN),
  SELECT(ACCESS_SHARE, Work.SCAN),
  /** Also FOR SHARE and the like. */
  SELECT_FOR_UPDATE(ROW_SHARE, Work.SCAN);

  /** What is done with the rows there are. */
  enum Work {
    /** Only the catalog changes, at once. */
    NONE,
    /** All rows are read. */
    SCAN,
    /** All rows are read and an index is built. */
    INDEX,
    /** All rows and all indexes are written anew. */
    REWRITE
  }

  private final LockMode mode;
  private final Work work;
  private final Optional<LockMode> otherMode;
  private final Work otherWork;

  LockFacts(LockMode mode, Work work) {
    this.mode = mode;
    this.work = work;
    this.otherMode = Optional.empty();
    this.otherWork = Work.NONE;
  }

  LockFacts(LockMode mode, Work work, LockMode otherMode, Work otherWork) {
    this.mode = mode;
    this.work = work;
    this.otherMode = Optional.of(otherMode);
    this.otherWork = otherWork;
  }

  /** Returns whether it is done to the partitions and heirs of the table, too. */
  boolean goesDown() {
    return switch (this) {
      case ADD_COLUMN,
          ADD_COLUMN_COMPUTED_ROW_BY_ROW,
          ADD_VIRTUAL_COLUMN_NOT_NULL,
          DROP_COLUMN,
          RENAME_COLUMN,
          SET_TYPE,
          SET_TYPE_CHECKED,
          SET_TYPE_REWRITING,
          SET_NOT_NULL,
          SET_NOT_NULL_PROVEN,
          DROP_NOT_NULL,
          SET_DEFAULT,
          DROP_EXPRESSION,
          SET_EXPRESSION_STORED,
          SET_EXPRESSION_VIRTUAL,
          ADD_FOREIGN_KEY,
          ADD_FOREIGN_KEY_NOT_VALID,
          VALIDATE_FOREIGN_KEY,
          DROP_FOREIGN_KEY,
          ADD_CHECK,
          ADD_CHECK_NOT_VALID,
          VALIDATE_CHECK,
          ADD_INDEXED_CONSTRAINT,
          DROP_CONSTRAINT,
          RENAME_CONSTRAINT,
          CREATE_INDEX,
          DROP_INDEX,
          TRUNCATE,
          INSERT,
          UPDATE,
          SELECT,
          MAINTENANCE ->
          true;
      case CHANGE_IDENTITY,
          COMMENT,
          VALIDATE_AGAIN,
          ADD_CONSTRAINT_USING_INDEX,
          CREATE_INDEX_CONCURRENTLY,
          DROP_INDEX_CONCURRENTLY,
          RENAME_INDEX,
          CREATE_TABLE_REFERRING,
          CREATE_PARTITION,
          CREATE_CHILD,
          DROP_TABLE,
          RENAME_TABLE,
          CREATE_TRIGGER,
          DROP_TRIGGER,
          CHANGE_POLICY,
          ALTER_CATALOG,
          ALTER_SETTINGS,
          SWITCH_TRIGGER,
          SET_LOGGED,
          ATTACH_PARTITION,
          ATTACH_PROVEN_PARTITION,
          DETACH_PARTITION,
          DETACH_PARTITION_BEFORE_14,
          DETACH_PARTITION_CONCURRENTLY,
          INHERIT,
          DISINHERIT,
          REINDEX,
          REINDEX_CONCURRENTLY,
          CREATE_RULE,
          CHECK_DOMAIN,
          CLUSTER,
          REFRESH,
          REFRESH_CONCURRENTLY,
          SELECT_FOR_UPDATE ->
          false;
    };
  }

  /** Returns the lock on the table. */
  LockMode mode() {
    return mode;
  }

  /** Returns what is done with its rows. */
  Work work() {
    return work;
  }

  /** Returns the lock on the other table: the referenced one, the parent. */
  Optional<LockMode> otherMode() {
    return otherMode;
  }

  /** Returns what is done with the other table's rows. */
  Work otherWork() {
    return otherWork;
  }
}
