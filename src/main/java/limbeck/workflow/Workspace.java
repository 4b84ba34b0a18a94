package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.operation.DefaultNames;
import limbeck.operation.Opaque;
import limbeck.project.Project;
import limbeck.python.PythonProgram;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Host;
import limbeck.read.LibraryVersions;
import limbeck.read.ReadOptions;
import limbeck.read.model.Models;
import limbeck.read.script.ScriptOptions;
import limbeck.read.script.ScriptReader;
import limbeck.read.table.NamingConvention;
import limbeck.revision.Applier;
import limbeck.revision.History;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.revision.StepSource;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.text.ToolFailure;
import limbeck.workflow.cache.CacheFolder;
import limbeck.workflow.cache.LookUps;
import limbeck.workflow.cache.SchemaCache;
import org.jspecify.annotations.Nullable;

/**
 * A project laid open: its configuration, models and history. Each part is read when it is first
 * asked for, and once.
 */
final class Workspace {
  private final ProjectRequest request;
  private final Project project;
  private final Dialect dialect;
  private final ModelSourceOf sources;
  private @Nullable Scripts scripts;
  private @Nullable CompletableFuture<Scripts> ahead;
  private @Nullable ModelsRead read;
  private @Nullable History history;
  private @Nullable ScriptReader reader;
  private @Nullable Applier applier;
  private @Nullable KeptHistory kept;
  private @Nullable LookUps lookUps;
  private final List<Problem> reported = new ArrayList<>();
  private @Nullable ScriptCommits commits;
  private @Nullable ApplicationThen then;

  private Workspace(
      ProjectRequest request, Project project, Dialect dialect, ModelSourceOf sources) {
    this.request = request;
    this.project = project;
    this.dialect = dialect;
    this.sources = sources;
  }

  /** Finds the project of a request. */
  static Workspace open(ProjectRequest request) {
    return open(request, Projects.find(request));
  }

  /** Finds the project of a request; what is looked at needs none. */
  static Workspace openIfAny(ProjectRequest request) {
    return open(request, Projects.findIfAny(request));
  }

  private static Workspace open(ProjectRequest request, Project project) {
    return new Workspace(
        request,
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
      found = ahead == null ? Scripts.of(project, request.cache()) : Beside.result(ahead);
      scripts = found;
    }
    return found;
  }

  /**
   * Reads the revision files, and what is kept of their fold, beside the models: for commands that
   * need all of it.
   *
   * @throws ToolFailure when the history is broken, or there is no way to the models
   */
  void readBoth() {
    ahead = CompletableFuture.supplyAsync(() -> Scripts.of(project, request.cache()));
    RuntimeException failed = null;
    try {
      read();
    } catch (ToolFailure e) {
      failed = e;
    }
    requireSoundHistory();
    if (failed != null) {
      throw failed;
    }
    kept();
    stated();
  }

  StatedEnvironment environment() {
    return read().environment();
  }

  /** Returns what the models state. */
  StatedModels stated() {
    return read().stated();
  }

  /**
   * Returns the models with the Python values and places in them, which nothing kept of them has.
   */
  Models models() {
    if (read == null) {
      read = ModelsRead.of(project, sources, readOptions());
    }
    return read.models();
  }

  History history() {
    History found = history;
    if (found == null) {
      found = new History(scripts().graph(), source(applicationThen()), applier());
      History made = found;
      kept().ifPresent(it -> it.seed(made));
      history = found;
    }
    return found;
  }

  /** Returns what is kept of earlier runs, if anything is to be kept. */
  private Optional<KeptHistory> kept() {
    if (kept == null && request.cache().isPresent()) {
      CacheFolder folder = request.cache().get();
      String key =
          String.join(
              "\n",
              project.start().toAbsolutePath().normalize().toString(),
              project.versionLocations().toString(),
              project.systemPath().toString(),
              dialectName().toString(),
              convention().toString(),
              sources.versions().toString());
      kept = new KeptHistory(scripts(), new SchemaCache(folder, key), lookUps());
    }
    return Optional.ofNullable(kept);
  }

  private LookUps lookUps() {
    LookUps found = lookUps;
    if (found == null) {
      found = new LookUps(sources.modules(), commits()::of);
      lookUps = found;
    }
    return found;
  }

  private ScriptCommits commits() {
    ScriptCommits found = commits;
    if (found == null) {
      found = new ScriptCommits(project, request.cache());
      commits = found;
    }
    return found;
  }

  /** Returns which state of the application each revision is read with. */
  ApplicationThen applicationThen() {
    ApplicationThen found = then;
    if (found == null) {
      found =
          new ApplicationThen(
              this, scriptReader(), commits(), lookUps(), sources.modules().own(), this::readerOf);
      then = found;
    }
    return found;
  }

  /** Returns the scripts read with the application as it is, since nothing tells what it was. */
  List<String> scriptsAsOfToday() {
    return lookUps().scriptsOf(ScriptCommits.UNKNOWN);
  }

  ModelSourceOf sources() {
    return sources;
  }

