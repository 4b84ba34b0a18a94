package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.judge.History;
import limbeck.judge.JudgeError;
import limbeck.judge.PythonJudge;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a large table loses is kept while others write, and is there again after an attempt in
 * either direction that was broken off.
 */
@Tag("oracle")
@Tag("postgres")
class OnlineArchiveTest {
  private static final int ROWS = 25_000;
  private static final String BEFORE =
      """
      from typing import Optional

      from sqlmodel import Field, SQLModel


      class Hero(SQLModel, table=True):
          id: Optional[int] = Field(default=None, primary_key=True)
          name: str
          motto: Optional[str] = None
          rank: int = Field(default=1)
      """;

  @TempDir private Path folder;

  @Test
  void whatChangesBeforeTheDropIsKept() {
    ScratchProject project = new ScratchProject(folder);
    project.models(BEFORE);
    generate(project, "create tables", "--rev-id", GenerateCasesTest.FIRST);
    project.models(BEFORE.replaceFirst(" +motto: .*\n +rank: .*\n", ""));
    generate(project, "forget", "--rows", "hero=40000000", "--keep-data");
    PythonJudge judge = PythonJudge.shared();
    History history = History.in(project.migrations());
    ReusedDatabase database = ReusedDatabase.emptied(16, "archived");
    String url = database.url().sqlalchemy();
    judge.upgrade(history, url, GenerateCasesTest.FIRST);

    try (Session session = database.open();
        Session reader = database.open()) {
      session.query(
          "INSERT INTO hero (name, motto, rank) SELECT 'h' || n, 'm' || n, n FROM"
              + " generate_series(1, "
              + ROWS
              + ") AS n");
      judge.upgrade(history, url, "+1");
      reader.begin();
      reader.query("LOCK TABLE hero IN ACCESS SHARE MODE");
      assertThatThrownBy(() -> judge.upgrade(history, url, "head"))
          .isInstanceOf(JudgeError.class)
          .hasMessageContaining("lock timeout");
      assertThat(one(session, "SELECT count(*) FROM limbeck_archive.hero_columns"))
          .isEqualTo(String.valueOf(ROWS));
      session.query("UPDATE hero SET motto = 'late' WHERE id = 7");
      session.query("UPDATE hero SET name = 'anew' WHERE id = 8");
      session.query("UPDATE hero SET id = 1000001 WHERE id = 9");
      session.query("DELETE FROM hero WHERE id = 10");
      session.query("INSERT INTO hero (id, name, motto) VALUES (1000002, 'new', 'fresh')");
      assertThat(judge.query(url, archived())).isEqualTo(expected());
      reader.rollback();
    }
    judge.upgrade(history, url, "head");
    assertThat(judge.query(url, archived())).isEqualTo(expected());

    try (Session session = database.open();
        Session reader = database.open()) {
      assertThat(one(session, "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"))
          .isEqualTo("0");
      reader.begin();
      reader.query("LOCK TABLE limbeck_archive.hero_columns IN ACCESS SHARE MODE");
      assertThatThrownBy(() -> judge.downgrade(history, url, "-1"))
          .isInstanceOf(JudgeError.class)
          .hasMessageContaining("lock timeout");
      reader.rollback();
    }
    judge.downgrade(history, url, GenerateCasesTest.FIRST);
    assertThat(
            judge.query(
                url,
                "SELECT id, motto, rank FROM hero WHERE id BETWEEN 7 AND 10 OR id > "
                    + ROWS
                    + " ORDER BY id"))
        .isEqualTo(
            List.of(
                List.of("7", "late", "7"),
                List.of("8", "m8", "8"),
                List.of("1000001", "m9", "9"),
                List.of("1000002", "fresh", "0")));
    assertThat(judge.query(url, "SELECT count(*) FROM hero WHERE motto = 'm' || rank"))
        .isEqualTo(List.of(List.of(String.valueOf(ROWS - 2))));
  }

  private static String archived() {
    return "SELECT id, motto FROM limbeck_archive.hero_columns WHERE id BETWEEN 7 AND 10 OR id > "
        + ROWS
        + " ORDER BY id";
  }

  private static List<List<String>> expected() {
    return List.of(
        List.of("7", "late"),
        List.of("8", "m8"),
        List.of("1000001", "m9"),
        List.of("1000002", "fresh"));
  }

  private static String one(Session session, String sql) {
    return session.query(sql).firstValue().orElseThrow();
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
