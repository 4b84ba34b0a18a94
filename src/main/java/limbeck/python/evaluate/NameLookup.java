package limbeck.python.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** Finds what a name stands for, as Python's scopes prescribe. */
final class NameLookup {
  private static final Set<String> BUILTINS =
      Set.of(
          ("ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup"
                  + " BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError"
                  + " ConnectionAbortedError ConnectionError ConnectionRefusedError"
                  + " ConnectionResetError DeprecationWarning EOFError EncodingWarning"
                  + " EnvironmentError Exception ExceptionGroup FileExistsError"
                  + " FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError"
                  + " ImportError ImportWarning IndentationError IndexError InterruptedError"
                  + " IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
                  + " ModuleNotFoundError NameError NotADirectoryError NotImplemented"
                  + " NotImplementedError OSError OverflowError PendingDeprecationWarning"
                  + " PermissionError ProcessLookupError PythonFinalizationError RecursionError"
                  + " ReferenceError ResourceWarning RuntimeError RuntimeWarning"
                  + " StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError"
                  + " SystemExit TabError TimeoutError TypeError UnboundLocalError"
                  + " UnicodeDecodeError UnicodeEncodeError UnicodeError"
                  + " UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning"
                  + " ZeroDivisionError __build_class__ __import__ abs aiter all anext any ascii"
                  + " bin bool breakpoint bytearray bytes callable chr classmethod compile"
                  + " complex copyright credits delattr dict dir divmod enumerate eval exec exit"
                  + " filter float format frozenset getattr globals hasattr hash help hex id"
                  + " input int isinstance issubclass iter len license list locals map max"
                  + " memoryview min next object oct open ord pow print property quit range repr"
                  + " reversed round set setattr slice sorted staticmethod str sum super tuple"
                  + " type vars zip")
              .split(" "));

  private final Machine machine;

  NameLookup(Machine machine) {
    this.machine = machine;
  }

  /** Returns what the name stands for; unknown when it is not defined. */
  Value find(Scope from, String name, Location at) {
    Optional<Value> found = lookUp(from, name);
    if (found.isPresent()) {
      return found.get();
    }
    List<String> stars = from.module().starLibraries();
    if (stars.size() == 1) {
      return new Value.Symbol(stars.getFirst() + "." + name);
    }
    if (stars.size() > 1) {
      return StarImports.choose(stars, name)
          .orElseGet(
              () ->
                  new Value.Unknown(
                      "name '" + name + "' comes from one of several star imports: " + stars, at));
    }
    return machine.raise("NameError", "name '" + name + "' is not defined", at);
  }

  /** Returns what the name stands for, star imports of libraries left out. */
  Optional<Value> lookUp(Scope from, String name) {
    Scope start = from.globals().contains(name) ? from.module().scope() : from;
    for (Scope scope = start; scope != null; scope = scope.parent()) {
      if (scope.kind() == Scope.Kind.CLASS && scope != from) {
        continue;
      }
      Optional<Value> own = in(scope, name);
      if (own.isPresent()) {
        return own;
      }
    }
    return inModule(from.module(), name).or(() -> builtin(name));
  }

  /** Returns what an annotation's name stands for; members that are no types do not hide types. */
  Optional<Value> lookUpType(Scope from, String name) {
    Value member = from.members() == null ? null : from.own(name);
    if (member == null || isType(member)) {
      return lookUp(from, name);
    }
    Scope outer = from.parent();
    return outer == null ? Optional.of(member) : lookUp(outer, name).or(() -> Optional.of(member));
  }

  private static boolean isType(Value value) {
    return value instanceof limbeck.python.value.ClassValue
        || value instanceof Value.Symbol
        || value instanceof Value.Item
        || value instanceof Value.Operation
        || (value instanceof Value.Call call && call.name().startsWith("typing"));
  }

  /** Returns a global name of a module, as an import sees it. */
  Optional<Value> global(Module module, String name) {
    return in(module.scope(), name).or(() -> inModule(module, name));
  }

  private static Optional<Value> in(Scope scope, String name) {
    @Nullable Value own = scope.own(name);
    return own != null ? Optional.of(own) : scope.demand(name);
  }

  private Optional<Value> inModule(Module module, String name) {
    for (Module star : module.starModules().reversed()) {
      if (star != module && !name.startsWith("_")) {
        Optional<Value> found = in(star.scope(), name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return special(module, name);
  }

  private Optional<Value> special(Module module, String name) {
    return switch (name) {
      case "__name__" -> Optional.of(new Value.Str(module.name()));
      case "__package__" -> Optional.of(new Value.Str(module.packageName()));
      case "__file__" ->
          module.isNamespace()
              ? Optional.empty()
              : Optional.of(new Value.Str(module.file().path()));
      case "__path__" ->
          module.isPackage()
              ? Optional.of(machine.list(List.of(new Value.Str(machine.modules().folder(module)))))
              : Optional.empty();
      case "__doc__", "__spec__", "__loader__" -> Optional.of(Value.NONE);
      case "__debug__" -> Optional.of(new Value.Bool(true));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> builtin(String name) {
    return BUILTINS.contains(name)
        ? Optional.of(new Value.Symbol("builtins." + name))
        : Optional.empty();
  }
}
