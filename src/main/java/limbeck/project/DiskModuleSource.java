package limbeck.project;

import java.nio.file.InvalidPathException;
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
  private final SourceTree tree;
  private final List<Path> roots;
  private final List<Path> starts;
  private final ProjectPackages elsewhere;
  private final Map<String, Optional<Found>> known = new HashMap<>();

  private DiskModuleSource(
      SourceTree tree, List<Path> roots, List<Path> starts, ProjectPackages elsewhere) {
    this.tree = tree;
    this.roots = List.copyOf(roots);
    this.starts = List.copyOf(starts);
    this.elsewhere = elsewhere;
  }

  /** Returns the modules of a project, by the search path its configuration sets up. */
  public static DiskModuleSource of(Project project) {
    return of(project, List.of());
  }

  /** Returns the modules of a project, those in further folders too. */
  static DiskModuleSource of(Project project, List<Path> path) {
    return of(project, path, new DiskTree(new ProjectFiles(project.start())));
  }

  /** Returns the modules of a project as they lie in a tree. */
  static DiskModuleSource of(Project project, List<Path> path, SourceTree tree) {
    Path start = project.start().toAbsolutePath().normalize();
    Set<Path> roots = new LinkedHashSet<>(project.systemPath());
    roots.add(project.root());
    roots.add(project.root().resolve("src"));
    roots.add(start);
    roots.add(start.resolve("src"));
    path.forEach(it -> roots.add(it.toAbsolutePath().normalize()));
    Path top = project.root().startsWith(start) ? start : project.root();
    List<Path> starts = List.of(project.root().toAbsolutePath().normalize(), start);
    return new DiskModuleSource(tree, List.copyOf(roots), starts, new ProjectPackages(top));
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
      if (tree.isFile(initializer)) {
        return Optional.of(new Found(tree.read(initializer), true));
      }
      Path module = place.resolveSibling(place.getFileName() + ".py");
      if (tree.isFile(module)) {
        return Optional.of(new Found(tree.read(module), false));
      }
      namespace |= tree.holdsPython(place);
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
      if (result.stream().noneMatch(this::exists)) {
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
      if (tree.isFile(place.resolve("__init__.py"))) {
        return List.of(place);
      }
      if (tree.isFile(place.resolveSibling(place.getFileName() + ".py"))) {
        return List.of();
      }
      if (tree.isFolder(place)) {
        namespace.add(place);
      }
    }
    return namespace;
  }

  private boolean exists(Path place) {
    return tree.isFolder(place) || tree.isFile(place.resolveSibling(place.getFileName() + ".py"));
  }

  private static String firstPart(String dottedName) {
    int dot = dottedName.indexOf('.');
    return dot < 0 ? dottedName : dottedName.substring(0, dot);
  }

  @Override
  public List<String> children(String dottedName) {
    Set<String> result = new TreeSet<>();
    packageFolders(dottedName).forEach(it -> result.addAll(tree.modules(it)));
    return List.copyOf(result);
  }

  @Override
  public Optional<String> text(String path) {
    return named(path).filter(tree::isFile).findFirst().flatMap(tree::text);
  }

  @Override
  public Optional<List<String>> names(String folder) {
    return named(folder).filter(tree::isFolder).findFirst().map(it -> List.copyOf(tree.names(it)));
  }

  /**
   * Returns what a path may mean: from the folder this program runs in, as files are named to the
   * user, or from the one Alembic runs in. What lies outside the project is not looked at.
   */
  private Stream<Path> named(String path) {
    Path named;
    try {
      named = Path.of(path);
    } catch (InvalidPathException noPath) {
      // A script may call anything a file's name; what cannot be one names none.
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of(named.toAbsolutePath()), starts.stream().map(it -> it.resolve(named)))
        .map(Path::normalize)
        .filter(it -> starts.stream().anyMatch(it::startsWith));
  }
}
