package limbeck.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Makes a project of the configuration files of one directory. */
final class ConfigurationReader {
  private static final List<String> TOML_PATH = List.of("tool", "alembic");

  private final ProjectFiles files;
  private final String section;

  /**
   * Reads for a user.
   *
   * @param section the ini section to use
   */
  ConfigurationReader(ProjectFiles files, String section) {
    this.files = files;
    this.section = section;
  }

  /** Returns whether a directory holds an Alembic configuration. */
  boolean hasConfiguration(Path directory) {
    return Files.isRegularFile(directory.resolve("alembic.ini"))
        || toml(directory.resolve("pyproject.toml")).isPresent();
  }

  private Optional<TomlFile> toml(Path file) {
    return Files.isRegularFile(file)
        ? TomlFile.table(files.read(file), TOML_PATH)
        : Optional.empty();
  }

  /** Reads the files; a missing one is as good as an empty one. */
  Project read(Path iniPath, Path tomlPath) {
    Optional<IniFile> ini =
        Files.isRegularFile(iniPath)
            ? Optional.of(
                IniFile.parse(files.read(iniPath), Map.of("here", posix(parent(iniPath)))))
            : Optional.empty();
    Optional<TomlFile> toml = toml(tomlPath);
    Path directory = ini.isPresent() ? parent(iniPath) : parent(tomlPath);
    Configuration configuration =
        new Configuration(ini, toml, section, Optional.of(parent(tomlPath)));
    List<Path> sources = new ArrayList<>();
    ini.ifPresent(_ -> sources.add(iniPath));
    toml.ifPresent(_ -> sources.add(tomlPath));
    return project(configuration, directory, sources);
  }

  /** Makes a project of a bare script folder, under Alembic's defaults. */
  Project ofScripts(Path scripts) {
    return project(
        new Configuration(Optional.empty(), Optional.empty(), section, Optional.empty()),
        parent(scripts),
        List.of(),
        scripts);
  }

  /**
   * Makes a project of bare folders. One with an env.py is the script location, whose revisions are
   * in {@code versions}; any other holds revisions itself. All are searched with their sub-folders:
   * who names a folder means all that is in it.
   */
  Project ofFolders(Path root, List<Path> folders) {
    List<Path> versions =
        folders.stream()
            .map(it -> isScriptLocation(it) ? it.resolve("versions") : it)
            .filter(Files::isDirectory)
            .toList();
    Path first = folders.getFirst();
    Path location =
        !isScriptLocation(first) && isScriptLocation(parent(first)) ? parent(first) : first;
    Configuration none =
        new Configuration(Optional.empty(), Optional.empty(), section, Optional.empty());
    return project(none, root, List.of(), location, versions, true);
  }

  private static boolean isScriptLocation(Path folder) {
    return Files.isRegularFile(folder.resolve("env.py"));
  }

  private Project project(Configuration configuration, Path directory, List<Path> sources) {
    Optional<String> stated = configuration.value("script_location").filter(it -> !it.isBlank());
    if (stated.isPresent()) {
      Path root = workingDirectory(configuration, directory, stated.get());
      Path scripts = locate(configuration, root, stated.get());
      if (!Files.isDirectory(scripts)) {
        throw new ToolFailure(
            ToolFailure.Code.PROJECT,
            "script_location "
                + stated.get()
                + " does not exist (looked at "
                + files.display(scripts)
                + ")",
            "correct script_location, or create the folder with: alembic init " + stated.get());
      }
      return project(configuration, root, sources, scripts);
    }
    // Flask-Migrate keeps alembic.ini beside env.py and passes the location itself.
    if (Files.isRegularFile(directory.resolve("env.py"))) {
      return project(configuration, parent(directory), sources, directory);
    }
    throw noScriptLocation(configuration, sources);
  }

  private Project project(
      Configuration configuration, Path root, List<Path> sources, Path scripts) {
    List<Path> versions =
        configuration.versionLocations().stream()
            .map(it -> locate(configuration, root, it))
            .toList();
    return project(
        configuration,
        root,
        sources,
        scripts,
        versions.isEmpty() ? List.of(scripts.resolve("versions")) : versions,
        configuration.flag("recursive_version_locations"));
  }

