package limbeck.python.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running Python that dumps the trees of files with its own parser. */
final class PythonTrees implements AutoCloseable {
  private static final Path SCRIPT = Path.of("src", "test", "python", "dump_trees.py");

  private final Process process;
  private final BufferedReader answers;

  /**
   * What Python says of a file.
   *
   * @param error "line column message" when it is no Python to it
   */
  record Answer(List<String> tree, Optional<String> error) {}

  /** Starts the Python of the test environment. */
  static PythonTrees start() {
    return new PythonTrees(System.getProperty("limbeck.python", ".cache/python/bin/python"));
  }

  PythonTrees(String python) {
    try {
      process =
          new ProcessBuilder(python, "-X", "utf8", SCRIPT.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 20);
  }

  /**
   * What Python is asked.
   *
   * @param version such as {@code 3.11}
   * @param library its standard library
   * @param packages what is installed
   */
  record About(String version, Path library, Path packages) {
    /** Returns whether positions inside f-strings are as ours, as they are since 3.12. */
    boolean placesFormats() {
      return Integer.parseInt(version.substring(version.indexOf('.') + 1)) >= 12;
    }
  }

  About about() {
    List<String> lines = ask("?").tree();
    return new About(lines.get(0), Path.of(lines.get(1)), Path.of(lines.get(2)));
  }

  /** Asks for one file and waits for the answer. */
  Answer dump(Path file) {
    return ask(file.toString());
  }

  private Answer ask(String question) {
    try {
      OutputStream questions = process.getOutputStream();
      questions.write((question + "\n").getBytes(StandardCharsets.UTF_8));
      questions.flush();
      return read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Answer read() throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith("FILE ")) {
      throw new IOException("unexpected answer: " + line);
    }
    List<String> tree = new ArrayList<>();
    while (true) {
      line = answers.readLine();
      if (line == null) {
        throw new IOException("Python ended");
      }
      if (line.equals("DONE")) {
        return new Answer(tree, Optional.empty());
      }
      if (line.startsWith("ERROR ")) {
        answers.readLine();
        return new Answer(List.of(), Optional.of(line.substring(6)));
      }
      tree.add(line);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
