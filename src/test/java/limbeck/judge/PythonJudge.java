package limbeck.judge;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the real Python tools: one process for all tests of a JVM, one fork of it for each question.
 *
 * <p>A question that the tool answers with an exception throws {@link JudgeError}. The process ends
 * with the JVM, since its standard input then closes.
 */
public final class PythonJudge {
  private static final Path SCRIPT = Path.of("src/test/python/judge.py").toAbsolutePath();
  private static @Nullable PythonJudge shared;

  private final BufferedReader answers;
  private final Writer questions;
  private final Process process;
  private @Nullable String session;
  private long asked;

  private PythonJudge(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Returns the judge of this JVM, started at the first call. */
  public static synchronized PythonJudge shared() {
    PythonJudge running = shared;
    if (running == null || !running.process.isAlive()) {
      running = start();
      shared = running;
    }
    return running;
  }

  private static PythonJudge start() {
    Path python = Path.of(System.getProperty("limbeck.python", ".cache/python/bin/python"));
    if (!Files.isExecutable(python)) {
      throw new IllegalStateException(
          "No Python judge at " + python + ". './dev oracle' makes it, and so does './dev check'.");
    }
    Path log = Path.of("target", "judge.log");
    ProcessBuilder builder =
        new ProcessBuilder(python.toAbsolutePath().toString(), "-X", "utf8", SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // Alembic's order of some operations follows the hash seed.
    builder.environment().put("PYTHONHASHSEED", "0");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().remove("PYTHONPATH");
    builder.environment().remove("ALEMBIC_CONFIG");
    builder.environment().remove("DATABASE_URL");
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new PythonJudge(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException("The Python judge could not be started.", e);
    }
  }

  /**
   * Runs something whose questions are all answered by one fork: models are imported once for them,
   * which must therefore be the same in all.
   */
  public synchronized void inSession(Runnable questions) {
    session = "session-" + asked;
    try {
      questions.run();
    } finally {
      ask("end_session", Map.of());
      session = null;
    }
  }

  /** Returns the versions that judge, by name: python, alembic, sqlalchemy, sqlmodel, psycopg. */
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    object(ask("versions", Map.of())).forEach((name, it) -> versions.put(name, (String) it));
    return versions;
  }

  /**
   * Runs {@code alembic upgrade}.
   *
   * @param url SQLAlchemy's, such as {@code DatabaseUrl.sqlalchemy()} gives
   * @return the revisions in alembic_version afterwards
   */
  public List<String> upgrade(History history, String url, String target) {
    return versionsAfter("alembic_upgrade", history, url, target);
  }

  /** Runs {@code alembic downgrade}, and returns the revisions in alembic_version afterwards. */
  public List<String> downgrade(History history, String url, String target) {
    return versionsAfter("alembic_downgrade", history, url, target);
  }

  private List<String> versionsAfter(String job, History history, String url, String target) {
    Object result = ask(job, Map.of("history", history.settings(), "url", url, "target", target));
    return strings(object(result).get("versions"));
  }

  /** Returns what Alembic's autogenerate would change, one text a difference, sorted. */
  public List<String> compareMetadata(Models models, String url) {
    return strings(ask("compare_metadata", Map.of("models", models.asJson(), "url", url)));
  }

  /** Creates the models' tables in a database. */
  public void createAll(Models models, String url) {
    ask("create_all", Map.of("models", models.asJson(), "url", url));
  }

  /** Returns the statements that {@code create_all} would send, in order. */
  public List<String> metadataDdl(Models models, String dialect) {
    return strings(ask("metadata_ddl", Map.of("models", models.asJson(), "dialect", dialect)));
  }

  /** Returns tables, enums and sequences as JSON; see {@code jobs_models.py} for its form. */
  public Map<String, @Nullable Object> metadataFacts(Models models, String dialect) {
    return object(ask("metadata_facts", Map.of("models", models.asJson(), "dialect", dialect)));
  }

  /** Returns what {@code alembic upgrade FROM:TO --sql} prints. */
  public String offlineSql(History history, String range, String dialect) {
    return text(
        ask(
            "offline_sql",
            Map.of("history", history.settings(), "range", range, "dialect", dialect)));
  }

  /** Returns what {@code alembic downgrade FROM:TO --sql} prints. */
  public String offlineDowngradeSql(History history, String range, String dialect) {
    return text(
        ask(
            "offline_sql",
            Map.of(
                "history",
                history.settings(),
                "range",
                range,
                "dialect",
                dialect,
                "direction",
                "downgrade")));
  }

  /** Returns the statements that Alembic renders for Python lines that use op and sa. */
  public List<String> lower(String operations, String dialect) {
    return strings(ask("lower", Map.of("operations", operations, "dialect", dialect)));
  }

  /** Returns CPython's syntax tree as JSON; see {@code jobs_syntax.py} for its form. */
  public Map<String, @Nullable Object> syntaxTree(String source) {
    return object(ask("ast_dump", Map.of("source", source)));
  }

  /** Returns CPython's tokens, each as type, text, start and end offset. */
  public List<List<Object>> tokens(String source) {
    return list(ask("tokenize", Map.of("source", source))).stream()
        .map(it -> list(it).stream().map(part -> Objects.requireNonNull(part)).toList())
        .toList();
  }

  /** Runs one SQL statement and returns its rows, each value as text or null. */
  public List<List<@Nullable String>> query(String url, String sql) {
    return list(ask("query", Map.of("url", url, "sql", sql))).stream()
        .map(row -> list(row).stream().<@Nullable String>map(it -> (String) it).toList())
        .toList();
  }

  /**
   * Asks any job by its name.
   *
   * @return the result as plain JSON values
   */
  public synchronized @Nullable Object ask(String job, Map<String, ?> parameters) {
    long id = ++asked;
    String answer;
    try {
      Map<String, Object> request = new LinkedHashMap<>();
      request.putAll(Map.of("id", id, "job", job, "parameters", parameters));
      if (session != null) {
        request.put("session", session);
      }
      questions.write(JSON.std.asString(request) + "\n");
      questions.flush();
      answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("The Python judge ended; see target/judge.log.");
      }
      Map<String, Object> fields = JSON.std.mapFrom(answer);
      if (!(fields.get("id") instanceof Number back) || back.longValue() != id) {
        throw new IllegalStateException("The Python judge answered another question.");
      }
      if (Boolean.TRUE.equals(fields.get("ok"))) {
        return fields.get("result");
      }
      Map<String, @Nullable Object> error = object(fields.get("error"));
      throw new JudgeError(
          job, text(error.get("type")), text(error.get("message")), text(error.get("traceback")));
    } catch (IOException e) {
      throw new IllegalStateException("The Python judge does not answer.", e);
    }
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static Map<String, @Nullable Object> object(@Nullable Object json) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(json);
  }

  @SuppressWarnings("unchecked") // a JSON array holds JSON values
  private static List<@Nullable Object> list(@Nullable Object json) {
    return (List<@Nullable Object>) Objects.requireNonNull(json);
  }

  private static List<String> strings(@Nullable Object json) {
    return list(json).stream().map(PythonJudge::text).toList();
  }

  private static String text(@Nullable Object json) {
    return (String) Objects.requireNonNull(json);
  }
}
