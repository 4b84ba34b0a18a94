package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the project wants to be run on each new revision file is run, as Alembic runs it. */
class WriteHooksTest {
  private static final String MODELS =
      """
      from typing import Optional

      from sqlmodel import Field, SQLModel


      class Hero(SQLModel, table=True):
          id: Optional[int] = Field(default=None, primary_key=True)
          name: str
      """;

  @TempDir private Path folder;

  private ScratchProject.Result generate(String hooks, String program, String... more) {
    ScratchProject project = new ScratchProject(folder);
    project.models(MODELS);
    project.write("alembic.ini", project.read(folder.resolve("alembic.ini")) + hooks);
    project.write("hook.sh", "#!/bin/sh\n" + program);
    assertThat(folder.resolve("hook.sh").toFile().setExecutable(true)).isTrue();
    String[] words = {"generate", "-m", "create", "--rev-id", "001", "--no-verify"};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return project.run(all);
  }

  private String revision() {
    ScratchProject project = new ScratchProject(folder);
    return project.read(project.revisions().getLast());
  }

  private static final String EXEC =
      """

      [post_write_hooks]
      hooks = mine
      mine.type = exec
      mine.executable = ./hook.sh
      """;

  @Test
  void runsAProgramOnTheFile() {
    ScratchProject.Result result = generate(EXEC, "echo \"# seen $2 by $PWD\" >> \"$1\"\n");
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(revision()).contains("# seen  by " + folder);
    assertThat(result.err()).doesNotContain("post-write");
  }

  @Test
  void fillsInTheFileWhereTheOptionsNameIt() {
    ScratchProject.Result result =
        generate(
            EXEC + "mine.options = --note 'a b' REVISION_SCRIPT_FILENAME\n",
            "echo \"# $1 $2\" >> \"$3\"\n");
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(revision()).contains("# --note a b");
  }

  @Test
  void saysWhenAHookChangesWhatTheRevisionDoes() {
    ScratchProject.Result result = generate(EXEC, "sed -i 's/\"name\"/\"title\"/' \"$1\"\n");
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(result.err()).contains("the post-write hooks changed what");
  }

  @Test
  void aFailingHookLeavesTheRevision() {
    ScratchProject.Result result = generate(EXEC, "echo cannot parse >&2\nexit 3\n");
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(result.err()).contains("post-write hook mine", "exit code 3 (cannot parse)");
    assertThat(revision()).contains("op.create_table");
  }

  @Test
  void saysWhatCannotBeRun() {
    String missing = "\n[post_write_hooks]\nhooks = a, b, c, d\n";
    ScratchProject.Result result =
        generate(
            missing
                + "a.type = console_scripts\na.entrypoint = no-such-formatter\n"
                + "b.type = own_function\n"
                + "c.type = exec\n"
                + "d.type = exec\nd.executable = ./hook.sh\nd.options = 'open\n",
            "true\n");
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(result.err())
        .contains(
            "post-write hook a: there is no program no-such-formatter",
            "post-write hook b: its type 'own_function' is none that can be run",
            "post-write hook c: its executable is not stated",
            "post-write hook d: its options cannot be split: a quotation is not closed");
  }

  @Test
  void runsNoneWhenToldNotTo() {
    ScratchProject.Result result = generate(EXEC, "echo '# seen' >> \"$1\"\n", "--no-hooks");
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(revision()).doesNotContain("# seen");
  }
}
