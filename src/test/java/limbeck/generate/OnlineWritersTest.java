package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.judge.History;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision for large tables, run by real Alembic while an application goes on writing. */
@Tag("oracle")
@Tag("postgres")
class OnlineWritersTest {
  private static final int ROWS = 40_000;
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final String BEFORE =
      """
      from typing import Optional

      from sqlmodel import Field, SQLModel


      class Team(SQLModel, table=True):
          id: Optional[int] = Field(default=None, primary_key=True)
          name: str


      class Hero(SQLModel, table=True):
          id: Optional[int] = Field(default=None, primary_key=True)
          name: str
          age: Optional[int] = None
          team_id: Optional[int] = None
      """;

  @TempDir private Path folder;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicReference<String> refusal = new AtomicReference<>("");

  @Test
  void writersGoOnAndNothingIsLost() throws IOException, InterruptedException {
    ScratchProject project = new ScratchProject(folder);
    project.models(BEFORE);
    generate(project, "create tables", "--rev-id", GenerateCasesTest.FIRST);
    project.models(
        BEFORE
            .replace("age: Optional[int] = None", "age: int = Field(default=18, ge=0)")
            .replace("    name: str\n    age", "    name: str = Field(index=True)\n    age")
            .replace(
                "team_id: Optional[int] = None",
                "team_id: Optional[int] = Field(default=None, foreign_key=\"team.id\")\n"
                    + "    rank: str = Field(default=\"rookie\", sa_column_kwargs="
                    + "{\"server_default\": \"rookie\"})"));
    generate(project, "grow up", "--rows", "hero=40000000");

    PythonJudge judge = PythonJudge.shared();
    History history = History.in(project.migrations());
    ReusedDatabase database = ReusedDatabase.emptied(16, "written");
    String url = database.url().sqlalchemy();
    judge.upgrade(history, url, GenerateCasesTest.FIRST);
    try (Session session = database.open()) {
      session.query("INSERT INTO team (name) VALUES ('t')");
      session.query(
          "INSERT INTO hero (name, age) SELECT 'h' || n, nullif(n % 3, 0)"
              + " FROM generate_series(1, "
              + ROWS
              + ") AS n");
    }
    List<Thread> writers =
        List.of(
            Thread.ofPlatform().start(() -> write(database)),
            Thread.ofPlatform().start(() -> write(database)));
    List<String> heads = judge.upgrade(history, url, "head");
    stop.set(true);
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(heads).doesNotContain(GenerateCasesTest.FIRST);
    assertThat(refusal.get()).isEmpty();
    assertThat(Duration.ofNanos(longest.get())).isLessThan(LONGEST);
    assertThat(written.get()).isPositive();
    try (Session session = database.open()) {
      assertThat(session.query("SELECT count(*), count(age), count(rank) FROM hero").toString())
          .contains(String.valueOf(ROWS + written.get()));
      assertThat(judge.query(url, "SELECT count(*) FROM hero WHERE age IS NULL OR rank IS NULL"))
          .isEqualTo(List.of(List.of("0")));
      assertThat(judge.query(url, "SELECT count(*) FROM hero"))
          .isEqualTo(List.of(List.of(String.valueOf(ROWS + written.get()))));
    }
    assertThat(judge.compareMetadata(Models.inFiles(project.modelsFile()), url)).isEmpty();
  }

  /** What both releases of the application do: insert a row, change an old one. */
  private void write(ReusedDatabase database) {
    try (Session session = database.open()) {
      int n = 0;
      while (!stop.get() && refusal.get().isEmpty()) {
        n++;
        long start = System.nanoTime();
        run(session, "INSERT INTO hero (name, age, team_id) VALUES ('new', 20, 1)");
        run(session, "UPDATE hero SET name = 'changed' WHERE id = " + (1 + (n * 37) % ROWS));
        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        written.incrementAndGet();
      }
    }
  }

  private void run(Session session, String sql) {
    if (session.execute(sql) instanceof Outcome.Failed failed) {
      refusal.set(sql + ": " + failed.message());
    }
  }

  private static void generate(ScratchProject project, String message, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "generate";
    words[1] = "-m";
    words[2] = message;
    System.arraycopy(options, 0, words, 3, options.length);
    ScratchProject.Result result = project.run(words);
    assertThat(result.code()).as("%s", result).isZero();
  }
}
