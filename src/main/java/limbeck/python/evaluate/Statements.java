package limbeck.python.evaluate;

import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Statement;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Runs statements. */
final class Statements {
  private static final String TYPE_CHECKING = "TYPE_CHECKING";

  private final Machine machine;
  private final Loops loops;
  private final WithBlocks withBlocks;
  private final Matching matching;
  private final Exceptions exceptions;

  Statements(Machine machine) {
    this.machine = machine;
    this.loops = new Loops(machine);
    this.withBlocks = new WithBlocks(machine);
    this.matching = new Matching(machine);
    this.exceptions = new Exceptions(machine);
  }

  Exceptions exceptions() {
    return exceptions;
  }

  /** Runs statements until one of them leaves the block. */
  Completion block(List<Statement> statements, Frame frame) {
    for (Statement statement : statements) {
      Completion completion = run(statement, frame);
      if (!(completion instanceof Completion.Normal)) {
        return completion;
      }
    }
    return Completion.NORMAL;
  }

  Completion run(Statement statement, Frame frame) {
    machine.budget().step();
    return switch (statement) {
      case Statement.FunctionDef function -> define(function, frame);
      case Statement.ClassDef type -> define(type, frame);
      case Statement.Return(Optional<Expression> value, _) ->
          new Completion.Return(value.map(result -> evaluate(result, frame)).orElse(Value.NONE));
      case Statement.Delete delete -> {
        delete.targets().forEach(target -> machine.assignments().delete(target, frame));
        yield Completion.NORMAL;
      }
      case Statement.Assign assign -> {
        machine.assignments().run(assign, frame);
        yield Completion.NORMAL;
      }
      case Statement.TypeAlias alias -> {
        machine.annotations().alias(alias, frame);
        yield Completion.NORMAL;
      }
      case Statement.AugAssign assign -> {
        machine.assignments().run(assign, frame);
        yield Completion.NORMAL;
      }
      case Statement.AnnAssign assign -> {
        machine.assignments().run(assign, frame);
        yield Completion.NORMAL;
      }
      case Statement.For loop -> loops.run(loop, frame);
      case Statement.While loop -> loops.run(loop, frame);
      case Statement.If branch -> run(branch, frame);
      case Statement.With with -> withBlocks.run(with, frame);
      case Statement.Match match -> matching.run(match, frame);
      case Statement.Raise raise -> exceptions.run(raise, frame);
      case Statement.Try attempt -> exceptions.run(attempt, frame);
      case Statement.Assert check -> exceptions.run(check, frame);
      case Statement.Import imported -> {
        machine.imports().run(imported, frame);
        yield Completion.NORMAL;
      }
      case Statement.ImportFrom imported -> {
        machine.imports().run(imported, frame);
        yield Completion.NORMAL;
      }
      case Statement.Global(List<String> names, _) -> {
        frame.scope().globals().addAll(names);
        yield Completion.NORMAL;
      }
      case Statement.Nonlocal(List<String> names, _) -> {
        frame.scope().nonlocals().addAll(names);
        yield Completion.NORMAL;
      }
      case Statement.Expr(Expression value, _) -> {
        if (!(value instanceof Expression.Constant)) {
          evaluate(value, frame);
        }
        yield Completion.NORMAL;
      }
      case Statement.Pass _, Statement.Malformed _ -> Completion.NORMAL;
      case Statement.Break _ ->
          frame.activation().loops().isEmpty() ? Completion.NORMAL : Completion.BREAK;
      case Statement.Continue _ ->
          frame.activation().loops().isEmpty() ? Completion.NORMAL : Completion.CONTINUE;
    };
  }

  private Value evaluate(Expression expression, Frame frame) {
    return machine.expressions().evaluate(expression, frame);
  }

  private Completion define(Statement.FunctionDef function, Frame frame) {
    Value value = machine.functionDefinitions().define(function, frame);
    Location at = frame.scope().module().file().at(function.nameSpan());
    machine.assignments().bind(function.name(), value, frame, at);
    return Completion.NORMAL;
  }

  private Completion define(Statement.ClassDef type, Frame frame) {
    Value value = machine.classDefinitions().define(type, frame);
    Location at = frame.scope().module().file().at(type.nameSpan());
    machine.assignments().bind(type.name(), value, frame, at);
    return Completion.NORMAL;
  }

  private Completion run(Statement.If branch, Frame frame) {
    Value test = evaluate(branch.test(), frame);
    if (isTypeChecking(test)) {
      branch.body().forEach(statement -> defer(statement, frame));
      return block(branch.orElse(), frame);
    }
    Optional<Boolean> known = machine.truth().of(test);
    if (known.isPresent()) {
      return block(known.get() ? branch.body() : branch.orElse(), frame);
    }
    return machine
        .uncertainty()
        .either(
            Truth.reason(test, branch.test(), frame),
            frame.at(branch.test()),
            frame,
            () -> block(branch.body(), frame),
            () -> block(branch.orElse(), frame));
  }

  /** Tells whether it is the constant that only type checkers take for true. */
  static boolean isTypeChecking(Value value) {
    return value instanceof Value.Symbol(String name)
        && name.startsWith("typing")
        && name.endsWith("." + TYPE_CHECKING);
  }

  /** Puts off what only a type checker runs, until an annotation needs a name of it. */
  private void defer(Statement statement, Frame frame) {
    switch (statement) {
      case Statement.Import imported -> machine.imports().defer(imported, frame);
      case Statement.ImportFrom imported -> machine.imports().defer(imported, frame);
      case Statement.Assign(List<Expression> targets, _, _) -> {
        for (Expression target : targets) {
          if (target instanceof Expression.Name(String name, _)) {
            defer(name, statement, frame);
          }
        }
      }
      case Statement.AnnAssign assign
          when assign.value().isPresent()
              && assign.target() instanceof Expression.Name(String name, _) ->
          defer(name, statement, frame);
      case Statement.FunctionDef function -> defer(function.name(), statement, frame);
      case Statement.ClassDef type -> defer(type.name(), statement, frame);
      case Statement.TypeAlias alias when alias.name() instanceof Expression.Name(String name, _) ->
          defer(name, statement, frame);
      case Statement.If branch -> {
        branch.body().forEach(inner -> defer(inner, frame));
        branch.orElse().forEach(inner -> defer(inner, frame));
      }
      case Statement.Try attempt -> attempt.body().forEach(inner -> defer(inner, frame));
      case Statement.AnnAssign _,
          Statement.TypeAlias _,
          Statement.Return _,
          Statement.Delete _,
          Statement.AugAssign _,
          Statement.For _,
          Statement.While _,
          Statement.With _,
          Statement.Match _,
          Statement.Raise _,
          Statement.Assert _,
          Statement.Global _,
          Statement.Nonlocal _,
          Statement.Expr _,
          Statement.Pass _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Malformed _ -> {}
    }
  }

  private void defer(String name, Statement statement, Frame frame) {
    frame
        .scope()
        .defer(
            name,
            () -> {
              run(statement, frame);
              return Optional.ofNullable(frame.scope().own(name));
            });
  }
}
