package limbeck.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How git is asked, whoever asks it: in English, without a question back, of the folder named. */
public final class GitCommand {
  private GitCommand() {}

  /**
   * Returns git ready to start.
   *
   * @param folder inside the working tree it is asked about
   * @param arguments of git, from its options or its command on
   */
  public static ProcessBuilder of(Path folder, List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", folder.toString(), "-c", "core.fsmonitor=false"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    // A hook of git runs with these, and they would lead to another tree.
    List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
        .forEach(environment::remove);
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("LC_ALL", "C");
    return builder;
  }
}
