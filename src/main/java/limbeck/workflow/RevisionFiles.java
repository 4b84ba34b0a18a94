package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import limbeck.text.ToolFailure;

/** Puts revision files in place: whole or not at all, and never over another. */
final class RevisionFiles {
  private RevisionFiles() {}

  /**
   * Writes a file aside and moves it into place.
   *
   * @param shown its name for the user
   * @throws ToolFailure when it is there already or cannot be written; then nothing is left behind
   */
  static void write(Path file, String text, String shown) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(shown, e);
    }
    try {
      Path aside = aside(folder, file);
      try {
        Files.write(aside, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        if (Files.exists(file)) {
          throw new FileAlreadyExistsException(shown);
        }
        // A link fails when the name is taken, where a move might replace what is there.
        Files.createLink(file, aside);
      } catch (UnsupportedOperationException noLinks) {
        Files.move(aside, file);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (FileAlreadyExistsException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          shown + " is there already, and is left as it is",
          "give another message or --rev-id",
          e);
    } catch (IOException e) {
      throw failure(shown, e);
    }
  }

  /**
   * Writes another text into a file that is there, aside first, so that it is never half of both.
   *
   * @throws ToolFailure when it cannot be written; then it is as before
   */
  static void replace(Path file, String text, String shown) {
    try {
      Path real = file.toRealPath();
      Path aside = aside(real.resolveSibling(""), real);
      try {
        Files.copy(real, aside, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        Files.move(aside, real, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw failure(shown, e);
    }
  }

  /**
   * Returns what a file holds.
   *
   * @throws ToolFailure when it cannot be read
   */
  static String read(Path file, String shown) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot read " + shown + ": " + FileReason.of(e),
          "check what the post-write hooks have made of it",
          e);
    }
  }

  private static Path aside(Path folder, Path file) {
    return folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
  }

  private static ToolFailure failure(String shown, IOException e) {
    return new ToolFailure(
        ToolFailure.Code.ENVIRONMENT,
        "cannot write " + shown + ": " + FileReason.of(e),
        "check that you may write to the folder and that the disk is not full",
        e);
  }
}
