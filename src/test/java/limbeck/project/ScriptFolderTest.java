package limbeck.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFolderTest {
  @TempDir Path directory;

  @Test
  void filesComeInAlembicsOrderAndSubFoldersOnlyWhenAsked() throws IOException {
    ProjectFolder folder = new ProjectFolder(directory.toRealPath());
    folder
        .with("alembic.ini", "[alembic]\nscript_location = m\n")
        .with("m/env.py", "")
        .with("m/versions/b.py", "")
        .with("m/versions/a.py", "")
        .with("m/versions/__init__.py", "")
        .with("m/versions/.#a.py", "")
        .with("m/versions/notes.txt", "")
        .with("m/versions/old/c.py", "")
        .with("m/versions/__pycache__/x.py", "");
    assertThat(ScriptFolder.files(folder.find()).stream().map(ScriptFile::path))
        .containsExactly(folder.path("m/versions/a.py"), folder.path("m/versions/b.py"));
    folder.with(
        "alembic.ini", "[alembic]\nscript_location = m\nrecursive_version_locations = true\n");
    assertThat(ScriptFolder.files(folder.find()).stream().map(ScriptFile::path))
        .containsExactly(
            folder.path("m/versions/a.py"),
            folder.path("m/versions/b.py"),
            folder.path("m/versions/old/c.py"));
  }
}
