package limbeck.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.text.ToolFailure;

/**
 * The Python environment a project runs in, as far as its files show it; nothing of it is run.
 *
 * @param folder the environment's own folder
 * @param sitePackages where its packages lie
 */
public record VirtualEnvironment(Path folder, List<Path> sitePackages) {
  /** Copies the list. */
  public VirtualEnvironment {
    sitePackages = List.copyOf(sitePackages);
  }

  /**
   * Finds the environment of a project: the one stated, else the active one, else {@code .venv} or
   * {@code venv} in the project's directory or above it, up to the repository's top.
   *
   * @param stated an environment's folder or its interpreter
   * @param active the value of {@code VIRTUAL_ENV}
   * @throws ToolFailure when the stated one is none
   */
  public static Optional<VirtualEnvironment> find(
      Project project, Optional<Path> stated, Optional<Path> active) {
    if (stated.isPresent()) {
      Path path = project.start().toAbsolutePath().normalize().resolve(stated.get());
      Optional<VirtualEnvironment> found = of(Files.isDirectory(path) ? path : above(path, 2));
      if (found.isEmpty()) {
        throw new ToolFailure(
            ToolFailure.Code.USAGE,
            stated.get() + " is no Python environment with installed packages",
            "name the environment's folder or its interpreter, such as .venv/bin/python");
      }
      return found;
    }
    if (active.isPresent()) {
      Optional<VirtualEnvironment> found = of(active.get());
      if (found.isPresent()) {
        return found;
      }
    }
    for (Path folder : folders(project)) {
      for (String name : List.of(".venv", "venv")) {
        Optional<VirtualEnvironment> found = of(folder.resolve(name));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the project's directories, then those above up to the repository's top. */
  static List<Path> folders(Project project) {
    List<Path> result = new ArrayList<>();
    for (Path from : List.of(project.root(), project.start().toAbsolutePath().normalize())) {
      for (Path at = from; at != null; at = at.getParent()) {
        if (!result.contains(at)) {
          result.add(at);
        }
        if (Files.exists(at.resolve(".git"))) {
          break;
        }
      }
    }
    return result;
  }

  private static Path above(Path path, int levels) {
    Path at = path;
    for (int i = 0; i < levels && at.getParent() != null; i++) {
      at = at.getParent();
    }
    return at;
  }

  private static Optional<VirtualEnvironment> of(Path folder) {
    List<Path> found = new ArrayList<>();
    for (Path library : List.of(folder.resolve("lib"), folder.resolve("lib64"))) {
      for (Path version : children(library, "python3*")) {
        add(version.resolve("site-packages"), found);
        add(version.resolve("dist-packages"), found);
      }
    }
    add(folder.resolve("Lib").resolve("site-packages"), found);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new VirtualEnvironment(folder.normalize(), found));
  }

  private static void add(Path folder, List<Path> found) {
    try {
      if (Files.isDirectory(folder)) {
        Path real = folder.toRealPath();
        if (!found.contains(real)) {
          found.add(real);
        }
      }
    } catch (IOException e) {
      // A folder that cannot be resolved offers no packages.
    }
  }

  private static List<Path> children(Path folder, String pattern) {
    List<Path> result = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
        stream.forEach(result::add);
      } catch (IOException e) {
        // A folder that cannot be read offers no packages.
        return List.of();
      }
    }
    return result.stream().sorted().toList();
  }

  /** Returns the interpreter, which may not exist. */
  public Path interpreter() {
    Path unix = folder.resolve("bin").resolve("python");
    return Files.exists(unix) ? unix : folder.resolve("Scripts").resolve("python.exe");
  }

  /** Returns the version of an installed distribution, by its name on PyPI. */
  public Optional<String> version(String distribution) {
    return information(distribution)
        .map(
            it -> {
              String name = String.valueOf(it.getFileName());
              return name.substring(name.indexOf('-') + 1, name.length() - ".dist-info".length());
            });
  }

  /** Returns the {@code .dist-info} folder of a distribution. */
  private Optional<Path> information(String distribution) {
    String wanted = normal(distribution);
    return sitePackages.stream()
        .flatMap(it -> children(it, "*.dist-info").stream())
        .filter(it -> normal(distributionOf(it)).equals(wanted))
        .findFirst();
  }

  /** Returns the folders that describe the installed distributions. */
  List<Path> informations() {
    return sitePackages.stream().flatMap(it -> children(it, "*.dist-info").stream()).toList();
  }

  static String distributionOf(Path information) {
    String name = String.valueOf(information.getFileName());
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  static String normal(String distribution) {
    return distribution.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
