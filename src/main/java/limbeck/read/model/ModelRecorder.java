package limbeck.read.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ReadOptions;
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
  private int made;
  private Optional<PythonProgram> followed = Optional.empty();
  private Optional<TablesSoFar> soFar = Optional.empty();

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
   * @param classes how many classes there were before
   * @param calls how many calls had been seen before
   * @param at where
   */
  record Assignment(
      Value target, Value value, Optional<String> uncertain, int classes, int calls, Location at) {}

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

  /**
   * Answers from now on code that walks the tables made so far.
   *
   * @param program what is evaluated with this host
   * @param options as the models will be read
   */
  public void follow(PythonProgram program, ReadOptions options) {
    followed = Optional.of(program);
    soFar =
        Optional.of(
            new TablesSoFar(
                () -> ModelReader.readSoFar(program, this, options),
                () -> program.classes().size() + made + assignments.size()));
  }

  /** Returns what was answered about tables. */
  Optional<TablesSoFar> soFar() {
    return soFar;
  }

  @Override
  public Optional<List<Value>> items(Value value) {
    return soFar.flatMap(it -> it.items(value));
  }

  @Override
  public Optional<Boolean> contains(Value container, Value item) {
    return soFar.flatMap(it -> it.contains(container, item));
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    soFar.ifPresent(it -> it.call(call));
    if (ColumnClasses.isMade(call)) {
      return followed.map(it -> ColumnClasses.column(call, it));
    }
    if (call.callee() instanceof Value.Call made
        && LibraryNames.isCall(made, "sqlalchemy.compiles")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof FunctionValue function) {
      compiled.add(new Compiled(made.arguments(), function));
    }
    if (LibraryNames.of(call.callee()).filter(WATCHED::contains).isPresent()
        || isAppend(call)
        || TableCopies.isCopy(call)
        || isListener(call)) {
      calls.add(new Recorded(call, doubt()));
      // Indexes and constraints add no table and no column.
      made += isIndexOrConstraint(call) ? 0 : 1;
    }
    return Optional.empty();
  }

  private static boolean isIndexOrConstraint(Value.Call call) {
    return LibraryNames.of(call.callee())
        .filter(it -> it.endsWith("Index") || it.endsWith("Constraint"))
        .isPresent();
  }

  private Optional<String> doubt() {
    return uncertain.isEmpty() ? Optional.empty() : Optional.of(uncertain.getLast());
  }

  private static boolean isAppend(Value.Call call) {
    return call.callee() instanceof Value.Attribute(Value _, String method)
        && (method.equals("append_column") || method.equals("append_constraint"));
  }

  private static boolean isListener(Value.Call call) {
    return LibraryNames.isCall(call, "sqlalchemy.event.listen")
        || LibraryNames.isCall(call.callee(), "sqlalchemy.event.listens_for");
  }

  /** A column read off its class stays an attribute of the class, so that its table is known. */
  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    if (!(attribute.of() instanceof ClassValue type)) {
      return soFar.flatMap(it -> it.attribute(attribute));
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
    return LibraryNames.isObject(value) ? Optional.of(true) : soFar.flatMap(it -> it.truth(value));
  }

  @Override
  public void assign(Value target, Value value, Location at) {
    int classes = followed.map(it -> it.classes().size()).orElse(0);
    assignments.add(new Assignment(target, value, doubt(), classes, calls.size(), at));
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
