package limbeck.project;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Reads Python source files. */
final class PythonFiles {
  private PythonFiles() {}

  static SourceFile read(ProjectFiles files, Path file) {
    byte[] bytes = files.bytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceFile(
          files.display(file), text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          files.display(file) + " is not UTF-8",
          "save it as UTF-8, or declare its encoding in the first line",
          e);
    }
  }
}
