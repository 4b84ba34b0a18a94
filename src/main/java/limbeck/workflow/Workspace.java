package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.operation.DefaultNames;
import limbeck.operation.Opaque;
import limbeck.project.Environment;
import limbeck.project.EnvironmentReader;
import limbeck.project.Project;
import limbeck.python.PythonProgram;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.syntax.Parser;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ReadOptions;
import limbeck.read.model.ModelReader;
import limbeck.read.model.ModelRecorder;
import limbeck.read.model.Models;
import limbeck.read.script.ScriptOptions;
import limbeck.read.script.ScriptReader;
import limbeck.read.table.NamingConvention;
import limbeck.revision.History;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;

/**
 * A project laid open: its configuration, models and history. Each part is read when it is first
 * asked for, and once.
 */
final class Workspace {
  private final Project project;
  private final Dialect dialect;
  private final ModelSourceOf sources;
  private @Nullable Scripts scripts;
  private @Nullable Read read;
  private @Nullable History history;
  private @Nullable ScriptReader reader;

  /** The models, with the env.py that led to them. */
  private record Read(Environment environment, Models models, PythonProgram program) {}

  private Workspace(Project project, Dialect dialect, ModelSourceOf sources) {
    this.project = project;
    this.dialect = dialect;
    this.sources = sources;
  }

  /** Finds the project of a request. */
  static Workspace open(ProjectRequest request) {
    Project project = Projects.find(request);
    return new Workspace(
        project,
        Dialects.of(Projects.dialect(request, project)),
        ModelSourceOf.of(project, request.models()));
  }

  Project project() {
    return project;
  }

  Dialect dialect() {
    return dialect;
  }

  DialectName dialectName() {
    return dialect.name();
  }

  Scripts scripts() {
    Scripts found = scripts;
    if (found == null) {
      found = Scripts.of(project);
      scripts = found;
    }
    return found;
  }

  Environment environment() {
    return read().environment();
  }

  Models models() {
    return read().models();
  }

  History history() {
    History found = history;
    if (found == null) {
      ScriptReader scriptReader = scriptReader();
      found = new History(scripts().graph(), scriptReader::read, defaultNames());
      history = found;
    }
    return found;
  }

  ScriptReader scriptReader() {
    ScriptReader found = reader;
    if (found == null) {
      NamingConvention convention = models().convention().orElse(NamingConvention.DEFAULT);
      PythonProgram program = new Evaluator(sources.modules(), Host.SILENT);
      found = new ScriptReader(program, ScriptOptions.of(readOptions(), convention));
      reader = found;
    }
    return found;
  }

