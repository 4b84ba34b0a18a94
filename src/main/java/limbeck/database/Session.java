package limbeck.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A connection to a database that runs statements one by one and answers with values.
 *
 * <p>Outside of {@link #begin()} and {@link #commit()} each statement is a transaction of its own.
 * A session belongs to one thread, except for {@link #cancel()}.
 */
public final class Session implements AutoCloseable {
  /** The state PostgreSQL gives to a statement in a transaction that has failed before. */
  private static final String IN_FAILED_TRANSACTION = "25P02";

  /**
   * Where a driver states nothing; the class "HZ" of the standard is for what SQL does not know.
   */
  private static final String NO_STATE = "HZ000";

  private final Connection connection;
  private @Nullable Statement running;

  private Session(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a session.
   *
   * @throws ToolFailure when the database cannot be reached or entered
   */
  public static Session open(DatabaseUrl url) {
    return new Session(connect(url));
  }

  /** Makes a session of a connection, which it closes in the end. */
  public static Session over(Connection connection) {
    return new Session(connection);
  }

  /**
   * Opens a plain JDBC connection, in the time zone UTC.
   *
   * @throws ToolFailure when the database cannot be reached or entered
   */
  public static Connection connect(DatabaseUrl url) {
    Properties properties = url.properties();
    // A text of several statements goes to the server whole, as Alembic's drivers send it, and the
    // server's positions are positions in our text.
    properties.setProperty("preferQueryMode", "simple");
    properties.putIfAbsent("ApplicationName", "limbeck");
    properties.putIfAbsent("gssEncMode", "disable");
    try {
      Connection connection = DriverManager.getConnection(url.jdbc(), properties);
      try (Statement statement = connection.createStatement()) {
        // The driver has set the zone of this machine, and casts to timestamptz depend on it.
        statement.execute("SET timezone = 'UTC'");
      }
      return connection;
    } catch (SQLException failure) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot connect to " + url + ": " + failure.getMessage(),
          "Check host, port, database, user and password, and that the server runs.",
          failure);
    }
  }

  /** Runs one statement. */
  public Outcome execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false); // braces belong to JSON here, not to JDBC
      setRunning(statement);
      boolean returnsRows = statement.execute(sql);
      Rows rows = Rows.NONE;
      long affected = 0;
      while (true) {
        // A text of several statements answers several times; the last answer with rows counts.
        if (returnsRows) {
          rows = rows(statement.getResultSet());
        } else {
          long count = statement.getLargeUpdateCount();
          if (count < 0) {
            break;
          }
          affected += count;
        }
        returnsRows = statement.getMoreResults();
      }
      return new Outcome.Done(rows, affected, notices(statement.getWarnings()));
    } catch (SQLException failure) {
      return failed(failure);
    } finally {
      setRunning(null);
    }
  }

  /**
   * Runs a statement of the tool's own that cannot fail but by the environment.
   *
   * @throws ToolFailure when it fails all the same
   */
  public Rows query(String sql) {
    return switch (execute(sql)) {
      case Outcome.Done(Rows rows, long _, List<String> _) -> rows;
      case Outcome.Failed failed ->
          throw new ToolFailure(
              ToolFailure.Code.ENVIRONMENT,
              "the database refuses a query (SQLSTATE %s): %s"
                  .formatted(failed.sqlState(), failed.message()),
              failed.hint().orElse("Check that the role may read the catalog and use its tables."));
    };
  }

  /** Begins a transaction, with the next statement. */
  public void begin() {
    settle("begin a transaction", () -> connection.setAutoCommit(false));
  }

  /**
   * Commits the transaction. One in which a statement failed is rolled back instead, and that is
   * the failure returned.
   */
  public Outcome commit() {
    try {
      if (hasFailedBefore()) {
        // The server would answer COMMIT with a rollback and call that success.
        return failed(
            IN_FAILED_TRANSACTION,
            "a statement of the transaction has failed, so it is rolled back");
      }
      connection.commit();
      return new Outcome.Done(Rows.NONE, 0, List.of());
    } catch (SQLException failure) {
      // Deferred constraints fail here too; the server has rolled back by then.
      return failed(failure);
    } finally {
      rollback();
    }
  }

  private boolean hasFailedBefore() throws SQLException {
    return connection.isWrapperFor(BaseConnection.class)
        && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
  }

  /** Rolls the transaction back, if there is one, and returns to a transaction per statement. */
  public void rollback() {
    settle(
        "end a transaction",
        () -> {
          if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  /** Returns whether {@link #begin()} opened a transaction that is not ended yet. */
  public boolean inTransaction() {
    try {
      return !connection.isClosed() && !connection.getAutoCommit();
    } catch (SQLException failure) {
      return false;
    }
  }

  /** Limits how long a statement waits for each lock; zero waits without limit. */
  public void lockTimeout(Duration limit) {
    query("SET lock_timeout = " + limit.toMillis());
  }

  /** Limits how long a statement runs; zero runs without limit. */
  public void statementTimeout(Duration limit) {
    query("SET statement_timeout = " + limit.toMillis());
  }

  /** Asks the server to stop the statement that another thread is running here. */
  public void cancel() {
    Statement statement = running();
    if (statement != null) {
      settle("cancel a statement", statement::cancel);
    }
  }

  /** Returns the number of the server's process for this session, as in {@code pg_locks.pid}. */
  public int processNumber() {
    return Integer.parseInt(query("SELECT pg_backend_pid()").firstValue().orElseThrow());
  }

  /** Returns the server's version, such as 160015: PostgreSQL's {@code server_version_num}. */
  public int serverVersion() {
    return Integer.parseInt(query("SHOW server_version_num").firstValue().orElseThrow());
  }

  /** Returns the connection beneath. */
  public Connection connection() {
    return connection;
  }

  /** Closes the connection; what is not committed is lost. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // The server takes back what is left when the socket is gone.
    }
  }

  private synchronized void setRunning(@Nullable Statement statement) {
    running = statement;
  }

  private synchronized @Nullable Statement running() {
    return running;
  }

  private static Rows rows(ResultSet result) throws SQLException {
    int width = result.getMetaData().getColumnCount();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= width; column++) {
      columns.add(result.getMetaData().getColumnLabel(column));
    }
    List<List<Optional<String>>> values = new ArrayList<>();
    while (result.next()) {
      List<Optional<String>> row = new ArrayList<>(width);
      for (int column = 1; column <= width; column++) {
        row.add(Optional.ofNullable(result.getString(column)));
      }
      values.add(row);
    }
    return new Rows(columns, values);
  }

  private static List<String> notices(@Nullable SQLWarning first) {
    List<String> result = new ArrayList<>();
    for (SQLWarning it = first; it != null; it = it.getNextWarning()) {
      result.add(String.valueOf(it.getMessage()));
    }
    return result;
  }

  private static Outcome.Failed failed(SQLException failure) {
    ServerErrorMessage server =
        failure instanceof PSQLException precise ? precise.getServerErrorMessage() : null;
    String driverState = failure.getSQLState();
    String driverMessage = String.valueOf(failure.getMessage());
    if (server == null) {
      return failed(driverState == null ? NO_STATE : driverState, driverMessage);
    }
    String state = server.getSQLState();
    String message = server.getMessage();
    return new Outcome.Failed(
        state == null ? NO_STATE : state,
        message == null ? driverMessage : message,
        server.getPosition() > 0 ? OptionalInt.of(server.getPosition()) : OptionalInt.empty(),
        Optional.ofNullable(server.getDetail()),
        Optional.ofNullable(server.getHint()),
        new Outcome.Subject(
            Optional.ofNullable(server.getSchema()),
            Optional.ofNullable(server.getTable()),
            Optional.ofNullable(server.getColumn()),
            Optional.ofNullable(server.getDatatype()),
            Optional.ofNullable(server.getConstraint())));
  }

  private static Outcome.Failed failed(String sqlState, String message) {
    return new Outcome.Failed(
        sqlState,
        message,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Outcome.Subject.NONE);
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void settle(String what, Step step) {
    try {
      step.run();
    } catch (SQLException failure) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "the connection is lost, cannot " + what + ": " + failure.getMessage(),
          "Check that the server still runs, and run the command again.",
          failure);
    }
  }
}
