package limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.project.ModelDump;
import limbeck.project.Project;
import limbeck.project.VirtualEnvironment;
import limbeck.python.evaluate.Evaluator;
import limbeck.read.ReadOptions;
import limbeck.read.model.ModelReader;
import limbeck.read.model.ModelRecorder;
import limbeck.read.model.Models;
import limbeck.schema.DialectName;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/**
 * Models as the project's own interpreter imports them, for projects that cannot be read. Places
 * and classes are still those of the source.
 */
final class ModelsViaPython {
  private ModelsViaPython() {}

  /**
   * Runs the interpreter and reads what it writes.
   *
   * @param seen the models as far as their source could be read
   */
  static Models read(Project project, ModelSourceOf sources, ReadOptions options, Models seen) {
    SourceFile dump =
        ModelDump.of(
            project,
            interpreter(project, sources),
            sources.path(),
            dialect(options.dialect()),
            modules(sources, seen));
    ModelRecorder recorder = new ModelRecorder();
    Evaluator program = new Evaluator(sources.modules(), recorder);
    program.evaluate("models_by_python", dump, false);
    program.problems().stream()
        .findFirst()
        .ifPresent(
            it -> {
              // Half of a schema would be worse than none.
              throw new ToolFailure(
                  ToolFailure.Code.ENVIRONMENT,
                  "what the interpreter wrote cannot be read: " + it.message() + " at " + it.at(),
                  "leave --models-via-python out, and report this");
            });
    Models read = ModelReader.read(program, recorder, options.withMetadata(Optional.empty()));
    return new Models(
        read.schema(),
        seen.positions(),
        read.pythonDefaults(),
        seen.classes(),
        seen.convention().or(read::convention),
        Map.of(),
        read.partial(),
        read.problems());
  }

  private static Path interpreter(Project project, ModelSourceOf sources) {
    Path start = project.start().toAbsolutePath().normalize();
    return sources
        .python()
        .map(start::resolve)
        .filter(Files::isRegularFile)
        .or(() -> sources.environment().map(VirtualEnvironment::interpreter))
        .filter(Files::exists)
        .orElseThrow(
            () ->
                new ToolFailure(
                    ToolFailure.Code.USAGE,
                    "--models-via-python finds no interpreter of the project",
                    "name it with --python, such as .venv/bin/python"));
  }

  /** The modules that are named, else those whose source defines tables. */
  private static List<String> modules(ModelSourceOf sources, Models seen) {
    if (!sources.named().isEmpty()) {
      return sources.named().stream()
          .map(it -> it.module() + it.attribute().map(name -> ":" + name).orElse(""))
          .toList();
    }
    TreeSet<String> modules = new TreeSet<>();
    for (String name : seen.classes().values()) {
      modules.add(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
    modules.remove("");
    if (modules.isEmpty()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "--models-via-python does not know what to import",
          "name the module of the models with --models");
    }
    return List.copyOf(modules);
  }

  private static String dialect(DialectName name) {
    return name == DialectName.MARIADB ? "mysql" : name.sqlalchemyName();
  }
}
