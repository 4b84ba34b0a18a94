package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Builtins that look at the names around their call. */
final class ScopeFunctions {
  private ScopeFunctions() {}

  /** Returns the value of such a call; empty for other functions. */
  static Optional<Value> call(Machine machine, String name, Arguments arguments, Frame frame) {
    return switch (name) {
      case "builtins.super" -> Optional.of(superOf(arguments, frame));
      case "builtins.locals" -> Optional.of(names(machine, frame.scope(), arguments.at()));
      case "builtins.globals" ->
          Optional.of(names(machine, frame.scope().module().scope(), arguments.at()));
      case "builtins.vars", "builtins.dir" ->
          arguments.size() == 0
              ? Optional.of(names(machine, frame.scope(), arguments.at()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Makes the value that stands for {@code super()}: the class and the object. */
  private static Value superOf(Arguments arguments, Frame frame) {
    Location at = arguments.at();
    if (arguments.size() > 0) {
      return arguments.kept(new Value.Symbol("builtins.super"));
    }
    List<Value> parts = new ArrayList<>();
    frame.activation().cell().flatMap(Closure.ClassCell::type).ifPresent(parts::add);
    frame.activation().receiver().ifPresent(parts::add);
    return parts.size() == 2
        ? new Value.Call(new Value.Symbol("builtins.super"), parts, Map.of(), at)
        : new Value.Unknown("super() outside of a method", at);
  }

  private static Value names(Machine machine, Scope scope, Location at) {
    DictEntries entries = machine.journal().dict(Map.of());
    if (scope.members() != null) {
      scope
          .members()
          .forEach(
              (name, member) ->
                  member.value().ifPresent(value -> entries.put(new Value.Str(name), value)));
    } else {
      scope.names().forEach((name, value) -> entries.put(new Value.Str(name), value));
    }
    if (scope.kind() == Scope.Kind.MODULE) {
      open(scope.module(), entries, at);
    }
    if (scope.kind() != Scope.Kind.FUNCTION) {
      entries.setMirror((key, value) -> changed(machine, scope, key, value, at));
    }
    return new Value.DictOf(entries);
  }

  /** Notes that a module may have names that it took from a library by star. */
  static void open(Module module, DictEntries entries, Location at) {
    if (!module.starLibraries().isEmpty()) {
      entries.setOpen(
          new Value.Unknown("the names imported from " + module.starLibraries() + " by star", at));
    }
  }

  private static void changed(
      Machine machine, Scope scope, Value key, Optional<Value> value, Location at) {
    Optional<String> name = machine.text().known(key);
    if (name.isEmpty()) {
      machine.problem("a variable is set whose name is not known", at);
    } else if (value.isPresent()) {
      scope.bind(machine.journal(), name.get(), value.get(), at);
    } else {
      scope.unbind(machine.journal(), name.get());
    }
  }
}