  /** Returns a reader of scripts for the application as other sources hold it. */
  private ScriptReader readerOf(ModelSourceOf other) {
    PythonProgram program = new Evaluator(other.modules(), Host.SILENT);
    ModelsOf models = new ModelsOf(project, other, readOptions());
    return new ScriptReader(
        program,
        new ScriptOptions(readOptions(), convention(), applier()::ahead, models),
        scripts().parsed());
  }

  private StepSource source(ApplicationThen then) {
    return new StepSource() {
      @Override
      public Revision read(RevisionHeader header, Schema before) {
        return then.reader(header).upgrade(header, before);
      }

      @Override
      public Revision withDowngrade(Revision revision, Schema after) {
        return then.reader(revision.header()).withDowngrade(revision, after);
      }

      @Override
      public <T> T within(Supplier<T> work) {
        return scriptReader().within(work);
      }
    };
  }

  private Applier applier() {
    Applier found = applier;
    if (found == null) {
      found = new Applier(foldNames());
      applier = found;
    }
    return found;
  }

  ScriptReader scriptReader() {
    ScriptReader found = reader;
    if (found == null) {
      PythonProgram program = new Evaluator(lookUps(), Host.SILENT);
      found =
          new ScriptReader(
              program,
              new ScriptOptions(readOptions(), convention(), applier()::ahead, this::models),
              scripts().parsed());
      reader = found;
    }
    return found;
  }

  /** Returns the convention that Alembic names with what scripts leave unnamed. */
  private NamingConvention convention() {
    return request
        .namingConvention()
        .map(it -> StatedConvention.read(it, request.directory()))
        .orElseGet(() -> read().convention());
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
    List<Step> steps = history().upgrades(ids);
    boolean known = steps.stream().noneMatch(it -> it.operation() instanceof Opaque);
    return known ? Optional.of(List.copyOf(steps)) : Optional.empty();
  }

  /** Returns what makes the models unfit to write anything from; none when they are fit. */
  List<Problem> obstacles() {
    List<Problem> result = new ArrayList<>();
    ModelsRead found = read();
    for (PythonProgram.Problem problem : found.programProblems()) {
      if (Unfinished.isSyntax(problem)) {
        result.add(
            Problem.error(
                problem.message(), "correct the syntax error first", Optional.of(problem.at())));
      }
    }
    boolean loseEverything =
        found.stated().schema().tables().isEmpty() && !history().atHeads().tables().isEmpty();
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
    return dialectName() == DialectName.SQLITE ? DefaultNames.batch() : foldNames();
  }

  /** Returns how operations of the history call what the database leaves unnamed. */
  DefaultNames foldNames() {
    return DefaultNames.ofHistory(dialectName());
  }

  /** Returns which tables are compared: not Alembic's own, nor what env.py leaves out. */
  TableFilter tableFilter() {
    return read().filter();
  }

  /**
   * Returns what is wrong with the scripts, env.py or models, as far as they were read; what was
   * folded is then kept for later runs.
   */
  List<Problem> problems() {
    List<Problem> result = new ArrayList<>(reported);
    if (scripts != null) {
      result.addAll(scripts.problems());
    }
    if (history != null) {
      History folded = history;
      kept()
          .ifPresent(
              it -> {
                result.addAll(it.problems(folded));
                it.save(folded);
              });
      folded.seen().forEach(it -> result.addAll(HistoryProblems.of(it)));
    }
    if (read != null) {
      read.environment()
          .problems()
          .forEach(it -> result.add(Problem.warning(it.message(), Optional.of(it.at()))));
    }
    if (read != null && read.assembled()) {
      read.problems()
          .forEach(
              it ->
                  result.add(
                      Problem.warning(
                          it.message() + "; unknown: " + it.unknown(), Optional.of(it.at()))));
      result.addAll(tableFilter().problems());
      result.addAll(Unfinished.of(read.programProblems(), sources));
      read.finish();
    }
    return result;
  }

  /** Returns whether a convention names constraints that scripts leave unnamed. */
  boolean namesByConvention() {
    return convention().templates().keySet().stream()
        .anyMatch(it -> it != NamingConvention.Kind.INDEX);
  }

  /** Returns the same project as if its scripts had always run without a convention. */
  Workspace withoutConvention() {
    return new Workspace(request.withNamingConvention("{}"), project, dialect, sources);
  }

  /** Returns which versions of the libraries are assumed. */
  LibraryVersions versions() {
    return sources.versions();
  }

  /** Returns what runs the project's post-write hooks, with programs from a search path. */
  WriteHooks writeHooks(Optional<String> searchPath) {
    return new WriteHooks(project, sources.environment(), searchPath);
  }

  /** Adds to the problems what was found wrong with something beside the project's own files. */
  void report(List<Problem> problems) {
    reported.addAll(problems);
  }

  private ModelsRead read() {
    ModelsRead found = read;
    if (found == null) {
      found = ModelsRead.of(project, sources, readOptions(), request.cache());
      read = found;
    }
    return found;
  }

  private ReadOptions readOptions() {
    return ReadOptions.of(dialectName(), new ReaderSpelling(dialect))
        .withForeign(sources::isForeign)
        .withVersions(sources.versions());
  }
}
