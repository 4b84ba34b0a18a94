package limbeck.read.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import limbeck.python.PythonProgram;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.ReadContext;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.schema.Schema;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Reads migration scripts as revisions. */
public final class ScriptReader {
  private final PythonProgram program;
  private final ScriptOptions options;
  private final ParsedScripts parsed;
  private final Map<String, ModuleValue> modules = new HashMap<>();

  /**
   * Prepares to read scripts.
   *
   * @param program evaluates the scripts and what they import; shared by all scripts of a history
   */
  public ScriptReader(PythonProgram program, ScriptOptions options) {
    this(program, options, new ParsedScripts());
  }

  /**
   * Prepares to read scripts of which some have been parsed.
   *
   * @param program evaluates the scripts and what they import; shared by all scripts of a history
   */
  public ScriptReader(PythonProgram program, ScriptOptions options, ParsedScripts parsed) {
    this.program = program;
    this.options = options;
    this.parsed = parsed;
  }

  /** Runs work that reads many scripts; nothing depends on it but time. */
  public <T> T within(Supplier<T> work) {
    return program.within(work);
  }

  /** Reads what a file says about its place in the history; its functions are not evaluated. */
  public HeaderReading header(SourceFile file) {
    return HeaderReader.read(program, parsed.parse(file));
  }

  /**
   * Reads the steps of a revision, both ways.
   *
   * @param before the schema before the revision; guards in the script are answered from it
   */
  public Revision read(RevisionHeader header, Schema before) {
    StepRecorder up = new StepRecorder(options.fold(), before);
    run(module(header), "upgrade", up);
    return withDowngrade(new Revision(header, up.steps(), List.of(), false), up.schema());
  }

  /** Reads the steps of a revision's upgrade; what its downgrade does is left open. */
  public Revision upgrade(RevisionHeader header, Schema before) {
    StepRecorder up = new StepRecorder(options.fold(), before);
    run(module(header), "upgrade", up);
    return new Revision(header, up.steps(), List.of(), false);
  }

  /**
   * Reads the steps of a revision's downgrade.
   *
   * @param revision with its upgrade
   * @param after the schema after its upgrade
   */
  public Revision withDowngrade(Revision revision, Schema after) {
    StepRecorder down = new StepRecorder(options.fold(), after);
    boolean defined = run(module(revision.header()), "downgrade", down);
    return new Revision(revision.header(), revision.upgrade(), down.steps(), defined);
  }

  private ModuleValue module(RevisionHeader header) {
    String name = moduleName(header.file());
    ModuleValue known = modules.get(name);
    if (known == null) {
      known = program.evaluate(name, parsed.take(header.file()), false);
      modules.put(name, known);
    }
    return known;
  }

  private boolean run(ModuleValue module, String name, StepRecorder steps) {
    Value function = module.names().get(name);
    if (function == null) {
      return false;
    }
    ReadContext context = new ReadContext(program, options.read(), new ProblemLog());
    ScriptObjects objects = new ScriptObjects(context, options.convention());
    ScriptHost host = new ScriptHost(objects, steps, options.models());
    if (!(function instanceof FunctionValue found)) {
      Location at = module.file().at(new Span(0, 0));
      steps.addOpaque("what " + name + " is cannot be told", at);
      return true;
    }
    boolean decorated = !found.decorators().isEmpty();
    if (decorated) {
      host.beginUncertain(
          "the function is decorated, and may not run as it stands", found.location());
    }
    Value result = program.call(found, List.of(), Map.of(), found.location(), host);
    if (decorated) {
      host.endUncertain();
    }
    host.ended(result, found.location());
    return true;
  }

  /** Returns a module name of its own for each script, whatever folder it stands in. */
  static String moduleName(SourceFile file) {
    return "alembic_script_" + file.path().replaceAll("\\W", "_");
  }
}
