package limbeck.project;

import java.nio.file.Path;
import limbeck.python.syntax.SourceDecoder;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Reads Python source files, in the encoding they declare. */
final class PythonFiles {
  private PythonFiles() {}

  /**
   * Reads a file.
   *
   * @throws ToolFailure when it cannot be read or is not in its encoding
   */
  static SourceFile read(ProjectFiles files, Path file) {
    return decoded(files.display(file), files, file);
  }

  /**
   * Returns a file that is read when its text is asked for, and fails then as {@link #read}.
   *
   * @param name how it is named to the user
   */
  static SourceFile unread(String name, ProjectFiles files, Path file) {
    return new SourceFile(name, () -> decoded(name, files, file).text());
  }

  private static SourceFile decoded(String name, ProjectFiles files, Path file) {
    return switch (SourceDecoder.decode(name, files.bytes(file))) {
      case SourceDecoder.Text text -> text.file();
      case SourceDecoder.Undecodable(String message, int _) ->
          throw new ToolFailure(
              ToolFailure.Code.PROJECT,
              name + ": " + message,
              "save it as UTF-8, or declare its encoding in the first line");
    };
  }
}
