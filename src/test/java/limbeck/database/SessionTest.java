package limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class SessionTest {

  private ScratchDatabase database;
  private Session session;

  @BeforeEach
  void open() {
    database = SharedServer.of(16).createDatabase();
    session = database.open();
  }

  @AfterEach
  void close() {
    session.close();
    database.close();
  }

  private static Outcome.Done done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  private static Outcome.Failed failed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  @Test
  void returnsRowsAsTexts() {
    Rows rows =
        session.query("SELECT 1 AS a, NULL AS b, ARRAY['x,y', 'z'] AS c, '{\"k\": \"?\"}'::json d");
    assertThat(rows.columns()).containsExactly("a", "b", "c", "d");
    assertThat(rows.values())
        .containsExactly(
            List.of(
                Optional.of("1"),
                Optional.empty(),
                Optional.of("{\"x,y\",z}"),
                Optional.of("{\"k\": \"?\"}")));
  }

  @Test
  void countsRowsAndKeepsNotices() {
    assertThat(done(session.execute("CREATE TABLE t (a integer)")).affected()).isZero();
    assertThat(done(session.execute("INSERT INTO t SELECT generate_series(1, 5)")).affected())
        .isEqualTo(5);
    assertThat(done(session.execute("CREATE TABLE IF NOT EXISTS t (a integer)")).notices())
        .containsExactly("relation \"t\" already exists, skipping");
    Outcome.Done several =
        done(session.execute("DELETE FROM t WHERE a = 1; DELETE FROM t; SELECT 'end'"));
    assertThat(several.affected()).isEqualTo(5);
    assertThat(several.rows().firstValue()).contains("end");
    assertThat(done(session.execute("")).rows()).isEqualTo(Rows.NONE);
  }

  @Test
  void tellsWhyAndWhereAStatementFailed() {
    Outcome.Failed syntax = failed(session.execute("SELECT 'ü' FROM FROM t"));
    assertThat(syntax.sqlState()).isEqualTo("42601");
    assertThat(syntax.message()).isEqualTo("syntax error at or near \"FROM\"");
    assertThat(syntax.position()).isEqualTo(OptionalInt.of(17));
    session.query("CREATE TABLE t (a integer CONSTRAINT positive CHECK (a > 0))");
    Outcome.Failed check = failed(session.execute("INSERT INTO t VALUES (-1)"));
    assertThat(check.sqlState()).isEqualTo("23514");
    assertThat(check.detail()).contains("Failing row contains (-1).");
    assertThat(check.position()).isEmpty();
    assertThat(check.subject().table()).contains("t");
    assertThat(check.subject().constraint()).contains("positive");
    assertThat(check.connectionLost()).isFalse();
  }

  @Test
  void aFailedTransactionIsRolledBack() {
    session.begin();
    assertThat(session.inTransaction()).isTrue();
    session.query("CREATE TABLE t (a integer)");
    assertThat(failed(session.execute("SELECT 1/0")).sqlState()).isEqualTo("22012");
    assertThat(failed(session.execute("SELECT 1")).sqlState()).isEqualTo("25P02");
    assertThat(failed(session.commit()).sqlState()).isEqualTo("25P02");
    assertThat(session.inTransaction()).isFalse();
    assertThat(failed(session.execute("SELECT * FROM t")).sqlState()).isEqualTo("42P01");
  }

  @Test
  void commitReportsDeferredConstraints() {
    session.query("CREATE TABLE t (a integer UNIQUE DEFERRABLE INITIALLY DEFERRED)");
    session.begin();
    done(session.execute("INSERT INTO t VALUES (1), (1)"));
    assertThat(failed(session.commit()).sqlState()).isEqualTo("23505");
    session.begin();
    done(session.execute("INSERT INTO t VALUES (1)"));
    done(session.commit());
    assertThat(session.query("SELECT count(*) FROM t").firstValue()).contains("1");
  }

  @Test
  void runsConcurrentIndexBuildsOutsideOfTransactionsOnly() {
    session.query("CREATE TABLE t (a integer)");
    done(session.execute("CREATE INDEX CONCURRENTLY i ON t (a)"));
    session.begin();
    assertThat(failed(session.execute("DROP INDEX CONCURRENTLY i")).sqlState()).isEqualTo("25001");
    session.rollback();
    assertThat(failed(session.execute("SELECT 1; DROP INDEX CONCURRENTLY i")).sqlState())
        .isEqualTo("25001");
  }

  @Test
  void givesUpWaitingForALock() {
    session.query("CREATE TABLE t (a integer)");
    try (Session other = database.open()) {
      other.begin();
      other.query("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
      session.lockTimeout(Duration.ofMillis(20));
      Outcome.Failed failed = failed(session.execute("ALTER TABLE t ADD COLUMN b integer"));
      assertThat(failed.lockNotAvailable()).isTrue();
      other.rollback();
      done(session.execute("ALTER TABLE t ADD COLUMN b integer"));
    }
    session.statementTimeout(Duration.ofMillis(20));
    assertThat(failed(session.execute("SELECT pg_sleep(5)")).sqlState()).isEqualTo("57014");
  }

  @Test
  void cancelsAStatementOfAnotherThread() throws InterruptedException {
    Thread canceller =
        new Thread(
            () -> {
              try (Session observer = database.open()) {
                String running =
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()";
                while (!observer.query(running).firstValue().equals(Optional.of("1"))) {
                  Thread.onSpinWait();
                }
                session.cancel();
              }
            });
    canceller.start();
    assertThat(failed(session.execute("SELECT pg_sleep(30)")).sqlState()).isEqualTo("57014");
    canceller.join();
    session.cancel(); // nothing runs
    done(session.execute("SELECT 1"));
  }

  @Test
  void aTerminatedSessionIsLost() {
    int number = session.processNumber();
    try (Session other = database.open()) {
      other.query("SELECT pg_terminate_backend(" + number + ", 1000)");
    }
    assertThat(failed(session.execute("SELECT 1")).connectionLost()).isTrue();
    assertThat(session.inTransaction()).isFalse();
    assertThatThrownBy(() -> session.query("SELECT 1")).isInstanceOf(ToolFailure.class);
    assertThatThrownBy(session::begin).isInstanceOf(ToolFailure.class);
  }

  @Test
  void aMissingDatabaseIsAFailureOfTheEnvironment() {
    assertThatThrownBy(() -> Session.open(database.url().withDatabase("absent")))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("database \"absent\" does not exist")
        .hasMessageContaining("postgres:***@127.0.0.1");
  }
}
