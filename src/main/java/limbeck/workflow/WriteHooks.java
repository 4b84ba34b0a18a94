package limbeck.workflow;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import limbeck.project.Project;
import limbeck.project.VirtualEnvironment;
import limbeck.text.ShellWords;
import limbeck.text.ToolFailure;

/**
 * Runs the programs that a project wants to be run on every new revision file, as Alembic does:
 * formatters, as a rule. One that fails leaves the file as it is, and is reported.
 */
final class WriteHooks {
  private static final String TOKEN = "REVISION_SCRIPT_FILENAME";
  private static final String BY_HAND = "run it by hand to see why";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Project project;
  private final Optional<VirtualEnvironment> environment;
  private final Optional<String> searchPath;

  /**
   * Makes a runner.
   *
   * @param environment the project's Python environment, whose programs go first
   * @param searchPath the value of {@code PATH}
   */
  WriteHooks(
      Project project, Optional<VirtualEnvironment> environment, Optional<String> searchPath) {
    this.project = project;
    this.environment = environment;
    this.searchPath = searchPath;
  }

  /** Runs all hooks on a file; returns what went wrong. */
  List<Problem> run(Path file) {
    List<Problem> problems = new ArrayList<>();
    for (Project.WriteHook hook : project.hooks()) {
      try {
        run(hook, file);
      } catch (ToolFailure failure) {
        problems.add(
            Problem.warning(
                "post-write hook "
                    + hook.name()
                    + ": "
                    + failure.what()
                    + "; "
                    + failure.help()
                    + ". The revision is written all the same.",
                Optional.empty()));
      }
    }
    return problems;
  }

  private void run(Project.WriteHook hook, Path file) {
    List<String> command = new ArrayList<>(program(hook));
    command.addAll(arguments(hook, file));
    Path output;
    try {
      output = Files.createTempFile("limbeck-hook", ".txt");
    } catch (IOException e) {
      throw failure("its output cannot be kept: " + FileReason.of(e), BY_HAND);
    }
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      Path folder = option(hook, "cwd").map(Path::of).orElse(project.root());
      builder.directory(project.root().resolve(folder).toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw failure("it was stopped after " + LONGEST.toSeconds() + " s", BY_HAND);
      }
      if (process.exitValue() != 0) {
        throw failure("it ended with exit code " + process.exitValue() + lastLine(output), BY_HAND);
      }
    } catch (IOException e) {
      throw failure("cannot run " + command.getFirst() + ": " + FileReason.of(e), BY_HAND);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("it was interrupted", BY_HAND);
    } finally {
      delete(output);
    }
  }

  private static void delete(Path output) {
    try {
      Files.deleteIfExists(output);
    } catch (IOException e) {
      // A temporary file that stays is the system's to remove.
    }
  }

  private static String lastLine(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
        .lines()
        .filter(it -> !it.isBlank())
        .reduce((_, last) -> last)
        .map(it -> " (" + it.strip() + ")")
        .orElse("");
  }

  private List<String> program(Project.WriteHook hook) {
    String type = option(hook, "type").orElse("");
    return switch (type) {
      case "console_scripts" -> List.of(find(required(hook, "entrypoint")));
      case "exec" -> List.of(find(required(hook, "executable")));
      case "module" -> List.of(find("python"), "-m", required(hook, "module"));
      default ->
          throw failure(
              "its type '" + type + "' is none that can be run",
              "use console_scripts, exec or module; a type the project registers itself is Python");
    };
  }

  private List<String> arguments(Project.WriteHook hook, Path file) {
    String line = option(hook, "options").orElse("");
    String whole = line.contains(TOKEN) ? line : TOKEN + " " + line;
    try {
      return ShellWords.split(whole).stream()
          .map(it -> it.replace(TOKEN, file.toAbsolutePath().toString()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw failure(
          "its options cannot be split: " + e.getMessage(), "correct " + hook.name() + ".options");
    }
  }

  private static Optional<String> option(Project.WriteHook hook, String key) {
    return Optional.ofNullable(hook.options().get(key)).filter(it -> !it.isBlank());
  }

  private static String required(Project.WriteHook hook, String key) {
    return option(hook, key)
        .orElseThrow(
            () ->
                failure(
                    "its " + key + " is not stated",
                    "add " + hook.name() + "." + key + " to the configuration"));
  }

  /** Finds a program in the project's environment, then where the shell would find it. */
  private String find(String name) {
    Path asGiven = project.root().resolve(name);
    if (name.contains(File.separator)) {
      return asGiven.toString();
    }
    Stream<Path> own =
        environment.stream()
            .flatMap(it -> Stream.of(it.folder().resolve("bin"), it.folder().resolve("Scripts")));
    Stream<Path> everywhere =
        searchPath.stream()
            .flatMap(it -> Stream.of(it.split(File.pathSeparator, -1)))
            .filter(it -> !it.isEmpty())
            .map(Path::of);
    return Stream.concat(own, everywhere)
        .flatMap(it -> Stream.of(it.resolve(name), it.resolve(name + ".exe")))
        .filter(it -> Files.isRegularFile(it) && Files.isExecutable(it))
        .findFirst()
        .map(Path::toString)
        .orElseThrow(
            () ->
                failure(
                    "there is no program " + name,
                    "install it in the project's environment, or name that with --python"));
  }

  private static ToolFailure failure(String what, String help) {
    return new ToolFailure(ToolFailure.Code.ENVIRONMENT, what, help);
  }
}
