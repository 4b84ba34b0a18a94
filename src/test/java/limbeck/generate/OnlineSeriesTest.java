package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.judge.History;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A series for a large table, run by real Alembic phase by phase, up and down, while programs of
 * the versions that the plan says work go on reading and writing.
 */
@Tag("oracle")
@Tag("postgres")
class OnlineSeriesTest {
  static final int ROWS = 30_000;
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Pattern WORKS =
      Pattern.compile("\"works_(before|after)\"\\s*:\\s*(true|false)");
  private static final String BASE =
      """
      import sqlalchemy as sa
      from typing import Optional
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


      class Base(DeclarativeBase):
          pass


      """;

  @TempDir private Path folder;

  /** Which versions work after a phase. */
  private record Works(boolean before, boolean after) {}

  /**
   * A change, with what both versions of an application do.
   *
   * @param oldValues what the version before writes
   * @param youngValues what the version after writes
   * @param there what becomes of values of the version before; others stay
   * @param back what becomes of values of the version after on the way back
   */
  private record Story(
      String before,
      String after,
      List<String> options,
      String rows,
      SeriesWriters.Dialect old,
      SeriesWriters.Dialect young,
      List<String> oldValues,
      List<String> youngValues,
      Map<String, String> there,
      Map<String, String> back) {
    Story(
        String before,
        String after,
        List<String> options,
        String rows,
        SeriesWriters.Dialect old,
        SeriesWriters.Dialect young,
        List<String> values) {
      this(before, after, options, rows, old, young, values, values, Map.of(), Map.of());
    }
  }

  @Test
  void aRenamedColumnIsWrittenUnderBothNames() throws InterruptedException {
    String before =
        BASE
            + """
            class Hero(Base):
                __tablename__ = "hero"
                __table_args__ = (
                    sa.CheckConstraint("length(name) > 1", name="ck_hero_name"),
                )

                id: Mapped[int] = mapped_column(primary_key=True)
                name: Mapped[str] = mapped_column(index=True, server_default="nobody")
                age: Mapped[Optional[int]]
            """;
    play(
        new Story(
            before,
            before.replace("    name: Mapped", "    alias: Mapped").replace("(name)", "(alias)"),
            List.of("--rename", "hero.name:hero.alias"),
            "INSERT INTO hero (name) SELECT 'h' || n FROM generate_series(1, " + ROWS + ") AS n",
            dialect("name"),
            dialect("alias"),
            List.of("nobody", "old$n", "somebody else", "x$n")));
  }

  @Test
  void aColumnIsRenamedWithItsType() throws InterruptedException {
    String before =
        BASE
            + """
            class Hero(Base):
                __tablename__ = "hero"

                id: Mapped[int] = mapped_column(primary_key=True)
                power: Mapped[int] = mapped_column(index=True)
                age: Mapped[Optional[int]]
            """;
    SeriesWriters.Dialect young =
        new SeriesWriters.Dialect(
            "INSERT INTO hero (strength) VALUES ('$v') RETURNING id",
            "UPDATE hero SET strength = '$v' WHERE id = $id",
            "SELECT strength FROM hero WHERE id = $id");
    play(
        new Story(
            before,
            before.replace(
                "power: Mapped[int] = mapped_column(index=True)",
                "strength: Mapped[str] = mapped_column(sa.String(20), index=True)"),
            List.of("--rename", "hero.power:hero.strength"),
            "INSERT INTO hero (power) SELECT n FROM generate_series(1, " + ROWS + ") AS n",
            dialect("power"),
            young,
            List.of("7", "1$n", "-3", "2$n")));
  }

  private static SeriesWriters.Dialect dialect(String column) {
    return new SeriesWriters.Dialect(
        "INSERT INTO hero (" + column + ") VALUES ('$v') RETURNING id",
        "UPDATE hero SET " + column + " = '$v' WHERE id = $id",
        "SELECT " + column + " FROM hero WHERE id = $id");
  }

