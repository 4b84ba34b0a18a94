package limbeck.read.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
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
      Set.of("sqlalchemy.Table", "flask_sqlalchemy.Table", "sqlalchemy.Index");

  private final List<Recorded> calls = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();
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
   * @param at where
   */
  record Assignment(Value target, Value value, Location at) {}

  @Override
  public Optional<Value> call(Value.Call call) {
    if (LibraryNames.of(call.callee()).filter(WATCHED::contains).isPresent()
        || isAppend(call)
        || isListener(call)) {
      calls.add(new Recorded(call, uncertain.stream().reduce((_, last) -> last)));
    }
    return Optional.empty();
  }

  private static boolean isAppend(Value.Call call) {
    return call.callee() instanceof Value.Attribute(Value _, String method)
        && (method.equals("append_column") || method.equals("append_constraint"));
  }

  private static boolean isListener(Value.Call call) {
    return LibraryNames.of(call.callee())
        .filter(it -> it.equals("sqlalchemy.event.listen"))
        .isPresent();
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
  public void assign(Value target, Value value, Location at) {
    assignments.add(new Assignment(target, value, at));
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
