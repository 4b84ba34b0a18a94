package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.MatchCase;
import limbeck.python.syntax.Pattern;
import limbeck.python.syntax.Statement;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** {@code match} statements. */
final class Matching {
  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);

  private final Machine machine;

  Matching(Machine machine) {
    this.machine = machine;
  }

  Completion run(Statement.Match match, Frame frame) {
    Value subject = machine.expressions().evaluate(match.subject(), frame);
    return run(match, subject, 0, frame);
  }

  private Completion run(Statement.Match match, Value subject, int index, Frame frame) {
    if (index == match.cases().size()) {
      return Completion.NORMAL;
    }
    MatchCase current = match.cases().get(index);
    Optional<Boolean> matched = matches(current.pattern(), subject, frame);
    if (matched.orElse(true) && current.guard().isPresent()) {
      Optional<Boolean> guard =
          machine.truth().of(machine.expressions().evaluate(current.guard().get(), frame));
      matched = guard.equals(NO) ? NO : matched.isPresent() ? guard : matched;
    }
    if (matched.equals(YES)) {
      return machine.statements().block(current.body(), frame);
    }
    if (matched.equals(NO)) {
      return run(match, subject, index + 1, frame);
    }
    return machine
        .uncertainty()
        .either(
            Truth.reason(subject, match.subject(), frame),
            frame.at(current.pattern()),
            frame,
            () -> machine.statements().block(current.body(), frame),
            () -> run(match, subject, index + 1, frame));
  }

  private Optional<Boolean> matches(Pattern pattern, Value subject, Frame frame) {
    machine.budget().step();
    return switch (pattern) {
      case Pattern.MatchValue(Expression value, _) ->
          equal(subject, machine.expressions().evaluate(value, frame), frame.at(pattern));
      case Pattern.MatchSingleton(Literal value, _) ->
          machine.operators().identical(subject, Expressions.constant(value, frame.at(pattern)));
      case Pattern.MatchSequence(List<Pattern> patterns, _) -> sequence(patterns, subject, frame);
      case Pattern.MatchMapping mapping -> mapping(mapping, subject, frame);
      case Pattern.MatchClass type -> type(type, subject, frame);
      case Pattern.MatchStar(Optional<String> name, _) -> {
        name.ifPresent(bound -> bind(bound, subject, pattern, frame));
        yield YES;
      }
      case Pattern.MatchAs(Optional<Pattern> inner, Optional<String> name, _) -> {
        Optional<Boolean> matched = inner.isEmpty() ? YES : matches(inner.get(), subject, frame);
        if (matched.orElse(true)) {
          name.ifPresent(bound -> bind(bound, subject, pattern, frame));
        }
        yield matched;
      }
      case Pattern.MatchOr(List<Pattern> patterns, _) -> {
        Optional<Boolean> result = NO;
        for (Pattern each : patterns) {
          Optional<Boolean> matched = matches(each, subject, frame);
          if (matched.equals(YES)) {
            yield result.isEmpty() ? result : YES;
          }
          result = matched.isEmpty() ? matched : result;
        }
        yield result;
      }
    };
  }

  private Optional<Boolean> equal(Value subject, Value value, Location at) {
    return machine
        .truth()
        .of(machine.operators().compare(subject, Expression.Operator.EQ, value, at));
  }

  private void bind(String name, Value value, Pattern pattern, Frame frame) {
    machine.assignments().bind(name, value, frame, frame.at(pattern));
  }

  private Optional<Boolean> sequence(List<Pattern> patterns, Value subject, Frame frame) {
    List<Value> items;
    switch (subject) {
      case Value.ListOf(ListItems listed) when listed.open().isEmpty() -> items = listed;
      case Value.TupleOf(List<Value> listed) -> items = listed;
      default -> {
        if ((Types.plain(subject) && !(subject instanceof Value.ListOf))
            || subject instanceof Value.EnumMember) {
          return NO;
        }
        bindUnknown(patterns, subject, frame);
        return Optional.empty();
      }
    }
    int star = -1;
    for (int i = 0; i < patterns.size(); i++) {
      star = patterns.get(i) instanceof Pattern.MatchStar ? i : star;
    }
    if (star < 0 ? items.size() != patterns.size() : items.size() < patterns.size() - 1) {
      return NO;
    }
    Optional<Boolean> result = YES;
    int surplus = items.size() - patterns.size();
    for (int i = 0; i < patterns.size() && !result.equals(NO); i++) {
      Value item;
      if (i == star) {
        item = machine.list(items.subList(i, i + surplus + 1));
      } else {
        item = items.get(star >= 0 && i > star ? i + surplus : i);
      }
      result = and(result, matches(patterns.get(i), item, frame));
    }
    return result;
  }

  private void bindUnknown(List<Pattern> patterns, Value subject, Frame frame) {
    for (Pattern pattern : patterns) {
      Value part =
          subject instanceof Value.Unknown
              ? subject
              : new Value.Unknown("part of a value that is not known", frame.at(pattern));
      matches(pattern, part, frame);
    }
  }

  private Optional<Boolean> mapping(Pattern.MatchMapping mapping, Value subject, Frame frame) {
    if (!(subject instanceof Value.DictOf(DictEntries entries)) || entries.open().isPresent()) {
      if ((Types.plain(subject) && !(subject instanceof Value.DictOf))
          || subject instanceof Value.EnumMember) {
        return NO;
      }
      bindUnknown(mapping.patterns(), subject, frame);
      return Optional.empty();
    }
    Optional<Boolean> result = YES;
    List<Value> taken = new ArrayList<>();
    for (int i = 0; i < mapping.keys().size() && !result.equals(NO); i++) {
      Value key = machine.expressions().evaluate(mapping.keys().get(i), frame);
      taken.add(key);
      Value item = entries.lookUp(key);
      result = item == null ? NO : and(result, matches(mapping.patterns().get(i), item, frame));
    }
    if (result.orElse(true) && mapping.rest().isPresent()) {
      DictEntries rest = machine.journal().dict(entries);
      taken.forEach(rest::take);
      bind(mapping.rest().get(), new Value.DictOf(rest), mapping, frame);
    }
    return result;
  }

  private Optional<Boolean> type(Pattern.MatchClass pattern, Value subject, Frame frame) {
    Location at = frame.at(pattern);
    Value type = machine.expressions().evaluate(pattern.type(), frame);
    Optional<Boolean> result = machine.truth().instance(subject, type);
    if (result.equals(NO)) {
      return NO;
    }
    List<String> names = new ArrayList<>();
    boolean self = type instanceof Value.Symbol && pattern.patterns().size() == 1;
    if (self) {
      result = and(result, matches(pattern.patterns().getFirst(), subject, frame));
    } else {
      names.addAll(positional(type, at));
    }
    if (!self && names.size() < pattern.patterns().size()) {
      bindUnknown(pattern.patterns(), subject, frame);
      return Optional.empty();
    }
    for (int i = 0; !self && i < pattern.patterns().size(); i++) {
      result = and(result, attribute(subject, names.get(i), pattern.patterns().get(i), frame));
    }
    for (int i = 0; i < pattern.keywordNames().size(); i++) {
      String name = pattern.keywordNames().get(i);
      result = and(result, attribute(subject, name, pattern.keywordPatterns().get(i), frame));
    }
    return result;
  }

  private Optional<Boolean> attribute(Value subject, String name, Pattern pattern, Frame frame) {
    return matches(pattern, machine.attributes().get(subject, name, frame.at(pattern)), frame);
  }

  private List<String> positional(Value type, Location at) {
    if (!(type instanceof ClassValue described)) {
      return List.of();
    }
    Value declared =
        machine
            .attributes()
            .find(type, "__match_args__", at)
            .orElseGet(
                () ->
                    new Value.TupleOf(
                        machine.instances().fieldNames(described).stream()
                            .<Value>map(Value.Str::new)
                            .toList()));
    return declared instanceof Value.TupleOf(List<Value> items)
        ? items.stream().flatMap(item -> machine.text().known(item).stream()).toList()
        : List.of();
  }

  private static Optional<Boolean> and(Optional<Boolean> one, Optional<Boolean> other) {
    if (one.equals(NO) || other.equals(NO)) {
      return NO;
    }
    return one.isEmpty() ? one : other;
  }
}
