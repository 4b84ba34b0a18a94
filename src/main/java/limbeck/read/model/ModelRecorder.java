package limbeck.read.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/**
 * Watches models being evaluated and keeps what the classes alone do not show: tables and indexes
 * made by calls, and assignments to a MetaData. Give it to the evaluator as its host.
 */
public final class ModelRecorder implements Host {
  private static final Set<String> WATCHED =
      Set.of(
          "sqlalchemy.Table",
          "flask_sqlalchemy.Table",
          "sqlalchemy.Index",
          "sqlalchemy.UniqueConstraint",
          "sqlalchemy.CheckConstraint",
          "postgresql.ExcludeConstraint",
          "sqlalchemy.Sequence");

  private final List<Recorded> calls = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Compiled> compiled = new ArrayList<>();
  private final List<String> uncertain = new ArrayList<>();

  /**
   * A call that makes something.
   *
   * @param call the call
   * @param uncertain why it may not happen; empty when it does
   */
  record Recorded(Value.Call call, Optional<String> uncertain) {}

  /**
   * An assignment to an attribute of something of a library.
   *
   * @param target what is assigned to
   * @param value the value
   * @param uncertain why it may not happen; empty when it does
   * @param at where
   */
  record Assignment(Value target, Value value, Optional<String> uncertain, Location at) {}

  /**
   * A function that writes a type or another construct: {@code @compiles(Type, "sqlite")}.
   *
   * @param arguments the class, then the databases; none stands for all others
   * @param function the function
   */
  record Compiled(List<Value> arguments, FunctionValue function) {}

  /** Returns the functions that write constructs, in order. */
  List<Compiled> compiled() {
    return List.copyOf(compiled);
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (call.callee() instanceof Value.Call made
        && LibraryNames.isCall(made, "sqlalchemy.compiles")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof FunctionValue function) {
      compiled.add(new Compiled(made.arguments(), function));
    }
    if (LibraryNames.of(call.callee()).filter(WATCHED::contains).isPresent()
        || isAppend(call)
        || isCopy(call)
        || isListener(call)) {
      calls.add(new Recorded(call, doubt()));
    }
    return Optional.empty();
  }

  private Optional<String> doubt() {
    return uncertain.isEmpty() ? Optional.empty() : Optional.of(uncertain.getLast());
  }

  private static boolean isAppend(Value.Call call) {
    return call.callee() instanceof Value.Attribute(Value _, String method)
        && (method.equals("append_column") || method.equals("append_constraint"));
  }

  private static boolean isCopy(Value.Call call) {
    return call.callee() instanceof Value.Attribute(Value _, String method)
        && (method.equals("to_metadata") || method.equals("tometadata"));
  }

  private static boolean isListener(Value.Call call) {
    return LibraryNames.isCall(call, "sqlalchemy.event.listen")
        || LibraryNames.isCall(call.callee(), "sqlalchemy.event.listens_for");
  }

  /** A column read off its class stays an attribute of the class, so that its table is known. */
  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    if (!(attribute.of() instanceof ClassValue type)) {
      return Optional.empty();
    }
    if (attribute.name().equals("__tablename__") && SqlModelTables.descends(type)) {
      return Optional.of(new Value.Str(SqlModelTables.usualName(type)));
    }
    return hasColumn(type, attribute.name()) ? Optional.of(attribute) : Optional.empty();
  }

  private static boolean hasColumn(ClassValue type, String name) {
    ClassValue.Member member = type.members().get(name);
    if (member != null) {
      return member.value().filter(it -> isColumn(it) || ClassLookup.isDeclared(it)).isPresent();
    }
    return type.bases().stream()
        .anyMatch(it -> it instanceof ClassValue base && hasColumn(base, name));
  }

  private static boolean isColumn(Value value) {
    return LibraryNames.isCall(value, "sqlmodel.Field")
        || DeclarativeColumns.columnCall(value).isPresent();
  }

  @Override
  public Optional<Boolean> truth(Value value) {
    return LibraryNames.isObject(value) ? Optional.of(true) : Optional.empty();
  }

  @Override
  public void assign(Value target, Value value, Location at) {
    assignments.add(new Assignment(target, value, doubt(), at));
  }

  @Override
  public void beginUncertain(String reason, Location at) {
    uncertain.add(reason);
  }

  @Override
  public void endUncertain() {
    if (!uncertain.isEmpty()) {
      uncertain.removeLast();
    }
  }

  /** Returns the calls so far, in order. */
  List<Recorded> calls() {
    return List.copyOf(calls);
  }

  /** Returns the assignments so far, in order. */
  List<Assignment> assignments() {
    return List.copyOf(assignments);
  }
}
