package limbeck.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/**
 * Reads text files of a project and names them as the user would.
 *
 * @param start the directory the user named, as the user named it; files below it are named
 *     relative to it, others by their absolute path
 */
record ProjectFiles(Path start) {
  /** Returns how a file is named to the user, with forward slashes. */
  String display(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path from = start.toAbsolutePath().normalize();
    Path shown =
        absolute.startsWith(from) ? start.resolve(from.relativize(absolute)).normalize() : absolute;
    String text = shown.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }

  /**
   * Reads a configuration file, which must be UTF-8.
   *
   * @throws ToolFailure when it cannot be read
   */
  SourceFile read(Path file) {
    return new SourceFile(display(file), decode(file, bytes(file)));
  }

  byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "cannot read " + display(file) + ": " + e.getClass().getSimpleName(),
          "check that the file exists and that you may read it",
          e);
    }
  }

  private String decode(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT, display(file) + " is not UTF-8", "save it as UTF-8", e);
    }
  }
}
