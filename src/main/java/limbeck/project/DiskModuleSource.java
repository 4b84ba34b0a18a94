package limbeck.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.python.ModuleSource;
import limbeck.text.SourceFile;

/**
 * Modules looked up in folders as Python looks them up in {@code sys.path}, namespace packages
 * included, without any installed package.
 *
 * <p>A name that no folder holds is looked for in the whole project: what Python finds because the
 * project is installed, or started from another folder, is found here when it is there once.
 */
public final class DiskModuleSource implements ModuleSource {
  private static final int NAMESPACE_DEPTH = 3;

  private final ProjectFiles files;
  private final List<Path> roots;
  private final ProjectPackages elsewhere;
  private final Map<String, Optional<Found>> known = new HashMap<>();

  private DiskModuleSource(ProjectFiles files, List<Path> roots, ProjectPackages elsewhere) {
    this.files = files;
    this.roots = List.copyOf(roots);
    this.elsewhere = elsewhere;
  }

  /** Returns the modules of a project, by the search path its configuration sets up. */
  public static DiskModuleSource of(Project project) {
    return of(project, List.of());
  }

  /** Returns the modules of a project, those in further folders too. */
  static DiskModuleSource of(Project project, List<Path> path) {
    Path start = project.start().toAbsolutePath().normalize();
    Set<Path> roots = new LinkedHashSet<>(project.systemPath());
    roots.add(project.root());
    roots.add(project.root().resolve("src"));
    roots.add(start);
    roots.add(start.resolve("src"));
    path.forEach(it -> roots.add(it.toAbsolutePath().normalize()));
    Path top = project.root().startsWith(start) ? start : project.root();
    return new DiskModuleSource(
        new ProjectFiles(project.start()), List.copyOf(roots), new ProjectPackages(top));
  }

  @Override
  public Optional<Found> find(String dottedName) {
    Optional<Found> seen = known.get(dottedName);
    if (seen == null) {
      seen = search(dottedName);
      known.put(dottedName, seen);
    }
    return seen;
  }

  private Optional<Found> search(String dottedName) {
    if (StandardLibrary.isLoadedByAlembic(firstPart(dottedName))) {
      return Optional.empty();
    }
    boolean namespace = false;
    for (Path place : places(dottedName)) {
      Path initializer = place.resolve("__init__.py");
      if (Files.isRegularFile(initializer)) {
        return Optional.of(new Found(source(initializer), true));
      }
      Path module = place.resolveSibling(place.getFileName() + ".py");
      if (Files.isRegularFile(module)) {
        return Optional.of(new Found(source(module), false));
      }
      namespace |= holdsPython(place);
    }
    return namespace
        ? Optional.of(new Found(new SourceFile(dottedName.replace('.', '/'), ""), true))
        : Optional.empty();
  }

  /** Returns where a module may lie, as the path of a package folder, in order of precedence. */
  private List<Path> places(String dottedName) {
    int dot = dottedName.lastIndexOf('.');
    if (dot < 0) {
      List<Path> result = new ArrayList<>();
      roots.forEach(it -> result.add(it.resolve(dottedName)));
      if (result.stream().noneMatch(DiskModuleSource::exists)) {
        elsewhere.folderOf(dottedName).ifPresent(it -> result.add(it.resolve(dottedName)));
      }
      return result;
    }
    String name = dottedName.substring(dot + 1);
    return packageFolders(dottedName.substring(0, dot)).stream()
        .map(it -> it.resolve(name))
        .toList();
  }

  /** Returns the folders of a package: one, or for a namespace package every one of that name. */
  private List<Path> packageFolders(String dottedName) {
    List<Path> namespace = new ArrayList<>();
    for (Path place : places(dottedName)) {
      if (Files.isRegularFile(place.resolve("__init__.py"))) {
        return List.of(place);
      }
      if (Files.isRegularFile(place.resolveSibling(place.getFileName() + ".py"))) {
        return List.of();
      }
      if (Files.isDirectory(place)) {
        namespace.add(place);
      }
    }
    return namespace;
  }

  private static boolean exists(Path place) {
    return Files.isDirectory(place)
        || Files.isRegularFile(place.resolveSibling(place.getFileName() + ".py"));
  }

  private static String firstPart(String dottedName) {
    int dot = dottedName.indexOf('.');
    return dot < 0 ? dottedName : dottedName.substring(0, dot);
  }

  /**
   * Returns whether a folder can be meant as a namespace package. To Python every folder is one,
   * but only when no installed package has its name, which cannot be seen from here.
   */
  private static boolean holdsPython(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.walk(folder, NAMESPACE_DEPTH)) {
      return inside.anyMatch(it -> it.toString().endsWith(".py"));
    } catch (IOException | UncheckedIOException e) {
      // An unreadable folder offers no modules; an import from it is then reported as unresolved.
      return false;
    }
  }

  private SourceFile source(Path file) {
    return PythonFiles.read(files, file);
  }

  @Override
  public List<String> children(String dottedName) {
    Set<String> result = new TreeSet<>();
    packageFolders(dottedName).forEach(it -> result.addAll(names(it)));
    return List.copyOf(result);
  }

  static Set<String> names(Path folder) {
    Set<String> result = new TreeSet<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        if (name.endsWith(".py") && !name.equals("__init__.py")) {
          result.add(name.substring(0, name.length() - 3));
        } else if (isIdentifier(name) && Files.isDirectory(child) && !name.equals("__pycache__")) {
          result.add(name);
        }
      }
    } catch (IOException e) {
      // An unreadable folder offers no modules; an import from it is then reported as unresolved.
      return Set.of();
    }
    return result;
  }

  private static boolean isIdentifier(String name) {
    char first = name.charAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.chars().allMatch(Character::isUnicodeIdentifierPart);
  }
}
