package limbeck.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import limbeck.plan.ColumnPlace;
import limbeck.project.Environment;
import limbeck.project.Project;
import limbeck.python.ModuleSource;
import limbeck.python.PythonProgram;
import limbeck.read.ReadProblem;
import limbeck.read.table.NamingConvention;
import limbeck.schema.DialectName;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.workflow.cache.CacheFolder;
import limbeck.workflow.cache.LookUps;
import limbeck.workflow.cache.ModelCache;
import org.jspecify.annotations.Nullable;

/** What an earlier run read of env.py and the models, as long as nothing of it has changed. */
final class KeptModels {
  private final Project project;
  private final ModelCache cache;
  private final LookUps lookUps;
  private final String circumstances;
  private @Nullable CompletableFuture<Void> saving;

  /**
   * A reading.
   *
   * @param environment what env.py tells
   * @param convention what scripts leave unnamed is named by
   * @param unfinished what kept modules from being read to their end
   * @param models what the models state
   */
  record Reading(
      StatedEnvironment environment,
      NamingConvention convention,
      List<PythonProgram.Problem> unfinished,
      StatedModels models) {
    /** Copies the list. */
    Reading {
      unfinished = List.copyOf(unfinished);
    }
  }

  private KeptModels(Project project, ModelCache cache, LookUps lookUps, String circumstances) {
    this.project = project;
    this.cache = cache;
    this.lookUps = lookUps;
    this.circumstances = circumstances;
  }

  /** Opens what is kept of some models; what the project's own interpreter says is not kept. */
  static Optional<KeptModels> of(
      Project project, ModelSourceOf sources, DialectName dialect, Optional<CacheFolder> folder) {
    if (folder.isEmpty() || sources.viaPython()) {
      return Optional.empty();
    }
    String start = project.start().toAbsolutePath().normalize().toString();
    String key = String.join("\n", start, dialect.toString(), sources.named().toString());
    return Optional.of(
        new KeptModels(
            project,
            new ModelCache(folder.get(), key),
            new LookUps(sources.modules(), _ -> ""),
            circumstances(project, sources)));
  }

  /** All that a reading depends on besides the modules that it looks up. */
  private static String circumstances(Project project, ModelSourceOf sources) {
    return String.join(
        "\n",
        project.start().toString(),
        Path.of("").toAbsolutePath().toString(),
        project.root().toString(),
        project.configuration().toString(),
        project.section(),
        project.scriptLocation().toString(),
        project.systemPath().toString(),
        LookUps.digest(project.options().toString()),
        // Each byte counts, whatever encoding the file declares.
        LookUps.digest(text(project.environmentFile(), StandardCharsets.ISO_8859_1)),
        Boolean.toString(sources.stated()),
        sources.environment().toString(),
        sources.versions().toString(),
        sources.path().toString());
  }

  private static String text(Path file, Charset encoding) {
    try {
      return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), encoding) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the modules to read with, so that it is known what was looked up. */
  ModuleSource modules() {
    return lookUps;
  }

  /** Returns what is kept, if it still holds. */
  Optional<Reading> find() {
    return cache.find(it -> it.holds(circumstances, lookUps)).flatMap(this::reading);
  }

  private Optional<Reading> reading(ModelCache.Kept kept) {
    Map<String, SourceFile> files = lookUps.files();
    String environmentFile = project.display(project.environmentFile());
    files.putIfAbsent(
        environmentFile,
        new SourceFile(
            environmentFile, () -> text(project.environmentFile(), StandardCharsets.UTF_8)));
    List<ModelCache.Remark> remarks = new ArrayList<>(kept.unfinished());
    remarks.addAll(kept.facts().problems());
    remarks.addAll(kept.stated().problems());
    if (!remarks.stream().allMatch(it -> files.containsKey(it.at().file()))) {
      return Optional.empty();
    }
    Function<ModelCache.Remark, Location> at = it -> location(it.at(), files);
    ModelCache.Facts facts = kept.facts();
    ModelCache.Stated stated = kept.stated();
    return Optional.of(
        new Reading(
            new StatedEnvironment(
                facts.versionTable(),
                facts.versionTableSchema(),
                facts.transactionPerMigration(),
                facts.renderAsBatch(),
                facts.hooked(),
                facts.enforcesForeignKeys(),
                facts.problems().stream()
                    .map(it -> new Environment.Problem(it.message(), at.apply(it)))
                    .toList()),
            kept.convention().plain(),
            kept.unfinished().stream()
                .map(it -> new PythonProgram.Problem(it.message(), at.apply(it)))
                .toList(),
            new StatedModels(
                stated.schema(),
                stated.classes(),
                stated.convention().map(ModelCache.Convention::plain),
                doubtful(stated.doubtful()),
                stated.partial(),
                stated.problems().stream()
                    .map(
                        it ->
                            new ReadProblem(it.message(), it.unknown(), at.apply(it), it.marked()))
                    .toList(),
                stated.defaults(),
                stated.answers())));
  }

  private static Map<ColumnPlace, String> doubtful(List<ModelCache.Doubt> doubts) {
    Map<ColumnPlace, String> result = new LinkedHashMap<>();
    doubts.forEach(it -> result.put(it.column(), it.reason()));
    return result;
  }

  private static Location location(ModelCache.Place place, Map<String, SourceFile> files) {
    SourceFile file = files.get(place.file());
    return Objects.requireNonNull(file).at(new Span(place.start(), place.end()));
  }

  /**
   * Keeps a reading, on another core; a convention that asks functions of the project for names
   * cannot be kept.
   */
  void save(Reading reading) {
    boolean plain =
        reading.convention().custom().isEmpty()
            && reading.models().convention().map(it -> it.custom().isEmpty()).orElse(true);
    if (plain) {
      saving =
          CompletableFuture.runAsync(
              () ->
                  cache.save(
                      new ModelCache.Basis(circumstances, lookUps.answers(), lookUps.states()),
                      kept(reading)));
    }
  }

  /** Waits until what is to be kept is written. */
  void finish() {
    if (saving != null) {
      Beside.result(saving);
    }
  }

  private static ModelCache.Kept kept(Reading reading) {
    StatedEnvironment environment = reading.environment();
    StatedModels models = reading.models();
    return new ModelCache.Kept(
        new ModelCache.Facts(
            environment.versionTable(),
            environment.versionTableSchema(),
            environment.transactionPerMigration(),
            environment.renderAsBatch(),
            environment.hooked(),
            environment.enforcesForeignKeys(),
            environment.problems().stream().map(it -> remark(it.message(), it.at())).toList()),
        ModelCache.Convention.of(reading.convention()),
        reading.unfinished().stream().map(it -> remark(it.message(), it.at())).toList(),
        new ModelCache.Stated(
            models.schema(),
            models.classes(),
            models.convention().map(ModelCache.Convention::of),
            models.doubtful().entrySet().stream()
                .map(it -> new ModelCache.Doubt(it.getKey(), it.getValue()))
                .toList(),
            models.partial(),
            models.problems().stream()
                .map(
                    it ->
                        new ModelCache.Remark(
                            it.message(), it.unknown(), it.marked(), place(it.at())))
                .toList(),
            models.defaults(),
            models.answers()));
  }

  private static ModelCache.Remark remark(String message, Location at) {
    return new ModelCache.Remark(message, "", false, place(at));
  }

  private static ModelCache.Place place(Location at) {
    return new ModelCache.Place(at.file().path(), at.span().start(), at.span().end());
  }
}
