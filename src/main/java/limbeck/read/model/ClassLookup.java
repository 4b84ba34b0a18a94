package limbeck.read.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.table.TableDraft;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/** Attributes of classes as SQLAlchemy reads them, {@code declared_attr} called with the class. */
final class ClassLookup {
  private static final Set<String> CALLED_WITH_CLASS =
      Set.of(
          "sqlalchemy.declared_attr",
          "sqlalchemy.declared_attr.directive",
          "sqlalchemy.declared_attr.cascading",
          "sqlalchemy.declared_attr.cascading.directive",
          "sqlalchemy.declared_attr.directive.cascading",
          "sqlalchemy.classproperty",
          "sqlalchemy_utils.classproperty");

  private final PythonProgram program;
  private Function<ClassValue, Optional<TableDraft>> inherited = _ -> Optional.empty();

  ClassLookup(PythonProgram program) {
    this.program = program;
  }

  /** Says how the table of a class's nearest mapped base is found. */
  void tables(Function<ClassValue, Optional<TableDraft>> found) {
    inherited = found;
  }

  /** Returns an attribute's value for a class, found along its resolution order. */
  Optional<Value> attribute(ClassValue type, String name) {
    return program
        .member(type, name)
        .flatMap(
            it -> it.member().value().map(value -> resolved(value, type, it.member().location())));
  }

  /** Returns the value, or what it gives for the class when it is a declared attribute. */
  Value resolved(Value value, ClassValue type, Location at) {
    Optional<Value> function = declaredFunction(value);
    if (function.isEmpty()) {
      return value;
    }
    Value callable = function.get();
    if (callable instanceof FunctionValue found && found.receiver().isPresent()) {
      return program.call(
          found.boundTo(type), List.of(), Map.of(), at, new DeclaredHost(inherited));
    }
    return program.call(callable, List.of(type), Map.of(), at, new DeclaredHost(inherited));
  }

  /** Returns whether a value is called with the class to give the attribute. */
  static boolean isDeclared(Value value) {
    return declaredFunction(value).isPresent();
  }

  /** Returns whether it is a declared attribute that every subclass evaluates again. */
  static boolean isCascading(Value value) {
    return (value instanceof FunctionValue function
            && function.decorators().stream().anyMatch(ClassLookup::namesCascading))
        || (value instanceof Value.Call call && namesCascading(call.callee()));
  }

  private static boolean namesCascading(Value decorator) {
    return LibraryNames.of(decorator).filter(it -> it.contains("cascading")).isPresent();
  }

  private static Optional<Value> declaredFunction(Value value) {
    if (value instanceof FunctionValue function
        && function.decorators().stream().anyMatch(ClassLookup::callsWithClass)) {
      return Optional.of(function);
    }
    if (value instanceof Value.Call call
        && callsWithClass(call.callee())
        && !call.arguments().isEmpty()) {
      return declaredFunction(call.arguments().getFirst())
          .or(() -> Optional.of(call.arguments().getFirst()));
    }
    return Optional.empty();
  }

  private static boolean callsWithClass(Value decorator) {
    return LibraryNames.of(decorator).filter(CALLED_WITH_CLASS::contains).isPresent();
  }
}