  @Test
  void aKeyOutgrowsItsType() throws InterruptedException {
    String before =
        BASE
            + """
            class Hero(Base):
                __tablename__ = "hero"

                id: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
                name: Mapped[str] = mapped_column(sa.String(40))


            class Deed(Base):
                __tablename__ = "deed"

                id: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
                hero_id: Mapped[int] = mapped_column(
                    sa.Integer, sa.ForeignKey("hero.id"), index=True
                )
            """;
    SeriesWriters.Dialect both =
        new SeriesWriters.Dialect(
            "WITH h AS (INSERT INTO hero (name) VALUES ('$v') RETURNING id) SELECT id FROM h",
            "UPDATE hero SET name = '$v' WHERE id = $id;"
                + " INSERT INTO deed (hero_id) VALUES ($id)",
            "SELECT name FROM hero WHERE id = $id");
    play(
        new Story(
            before,
            before
                .replace(
                    "mapped_column(sa.Integer, primary", "mapped_column(sa.BigInteger, primary")
                .replace("sa.Integer, sa.Foreign", "sa.BigInteger, sa.Foreign"),
            List.of(),
            "INSERT INTO hero (name) SELECT 'h' || n FROM generate_series(1, "
                + ROWS
                + ") AS n; INSERT INTO deed (hero_id) SELECT id FROM hero",
            both,
            both,
            List.of("old$n", "x$n")));
  }

  private static final String STATES =
      BASE
          + """
          STATE = sa.Enum("NEW", "OPEN", "CLOSED", name="state")


          class Hero(Base):
              __tablename__ = "hero"

              id: Mapped[int] = mapped_column(primary_key=True)
              state: Mapped[str] = mapped_column(STATE, index=True, server_default="NEW")
              last: Mapped[Optional[str]] = mapped_column(STATE)
          """;

  private static final String STATE_ROWS =
      "INSERT INTO hero (state, last) SELECT (ARRAY['NEW', 'OPEN', 'CLOSED'])[1 + n % 3]::state,"
          + " 'OPEN' FROM generate_series(1, "
          + ROWS
          + ") AS n";

  @Test
  void labelsAreWrittenWhileOneGoes() throws InterruptedException {
    play(
        new Story(
            STATES,
            STATES
                .replace("\"NEW\", \"OPEN\", \"CLOSED\"", "\"OPEN\", \"REJECTED\", \"CLOSED\"")
                .replace("server_default=\"NEW\"", "server_default=\"OPEN\""),
            List.of(
                "--map",
                "hero.state:NEW=OPEN",
                "--using-down",
                "hero.state=CASE state::text WHEN 'REJECTED' THEN 'CLOSED' ELSE state::text END",
                "--using-down",
                "hero.last=nullif(last::text, 'REJECTED')"),
            STATE_ROWS,
            dialect("state"),
            dialect("state"),
            List.of("NEW", "OPEN", "CLOSED"),
            List.of("OPEN", "CLOSED", "REJECTED"),
            Map.of("NEW", "OPEN"),
            Map.of("REJECTED", "CLOSED")));
  }

  @Test
  void labelsAreWrittenWhileTheirOrderChanges() throws InterruptedException {
    play(
        new Story(
            STATES,
            STATES.replace("\"NEW\", \"OPEN\", \"CLOSED\"", "\"CLOSED\", \"OPEN\", \"NEW\""),
            List.of(),
            STATE_ROWS,
            dialect("state"),
            dialect("state"),
            List.of("NEW", "OPEN", "CLOSED")));
  }