  /**
   * Returns the one revision a new one follows; none in an empty history.
   *
   * @throws ToolFailure when the history is broken or ends in several heads
   */
  List<RevisionId> soleHead() {
    requireSoundHistory();
    List<RevisionId> heads = scripts().graph().heads();
    if (heads.size() > 1) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "the history ends in "
              + heads.size()
              + " heads: "
              + heads.stream().map(RevisionId::text).collect(Collectors.joining(", ")),
          "join them first: alembic merge "
              + heads.stream().map(RevisionId::text).collect(Collectors.joining(" ")));
    }
    return heads;
  }

  /** Returns the revisions a name means; none in an empty history. */
  List<RevisionId> revisions(String name) {
    return scripts().graph().revisions().isEmpty() ? List.of() : scripts().resolve(name);
  }

  /**
   * Refuses a history that Alembic would refuse, too.
   *
   * @throws ToolFailure when a script cannot be read, or the graph is broken
   */
  void requireSoundHistory() {
    for (Problem problem : scripts().problems()) {
      if (problem.severity() == Problem.Severity.ERROR) {
        throw new ToolFailure(
            ToolFailure.Code.PROJECT,
            problem.at().map(it -> it + ": ").orElse("") + problem.message(),
            problem.help().orElse("correct the script"));
      }
    }
  }

  /**
   * Returns the identifier a user asked for, if it can be one.
   *
   * @throws ToolFailure when it is taken, too long, or has a character Alembic gives a meaning
   */
  RevisionId newIdentifier(String text) {
    String wrong =
        text.isBlank() || !text.equals(text.strip())
            ? "is blank or has blanks around it"
            : text.length() > RevisionId.MAXIMUM_LENGTH
                ? "is longer than the "
                    + RevisionId.MAXIMUM_LENGTH
                    + " characters of Alembic's table"
                : text.chars().anyMatch(it -> "@-+:'\"\\/".indexOf(it) >= 0)
                    ? "has one of the characters @ - + : ' \" \\ /"
                    : scripts().graph().revision(new RevisionId(text)).isPresent()
                        ? "is taken by " + scripts().header(new RevisionId(text)).file().path()
                        : "";
    if (!wrong.isEmpty()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "the revision id '" + text + "' " + wrong,
          "choose another one, or leave --rev-id out");
    }
    return new RevisionId(text);
  }

  /**
   * Returns the steps of the history up to some revisions, in order; empty when not all of them are
   * known well enough to run.
   */
  Optional<List<Step>> runnableHistory(List<RevisionId> ids) {
    List<Step> steps = new ArrayList<>();
    for (RevisionId id : scripts().graph().lineage(ids)) {
      steps.addAll(history().folded(id).revision().upgrade());
    }
    boolean known = steps.stream().noneMatch(it -> it.operation() instanceof Opaque);
    return known ? Optional.of(List.copyOf(steps)) : Optional.empty();
  }

  /** Returns what makes the models unfit to write anything from; none when they are fit. */
  List<Problem> obstacles() {
    List<Problem> result = new ArrayList<>();
    Read found = read();
    for (PythonProgram.Problem problem : found.program().problems()) {
      boolean syntax =
          Parser.parse(problem.at().file()).problems().stream()
              .anyMatch(it -> it.location().equals(problem.at()));
      if (syntax) {
        result.add(
            Problem.error(
                problem.message(), "correct the syntax error first", Optional.of(problem.at())));
      }
    }
    boolean loseEverything =
        found.models().schema().tables().isEmpty() && !history().atHeads().tables().isEmpty();
    if (result.isEmpty() && loseEverything) {
      result.add(
          Problem.error(
              "no model was found, though the history creates "
                  + history().atHeads().tables().size()
                  + " tables",
              "name the modules of the models in pyproject.toml: [tool.limbeck] models ="
                  + " [\"app.models\"]",
              Optional.empty()));
    }
    return result;
  }

  /** Returns how the database names what is left unnamed. */
  DefaultNames defaultNames() {
    return switch (dialectName()) {
      case POSTGRESQL -> DefaultNames.postgresql();
      case SQLITE, MYSQL, MARIADB -> DefaultNames.none();
    };
  }

  /** Returns which tables are compared: not Alembic's own, nor what env.py leaves out. */
  TableFilter tableFilter() {
    return new TableFilter(environment(), read().program());
  }

  /** Returns what is wrong with the scripts, env.py or models, as far as they were read. */
  List<Problem> problems() {
    List<Problem> result = new ArrayList<>();
    if (scripts != null) {
      result.addAll(scripts.problems());
    }
    if (history != null) {
      history.seen().forEach(it -> result.addAll(HistoryProblems.of(it)));
    }
    if (read != null) {
      read.environment()
          .problems()
          .forEach(it -> result.add(Problem.warning(it.message(), Optional.of(it.at()))));
      read.models()
          .problems()
          .forEach(
              it ->
                  result.add(
                      Problem.warning(
                          it.message() + "; unknown: " + it.unknown(), Optional.of(it.at()))));
      result.addAll(tableFilter().problems());
      result.addAll(unfinished(read.program()));
    }
    return result;
  }

  /** Statements given up half-way: a class among them would be missing without a word. */
  private List<Problem> unfinished(PythonProgram program) {
    return program.problems().stream()
        .filter(it -> it.message().matches(".*(too many steps|too deep|nest deeper).*"))
        .filter(it -> !sources.isForeign(it.at().file().path()))
        .map(it -> Problem.warning(it.message(), Optional.of(it.at())))
        .toList();
  }

  private Read read() {
    Read found = read;
    if (found == null) {
      found = readModels();
      read = found;
    }
    return found;
  }

  private Read readModels() {
    ModelRecorder recorder = new ModelRecorder();
    EnvironmentReader environmentReader = new EnvironmentReader(project, recorder);
    PythonProgram program = new Evaluator(sources.modules(), environmentReader.host());
    Environment environment = environmentReader.read(program);
    List<Value> chosen = ModelModules.importAll(sources.named(), sources.modules(), program);
    ReadOptions options =
        readOptions()
            .withMetadata(
                !chosen.isEmpty()
                    ? Optional.of(new Value.ListOf(chosen))
                    : sources.stated() ? Optional.empty() : environment.targetMetadata());
    Models models = ModelReader.read(program, recorder, options);
    return new Read(
        environment,
        sources.viaPython() ? ModelsViaPython.read(project, sources, options, models) : models,
        program);
  }

  private ReadOptions readOptions() {
    return ReadOptions.of(dialectName(), new ReaderSpelling(dialect))
        .withForeign(sources::isForeign)
        .withVersions(sources.versions());
  }
}
