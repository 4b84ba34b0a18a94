package limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code limbeck review} on a small project: what it selects, accepts, and prints. */
class ReviewCommandTest {
  private static final String FIRST =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "a"
      down_revision = None


      def upgrade():
          op.create_table(
              "task",
              sa.Column("id", sa.Integer(), primary_key=True),
              sa.Column("name", sa.String(50)),
          )


      def downgrade():
          op.drop_table("task")
      """;
  private static final String SECOND =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "b"
      down_revision = "a"


      def upgrade():
          op.drop_column("task", "name")
          op.add_column("task", sa.Column("note", sa.Text(), nullable=True))


      def downgrade():
          op.drop_column("task", "note")
          op.add_column("task", sa.Column("name", sa.String(50)))
      """;

  @TempDir private Path folder;
  private Path versions;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void project() throws IOException {
    versions = Files.createDirectories(folder.resolve("migrations/versions"));
    Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
    Files.writeString(folder.resolve("migrations/env.py"), "target_metadata = None\n");
    Files.writeString(versions.resolve("a.py"), FIRST);
    Files.writeString(versions.resolve("b.py"), SECOND);
  }

  private Run review(String... options) {
    return reviewIn(folder, options);
  }

  private static Run reviewIn(Path folder, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[options.length + 3];
    words[0] = "review";
    words[1] = "-C";
    words[2] = folder.toString();
    System.arraycopy(options, 0, words, 3, options.length);
    int code =
        new Program(
                new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Map.of(),
                    false))
            .run(words);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theReportTellsStepsAndFindings() {
    Run run = review("b", "--format", "json");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("\"schema_version\" : 1", "\"rule\" : \"LK101\"", "\"revision\" : \"b\"")
        .contains("\"lock\" : \"ACCESS EXCLUSIVE\"", "\"blocks\" : false")
        .contains("all values of task.name", "\"statements\" : 2", "\"understood\" : 2");
  }

  @Test
  void aCommentAllowsAFindingUntilItsDay() throws IOException {
    String allowed =
        SECOND.replace(
            "op.drop_column(\"task\", \"name\")\n",
            "op.drop_column(\"task\", \"name\")  # limbeck: allow LK101, LK108 -- archived\n");
    Files.writeString(versions.resolve("b.py"), allowed);
    assertThat(review("b").out()).contains("allowed by comments").doesNotContain("LK101");
    Files.writeString(
        versions.resolve("b.py"), allowed.replace(" -- archived", " until 2020-01-01 -- archived"));
    assertThat(review("b").out()).contains("LK101", "suppression-expired");
  }

  @Test
  void theBaselineHoldsWhatIsKnown() {
    String file = folder.resolve("known.txt").toString();
    assertThat(review("b", "--baseline", file, "--write-baseline").code())
        .isEqualTo(ExitCode.FINDINGS);
    Run run = review("b", "--baseline", file);
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("No findings.", "known from the baseline");
  }

  @Test
  void theLedgerTellsWhatWasChanged() throws IOException {
    Path script = versions.resolve("a.py");
    String text = Files.readString(script);
    assertThat(review("b", "--record").err())
        .contains("recorded 2 revisions in ", "limbeck.ledger");
    assertThat(review("b").out()).doesNotContain("LK607", "LK608", "LK609");
    Files.writeString(script, "# a remark\n" + text);
    assertThat(review("b").out()).doesNotContain("LK607");
    Files.writeString(script, text + "\n\nprint(1)\n");
    assertThat(review("b").out()).contains("a.py:1:1: high LK607").contains("in the ledger");
    assertThat(review("b", "--record").out()).doesNotContain("LK607");
    assertThat(review("b").out()).doesNotContain("LK607");
    Files.writeString(script, text);
    Path other = versions.resolve("b.py");
    Files.writeString(
        other, Files.readString(other).replaceFirst("down_revision = .*", "down_revision = None"));
    assertThat(review("b").out()).contains("LK608", "down_revision was a in the ledger");
    Files.delete(other);
    assertThat(review("a").out()).contains("limbeck.ledger:4:1: critical LK609");
  }

  @Test
  void theLedgerMayLieElsewhere() throws IOException {
    assertThat(review("b", "--ledger", "nowhere").code()).isEqualTo(ExitCode.UNUSABLE);
    Files.writeString(folder.resolve("limbeck.toml"), "[review]\nledger = \"kept/ledger\"\n");
    assertThat(review("b", "--record").code()).isEqualTo(ExitCode.UNUSABLE);
    Files.createDirectories(folder.resolve("kept"));
    assertThat(review("b", "--record").err()).contains("recorded 2 revisions in ", "kept/ledger");
    Files.writeString(folder.resolve("kept/ledger"), "<<<<<<< ours\n");
    assertThat(review("b").err()).contains("kept/ledger:1: this is no line of a ledger");
  }

