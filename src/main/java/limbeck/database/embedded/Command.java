package limbeck.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import limbeck.text.ToolFailure;

/** Programs that run, print something and end. */
final class Command {
  /**
   * How a program ended.
   *
   * @param exitCode zero for success
   * @param output both its streams
   */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  private Command() {}

  /** Runs a program to its end. */
  static Result run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    cleanEnvironment(builder.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.waitFor(), output);
    } catch (IOException absent) {
      String message = absent.getMessage();
      return new Result(127, message == null ? command.getFirst() + " cannot run" : message);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "interrupted while running " + command.getFirst(),
          "Run the command again.",
          interrupted);
    }
  }

  /**
   * Removes what would make the programs of PostgreSQL behave by the user's settings: its own
   * variables, and languages, in which messages could not be recognized.
   */
  static void cleanEnvironment(Map<String, String> environment) {
    environment.keySet().removeIf(it -> it.startsWith("PG") || it.startsWith("LC_"));
    environment.remove("LANGUAGE");
    environment.put("LANG", "C");
    environment.put("TZ", "UTC");
  }
}
