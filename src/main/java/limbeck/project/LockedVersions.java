package limbeck.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of libraries that a project's lock files and requirements state. */
public final class LockedVersions {
  private static final List<String> LOCKS = List.of("uv.lock", "poetry.lock", "pdm.lock");
  private static final int FARTHEST = 6;

  private final List<String> locks = new ArrayList<>();
  private final List<String> pipfiles = new ArrayList<>();
  private final List<String> requirements = new ArrayList<>();
  private final List<String> projects = new ArrayList<>();

  /** Reads the files in the project's directories and above them, the nearest first. */
  public LockedVersions(Project project) {
    List<Path> folders = VirtualEnvironment.folders(project);
    for (Path folder : folders.subList(0, Math.min(FARTHEST, folders.size()))) {
      LOCKS.forEach(it -> add(folder.resolve(it), locks));
      add(folder.resolve("Pipfile.lock"), pipfiles);
      requirementFiles(folder).forEach(it -> add(it, requirements));
      add(folder.resolve("pyproject.toml"), projects);
      add(folder.resolve("setup.cfg"), projects);
    }
  }

  private static List<Path> requirementFiles(Path folder) {
    List<Path> result = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("requirements"))) {
      if (Files.isDirectory(place)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.txt")) {
          for (Path file : files) {
            boolean named = String.valueOf(file.getFileName()).startsWith("requirements");
            if (named || !place.equals(folder)) {
              result.add(file);
            }
          }
        } catch (IOException e) {
          // A folder that cannot be read states no versions.
          return List.of();
        }
      }
    }
    return result.stream().sorted().toList();
  }

  private static void add(Path file, List<String> texts) {
    try {
      if (Files.isRegularFile(file)) {
        texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // A file that cannot be read states no versions.
    }
  }

  /** Returns the one version that is locked or pinned; empty when none is. */
  public Optional<String> exact(String distribution) {
    String name = anyCase(distribution);
    return first(
            locks, "(?m)^name = \"" + name + "\"\\s*\\R(?:revision.*\\R)?version = \"([^\"]+)\"")
        .or(
            () ->
                first(
                    pipfiles,
                    "\"" + name + "\"\\s*:\\s*\\{[^{}]*?\"version\"\\s*:\\s*\"==([^\"]+)\""))
        .or(
            () ->
                first(
                    requirements,
                    "(?m)^\\s*" + name + "(?:\\[[^\\]]*\\])?\\s*===?\\s*([0-9][\\w.]*)"))
        .or(
            () ->
                first(
                    projects,
                    "[\"'\\s]" + name + "(?:\\[[^\\]]*\\])?\\s*===?\\s*([0-9][\\w.]*)(?![\\w.*])"));
  }

  /**
   * Returns the conditions that requirements put on a version, such as {@code >=2.0,<2.1} or {@code
   * ^2.0}; empty when there are none.
   */
  public List<String> conditions(String distribution) {
    String name = anyCase(distribution);
    String listed =
        "(?m)(?:^|[\"'])\\s*"
            + name
            + "(?:\\[[^\\]]*\\])?\\s*\\(?\\s*((?:[<>=!~]=?\\s*[0-9][\\w.*]*\\s*,?\\s*)+)";
    String poetry =
        "(?m)^\\s*" + name + "\\s*=\\s*(?:\\{[^}\\n]*?version\\s*=\\s*)?\"([^\"\\n]+)\"";
    List<String> result = new ArrayList<>();
    List<String> all = new ArrayList<>(requirements);
    all.addAll(projects);
    first(all, listed).or(() -> first(projects, poetry)).ifPresent(result::add);
    return result;
  }

  private static String anyCase(String distribution) {
    return "(?i:" + distribution.replace("-", "[-_.]") + ")";
  }

  private static Optional<String> first(List<String> texts, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    for (String text : texts) {
      Matcher matcher = compiled.matcher(text);
      if (matcher.find()) {
        return Optional.of(matcher.group(1).strip());
      }
    }
    return Optional.empty();
  }
}
