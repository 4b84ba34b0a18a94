package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.python.syntax.ImportAlias;
import limbeck.python.syntax.Statement;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** Import statements: modules of the project are evaluated, everything else is a symbol. */
final class Imports {
  private final Machine machine;
  private final List<Runnable> circular = new ArrayList<>();

  Imports(Machine machine) {
    this.machine = machine;
  }

  void run(Statement.Import statement, Frame frame) {
    for (ImportAlias name : statement.names()) {
      Location at = frame.at(name);
      frame.scope().bind(machine.journal(), bound(name), module(name, at), at);
    }
  }

  void run(Statement.ImportFrom statement, Frame frame) {
    Optional<String> from = origin(statement, frame.scope().module());
    for (ImportAlias name : statement.names()) {
      Location at = frame.at(name);
      if (from.isEmpty()) {
        bindMissing(frame, name, "a relative import beyond the top package");
      } else if (name.name().equals("*")) {
        star(from.get(), frame, at);
      } else {
        bindMember(from.get(), name, frame, at);
      }
    }
  }

  /** Puts the imports off that only a type checker runs, until a name of them is needed. */
  void defer(Statement.Import statement, Frame frame) {
    for (ImportAlias name : statement.names()) {
      frame.scope().defer(bound(name), () -> Optional.of(module(name, frame.at(name))));
    }
  }

  /** Puts the imports off that only a type checker runs, until a name of them is needed. */
  void defer(Statement.ImportFrom statement, Frame frame) {
    Optional<String> from = origin(statement, frame.scope().module());
    for (ImportAlias name : statement.names()) {
      from.ifPresent(
          origin ->
              frame
                  .scope()
                  .defer(name.alias().orElse(name.name()), () -> member(origin, name.name())));
    }
  }

  /** Does something once all modules under way are complete. */
  void later(Runnable action) {
    circular.add(action);
  }

  /** Binds what circular imports left open, now that all modules are complete. */
  void settle() {
    List<Runnable> waiting = List.copyOf(circular);
    circular.clear();
    waiting.forEach(Runnable::run);
  }

  /** Imports a module by name at run time; empty when the project does not have it. */
  Value importModule(String dottedName, Location at) {
    return machine
        .modules()
        .load(dottedName)
        .<Value>map(Module::value)
        .orElseGet(() -> missingModule(dottedName, at));
  }

  /** Returns a name of a module, or a module of a package; empty when there is none. */
  Optional<Value> member(String origin, String name) {
    Optional<Module> module = machine.modules().load(origin);
    if (module.isEmpty()) {
      Optional<Module> child = machine.modules().load(origin + "." + name);
      return child.isPresent()
          ? child.map(Module::value)
          : isLibrary(origin)
              ? Optional.of(LibraryConstants.symbol(origin + "." + name))
              : Optional.empty();
    }
    return machine
        .names()
        .global(module.get(), name)
        .or(() -> machine.modules().load(origin + "." + name).map(Module::value))
        .or(() -> lazily(module.get(), name))
        .or(() -> fromLibrary(module.get(), name));
  }

  /** Returns what a module's own {@code __getattr__} answers. */
  Optional<Value> lazily(Module module, String name) {
    @Nullable Value getter = module.names().get("__getattr__");
    if (!(getter instanceof FunctionValue function) || name.startsWith("__")) {
      return Optional.empty();
    }
    Location at = function.location();
    return Optional.of(
        machine.calls().call(function, Arguments.of(machine, List.of(new Value.Str(name)), at)));
  }

  /** Returns a library's name that a module took by star or that its folder hides. */
  Optional<Value> fromLibrary(Module module, String name) {
    if (module.starLibraries().size() == 1) {
      return Optional.of(new Value.Symbol(module.starLibraries().getFirst() + "." + name));
    }
    if (module.starLibraries().size() > 1) {
      return StarImports.choose(module.starLibraries(), name);
    }
    return module.isNamespace()
        ? Optional.of(new Value.Symbol(module.name() + "." + name))
        : Optional.empty();
  }

  private Value module(ImportAlias name, Location at) {
    String dotted = name.name();
    Optional<Module> module = machine.modules().load(dotted);
    String top = dotted.contains(".") ? dotted.substring(0, dotted.indexOf('.')) : dotted;
    if (module.isEmpty()) {
      Value missing = missingModule(dotted, at);
      if (!(missing instanceof Value.Symbol) || name.alias().isPresent()) {
        return missing;
      }
      return machine
          .modules()
          .load(top)
          .<Value>map(Module::value)
          .orElseGet(() -> new Value.Symbol(top));
    }
    if (name.alias().isPresent()) {
      return module.get().value();
    }
    return machine
        .modules()
        .load(top)
        .<Value>map(Module::value)
        .orElseGet(() -> new Value.Symbol(top));
  }

