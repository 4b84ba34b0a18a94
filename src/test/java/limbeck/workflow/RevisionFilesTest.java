package limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision file is there whole, or not at all. */
class RevisionFilesTest {
  @TempDir Path folder;

  @Test
  void aFileIsWrittenWholeAndNothingElse() throws IOException {
    Path file = folder.resolve("versions/2026/a1.py");
    RevisionFiles.write(file, "revision = 'a1'  # ä\n", "a1.py");
    assertThat(file).content().isEqualTo("revision = 'a1'  # ä\n");
    assertThat(entries(file.resolveSibling(""))).containsExactly("a1.py");
  }

  @Test
  void whatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("a1.py"), "mine");
    assertThatThrownBy(() -> RevisionFiles.write(file, "theirs", "a1.py"))
        .isInstanceOf(ToolFailure.class)
        .hasMessage("a1.py is there already, and is left as it is");
    assertThat(file).content().isEqualTo("mine");
    assertThat(entries(folder)).containsExactly("a1.py");
  }

  @Test
  void aFolderThatCannotBeMadeLeavesNothingBehind() throws IOException {
    Files.writeString(folder.resolve("versions"), "a file where a folder should be");
    assertThatThrownBy(() -> RevisionFiles.write(folder.resolve("versions/a1.py"), "x", "a1.py"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageStartingWith("cannot write a1.py");
    assertThat(entries(folder)).containsExactly("versions");
  }

  @Test
  void anotherTextReplacesTheWholeOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a1.py"), "a long text from before");
    RevisionFiles.replace(file, "ä\n", "a1.py");
    assertThat(file).content().isEqualTo("ä\n");
    assertThat(entries(folder)).containsExactly("a1.py");
  }

  @Test
  void whatIsNotThereIsNotReplaced() throws IOException {
    assertThatThrownBy(() -> RevisionFiles.replace(folder.resolve("a1.py"), "x", "a1.py"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageStartingWith("cannot write a1.py: there is no such file");
    assertThat(entries(folder)).isEmpty();
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }
}
