package limbeck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What the build runs once, so that the JVM learns which classes the usual commands need: the
 * command lines on standard input, one after the other in one JVM.
 */
public final class Training {
  private Training() {}

  /**
   * Runs the command lines.
   *
   * @param nothing no arguments are taken; the words of a line are parted by blanks
   */
  public static void main(String[] nothing) throws IOException {
    Console console = new Console(System.out, System.err, System.getenv(), false);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int code = new Program(console).run(line.strip().split(" +"));
      System.err.println("training: " + line + ": " + code);
    }
    System.out.flush();
    System.exit(0);
  }
}
