package limbeck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the build runs once, so that the JVM learns which classes the usual commands need: several
 * command lines, one after the other in one JVM.
 */
final class Training {
  private Training() {}

  /** Returns whether this is such a run. */
  static boolean isWanted() {
    return Boolean.getBoolean("limbeck.training");
  }

  /**
   * Runs command lines.
   *
   * @param lines one command line each, its words parted by blanks
   */
  static int run(Console console, InputStream lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int code = new Program(console).run(line.strip().split(" +"));
        console.err().println("training: " + line + ": " + code);
      }
      return ExitCode.FINE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
