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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code limbeck review --base}: what the branch changes for the release of the base. */
class ReviewBaseTest {
  private static final String MODELS =
      """
      from sqlalchemy import Text
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


      class Base(DeclarativeBase):
          pass


      class Task(Base):
          __tablename__ = "task"
          id: Mapped[int] = mapped_column(primary_key=True)
          name: Mapped[str | None] = mapped_column(Text)
      """;

  private static final String SCRIPT =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "%s"
      down_revision = %s


      def upgrade():
          %s


      def downgrade():
          %s
      """;

  @TempDir private Path folder;
  private Path versions;

  @BeforeEach
  void branch() throws IOException, InterruptedException {
    versions = Files.createDirectories(folder.resolve("service/migrations/versions"));
    Files.writeString(
        folder.resolve("service/alembic.ini"),
        "[alembic]\nscript_location = migrations\nprepend_sys_path = .\n");
    Files.writeString(
        folder.resolve("service/migrations/env.py"),
        "from app.models import Base\ntarget_metadata = Base.metadata\n");
    Files.createDirectories(folder.resolve("service/app"));
    Files.writeString(folder.resolve("service/app/__init__.py"), "");
    Files.writeString(folder.resolve("service/app/models.py"), MODELS);
    Files.writeString(
        versions.resolve("a.py"),
        SCRIPT.formatted(
            "a",
            "None",
            "op.create_table(\"task\", sa.Column(\"id\", sa.Integer(), primary_key=True),"
                + " sa.Column(\"name\", sa.Text()))",
            "op.drop_table(\"task\")"));
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
    Files.writeString(
        versions.resolve("b.py"),
        SCRIPT.formatted(
            "b",
            "\"a\"",
            "op.drop_column(\"task\", \"name\")",
            "op.add_column(\"task\", sa.Column(\"name\", sa.Text()))"));
  }

  private void git(String... words) throws IOException, InterruptedException {
    String[] command = new String[words.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = folder.toString();
    System.arraycopy(words, 0, command, 3, words.length);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private String review(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] words = new String[options.length + 4];
    words[0] = "review";
    words[1] = "-C";
    words[2] = folder.resolve("service").toString();
    words[3] = "--no-cache";
    System.arraycopy(options, 0, words, 4, options.length);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    new Program(new Console(print, print, Map.of(), false)).run(words);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theRunningReleaseIsThatOfTheBase() throws IOException {
    Path models = folder.resolve("service/app/models.py");
    Files.writeString(
        models, MODELS.replace("    name: Mapped[str | None] = mapped_column(Text)\n", ""));
    assertThat(review("--base", "HEAD"))
        .contains("LK416", "every SELECT and INSERT of the model app.models.Task")
        .contains("names task.name")
        .doesNotContain("LK414", "LK613");
    assertThat(review("b")).doesNotContain("LK416");
    assertThat(review("--base", "no-such-branch")).contains("git does not know the base");
  }

  @Test
  void whatModelsStateBesideIsToldOfTheNewestRevision() throws IOException {
    assertThat(review("b")).contains("LK414", "LK613 models-not-covered", "task.name");
    assertThat(review("a")).doesNotContain("LK613");
    Files.writeString(
        folder.resolve("service/app/main.py"),
        "from app.models import Base\n\n\ndef start(engine):\n    Base.metadata.create_all(engine)\n");
    assertThat(review("b")).contains("LK614", "app/main.py:5:5");
  }
}
