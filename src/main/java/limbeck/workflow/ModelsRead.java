package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import limbeck.project.Environment;
import limbeck.project.EnvironmentReader;
import limbeck.project.Project;
import limbeck.python.ModuleSource;
import limbeck.python.PythonProgram;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Value;
import limbeck.read.ReadOptions;
import limbeck.read.ReadProblem;
import limbeck.read.model.ModelReader;
import limbeck.read.model.ModelRecorder;
import limbeck.read.model.Models;
import limbeck.read.table.NamingConvention;
import limbeck.schema.DialectName;
import limbeck.workflow.cache.CacheFolder;
import org.jspecify.annotations.Nullable;

/**
 * env.py and the models it leads to. The models' tables are put together when they are first asked
 * for: a history needs only what env.py says. Where an earlier run has read the same, nothing is
 * evaluated until somebody asks for the Python values.
 */
final class ModelsRead {
  private static final Pattern ENFORCING =
      Pattern.compile("(?i)\\bPRAGMA\\s+foreign_keys\\s*=\\s*(ON|1|TRUE|YES)\\b");

  private final Project project;
  private final ModelSourceOf sources;
  private final ReadOptions options;
  private final Optional<KeptModels> store;
  private final Optional<KeptModels.Reading> kept;
  private @Nullable Evaluated evaluated;
  private @Nullable StatedEnvironment environment;
  private @Nullable Models models;
  private @Nullable StatedModels stated;

  /** The Python values. */
  private record Evaluated(
      Environment environment,
      PythonProgram program,
      ModelRecorder recorder,
      ReadOptions options) {}

  private ModelsRead(
      Project project, ModelSourceOf sources, ReadOptions options, Optional<KeptModels> store) {
    this.project = project;
    this.sources = sources;
    this.options = options;
    this.store = store;
    this.kept = store.flatMap(KeptModels::find);
  }

  /** Reads models of which nothing is kept. */
  static ModelsRead of(Project project, ModelSourceOf sources, ReadOptions options) {
    return of(project, sources, options, Optional.empty());
  }

  /**
   * Reads models.
   *
   * @param folder where to keep what was read; empty keeps nothing
   */
  static ModelsRead of(
      Project project, ModelSourceOf sources, ReadOptions options, Optional<CacheFolder> folder) {
    Optional<KeptModels> store = KeptModels.of(project, sources, options.dialect(), folder);
    ModelsRead read = new ModelsRead(project, sources, options, store);
    if (read.kept.isEmpty()) {
      read.evaluated();
    }
    return read;
  }

  private Evaluated evaluated() {
    Evaluated found = evaluated;
    if (found == null) {
      found = evaluate();
      evaluated = found;
    }
    return found;
  }

  private Evaluated evaluate() {
    ModuleSource modules = store.<ModuleSource>map(KeptModels::modules).orElse(sources.modules());
    ModelRecorder recorder = new ModelRecorder();
    EnvironmentReader reader = new EnvironmentReader(project, recorder);
    PythonProgram program = new Evaluator(modules, reader.host());
    recorder.follow(program, options);
    Environment environment = reader.read(program);
    List<Value> chosen = ModelModules.importAll(sources.named(), modules, program);
    Optional<Value> metadata =
        !chosen.isEmpty()
            ? Optional.of(new Value.ListOf(chosen))
            : sources.stated() ? Optional.empty() : environment.targetMetadata();
    return new Evaluated(environment, program, recorder, options.withMetadata(metadata));
  }

  StatedEnvironment environment() {
    StatedEnvironment found = environment;
    if (found == null) {
      found =
          kept.map(KeptModels.Reading::environment)
              .orElseGet(
                  () -> StatedEnvironment.of(evaluated().environment(), enforcesForeignKeys()));
      environment = found;
    }
    return found;
  }

  private boolean enforcesForeignKeys() {
    return options.dialect() == DialectName.SQLITE
        && evaluated().program().modules().values().stream()
            .anyMatch(it -> ENFORCING.matcher(it.file().text()).find());
  }

  /** Returns which tables Alembic compares; to follow a function of env.py takes its values. */
  TableFilter filter() {
    return environment().hooked()
        ? new TableFilter(environment(), evaluated().environment().hooks(), evaluated().program())
        : TableFilter.without(environment());
  }

  /** Returns what kept modules from being read to their end, and other problems of reading them. */
  List<PythonProgram.Problem> programProblems() {
    return kept.map(KeptModels.Reading::unfinished)
        .orElseGet(() -> evaluated().program().problems());
  }

  /** Returns whether the models' tables were asked for. */
  boolean assembled() {
    return models != null || stated != null;
  }

  /** Returns what the models state. */
  StatedModels stated() {
    StatedModels found = stated;
    if (found == null) {
      found =
          kept.map(KeptModels.Reading::models)
              .orElseGet(() -> StatedModels.of(models(), options.dialect()));
      stated = found;
      if (kept.isEmpty() && store.isPresent()) {
        store
            .get()
            .save(new KeptModels.Reading(environment(), convention(), programProblems(), found));
      }
    }
    return found;
  }

  /** Returns what could not be read of the models, as far as they were asked for. */
  List<ReadProblem> problems() {
    return stated != null ? stated.problems() : models != null ? models.problems() : List.of();
  }

  /** Returns the models with the Python values and places in them. */
  Models models() {
    Models found = models;
    if (found == null) {
      Evaluated made = evaluated();
      found =
          made.program()
              .within(() -> ModelReader.read(made.program(), made.recorder(), made.options()));
      if (sources.viaPython()) {
        found = ModelsViaPython.read(project, sources, made.options(), found);
      }
      models = found;
    }
    return found;
  }

  /** Returns the convention that Alembic names with what scripts leave unnamed. */
  NamingConvention convention() {
    return kept.map(KeptModels.Reading::convention)
        .orElseGet(
            () -> {
              Evaluated made = evaluated();
              return ModelReader.convention(made.program(), made.recorder(), made.options())
                  .or(() -> models().convention())
                  .orElse(NamingConvention.DEFAULT);
            });
  }

  /** Waits until what later runs will find is written. */
  void finish() {
    store.ifPresent(KeptModels::finish);
  }
}