  private void play(Story story) throws InterruptedException {
    ScratchProject project = new ScratchProject(folder);
    project.models(story.before());
    generate(project, List.of(), "create tables", "--rev-id", GenerateCasesTest.FIRST);
    project.models(story.after());
    List<String> options = new ArrayList<>(List.of("--rows", "hero=40_000_000"));
    options.addAll(List.of("--rows", "deed=40_000_000"));
    options.addAll(story.options());
    List<Works> works = works(project, options);
    generate(project, options, "series", "--no-verify");
    List<String> ids =
        project.revisions().stream()
            .map(it -> it.getFileName().toString())
            .map(it -> it.replaceFirst("\\.py$", ""))
            .toList();
    assertThat(ids).hasSize(works.size());

    PythonJudge judge = PythonJudge.shared();
    Models models = Models.inFiles(project.modelsFile());
    History history = History.in(project.migrations());
    ReusedDatabase database = ReusedDatabase.emptied(16, "series");
    String url = database.url().sqlalchemy();
    List<String> revisions = revisions(project);
    judge.upgrade(history, url, revisions.getFirst());
    try (Session session = database.open()) {
      session.query(story.rows());
    }
    Map<String, String> expected = SeriesWriters.memory();
    SeriesWriters old = new SeriesWriters(database, story.old(), story.oldValues(), expected);
    SeriesWriters young = new SeriesWriters(database, story.young(), story.youngValues(), expected);
    for (int i = 1; i < works.size(); i++) {
      move(works.get(i - 1), works.get(i), old, young);
      judge.upgrade(history, url, revisions.get(i));
      young.run(works.get(i).after());
      Thread.sleep(150);
    }
    old.run(false);
    young.run(false);
    judged(old, young);
    assertThat(judge.compareMetadata(models, url)).isEmpty();
    expected.replaceAll((_, value) -> story.there().getOrDefault(value, value));
    lost(database, expected, story.young());
    for (int i = works.size() - 1; i > 0; i--) {
      move(works.get(i), works.get(i - 1), old, young);
      judge.downgrade(history, url, revisions.get(i - 1));
      old.run(works.get(i - 1).before());
      Thread.sleep(150);
    }
    old.run(false);
    young.run(false);
    judged(old, young);
    expected.replaceAll((_, value) -> story.back().getOrDefault(value, value));
    lost(database, expected, story.old());
  }

  /** While a phase runs, only those may go on that work before it and after it. */
  private static void move(Works from, Works to, SeriesWriters old, SeriesWriters young)
      throws InterruptedException {
    old.run(from.before() && to.before());
    young.run(from.after() && to.after());
  }

  private static void judged(SeriesWriters old, SeriesWriters young) {
    for (SeriesWriters it : List.of(old, young)) {
      assertThat(it.complaint()).isEmpty();
      assertThat(it.longest()).isLessThan(LONGEST);
      assertThat(it.written()).isPositive();
    }
  }

  /** Every row that was written has what was written last. */
  private static void lost(
      ReusedDatabase database, Map<String, String> expected, SeriesWriters.Dialect dialect) {
    String column = dialect.read().replaceFirst("^SELECT (\\w+) .*$", "$1");
    try (Session session = database.open()) {
      for (List<java.util.Optional<String>> row :
          session.query("SELECT id, " + column + " FROM hero WHERE id > " + ROWS).values()) {
        String id = row.get(0).orElseThrow();
        assertThat(row.get(1))
            .as("row %s", id)
            .isEqualTo(java.util.Optional.ofNullable(expected.get(id)));
      }
      assertThat(session.query("SELECT count(*) FROM hero").firstValue().orElseThrow())
          .isEqualTo(String.valueOf(ROWS + expected.size()));
      assertThat(
              session
                  .query("SELECT count(*) FROM hero WHERE " + column + " IS NULL")
                  .firstValue()
                  .orElseThrow())
          .isEqualTo("0");
    }
  }

  /** What the plan says works, first of all before it. */
  private static List<Works> works(ScratchProject project, List<String> options) {
    List<String> words = new ArrayList<>(List.of("plan", "--format", "json"));
    words.addAll(options);
    ScratchProject.Result result = project.run(words.toArray(String[]::new));
    assertThat(result.code()).as("%s", result).isZero();
    List<Boolean> found = new ArrayList<>();
    Matcher matcher = WORKS.matcher(result.out());
    while (matcher.find()) {
      found.add(matcher.group(2).equals("true"));
    }
    List<Works> works = new ArrayList<>(List.of(new Works(true, false)));
    for (int i = 0; i < found.size(); i += 2) {
      works.add(new Works(found.get(i), found.get(i + 1)));
    }
    return works;
  }

  private static List<String> revisions(ScratchProject project) {
    Pattern id = Pattern.compile("(?m)^revision = \"([^\"]+)\"");
    return project.revisions().stream()
        .map(project::read)
        .map(id::matcher)
        .filter(Matcher::find)
        .map(it -> it.group(1))
        .toList();
  }

  private static void generate(
      ScratchProject project, List<String> options, String message, String... more) {
    List<String> words = new ArrayList<>(List.of("generate", "-m", message));
    words.addAll(List.of(more));
    words.addAll(options);
    ScratchProject.Result result = project.run(words.toArray(String[]::new));
    assertThat(result.code()).as("%s", result).isZero();
  }
}
