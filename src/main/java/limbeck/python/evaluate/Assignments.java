package limbeck.python.evaluate;

import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Statement;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** Binds names, attributes and items. */
final class Assignments {
  private final Machine machine;

  Assignments(Machine machine) {
    this.machine = machine;
  }

  void run(Statement.Assign assign, Frame frame) {
    Value value = machine.expressions().evaluate(assign.value(), frame);
    for (Expression target : assign.targets()) {
      assign(target, value, frame);
    }
  }

  void run(Statement.AnnAssign assign, Frame frame) {
    Optional<Value> value =
        assign.value().map(expression -> machine.expressions().evaluate(expression, frame));
    Scope scope = frame.scope();
    if (assign.simple()
        && assign.target() instanceof Expression.Name(String name, _)
        && scope.members() != null) {
      Expression annotation = machine.annotations().parsed(assign.annotation(), frame);
      machine.journal().touch(scope.members());
      scope.members().annotate(name, annotation, frame.at(assign.target()));
    }
    value.ifPresent(assigned -> assign(assign.target(), assigned, frame));
  }

  void run(Statement.AugAssign assign, Frame frame) {
    Location at = frame.at(assign);
    Expression target = assign.target();
    switch (target) {
      case Expression.Attribute(Expression owner, String name, _) -> {
        Value object = machine.expressions().evaluate(owner, frame);
        Value before = machine.attributes().get(object, name, at);
        Value after = combined(before, assign, frame, at);
        machine.attributes().set(object, name, after, at);
      }
      case Expression.Subscript(Expression owner, Expression slice, _) -> {
        Value object = machine.expressions().evaluate(owner, frame);
        Value key = machine.expressions().evaluate(slice, frame);
        Value before = machine.subscripts().get(object, key, at);
        machine.subscripts().set(object, key, combined(before, assign, frame, at), at);
      }
      default -> {
        Value before = machine.expressions().evaluate(target, frame);
        assign(target, combined(before, assign, frame, at), frame);
      }
    }
  }

  private Value combined(Value before, Statement.AugAssign assign, Frame frame, Location at) {
    Value value = machine.expressions().evaluate(assign.value(), frame);
    return Containers.inPlace(machine, before, assign.op(), value, at)
        ? before
        : machine.operators().binary(before, assign.op(), value, at);
  }

  /** Assigns a value to a target of any shape. */
  void assign(Expression target, Value value, Frame frame) {
    Location at = frame.at(target);
    switch (target) {
      case Expression.Name(String name, _) -> bind(name, value, frame, at);
      case Expression.Attribute(Expression owner, String name, _) ->
          machine.attributes().set(machine.expressions().evaluate(owner, frame), name, value, at);
      case Expression.Subscript(Expression owner, Expression slice, _) ->
          machine
              .subscripts()
              .set(
                  machine.expressions().evaluate(owner, frame),
                  machine.expressions().evaluate(slice, frame),
                  value,
                  at);
      case Expression.Tuple(List<Expression> targets, _) -> unpack(targets, value, frame, at);
      case Expression.ListDisplay(List<Expression> targets, _) -> unpack(targets, value, frame, at);
      case Expression.Starred(Expression inner, _) -> assign(inner, value, frame);
      default -> machine.problem("cannot assign to this", at);
    }
  }

  private void unpack(List<Expression> targets, Value value, Frame frame, Location at) {
    int starred = -1;
    for (int i = 0; i < targets.size(); i++) {
      starred = targets.get(i) instanceof Expression.Starred ? i : starred;
    }
    List<Value> values = machine.iteration().unpack(value, targets.size(), starred, at);
    for (int i = 0; i < targets.size(); i++) {
      assign(targets.get(i), values.get(i), frame);
    }
  }

  /** Binds the target of {@code :=}, outside of any comprehension. */
  void assignWalrus(Expression target, Value value, Frame frame) {
    Scope scope = frame.scope();
    while (scope.kind() == Scope.Kind.COMPREHENSION && scope.parent() != null) {
      scope = scope.parent();
    }
    assign(target, value, frame.within(scope));
  }

  /** Binds a name as the scope's declarations say. */
  void bind(String name, Value value, Frame frame, Location at) {
    Scope scope = frame.scope();
    if (scope.globals().contains(name)) {
      scope = scope.module().scope();
    } else if (scope.nonlocals().contains(name)) {
      scope = enclosing(scope, name);
    }
    scope.bind(machine.journal(), name, value, at);
  }

  private static Scope enclosing(Scope from, String name) {
    for (@Nullable Scope scope = from.parent(); scope != null; scope = scope.parent()) {
      if (scope.kind() == Scope.Kind.FUNCTION && scope.own(name) != null) {
        return scope;
      }
    }
    return from;
  }

  /** Undoes the binding of a target. */
  void delete(Expression target, Frame frame) {
    Location at = frame.at(target);
    switch (target) {
      case Expression.Name(String name, _) -> {
        Scope scope =
            frame.scope().globals().contains(name) ? frame.scope().module().scope() : frame.scope();
        scope.unbind(machine.journal(), name);
      }
      case Expression.Attribute(Expression owner, String name, _) ->
          machine.attributes().delete(machine.expressions().evaluate(owner, frame), name);
      case Expression.Subscript(Expression owner, Expression slice, _) ->
          machine
              .subscripts()
              .delete(
                  machine.expressions().evaluate(owner, frame),
                  machine.expressions().evaluate(slice, frame),
                  at);
      case Expression.Tuple(List<Expression> targets, _) ->
          targets.forEach(each -> delete(each, frame));
      case Expression.ListDisplay(List<Expression> targets, _) ->
          targets.forEach(each -> delete(each, frame));
      default -> machine.problem("cannot delete this", at);
    }
  }
}
