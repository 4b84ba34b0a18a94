package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Files that a user names and that are no part of the history. */
final class OtherFiles {
  private OtherFiles() {}

  /** Reads a file, looked for from the current directory and from the project's. */
  static SourceFile read(Path directory, String name) {
    Path plain = Path.of(name);
    Path file = Files.isRegularFile(plain) ? plain : directory.resolve(name);
    try {
      return new SourceFile(
          name.replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "cannot read " + name + ": " + FileReason.of(e),
          "name a revision, a range FROM:TO, a script or an .sql file",
          e);
    }
  }
}
