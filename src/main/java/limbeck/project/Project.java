package limbeck.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.text.SourceFile;

/**
 * One Alembic environment of the user, as its configuration states it. All paths are absolute.
 *
 * @param start the directory the user named, as the user named it
 * @param root the directory that relative paths of the configuration start from
 * @param configuration alembic.ini, pyproject.toml or both, the first one wins; none when only the
 *     script folder itself was found
 * @param section the ini section in use, such as {@code alembic}
 * @param scriptLocation the folder with env.py and script.py.mako
 * @param versionLocations the folders with revision files, the first one takes new ones
 * @param recursive whether sub-folders of them are searched too
 * @param naming how new revision files are named and dated
 * @param systemPath the folders of {@code prepend_sys_path}, in order
 * @param options every key the section sees, with variables filled in where that is possible
 * @param template the text of script.py.mako
 * @param hooks what runs after a revision file is written, in order
 * @param settings the tool's own configuration
 */
public record Project(
    Path start,
    Path root,
    List<Path> configuration,
    String section,
    Path scriptLocation,
    List<Path> versionLocations,
    boolean recursive,
    FileNaming naming,
    List<Path> systemPath,
    SortedMap<String, String> options,
    Optional<SourceFile> template,
    List<WriteHook> hooks,
    Settings settings) {
  /** Copies the collections. */
  public Project {
    configuration = List.copyOf(configuration);
    versionLocations = List.copyOf(versionLocations);
    systemPath = List.copyOf(systemPath);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    hooks = List.copyOf(hooks);
  }

  /**
   * How Alembic names and dates new revision files.
   *
   * @param fileTemplate in Python's printf style, such as {@code %(rev)s_%(slug)s}
   * @param truncateSlugLength the longest slug, in characters
   * @param timezone a zone's name; empty is the machine's local time without a zone
   */
  public record FileNaming(String fileTemplate, int truncateSlugLength, Optional<String> timezone) {
    /** Alembic's own defaults. */
    public static final FileNaming DEFAULT =
        new FileNaming("%(rev)s_%(slug)s", 40, Optional.empty());
  }

  /**
   * A program Alembic runs on a new revision file.
   *
   * @param name its name in the configuration
   * @param options its keys: {@code type}, {@code entrypoint}, {@code executable}, {@code options}
   */
  public record WriteHook(String name, SortedMap<String, String> options) {
    /** Copies the options. */
    public WriteHook {
      options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
  }

  /** Returns the value of {@code sqlalchemy.url}, when the configuration states one. */
  public Optional<String> databaseUrl() {
    return Optional.ofNullable(options.get("sqlalchemy.url")).filter(it -> !it.isBlank());
  }

  /** Returns how a file is named to the user: relative to the directory the user named. */
  public String display(Path file) {
    return new ProjectFiles(start).display(file);
  }

  /** Returns the path of env.py, whether it exists or not. */
  public Path environmentFile() {
    return scriptLocation.resolve("env.py");
  }
}
