package limbeck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the JVM begins. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] words) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    boolean isTerminal =
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    Console console =
        isTerminal
            ? new Console(out, err, System.getenv(), true, Main::line)
            : new Console(out, err, System.getenv(), false);
    int code =
        Training.isWanted() ? Training.run(console, System.in) : new Program(console).run(words);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static Optional<String> line() {
    return Optional.ofNullable(System.console()).map(java.io.Console::readLine);
  }

  /** The same bytes on every machine, whatever its locale. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
