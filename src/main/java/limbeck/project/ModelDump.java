package limbeck.project;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/**
 * Lets the project's own interpreter import the models and write their tables down. This runs the
 * project's code, so it happens only when the user asks for it.
 */
public final class ModelDump {
  private static final String SCRIPT = "dump_models.py";
  private static final long SECONDS = 180;
  private static final int LINES = 12;

  private ModelDump() {}

  /**
   * Returns the tables as plain declarations in Python.
   *
   * @param interpreter to run
   * @param path further folders in which Python looks for modules
   * @param dialect the database's name, as SQLAlchemy has it
   * @param modules dotted names, each with {@code :NAME} for one base or MetaData
   * @throws ToolFailure when the interpreter cannot be run, or the models cannot be imported
   */
  public static SourceFile of(
      Project project, Path interpreter, List<Path> path, String dialect, List<String> modules) {
    Path folder = temporary();
    try {
      Path script = folder.resolve(SCRIPT);
      Path output = folder.resolve("models.py");
      Path errors = folder.resolve("errors.txt");
      copyTo(script);
      List<String> command = new ArrayList<>();
      command.add(interpreter.toString());
      command.add(script.toString());
      command.add(dialect);
      command.addAll(modules);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(project.root().toFile());
      builder.environment().put("PYTHONPATH", searchPath(project, path));
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      int code = run(builder, interpreter);
      if (code != 0) {
        throw failed(interpreter, modules, Files.readString(errors));
      }
      return new SourceFile("models by " + interpreter, Files.readString(output));
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot run " + interpreter + ": " + e.getMessage(),
          "name the project's interpreter with --python, such as .venv/bin/python",
          e);
    } finally {
      delete(folder);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("limbeck-models");
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot write to the folder for temporary files",
          "make room there, or set TMPDIR to another folder",
          e);
    }
  }

  private static void copyTo(Path script) throws IOException {
    try (InputStream stream = ModelDump.class.getResourceAsStream(SCRIPT)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its resource " + SCRIPT);
      }
      Files.copy(stream, script);
    }
  }

  private static String searchPath(Project project, List<Path> path) {
    List<Path> folders = new ArrayList<>(project.systemPath());
    folders.add(project.root());
    folders.add(project.root().resolve("src"));
    folders.add(project.start().toAbsolutePath().normalize());
    folders.addAll(path);
    return folders.stream()
        .map(it -> it.toAbsolutePath().toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int run(ProcessBuilder builder, Path interpreter) throws IOException {
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new ToolFailure(
            ToolFailure.Code.ENVIRONMENT,
            interpreter + " has not imported the models within " + SECONDS + " s",
            "see what the modules do when they are imported");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static ToolFailure failed(Path interpreter, List<String> modules, String errors) {
    List<String> lines = errors.lines().filter(it -> !it.isBlank()).toList();
    String end =
        lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
            .map(it -> "\n  " + it)
            .collect(Collectors.joining());
    return new ToolFailure(
        ToolFailure.Code.ENVIRONMENT,
        interpreter + " cannot import " + String.join(", ", modules) + ":" + end,
        "correct that, or leave --models-via-python out: then nothing is run");
  }

  private static void delete(Path folder) {
    File[] files = folder.toFile().listFiles();
    if (files != null) {
      for (File file : files) {
        // What cannot be deleted stays in the folder for temporary files.
        boolean ignored = file.delete();
      }
    }
    boolean ignored = folder.toFile().delete();
  }
}
