package limbeck.project;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.python.PythonProgram;
import limbeck.python.syntax.Parameter;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Reads a project's env.py by evaluating it, with nothing behind it. */
public final class EnvironmentReader {
  /** The name Alembic loads the file under. */
  private static final String MODULE = "env_py";

  private static final Set<String> HOOKS =
      Set.of(
          "include_object",
          "include_name",
          "include_symbol",
          "process_revision_directives",
          "render_item",
          "on_version_apply",
          "autogenerate_plugins");

  private final Project project;
  private final EnvironmentHost host;

  /**
   * Prepares to read.
   *
   * @param models sees what env.py does besides configuring Alembic, such as making tables
   */
  public EnvironmentReader(Project project, Host models) {
    this.project = project;
    this.host = new EnvironmentHost(project, models);
  }

  /** Returns the host to evaluate the project with. */
  public Host host() {
    return host;
  }

  /**
   * Evaluates env.py and all it imports.
   *
   * @param program made with {@link #host()}
   */
  public Environment read(PythonProgram program) {
    if (!Files.isRegularFile(project.environmentFile())) {
      return Environment.DEFAULT;
    }
    SourceFile file =
        PythonFiles.read(new ProjectFiles(project.start()), project.environmentFile());
    ModuleValue module = program.evaluate(MODULE, file, false);
    callHanded(program);
    callOthers(program, module);
    return facts(module);
  }

  /** What {@code run_sync} is given runs with a connection, which nobody knows. */
  private void callHanded(PythonProgram program) {
    Set<FunctionValue> done = new LinkedHashSet<>();
    List<FunctionValue> open = host.handed();
    while (!done.containsAll(open)) {
      for (FunctionValue function : open) {
        if (done.add(function)) {
          call(program, function);
        }
      }
      open = host.handed();
    }
  }

  /** A file that configures nothing on the way it ran may do so on another. */
  private void callOthers(PythonProgram program, ModuleValue module) {
    if (!host.configured().isEmpty()) {
      return;
    }
    for (Value value : List.copyOf(module.names().values())) {
      if (value instanceof FunctionValue function
          && function.module().equals(MODULE)
          && !host.wasEntered(function)) {
        call(program, function);
      }
    }
  }

  private void call(PythonProgram program, FunctionValue function) {
    List<Value> arguments = new ArrayList<>();
    for (Parameter parameter : function.parameters().positional()) {
      if (parameter.value().isEmpty()) {
        arguments.add(new Value.Unknown("only known when the script runs", function.location()));
      }
    }
    program.call(function, arguments, Map.of(), function.location(), host);
  }

  private Environment facts(ModuleValue module) {
    List<Environment.Problem> problems = new ArrayList<>();
    Optional<Value.Call> configured = configured();
    if (configured.isEmpty()) {
      problems.add(
          new Environment.Problem(
              "no call of context.configure() was found, so Alembic's defaults are assumed",
              start(module)));
    }
    Keywords keywords =
        new Keywords(configured.map(Value.Call::keywords).orElse(Map.of()), problems);
    configured.ifPresent(it -> keywords.reportRest(it.at()));
    Location at = configured.map(Value.Call::at).orElseGet(() -> start(module));
    SortedMap<String, Value> hooks = new TreeMap<>();
    for (String hook : HOOKS) {
      if (keywords.states(hook)) {
        keywords.value(hook).ifPresent(it -> hooks.put(hook, it));
      }
    }
    return new Environment(
        metadata(module, keywords),
        url(keywords),
        keywords.text("version_table", at).orElse(Environment.DEFAULT.versionTable()),
        keywords.text("version_table_schema", at),
        keywords.flag("transaction_per_migration", false, at),
        keywords.flag("compare_type", true, at),
        keywords.flag("compare_server_default", false, at),
        keywords.flag("include_schemas", false, at),
        keywords.flag("render_as_batch", false, at),
        hooks,
        problems);
  }

  /** The online way counts, which is given a connection; offline ones often say less. */
  private Optional<Value.Call> configured() {
    List<Value.Call> all = host.configured();
    return all.stream()
        .filter(it -> it.keywords().containsKey("connection"))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static Optional<Value> metadata(ModuleValue module, Keywords keywords) {
    return keywords
        .value("target_metadata")
        .filter(it -> !(it instanceof Value.Unknown))
        .or(() -> Optional.ofNullable(module.names().get("target_metadata")))
        .filter(it -> !(it instanceof Value.None));
  }

  private Optional<String> url(Keywords keywords) {
    return keywords
        .value("url")
        .or(() -> host.option("sqlalchemy.url"))
        .filter(Value.Str.class::isInstance)
        .map(it -> ((Value.Str) it).value())
        .filter(it -> !it.isBlank());
  }

  private static Location start(ModuleValue module) {
    return module.file().at(new Span(0, 0));
  }
}
