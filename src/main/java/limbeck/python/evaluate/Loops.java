package limbeck.python.evaluate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Statement;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Loops: unrolled over what is known, walked once as uncertain otherwise. */
final class Loops {
  private static final int MOST_TURNS = 20_000;

  /** Turns that may each have been the last; all of them are kept open, one inside the other. */
  private static final int MOST_ENDS = 40;

  private final Machine machine;

  Loops(Machine machine) {
    this.machine = machine;
  }

  Completion run(Statement.For loop, Frame frame) {
    Value iterable = machine.expressions().evaluate(loop.iterable(), frame);
    Location at = frame.at(loop.iterable());
    Iteration.Walk walk = machine.iteration().walk(iterable, at);
    return inLoop(
        frame,
        loop.orElse(),
        regions -> {
          for (Value item : walk.certain()) {
            if (regions.loop().openings() > MOST_ENDS) {
              String reason = "after how many turns the loop ends is not known";
              Value.Unknown any = new Value.Unknown(reason, at);
              return someTurns(
                  reason,
                  at,
                  loop.body(),
                  frame,
                  () -> turn(regions, () -> walkOnce(loop.target(), any, loop.body(), frame)));
            }
            Completion turn =
                turn(regions, () -> walkOnce(loop.target(), item, loop.body(), frame));
            if (leaves(turn)) {
              return turn;
            }
          }
          if (walk.rest().isEmpty()) {
            return Completion.NORMAL;
          }
          Value.Unknown rest = walk.rest().get();
          return someTurns(
              rest.reason(),
              at,
              loop.body(),
              frame,
              () -> turn(regions, () -> walkOnce(loop.target(), rest, loop.body(), frame)));
        });
  }

  Completion run(Statement.While loop, Frame frame) {
    return inLoop(frame, loop.orElse(), regions -> turns(loop, frame, regions));
  }

  private Completion turns(Statement.While loop, Frame frame, Activation.LoopRegions regions) {
    for (int count = 0; count < MOST_TURNS; count++) {
      Value test = machine.expressions().evaluate(loop.test(), frame);
      Optional<Boolean> known = machine.truth().of(test);
      if (known.isEmpty()) {
        return unknownTurn(loop, test, frame, regions);
      }
      if (!known.get()) {
        return Completion.NORMAL;
      }
      Completion turn = turn(regions, () -> machine.statements().block(loop.body(), frame));
      if (leaves(turn)) {
        return turn;
      }
      if (regions.loop().openings() > 0) {
        widen(loop.body(), frame, frame.at(loop.test()));
        return Completion.NORMAL;
      }
    }
    widen(loop.body(), frame, frame.at(loop.test()));
    return Completion.NORMAL;
  }

  private Completion unknownTurn(
      Statement.While loop, Value test, Frame frame, Activation.LoopRegions regions) {
    Location at = frame.at(loop.test());
    return someTurns(
        Truth.reason(test, loop.test(), frame),
        at,
        loop.body(),
        frame,
        () -> turn(regions, () -> machine.statements().block(loop.body(), frame)));
  }

  /** Walks the body once for any number of turns. */
  private Completion someTurns(
      String reason, Location at, List<Statement> body, Frame frame, Supplier<Completion> turn) {
    return machine
        .uncertainty()
        .maybe(
            reason,
            at,
            frame,
            () -> {
              widen(body, frame, at);
              return turn.get() instanceof Completion.Return(Value value)
                  ? new Completion.Return(value)
                  : Completion.NORMAL;
            });
  }

  private Completion walkOnce(Expression target, Value item, List<Statement> body, Frame frame) {
    machine.assignments().assign(target, item, frame);
    return machine.statements().block(body, frame);
  }

  /** What the turns of a loop do. */
  private interface Turns {
    Completion run(Activation.LoopRegions regions);
  }

  private Completion inLoop(Frame frame, List<Statement> orElse, Turns turns) {
    Activation.LoopRegions regions = new Activation.LoopRegions();
    frame.activation().loops().addLast(regions);
    Completion completion;
    try {
      completion = turns.run(regions);
    } finally {
      frame.activation().loops().removeLast();
      machine.uncertainty().close(regions.loop());
    }
    if (completion instanceof Completion.Break) {
      return Completion.NORMAL;
    }
    if (!(completion instanceof Completion.Normal) || orElse.isEmpty()) {
      return completion;
    }
    Supplier<Completion> rest = () -> machine.statements().block(orElse, frame);
    return regions.loop().openings() == 0
        ? rest.get()
        : machine
            .uncertainty()
            .maybe("the loop may end early", frame.at(orElse.getFirst()), frame, rest);
  }

  private Completion turn(Activation.LoopRegions regions, Supplier<Completion> body) {
    machine.budget().step();
    Region turn = regions.nextTurn();
    try {
      return body.get();
    } finally {
      machine.uncertainty().close(turn);
    }
  }

  private static boolean leaves(Completion completion) {
    return completion instanceof Completion.Break || completion instanceof Completion.Return;
  }

  /** Forgets the variables that earlier turns change, as their number cannot be known. */
  private void widen(List<Statement> body, Frame frame, Location at) {
    Set<String> changed = new LinkedHashSet<>();
    body.forEach(statement -> changed(statement, changed));
    for (String name : changed) {
      if (frame.scope().own(name) != null || frame.scope().globals().contains(name)) {
        Value.Unknown unknown =
            new Value.Unknown("'" + name + "' changes in a loop that cannot be followed", at);
        machine.assignments().bind(name, unknown, frame, at);
      }
    }
  }

  private static void names(Expression target, Set<String> found) {
    switch (target) {
      case Expression.Name(String name, _) -> found.add(name);
      case Expression.Tuple(List<Expression> targets, _) ->
          targets.forEach(each -> names(each, found));
      case Expression.ListDisplay(List<Expression> targets, _) ->
          targets.forEach(each -> names(each, found));
      case Expression.Starred(Expression inner, _) -> names(inner, found);
      default -> {}
    }
  }

  private static void changed(Statement statement, Set<String> found) {
    switch (statement) {
      case Statement.AugAssign assign -> names(assign.target(), found);
      case Statement.Assign assign -> assign.targets().forEach(target -> names(target, found));
      case Statement.AnnAssign assign -> names(assign.target(), found);
      case Statement.If branch -> {
        branch.body().forEach(inner -> changed(inner, found));
        branch.orElse().forEach(inner -> changed(inner, found));
      }
      case Statement.For loop -> loop.body().forEach(inner -> changed(inner, found));
      case Statement.While loop -> loop.body().forEach(inner -> changed(inner, found));
      case Statement.With with -> with.body().forEach(inner -> changed(inner, found));
      case Statement.Try attempt -> {
        attempt.body().forEach(inner -> changed(inner, found));
        attempt.orElse().forEach(inner -> changed(inner, found));
        attempt.finalBody().forEach(inner -> changed(inner, found));
      }
      case Statement.Match match ->
          match.cases().forEach(each -> each.body().forEach(inner -> changed(inner, found)));
      case Statement.FunctionDef _,
          Statement.ClassDef _,
          Statement.Return _,
          Statement.Delete _,
          Statement.TypeAlias _,
          Statement.Raise _,
          Statement.Assert _,
          Statement.Import _,
          Statement.ImportFrom _,
          Statement.Global _,
          Statement.Nonlocal _,
          Statement.Expr _,
          Statement.Pass _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Malformed _ -> {}
    }
  }
}