  private Project project(
      Configuration configuration,
      Path root,
      List<Path> sources,
      Path scripts,
      List<Path> versions,
      boolean recursive) {
    Path template = scripts.resolve("script.py.mako");
    Optional<SourceFile> templateText =
        Files.isRegularFile(template) ? Optional.of(files.read(template)) : Optional.empty();
    Set<Path> settingsIn = new LinkedHashSet<>();
    sources.forEach(it -> settingsIn.add(parent(it)));
    settingsIn.add(root);
    settingsIn.add(files.start().toAbsolutePath().normalize());
    return new Project(
        files.start(),
        root,
        sources,
        section,
        scripts,
        versions,
        recursive,
        naming(configuration),
        configuration.prependSysPath().stream().map(it -> root.resolve(it).normalize()).toList(),
        configuration.options(),
        templateText,
        configuration.hooks(),
        new SettingsReader(files).read(List.copyOf(settingsIn)));
  }

  private static Project.FileNaming naming(Configuration configuration) {
    Project.FileNaming byDefault = Project.FileNaming.DEFAULT;
    return new Project.FileNaming(
        configuration.value("file_template").orElse(byDefault.fileTemplate()),
        configuration
            .value("truncate_slug_length")
            .map(ConfigurationReader::length)
            .filter(it -> it > 0)
            .orElse(byDefault.truncateSlugLength()),
        configuration.value("timezone").filter(it -> !it.isBlank()));
  }

  private static int length(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "truncate_slug_length is '" + text + "'",
          "write a whole number",
          e);
    }
  }

  /**
   * Relative paths start from the directory Alembic is run in. That is nearly always the
   * configuration's own; a configuration in a sub-folder may be run from above with {@code -c}.
   */
  private Path workingDirectory(Configuration configuration, Path directory, String scripts) {
    Path highest = files.start().toAbsolutePath().normalize();
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.isDirectory(locate(configuration, at, scripts))) {
        return at;
      }
      if (at.equals(highest) || Files.exists(at.resolve(".git"))) {
        break;
      }
    }
    return directory;
  }

  /** Resolves a path, or a {@code package:folder} resource. */
  private static Path locate(Configuration configuration, Path root, String location) {
    int colon = location.indexOf(':');
    if (colon <= 1 || Path.of(location.substring(0, colon)).isAbsolute()) {
      return root.resolve(location).normalize();
    }
    String[] parts = location.split(":", -1);
    Path inside = Path.of(parts[0].replace('.', '/'));
    for (int i = 1; i < parts.length; i++) {
      inside = inside.resolve(parts[i]);
    }
    List<Path> places = new ArrayList<>();
    configuration.prependSysPath().forEach(it -> places.add(root.resolve(it).normalize()));
    places.add(root);
    places.add(root.resolve("src"));
    for (Path place : places) {
      if (Files.isDirectory(place.resolve(inside))) {
        return place.resolve(inside).normalize();
      }
    }
    return root.resolve(inside).normalize();
  }

  private ToolFailure noScriptLocation(Configuration configuration, List<Path> sources) {
    List<String> others = configuration.ini().map(it -> withScripts(it, section)).orElse(List.of());
    String where = String.join(" and ", sources.stream().map(files::display).toList());
    String help =
        others.isEmpty()
            ? "add script_location to it"
            : "choose an environment with -n: " + String.join(", ", others);
    return new ToolFailure(
        ToolFailure.Code.PROJECT, "no script_location in [" + section + "] of " + where, help);
  }

  private static List<String> withScripts(IniFile ini, String section) {
    return ini.sectionNames().stream()
        .filter(it -> !it.equals(section))
        .filter(it -> ini.rawValue(it, "script_location").isPresent())
        .toList();
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static String posix(Path path) {
    return path.toString().replace('\\', '/');
  }
}
