package limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import limbeck.dialect.Dialects;
import limbeck.project.DiskModuleSource;
import limbeck.project.Project;
import limbeck.project.ScriptFile;
import limbeck.project.ScriptFolder;
import limbeck.python.ModuleSource;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Host;
import limbeck.read.ReadOptions;
import limbeck.read.ReadProblem;
import limbeck.read.script.HeaderReading;
import limbeck.read.script.ParsedScripts;
import limbeck.read.script.ScriptOptions;
import limbeck.read.script.ScriptReader;
import limbeck.read.table.NamingConvention;
import limbeck.revision.GraphProblem;
import limbeck.revision.Resolution;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.schema.DialectName;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;
import limbeck.workflow.cache.CacheFolder;
import limbeck.workflow.cache.HeaderCache;
import limbeck.workflow.cache.SchemaCache;

/**
 * A project's revision files and the graph they form. Only headers are read.
 *
 * @param graph the graph
 * @param paths where each revision's file is
 * @param problems what is wrong with files and graph
 * @param parsed the files' syntax trees, for whoever reads on
 * @param cache what is known of the files without opening them, if anything is kept
 */
record Scripts(
    RevisionGraph graph,
    Map<RevisionId, Path> paths,
    List<Problem> problems,
    ParsedScripts parsed,
    Optional<HeaderCache> cache) {

  static Scripts of(Project project, Optional<CacheFolder> folder) {
    Optional<HeaderCache> cache = folder.map(it -> new HeaderCache(it, key(project)));
    ParsedScripts parsed = new ParsedScripts();
    Consulted modules = new Consulted(DiskModuleSource.of(project));
    ScriptReader reader = headerReader(modules, parsed);
    List<RevisionHeader> headers = new ArrayList<>();
    Map<RevisionId, Path> paths = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    List<ScriptFile> files = ScriptFolder.files(project);
    List<Optional<RevisionHeader>> known =
        files.stream().map(it -> cache.flatMap(found -> found.find(it))).toList();
    List<SourceFile> fresh =
        IntStream.range(0, files.size())
            .filter(it -> known.get(it).isEmpty())
            .mapToObj(it -> files.get(it).source())
            .toList();
    // Reading and parsing take most of the time, and each file is for itself.
    fresh.parallelStream().forEach(parsed::parse);
    for (int i = 0; i < files.size(); i++) {
      ScriptFile file = files.get(i);
      HeaderReading reading =
          known
              .get(i)
              .map(it -> new HeaderReading(Optional.of(it), List.of()))
              .orElseGet(read(reader, file, modules, cache));
      reading.problems().forEach(it -> problems.add(problem(it)));
      reading
          .header()
          .ifPresent(
              it -> {
                headers.add(it);
                paths.put(it.id(), file.path());
              });
    }
    cache.ifPresent(HeaderCache::save);
    RevisionGraph graph = RevisionGraph.of(headers);
    graph.problems().forEach(it -> problems.add(problem(it)));
    return new Scripts(graph, paths, problems, parsed, cache);
  }

  private static String key(Project project) {
    return project.start().toAbsolutePath().normalize() + "\n" + project.versionLocations();
  }

  /** A header that other modules have a part in is not kept. */
  private static Supplier<HeaderReading> read(
      ScriptReader reader, ScriptFile file, Consulted modules, Optional<HeaderCache> cache) {
    return () -> {
      int before = modules.times();
      HeaderReading reading = reader.header(file.source());
      if (reading.problems().isEmpty() && modules.times() == before) {
        cache.ifPresent(it -> reading.header().ifPresent(found -> it.add(file, found)));
      }
      return reading;
    };
  }

  /** A header is the same on every database. */
  private static ScriptReader headerReader(ModuleSource modules, ParsedScripts parsed) {
    ReadOptions options =
        ReadOptions.of(
            DialectName.POSTGRESQL, new ReaderSpelling(Dialects.of(DialectName.POSTGRESQL)));
    return new ScriptReader(
        new Evaluator(modules, Host.SILENT),
        ScriptOptions.of(options, NamingConvention.DEFAULT),
        parsed);
  }

  private static Problem problem(ReadProblem problem) {
    return Problem.error(
        problem.message(),
        "correct the script, or move it out of the versions folder if it is no revision",
        Optional.of(problem.at()));
  }

  private static Problem problem(GraphProblem problem) {
    return Problem.error(problem.message(), problem.help(), Optional.empty());
  }

  /**
   * Returns the revisions a name means.
   *
   * @throws ToolFailure when it means none, or not one thing
   */
  List<RevisionId> resolve(String name) {
    return found(graph.resolve(name));
  }

  static List<RevisionId> found(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found(List<RevisionId> ids) -> ids;
      case Resolution.Failed(GraphProblem problem) ->
          throw new ToolFailure(ToolFailure.Code.PROJECT, problem.message(), problem.help());
    };
  }

  /** Returns every header, in the graph's order. */
  List<RevisionHeader> headers() {
    return graph.oldestFirst().stream().map(this::header).toList();
  }

  /** Returns a script as a part of a chain. */
  SchemaCache.Link link(RevisionId id) {
    SourceFile file = header(id).file();
    return cache
        .map(it -> new SchemaCache.Link(id.text(), it.contentOf(file)))
        .orElseGet(() -> SchemaCache.Link.of(id.text(), file.text()));
  }

  RevisionHeader header(RevisionId id) {
    return graph.revision(id).orElseThrow();
  }
}
