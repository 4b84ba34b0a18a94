package limbeck.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.python.ModuleSource;
import limbeck.python.syntax.SourceDecoder;
import limbeck.text.SourceFile;

/**
 * Source of installed packages that can bring tables, columns or types along: those that need
 * SQLAlchemy or SQLModel, and those that hold the project's models. All others stay what they are
 * to the reader, names of a library; reading them would cost time and tell nothing.
 */
final class InstalledModules implements ModuleSource {
  private static final Pattern NEEDS =
      Pattern.compile("(?mi)^Requires-Dist: *(sqlalchemy|sqlmodel)\\b(?![-_.])(?!.*extra *==).*$");

  private static final int LARGEST = 400_000;

  /** Libraries whose meaning the readers know by name. */
  private static final Set<String> KNOWN_BY_NAME =
      Set.of(
          "alembic",
          "flask_sqlalchemy",
          "geoalchemy2",
          "pgvector",
          "sqlalchemy",
          "sqlalchemy_utils",
          "sqlmodel");

  private final List<Path> folders;
  private final Set<String> readable;

  private InstalledModules(List<Path> folders, Set<String> readable) {
    this.folders = folders;
    this.readable = readable;
  }

  /**
   * Returns the modules of an environment.
   *
   * @param named packages that are read in any case
   */
  static InstalledModules of(VirtualEnvironment environment, Set<String> named) {
    Set<String> readable = new HashSet<>(named);
    for (Path information : environment.informations()) {
      if (NEEDS.matcher(text(information.resolve("METADATA"))).find()) {
        readable.addAll(packages(information));
      }
    }
    readable.removeAll(KNOWN_BY_NAME);
    return new InstalledModules(environment.sitePackages(), readable);
  }

  /** The names a distribution installs at the top. */
  private static Set<String> packages(Path information) {
    Set<String> names = new HashSet<>();
    for (String line : text(information.resolve("RECORD")).lines().toList()) {
      int comma = line.indexOf(',');
      String file = comma < 0 ? line : line.substring(0, comma);
      if (file.endsWith(".py") && !file.startsWith("..")) {
        int slash = file.indexOf('/');
        names.add(slash < 0 ? file.substring(0, file.length() - 3) : file.substring(0, slash));
      }
    }
    return names;
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      // What cannot be read says nothing about the package, so its source is not followed.
      return "";
    }
  }

  @Override
  public Optional<Found> find(String dottedName) {
    int dot = dottedName.indexOf('.');
    if (!readable.contains(dot < 0 ? dottedName : dottedName.substring(0, dot))) {
      return Optional.empty();
    }
    String path = dottedName.replace('.', '/');
    for (Path folder : folders) {
      Path initializer = folder.resolve(path).resolve("__init__.py");
      if (Files.isRegularFile(initializer)) {
        return read(initializer).map(it -> new Found(it, true));
      }
      Path module = folder.resolve(path + ".py");
      if (Files.isRegularFile(module)) {
        return read(module).map(it -> new Found(it, false));
      }
      if (Files.isDirectory(folder.resolve(path))) {
        return Optional.of(new Found(new SourceFile(path, ""), true));
      }
    }
    return Optional.empty();
  }

  private static Optional<SourceFile> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String name = file.toString().replace('\\', '/');
      return SourceDecoder.decode(name, Files.readAllBytes(file))
              instanceof SourceDecoder.Text decoded
          ? Optional.of(decoded.file())
          : Optional.empty();
    } catch (IOException e) {
      // A module that cannot be read is as unknown as one of a library.
      return Optional.empty();
    }
  }

  @Override
  public List<String> children(String dottedName) {
    return find(dottedName).isEmpty()
        ? List.of()
        : folders.stream()
            .map(it -> it.resolve(dottedName.replace('.', '/')))
            .filter(Files::isDirectory)
            .flatMap(it -> DiskTree.modulesIn(it).stream())
            .distinct()
            .sorted()
            .toList();
  }
}