  @Test
  void severitiesAndRulesAreChosen() throws IOException {
    assertThat(review("b", "--fail-on", "critical").code()).isEqualTo(ExitCode.FINE);
    assertThat(review("b", "--rule", "column-dropped=off").out()).doesNotContain("LK101");
    assertThat(review("b", "--rule", "no-lock-timeout=critical").out()).contains("critical LK330");
    Files.writeString(
        folder.resolve("limbeck.toml"),
        "[review]\nfail_on = \"never\"\nrules = {LK101 = \"low\"}\n");
    Run run = review("b");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("low LK101");
    assertThat(review("b", "--rule", "no-such-rule=off").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void sqlFilesAndScriptsAreTakenByPath() throws IOException {
    Path sql = folder.resolve("change.sql");
    Files.writeString(sql, "CREATE INDEX ix ON task (note);\nDROP TABLE task;\n");
    assertThat(review(sql.toString()).out()).contains("LK301", "change.sql:2:1", "LK102");
    assertThat(review(versions.resolve("b.py").toString()).out()).contains("LK101");
  }

  @Test
  void aFileWithoutAStatementIsSaidToHoldNone() throws IOException {
    Path sql = folder.resolve("empty.sql");
    Files.writeString(sql, "-- to be written\n;\n");
    Run run = review(sql.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).contains("empty.sql holds no statement to review");
    Files.writeString(sql, "SELECT 1;\n");
    assertThat(review(sql.toString()).err()).doesNotContain("no statement");
  }

  @Test
  void sqlNeedsNoProject(@TempDir Path alone) throws IOException {
    Path sql = alone.resolve("change.sql");
    Files.writeString(sql, "\uFEFF\\connect x\r\nCREATE INDEX ix ON task (note);\r\n");
    Run run = reviewIn(alone, sql.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    // What no history tells of is not missing for that.
    assertThat(run.out())
        .contains("change.sql:2:1: high LK301", "a command of psql")
        .doesNotContain("LK208");
    assertThat(reviewIn(alone, "heads").err()).contains("found no alembic.ini");
  }

  @Test
  void whatCannotBeReadSaysHowToGoOn() throws IOException {
    Path sql = folder.resolve("latin.sql");
    Files.write(sql, "COMMENT ON TABLE t IS 'caf\u00e9'".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(review(sql.toString()).err()).contains("it is not UTF-8", "iconv -f LATIN1");
    assertThat(review("heads", "--ledger", "other.ledger").err())
        .contains("limbeck review --record --ledger ")
        .contains("other.ledger");
  }

  @Test
  void onlyWhatTheBaseLacksIsReviewed() throws IOException, InterruptedException {
    git("init", "-q");
    Files.delete(versions.resolve("b.py"));
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
    Files.writeString(versions.resolve("b.py"), SECOND);
    Run run = review("--base", "HEAD", "--format", "json");
    assertThat(run.out()).contains("\"revisions\" : 1", "LK101").doesNotContain("LK607");
    Files.writeString(versions.resolve("a.py"), FIRST.replace("50", "60"));
    assertThat(review("--base", "HEAD").out()).contains("LK607 merged-revision-edited");
    assertThat(review("--base", "no-such-branch").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  private void git(String... words) throws IOException, InterruptedException {
    String[] command = new String[words.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = folder.toString();
    System.arraycopy(words, 0, command, 3, words.length);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void aSafeFixIsWrittenIntoTheScript() throws IOException {
    String plain =
        SECOND.replace(
            "    op.drop_column(\"task\", \"name\")\n    op.add_column(\"task\", sa.Column(\"note\", sa.Text(), nullable=True))\n",
            "    op.create_index(\"ix_name\", \"task\", [\"name\"])\n");
    Files.writeString(versions.resolve("b.py"), plain);
    assertThat(review("b").out()).contains("LK301");
    assertThat(review("b", "--fix").out()).doesNotContain("LK301");
    assertThat(Files.readString(versions.resolve("b.py")))
        .contains("autocommit_block():", "postgresql_concurrently=True");
  }

  @Test
  void everyFormatIsWritten() {
    assertThat(review("b", "--format", "sarif").out())
        .contains("\"version\" : \"2.1.0\"", "\"ruleId\" : \"LK101\"", "partialFingerprints");
    assertThat(review("b", "--format", "github").out()).contains("::error file=", "line=9");
    assertThat(review("b", "--format", "gitlab").out()).startsWith("[").contains("check_name");
    assertThat(review("b", "--format", "junit").out()).contains("<testsuite", "<failure");
    assertThat(review("b", "--format", "markdown").out()).contains("| `LK101 column-dropped`");
    assertThat(review("b").out()).contains("9 |     op.drop_column", "^^^");
    assertThat(review("b", "--format", "yaml").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void aSchemaIsReviewedAsAWhole() {
    Run run = review("--scope", "schema", "--from", "history");
    assertThat(run.out())
        .contains("Entity overview", "Tables", "Relations", "Index rationale", "Findings")
        .contains("low narrow-key: task.id");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(review("a", "--scope", "schema", "--fail-on", "medium").code())
        .isEqualTo(ExitCode.FINE);
    assertThat(review("a", "--scope", "schema", "--format", "json").out())
        .contains("\"schema_version\" : 1", "\"role\" : \"alone\"", "\"check\" : \"narrow-key\"");
    assertThat(review("a", "--scope", "schema", "--format", "markdown").out())
        .contains("## Index rationale", "- `task.task_pkey` (id), unique: makes the primary key");
    assertThat(review("--scope", "schema", "--format", "sarif").code())
        .isEqualTo(ExitCode.UNUSABLE);
    assertThat(review("--scope", "tables").code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(review("--from", "models").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  @Tag("postgres")
  void aTraceConfirmsWhatWasForetold() throws IOException {
    Files.writeString(
        versions.resolve("b.py"),
        SECOND.replace(
            "    op.drop_column(\"task\", \"name\")\n    op.add",
            "    op.create_index(\"ix_name\", \"task\", [\"name\"])\n    op.add"));
    Run run = review("b", "--trace", "--format", "json");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"outcome\" : \"confirmed\"").doesNotContain("mismatch");
    Files.writeString(
        versions.resolve("b.py"),
        SECOND.replace(
            "    op.add",
            "    op.execute(\"UPDATE task SET id = id + 1000\")\n"
                + "    op.execute(\"DELETE FROM task\")\n    op.add"));
    assertThat(review("b", "--trace").out())
        .contains("task.name is gone with ", "task.id has other values", "task has lost ")
        .doesNotContain("mismatch");
  }
}