  private Value missingModule(String dotted, Location at) {
    if (Libraries.absent(dotted) && !machine.handlers().isEmpty()) {
      return machine.raise("ModuleNotFoundError", "No module named '" + dotted + "'", at);
    }
    if (isLibrary(dotted)) {
      return new Value.Symbol(dotted);
    }
    Value value = machine.raise("ModuleNotFoundError", "No module named '" + dotted + "'", at);
    machine.problem("module " + dotted + " is not found in the project", at);
    return value;
  }

  /** Tells whether a module that was not found can only be a library's. */
  private boolean isLibrary(String dotted) {
    int dot = dotted.indexOf('.');
    String top = dot < 0 ? dotted : dotted.substring(0, dot);
    if (!machine.modules().has(top)) {
      return true;
    }
    return machine.modules().load(top).map(Module::isNamespace).orElse(true);
  }

  private static String bound(ImportAlias name) {
    int dot = name.name().indexOf('.');
    return name.alias().orElse(dot < 0 ? name.name() : name.name().substring(0, dot));
  }

  /** Returns the module a {@code from} names; empty when it lies above the top package. */
  static Optional<String> origin(Statement.ImportFrom statement, Module module) {
    String named = statement.module().orElse("");
    if (statement.level() == 0) {
      return Optional.of(named);
    }
    String base = module.packageName();
    for (int i = 1; i < statement.level(); i++) {
      int dot = base.lastIndexOf('.');
      if (base.isEmpty()) {
        return Optional.empty();
      }
      base = dot < 0 ? "" : base.substring(0, dot);
    }
    String origin = base.isEmpty() || named.isEmpty() ? base + named : base + "." + named;
    return origin.isEmpty() ? Optional.empty() : Optional.of(origin);
  }

  private void bindMember(String origin, ImportAlias name, Frame frame, Location at) {
    String target = name.alias().orElse(name.name());
    boolean absent = Libraries.absent(origin) && !machine.handlers().isEmpty();
    Optional<Value> found = absent ? Optional.empty() : member(origin, name.name());
    if (found.isPresent()) {
      frame.scope().bind(machine.journal(), target, found.get(), at);
      return;
    }
    Optional<Module> module = machine.modules().load(origin);
    if (module.isPresent() && module.get().running()) {
      Supplier<Optional<Value>> later = () -> member(origin, name.name());
      frame.scope().defer(target, later);
      circular.add(
          () ->
              frame
                  .scope()
                  .demand(target)
                  .ifPresent(value -> bindLate(frame.scope(), target, value, at)));
      return;
    }
    String message = "cannot import name '" + name.name() + "' from '" + origin + "'";
    bindMissing(frame, name, message);
  }

  private void bindLate(Scope scope, String name, Value value, Location at) {
    if (scope.own(name) == null) {
      scope.bind(machine.journal(), name, value, at);
    }
  }

  private void bindMissing(Frame frame, ImportAlias name, String message) {
    Location at = frame.at(name);
    Value value = machine.raise("ImportError", message, at);
    machine.problem(message, at);
    if (!name.name().equals("*")) {
      frame.scope().bind(machine.journal(), name.alias().orElse(name.name()), value, at);
    }
  }

  private void star(String origin, Frame frame, Location at) {
    Optional<Module> found = machine.modules().load(origin);
    Module here = frame.scope().module();
    if (found.isEmpty() || found.get().isNamespace()) {
      if (isLibrary(origin)) {
        here.starLibraries().add(origin);
      } else {
        missingModule(origin, at);
      }
      return;
    }
    Module module = found.get();
    Optional<List<String>> all = exported(module);
    if (all.isPresent()) {
      for (String name : all.get()) {
        member(origin, name)
            .ifPresent(value -> frame.scope().bind(machine.journal(), name, value, at));
      }
      return;
    }
    here.starModules().add(module);
    here.starLibraries().addAll(module.starLibraries());
    List.copyOf(module.names().entrySet()).stream()
        .filter(entry -> !entry.getKey().startsWith("_"))
        .forEach(
            entry -> frame.scope().bind(machine.journal(), entry.getKey(), entry.getValue(), at));
  }

  /** Returns the names of {@code __all__} when it is known. */
  private static Optional<List<String>> exported(Module module) {
    @Nullable Value all = module.names().get("__all__");
    List<Value> items =
        switch (all) {
          case Value.ListOf(List<Value> listed) -> listed;
          case Value.TupleOf(List<Value> listed) -> listed;
          case null, default -> List.of();
        };
    List<String> names = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Str(String name)) {
        names.add(name);
      }
    }
    return all == null || (names.isEmpty() && !items.isEmpty())
        ? Optional.empty()
        : Optional.of(names);
  }
}
