package limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import limbeck.project.GitHistory;
import limbeck.project.Project;
import limbeck.project.ProjectModules;
import limbeck.project.VirtualEnvironment;
import limbeck.read.LibraryVersions;

/**
 * Where the models of a project are read from.
 *
 * @param named the modules the user names
 * @param stated whether they are named on the command line, so that they stand for what env.py says
 * @param modules the source of all modules
 * @param environment the project's Python environment, when one is found
 * @param versions of the libraries
 * @param python the interpreter or environment that was stated, if one was
 * @param path further folders in which Python looks for modules
 * @param viaPython whether the project's own interpreter is asked
 */
record ModelSourceOf(
    List<ModelModules> named,
    boolean stated,
    ProjectModules modules,
    Optional<VirtualEnvironment> environment,
    LibraryVersions versions,
    Optional<Path> python,
    List<Path> path,
    boolean viaPython) {

  /** Returns the same, with the project's own modules as a commit holds them. */
  ModelSourceOf at(GitHistory git, String commit) {
    return new ModelSourceOf(
        named, stated, modules.at(git, commit), environment, versions, python, path, false);
  }

  /** Returns whether a file belongs to an installed package that holds no models named. */
  boolean isForeign(String path) {
    return environment.stream()
        .flatMap(it -> it.sitePackages().stream())
        .anyMatch(
            folder -> {
              String prefix = folder.toString().replace('\\', '/') + "/";
              return path.startsWith(prefix)
                  && named.stream()
                      .map(it -> it.module().split("\\.", 2)[0])
                      .noneMatch(
                          top ->
                              path.startsWith(prefix + top + "/")
                                  || path.equals(prefix + top + ".py"));
            });
  }

  static ModelSourceOf of(Project project, ProjectRequest.ModelSource request) {
    boolean stated = !request.named().isEmpty();
    List<ModelModules> named =
        (stated ? request.named() : project.settings().models())
            .stream().map(it -> ModelModules.of(project, it)).toList();
    Optional<Path> python = request.python().or(() -> project.settings().python().map(Path::of));
    Optional<VirtualEnvironment> environment =
        VirtualEnvironment.find(project, python, request.active());
    ProjectModules modules =
        ProjectModules.of(
            project,
            request.path(),
            environment,
            named.stream().map(ModelModules::module).toList());
    return new ModelSourceOf(
        named,
        stated,
        modules,
        environment,
        AssumedVersions.of(project, environment),
        python,
        request.path(),
        request.viaPython());
  }
}
