package limbeck.plan;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import limbeck.operation.DefaultNames;
import limbeck.operation.Identifiers;
import limbeck.schema.DialectName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * What a plan is made for.
 *
 * @param dialect the database
 * @param serverVersion its major version
 * @param names how it names what is left unnamed
 * @param quote how it quotes a name where it must
 * @param answers what a person has decided
 * @param pythonDefaults the constant defaults the application gives, as SQL, by column
 * @param strategy direct or online
 * @param largeTables the tables the online strategy is for; none means all
 * @param keepData whether what is dropped is copied aside first
 * @param locks what a step keeps others from doing
 * @param lockTimeout how long the online strategy waits for a lock, as PostgreSQL writes it
 */
public record PlanOptions(
    DialectName dialect,
    int serverVersion,
    DefaultNames names,
    UnaryOperator<String> quote,
    Answers answers,
    SortedMap<ColumnPlace, SqlText> pythonDefaults,
    Strategy strategy,
    Set<TableName> largeTables,
    boolean keepData,
    LockSource locks,
    String lockTimeout) {
  /** Long enough for what is usual, short enough for those who queue behind it. */
  public static final String LOCK_TIMEOUT = "5s";

  /** Copies the collections. */
  public PlanOptions {
    pythonDefaults = Collections.unmodifiableSortedMap(new TreeMap<>(pythonDefaults));
    largeTables = Set.copyOf(largeTables);
  }

  /** Returns options for a direct plan on PostgreSQL, with nothing decided. */
  public static PlanOptions postgresql(int serverVersion) {
    return new PlanOptions(
        DialectName.POSTGRESQL,
        serverVersion,
        DefaultNames.postgresql(),
        Identifiers::quoted,
        Answers.NONE,
        new TreeMap<>(),
        Strategy.DIRECT,
        Set.of(),
        false,
        new PostgresLocks(),
        LOCK_TIMEOUT);
  }

  /** Returns options for a direct plan on another database, with nothing decided. */
  public static PlanOptions of(
      DialectName dialect, int serverVersion, DefaultNames names, UnaryOperator<String> quote) {
    return new PlanOptions(
        dialect,
        serverVersion,
        names,
        quote,
        Answers.NONE,
        new TreeMap<>(),
        Strategy.DIRECT,
        Set.of(),
        false,
        (operation, before) -> java.util.Optional.empty(),
        LOCK_TIMEOUT);
  }

  /** Returns these options with what a person has decided. */
  public PlanOptions withAnswers(Answers other) {
    return new PlanOptions(
        dialect,
        serverVersion,
        names,
        quote,
        other,
        pythonDefaults,
        strategy,
        largeTables,
        keepData,
        locks,
        lockTimeout);
  }

  /** Returns these options with the application's constant defaults. */
  public PlanOptions withPythonDefaults(SortedMap<ColumnPlace, SqlText> other) {
    return new PlanOptions(
        dialect,
        serverVersion,
        names,
        quote,
        answers,
        other,
        strategy,
        largeTables,
        keepData,
        locks,
        lockTimeout);
  }

  /** Returns these options with a strategy, and the tables it is for; none means all. */
  public PlanOptions withStrategy(Strategy other, Set<TableName> large) {
    return new PlanOptions(
        dialect,
        serverVersion,
        names,
        quote,
        answers,
        pythonDefaults,
        other,
        large,
        keepData,
        locks,
        lockTimeout);
  }

  /** Returns these options with or without copies of what is dropped. */
  public PlanOptions withKeepData(boolean other) {
    return new PlanOptions(
        dialect,
        serverVersion,
        names,
        quote,
        answers,
        pythonDefaults,
        strategy,
        largeTables,
        other,
        locks,
        lockTimeout);
  }

  /** Returns these options with another time to wait for a lock. */
  public PlanOptions withLockTimeout(String other) {
    return new PlanOptions(
        dialect,
        serverVersion,
        names,
        quote,
        answers,
        pythonDefaults,
        strategy,
        largeTables,
        keepData,
        locks,
        other);
  }

  /** Whether a primary key has a name that nobody can give it. */
  boolean isMysql() {
    return dialect == DialectName.MYSQL || dialect == DialectName.MARIADB;
  }

  boolean isPostgresql() {
    return dialect == DialectName.POSTGRESQL;
  }

  boolean isSqlite() {
    return dialect == DialectName.SQLITE;
  }

  boolean isOnline(TableName table) {
    return isPostgresql()
        && strategy == Strategy.ONLINE
        && (largeTables.isEmpty() || largeTables.contains(table));
  }
}
