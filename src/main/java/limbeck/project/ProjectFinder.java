package limbeck.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.text.ToolFailure;

/**
 * Finds the Alembic environment a user means: in the directory named, else below it, else above it.
 */
public final class ProjectFinder {
  private static final int DEPTH = 3;

  /** Folders that hold other people's code or products of a build. */
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "venv", "env", "__pycache__", "site-packages", "build", "dist");

  private final ProjectFiles files;
  private final ConfigurationReader reader;

  private ProjectFinder(Path start, String section) {
    this.files = new ProjectFiles(start);
    this.reader = new ConfigurationReader(files, section);
  }

  /**
   * What the user said about the project.
   *
   * @param directory where to look
   * @param configuration alembic.ini or pyproject.toml, when named
   * @param section the ini section; empty is {@code alembic}
   * @param scripts folders of revision files that stand in for a configuration
   */
  public record Request(
      Path directory, Optional<Path> configuration, Optional<String> section, List<Path> scripts) {
    /** Copies the list. */
    public Request {
      scripts = List.copyOf(scripts);
    }

    /** Asks for the one environment in or around a directory. */
    public static Request in(Path directory) {
      return new Request(directory, Optional.empty(), Optional.empty(), List.of());
    }
  }

  /**
   * Finds and reads the project.
   *
   * @throws ToolFailure when there is none, when several come into question, or when its
   *     configuration cannot be read
   */
  public static Project find(Request request) {
    ProjectFinder finder =
        new ProjectFinder(request.directory(), request.section().orElse("alembic"));
    Path directory = request.directory().toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          request.directory() + " is not a directory",
          "name the project's directory with -C DIR");
    }
    if (!request.scripts().isEmpty()) {
      return finder.bare(request, directory);
    }
    return request
        .configuration()
        .map(it -> finder.named(directory.resolve(it).normalize()))
        .orElseGet(() -> finder.search(directory));
  }

  /**
   * Finds the project as {@link #find}, or takes the directory itself for one, of which no history
   * is known.
   */
  public static Project findOrAssume(Request request) {
    try {
      return find(request);
    } catch (ToolFailure failure) {
      boolean wrongUsage = failure.code() == ToolFailure.Code.USAGE;
      if (wrongUsage || request.configuration().isPresent()) {
        throw failure;
      }
      Path directory = request.directory().toAbsolutePath().normalize();
      return new ProjectFinder(request.directory(), request.section().orElse("alembic"))
          .reader.ofScripts(directory.resolve("migrations"));
    }
  }

  /**
   * Finds the project as {@link #find}; where there is none, takes the directory itself for one. A
   * project that cannot be read, or several of them, are told all the same.
   */
  public static Project findIfAny(Request request) {
    if (request.configuration().isPresent() || !request.scripts().isEmpty()) {
      return find(request);
    }
    ProjectFinder finder =
        new ProjectFinder(request.directory(), request.section().orElse("alembic"));
    Path directory = request.directory().toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      return find(request);
    }
    return finder
        .searched(directory)
        .orElseGet(() -> finder.reader.ofScripts(directory.resolve("migrations")));
  }

  /** Folders are named from where the user stands, or from the project's directory. */
  private Project bare(Request request, Path directory) {
    if (request.configuration().isPresent()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "--scripts stands in for a configuration, and "
              + request.configuration().get()
              + " is one",
          "leave out --scripts or -c");
    }
    List<Path> folders = new ArrayList<>();
    for (Path scripts : request.scripts()) {
      Path inside = directory.resolve(scripts).normalize();
      Path found = Files.isDirectory(inside) ? inside : scripts.toAbsolutePath().normalize();
      if (!Files.isDirectory(found)) {
        throw new ToolFailure(
            ToolFailure.Code.USAGE,
            "there is no folder " + scripts,
            "name a folder of revision files with --scripts DIR");
      }
      folders.add(found);
    }
    return reader.ofFolders(directory, folders);
  }

  private Project named(Path configuration) {
    if (!Files.isRegularFile(configuration)) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "there is no file " + files.display(configuration),
          "name alembic.ini or pyproject.toml with -c FILE");
    }
    boolean isToml = configuration.endsWith("pyproject.toml");
    return isToml
        ? reader.read(configuration.resolveSibling("alembic.ini"), configuration)
        : reader.read(configuration, configuration.resolveSibling("pyproject.toml"));
  }

  private Project search(Path directory) {
    return searched(directory)
        .orElseThrow(
            () ->
                new ToolFailure(
                    ToolFailure.Code.PROJECT,
                    "found no alembic.ini and no [tool.alembic] in or near "
                        + files.display(directory),
                    "name the project with -C DIR, or start one with: alembic init migrations"));
  }

  private Optional<Project> searched(Path directory) {
    if (reader.hasConfiguration(directory)) {
      return Optional.of(in(directory));
    }
    List<Path> below = new ArrayList<>();
    List<Path> scripts = new ArrayList<>();
    walk(directory, DEPTH, below, scripts);
    if (below.size() == 1) {
      return Optional.of(in(below.getFirst()));
    }
    if (below.size() > 1) {
      throw several(below);
    }
    for (Path at = directory; at != null && !isTop(at); at = at.getParent()) {
      Path parent = at.getParent();
      if (parent != null && reader.hasConfiguration(parent)) {
        return Optional.of(in(parent));
      }
    }
    return scripts.stream().filter(_ -> scripts.size() == 1).findFirst().map(reader::ofScripts);
  }

  private static boolean isTop(Path directory) {
    return Files.exists(directory.resolve(".git"));
  }

  private Project in(Path directory) {
    return reader.read(directory.resolve("alembic.ini"), directory.resolve("pyproject.toml"));
  }

  private ToolFailure several(List<Path> candidates) {
    List<String> names = candidates.stream().map(files::display).sorted().toList();
    return new ToolFailure(
        ToolFailure.Code.PROJECT,
        "several Alembic environments: " + String.join(", ", names),
        "choose one, for example: -C " + names.getFirst());
  }

  private void walk(Path directory, int depth, List<Path> found, List<Path> scripts) {
    if (depth == 0) {
      return;
    }
    for (Path child : folders(directory)) {
      if (reader.hasConfiguration(child)) {
        found.add(child);
      } else if (Files.isRegularFile(child.resolve("env.py"))
          && Files.isDirectory(child.resolve("versions"))) {
        scripts.add(child);
      } else {
        walk(child, depth - 1, found, scripts);
      }
    }
  }

  private static List<Path> folders(Path directory) {
    List<Path> result = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        if (!name.startsWith(".") && !SKIPPED.contains(name) && Files.isDirectory(child)) {
          result.add(child);
        }
      }
    } catch (IOException e) {
      // A folder we may not read cannot hold the user's project.
      return List.of();
    }
    return result.stream().sorted().toList();
  }
}
