package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Files that a user names and that are no part of the history. */
final class OtherFiles {
  private OtherFiles() {}

  /** Leaves out the mark that some editors of Windows put before UTF-8. */
  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Reads a file, looked for from the current directory and from the project's. */
  static SourceFile read(Path directory, String name) {
    Path plain = Path.of(name);
    Path file = Files.isRegularFile(plain) ? plain : directory.resolve(name);
    try {
      return new SourceFile(
          name.replace('\\', '/'), withoutMark(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (CharacterCodingException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "cannot read " + name + ": " + FileReason.of(e),
          "convert it first, for example: iconv -f LATIN1 -t UTF-8 " + name,
          e);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "cannot read " + name + ": " + FileReason.of(e),
          "name a revision, a range FROM:TO, a script or an .sql file",
          e);
    }
  }
}
