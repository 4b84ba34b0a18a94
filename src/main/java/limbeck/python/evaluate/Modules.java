package limbeck.python.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.ModuleSource;
import limbeck.python.syntax.ImportAlias;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Finds, evaluates and keeps modules. */
final class Modules {
  private final Machine machine;
  private final Map<String, Module> byName = new LinkedHashMap<>();
  private final Map<String, Optional<ModuleSource.Found>> sources = new HashMap<>();
  private final ParsedAhead ahead = new ParsedAhead();
  private int nesting;

  Modules(Machine machine) {
    this.machine = machine;
  }

  /** Returns the modules evaluated so far, in order. */
  Map<String, Module> byName() {
    return byName;
  }

  /** Tells whether the project has the source of a module. */
  boolean has(String dottedName) {
    return byName.containsKey(dottedName) || source(dottedName).isPresent();
  }

  /** Tells whether a module of the project is a package. */
  boolean isPackage(String dottedName) {
    return source(dottedName).map(ModuleSource.Found::isPackage).orElse(false);
  }

  /** Returns a module, evaluated with the packages around it; empty when it is a library's. */
  Optional<Module> load(String dottedName) {
    Module known = byName.get(dottedName);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ModuleSource.Found> found = source(dottedName);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int dot = dottedName.lastIndexOf('.');
    if (dot > 0) {
      load(dottedName.substring(0, dot));
    }
    Module met = byName.get(dottedName);
    return Optional.of(
        met != null ? met : evaluate(dottedName, found.get().file(), found.get().isPackage()));
  }

  /** Evaluates a source as the module of that name. */
  Module evaluate(String dottedName, SourceFile file, boolean isPackage) {
    Module known = byName.get(dottedName);
    if (known != null) {
      return known;
    }
    return evaluate(dottedName, ahead.take(file), isPackage);
  }

  /** Evaluates a parsed source as the module of that name. */
  Module evaluate(String dottedName, SyntaxTree tree, boolean isPackage) {
    Module known = byName.get(dottedName);
    if (known != null) {
      return known;
    }
    Module module = new Module(dottedName, tree.file(), isPackage, machine.journal().names());
    byName.put(dottedName, module);
    tree.problems().forEach(problem -> machine.problem(problem.message(), problem.location()));
    expectImports(module, tree.body());
    nesting++;
    try {
      run(module, tree.body());
    } finally {
      nesting--;
      module.finish();
    }
    bindInParent(module);
    if (nesting == 0) {
      machine.imports().settle();
    }
    return module;
  }

  /** Tells whether the body of a module is being evaluated. */
  boolean isRunning() {
    return nesting > 0;
  }

  /** Returns the folder of a package. */
  String folder(Module module) {
    String path = module.file().path();
    int slash = path.lastIndexOf('/');
    return module.isNamespace() ? path : slash < 0 ? "" : path.substring(0, slash);
  }

  /** Returns the package whose folder that is, among those evaluated. */
  Optional<Module> packageIn(String folder) {
    return byName.values().stream()
        .filter(
            module ->
                module.isPackage()
                    && PathFunctions.normal(folder(module)).equals(PathFunctions.normal(folder)))
        .findFirst();
  }

  /** Returns the names of the modules directly inside a package. */
  List<String> children(Module module) {
    return machine.source().children(module.name());
  }

  /** Statements of the module itself are sure to be run; of others that is not known yet. */
  private void expectImports(Module module, List<Statement> body) {
    for (Statement statement : body) {
      switch (statement) {
        case Statement.Import(List<ImportAlias> names, Span _) ->
            names.forEach(it -> expect(it.name()));
        case Statement.ImportFrom from ->
            Imports.origin(from, module).ifPresent(origin -> expect(origin, from, module));
        default -> {}
      }
    }
  }

  private void expect(String origin, Statement.ImportFrom from, Module module) {
    if (origin.equals(module.name())) {
      from.names().forEach(it -> expect(origin + "." + it.name()));
    } else {
      expect(origin);
    }
  }

  private void expect(String dottedName) {
    if (!byName.containsKey(dottedName)) {
      source(dottedName).ifPresent(it -> ahead.begin(it.file()));
    }
  }

  private Optional<ModuleSource.Found> source(String dottedName) {
    if (dottedName.isEmpty() || Libraries.known(dottedName)) {
      return Optional.empty();
    }
    return sources.computeIfAbsent(dottedName, machine.source()::find);
  }

  private void run(Module module, List<Statement> body) {
    Activation activation = Activation.ofModule();
    Frame frame = new Frame(module.scope(), activation, Optional.empty());
    machine.apart(
        () -> {
          try {
            for (Statement statement : body) {
              if (machine.budget().exhausted()) {
                machine.problem("the rest is not read: too many steps", frame.at(statement));
                break;
              }
              runOne(frame, statement);
            }
          } finally {
            machine.uncertainty().close(activation.region());
          }
          return module;
        });
  }

  /** Runs a statement; what it raises is noted, and the rest of the module still read. */
  private void runOne(Frame frame, Statement statement) {
    Budget.Count around = machine.budget().begin(Budget.STATEMENT_STEPS);
    try {
      machine.statements().run(statement, frame);
    } catch (PythonError error) {
      machine.problem("raises " + error.message(), error.at());
    } catch (LimitReached limit) {
      machine.problem(limit.message(), frame.at(statement));
    } catch (StackOverflowError overflow) {
      machine.problem("nests too deep to follow", frame.at(statement));
    } finally {
      machine.budget().resume(around);
    }
  }

  private void bindInParent(Module module) {
    int dot = module.name().lastIndexOf('.');
    if (dot > 0) {
      Module parent = byName.get(module.name().substring(0, dot));
      if (parent != null) {
        parent.names().put(module.name().substring(dot + 1), module.value());
      }
    }
  }
}
