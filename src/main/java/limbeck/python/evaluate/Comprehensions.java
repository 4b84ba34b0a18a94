package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Comprehension;
import limbeck.python.syntax.Expression;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Comprehensions and generator expressions, evaluated at once. */
final class Comprehensions {
  private final Machine machine;

  /** What takes the results. */
  private interface Sink {
    void add(Frame frame);
  }

  /** Notes that there may be results that are not known. */
  private interface Rest {
    void note(Value.Unknown why);
  }

  Comprehensions(Machine machine) {
    this.machine = machine;
  }

  Value list(Expression element, List<Comprehension> generators, Frame frame, boolean generator) {
    ListItems items =
        generator ? machine.journal().iterator(List.of()) : machine.journal().list(List.of());
    run(
        generators,
        frame,
        inner -> {
          items.add(machine.expressions().evaluate(element, inner));
          Budget.size(items.size());
        },
        items::addRest);
    return new Value.ListOf(items);
  }

  Value set(Expression element, List<Comprehension> generators, Frame frame) {
    SetItems items = machine.journal().set(List.of());
    run(
        generators,
        frame,
        inner -> items.include(machine.expressions().evaluate(element, inner)),
        why -> {
          items.add(why);
          items.setOpen(why);
        });
    return new Value.SetOf(items);
  }

  Value dict(Expression key, Expression value, List<Comprehension> generators, Frame frame) {
    DictEntries entries = machine.journal().dict(Map.of());
    run(
        generators,
        frame,
        inner -> {
          Value name = machine.expressions().evaluate(key, inner);
          entries.set(name, machine.expressions().evaluate(value, inner));
        },
        entries::setOpen);
    return new Value.DictOf(entries);
  }

  private void run(List<Comprehension> generators, Frame frame, Sink sink, Rest rest) {
    Frame inner = frame.within(frame.scope().ofComprehension(machine.journal()));
    run(generators, 0, frame, inner, sink, rest);
  }

  private void run(
      List<Comprehension> generators, int index, Frame outer, Frame inner, Sink sink, Rest rest) {
    if (index == generators.size()) {
      sink.add(inner);
      return;
    }
    Comprehension generator = generators.get(index);
    Frame from = index == 0 ? outer : inner;
    Location at = from.at(generator.iterable());
    Value iterable = machine.expressions().evaluate(generator.iterable(), from);
    Iteration.Walk walk = machine.iteration().walk(iterable, at);
    for (Value item : walk.certain()) {
      machine.budget().step();
      machine.assignments().assign(generator.target(), item, inner);
      Optional<Boolean> passes = passes(generator, inner, rest);
      if (passes.orElse(false)) {
        run(generators, index + 1, outer, inner, sink, rest);
      }
    }
    if (walk.rest().isPresent()) {
      rest.note(walk.rest().get());
    }
  }

  private Optional<Boolean> passes(Comprehension generator, Frame frame, Rest rest) {
    for (Expression condition : generator.conditions()) {
      Value value = machine.expressions().evaluate(condition, frame);
      Optional<Boolean> truth = machine.truth().of(value);
      if (truth.isEmpty()) {
        rest.note(new Value.Unknown(Truth.reason(value, condition, frame), frame.at(condition)));
        return truth;
      }
      if (!truth.get()) {
        return truth;
      }
    }
    return Optional.of(true);
  }
}
