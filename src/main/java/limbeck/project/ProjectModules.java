package limbeck.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.ModuleSource;

/**
 * The modules of a project, then those of the packages its environment holds, then what is known of
 * packages that are not at hand.
 */
public final class ProjectModules implements ModuleSource {
  private final List<ModuleSource> sources;
  private final Project project;
  private final List<Path> path;

  private ProjectModules(List<ModuleSource> sources, Project project, List<Path> path) {
    this.sources = sources;
    this.project = project;
    this.path = List.copyOf(path);
  }

  /** Returns the same modules, those of the project itself as a commit holds them. */
  public ProjectModules at(GitHistory git, String commit) {
    ProjectFiles files = new ProjectFiles(project.start());
    SourceTree tree = new CommittedTree(git, commit, new DiskTree(files), files);
    List<ModuleSource> then = new ArrayList<>(sources);
    then.set(0, DiskModuleSource.of(project, path, tree));
    return new ProjectModules(List.copyOf(then), project, path);
  }

  /** Returns the modules of the project itself, without any package. */
  public ModuleSource own() {
    return sources.getFirst();
  }

  /**
   * Returns the modules of a project.
   *
   * @param path further folders in which Python looks for modules
   * @param environment its Python environment, when there is one
   * @param models the dotted names of modules that hold models, installed ones too
   */
  public static ProjectModules of(
      Project project,
      List<Path> path,
      Optional<VirtualEnvironment> environment,
      List<String> models) {
    Set<String> tops = new HashSet<>();
    models.forEach(it -> tops.add(it.split("[.:]", 2)[0]));
    List<ModuleSource> sources = new ArrayList<>();
    sources.add(DiskModuleSource.of(project, path));
    environment.ifPresent(it -> sources.add(InstalledModules.of(it, tops)));
    sources.add(new KnownPackages());
    return new ProjectModules(List.copyOf(sources), project, path);
  }

  @Override
  public Optional<Found> find(String dottedName) {
    for (ModuleSource source : sources) {
      Optional<Found> found = source.find(dottedName);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> children(String dottedName) {
    for (ModuleSource source : sources) {
      List<String> found = source.children(dottedName);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  @Override
  public Optional<String> text(String path) {
    return sources.getFirst().text(path);
  }

  @Override
  public Optional<List<String>> names(String folder) {
    return sources.getFirst().names(folder);
  }
}
