package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import limbeck.project.Environment;
import limbeck.project.EnvironmentReader;
import limbeck.project.Project;
import limbeck.python.PythonProgram;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Value;
import limbeck.read.ReadOptions;
import limbeck.read.model.ModelReader;
import limbeck.read.model.ModelRecorder;
import limbeck.read.model.Models;
import limbeck.read.table.NamingConvention;
import org.jspecify.annotations.Nullable;

/**
 * env.py and the models it leads to. The models' tables are put together when they are first asked
 * for: a history needs only what env.py says.
 */
final class ModelsRead {
  private static final Pattern ENFORCING =
      Pattern.compile("(?i)\\bPRAGMA\\s+foreign_keys\\s*=\\s*(ON|1|TRUE|YES)\\b");

  private final Project project;
  private final ModelSourceOf sources;
  private final Environment environment;
  private final PythonProgram program;
  private final ModelRecorder recorder;
  private final ReadOptions options;
  private @Nullable Models models;

  private ModelsRead(
      Project project,
      ModelSourceOf sources,
      Environment environment,
      PythonProgram program,
      ModelRecorder recorder,
      ReadOptions options) {
    this.project = project;
    this.sources = sources;
    this.environment = environment;
    this.program = program;
    this.recorder = recorder;
    this.options = options;
  }

  static ModelsRead of(Project project, ModelSourceOf sources, ReadOptions options) {
    ModelRecorder recorder = new ModelRecorder();
    EnvironmentReader reader = new EnvironmentReader(project, recorder);
    PythonProgram program = new Evaluator(sources.modules(), reader.host());
    recorder.follow(program, options);
    Environment environment = reader.read(program);
    List<Value> chosen = ModelModules.importAll(sources.named(), sources.modules(), program);
    Optional<Value> metadata =
        !chosen.isEmpty()
            ? Optional.of(new Value.ListOf(chosen))
            : sources.stated() ? Optional.empty() : environment.targetMetadata();
    return new ModelsRead(
        project, sources, environment, program, recorder, options.withMetadata(metadata));
  }

  Environment environment() {
    return environment;
  }

  PythonProgram program() {
    return program;
  }

  /** Returns whether a module that was read has SQLite enforce foreign keys. */
  boolean enforcesForeignKeys() {
    return program.modules().values().stream()
        .anyMatch(it -> ENFORCING.matcher(it.file().text()).find());
  }

  /** Returns whether the models' tables were asked for. */
  boolean assembled() {
    return models != null;
  }

  Models models() {
    Models found = models;
    if (found == null) {
      found = ModelReader.read(program, recorder, options);
      if (sources.viaPython()) {
        found = ModelsViaPython.read(project, sources, options, found);
      }
      models = found;
    }
    return found;
  }

  /** Returns the convention that Alembic names with what scripts leave unnamed. */
  NamingConvention convention() {
    return ModelReader.convention(program, recorder, options)
        .or(() -> models().convention())
        .orElse(NamingConvention.DEFAULT);
  }
}
