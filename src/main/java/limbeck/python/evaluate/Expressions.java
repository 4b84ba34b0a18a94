package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Keyword;
import limbeck.python.syntax.Literal;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Evaluates expressions. */
final class Expressions {
  private final Machine machine;
  private final Comprehensions comprehensions;

  Expressions(Machine machine) {
    this.machine = machine;
    this.comprehensions = new Comprehensions(machine);
  }

  Value evaluate(Expression expression, Frame frame) {
    machine.budget().step();
    return switch (expression) {
      case Expression.Constant(Literal literal, _) -> constant(literal, frame.at(expression));
      case Expression.Name(String id, _) ->
          machine.names().find(frame.scope(), id, frame.at(expression));
      case Expression.Attribute attribute -> attribute(attribute, frame);
      case Expression.Call call -> call(call, frame);
      case Expression.BinOp(Expression left, Expression.Operator op, Expression right, _) ->
          binary(left, op, right, frame, frame.at(expression));
      case Expression.BoolOp bool -> bool(bool, 0, frame);
      case Expression.Compare compare -> compare(compare, frame);
      case Expression.UnaryOp(Expression.Operator op, Expression operand, _) ->
          machine.operators().unary(op, evaluate(operand, frame), frame.at(expression));
      case Expression.IfExp conditional -> conditional(conditional, frame);
      case Expression.NamedExpr(Expression target, Expression value, _) -> {
        Value assigned = evaluate(value, frame);
        machine.assignments().assignWalrus(target, assigned, frame);
        yield assigned;
      }
      case Expression.Lambda lambda -> machine.functionDefinitions().lambda(lambda, frame);
      case Expression.ListDisplay(List<Expression> elements, _) -> list(elements, frame);
      case Expression.Tuple(List<Expression> elements, _) -> tuple(elements, frame);
      case Expression.SetDisplay(List<Expression> elements, _) -> set(elements, frame);
      case Expression.Dict dict -> dict(dict, frame);
      case Expression.ListComp(Expression element, var generators, _) ->
          comprehensions.list(element, generators, frame, false);
      case Expression.GeneratorExp(Expression element, var generators, _) ->
          comprehensions.list(element, generators, frame, true);
      case Expression.SetComp(Expression element, var generators, _) ->
          comprehensions.set(element, generators, frame);
      case Expression.DictComp(Expression key, Expression value, var generators, _) ->
          comprehensions.dict(key, value, generators, frame);
      case Expression.Subscript(Expression value, Expression slice, _) ->
          machine
              .subscripts()
              .get(evaluate(value, frame), evaluate(slice, frame), frame.at(expression));
      case Expression.Slice slice -> slice(slice, frame);
      case Expression.JoinedStr joined -> joined(joined, frame);
      case Expression.Await(Expression value, _) -> evaluate(value, frame);
      case Expression.Yield(Optional<Expression> value, _) ->
          yielded(
              value.map(result -> evaluate(result, frame)).orElse(Value.NONE),
              frame,
              frame.at(expression));
      case Expression.YieldFrom(Expression value, _) -> yieldedFrom(value, frame);
      case Expression.Starred(Expression value, _) -> evaluate(value, frame);
      case Expression.TemplateStr _ ->
          new Value.Unknown("a template string is not text", frame.at(expression));
      case Expression.FormattedValue _, Expression.Interpolation _ ->
          new Value.Unknown("a field outside of a text", frame.at(expression));
      case Expression.Malformed(String message, _) ->
          new Value.Unknown("syntax: " + message, frame.at(expression));
    };
  }

  static Value constant(Literal literal, Location at) {
    return switch (literal) {
      case Literal.Str(String value, _) -> new Value.Str(value);
      case Literal.Bytes(String value) -> new Value.Bytes(value);
      case Literal.Int(var value) -> new Value.Int(value);
      case Literal.Float(double value) -> new Value.Float(value);
      case Literal.Complex _ -> new Value.Unknown("complex numbers are not computed", at);
      case Literal.Bool(boolean value) -> new Value.Bool(value);
      case Literal.None _ -> Value.NONE;
      case Literal.Ellipsis _ -> new Value.Ellipsis();
    };
  }

  private Value attribute(Expression.Attribute attribute, Frame frame) {
    Value of = evaluate(attribute.value(), frame);
    return machine.attributes().get(of, attribute.attribute(), frame.at(attribute));
  }

  /** Long chains of one operator are walked in a loop, not in depth. */
  private Value binary(
      Expression left, Expression.Operator op, Expression right, Frame frame, Location at) {
    List<Expression.BinOp> chain = new ArrayList<>();
    Expression first = left;
    while (first instanceof Expression.BinOp inner) {
      chain.add(inner);
      first = inner.left();
    }
    Value value = evaluate(first, frame);
    for (Expression.BinOp inner : chain.reversed()) {
      machine.budget().step();
      Value operand = evaluate(inner.right(), frame);
      value = machine.operators().binary(value, inner.op(), operand, frame.at(inner));
    }
    return machine.operators().binary(value, op, evaluate(right, frame), at);
  }

  private Value bool(Expression.BoolOp bool, int index, Frame frame) {
    Expression current = bool.values().get(index);
    Value value = evaluate(current, frame);
    if (index == bool.values().size() - 1) {
      return value;
    }
    Optional<Boolean> truth = machine.truth().of(value);
    if (truth.isPresent()) {
      return truth.get() == bool.and() ? bool(bool, index + 1, frame) : value;
    }
    Value[] rest = new Value[1];
    machine
        .uncertainty()
        .maybe(
            Truth.reason(value, current, frame),
            frame.at(current),
            frame,
            () -> {
              rest[0] = bool(bool, index + 1, frame);
              return Completion.NORMAL;
            });
    return undecided(bool.and(), value, rest[0] == null ? Value.NONE : rest[0]);
  }

  /** Returns {@code value and rest} or {@code value or rest} of which the first is undecided. */
  private Value undecided(boolean and, Value value, Value rest) {
    Optional<Boolean> truth = machine.truth().of(rest);
    if (value.equals(rest)) {
      return value;
    }
    boolean decided = truth.isPresent() && truth.get() != and && rest instanceof Value.Bool;
    if (decided && value instanceof Value.Operation) {
      return rest;
    }
    if (value instanceof Value.Unknown) {
      return value;
    }
    return rest instanceof Value.Unknown
        ? rest
        : new Value.Operation(and ? "and" : "or", List.of(value, rest));
  }

  private Value compare(Expression.Compare compare, Frame frame) {
    Location at = frame.at(compare);
    Value left = evaluate(compare.left(), frame);
    Value result = new Value.Bool(true);
    for (int i = 0; i < compare.operators().size(); i++) {
      Value right = evaluate(compare.comparators().get(i), frame);
      Value one = machine.operators().compare(left, compare.operators().get(i), right, at);
      if (i == 0) {
        result = one;
      } else {
        result = result.equals(new Value.Bool(true)) ? one : undecided(true, result, one);
      }
      if (machine.truth().of(one).equals(Optional.of(false))) {
        return one;
      }
      left = right;
    }
    return result;
  }

  private Value conditional(Expression.IfExp conditional, Frame frame) {
    Value test = evaluate(conditional.test(), frame);
    Optional<Boolean> truth = machine.truth().of(test);
    if (truth.isPresent()) {
      return evaluate(truth.get() ? conditional.body() : conditional.orElse(), frame);
    }
    return machine
        .uncertainty()
        .choose(
            Truth.reason(test, conditional.test(), frame),
            frame.at(conditional.test()),
            frame,
            () -> evaluate(conditional.body(), frame),
            () -> evaluate(conditional.orElse(), frame));
  }

  private ListItems elements(List<Expression> elements, Frame frame) {
    ListItems items = machine.journal().list(List.of());
    for (Expression element : elements) {
      if (element instanceof Expression.Starred(Expression value, _)) {
        Iteration.Walk walk = machine.iteration().walk(evaluate(value, frame), frame.at(element));
        items.addAll(walk.certain());
        walk.rest().ifPresent(items::addRest);
      } else {
        items.add(evaluate(element, frame));
      }
    }
    return items;
  }

  private Value list(List<Expression> elements, Frame frame) {
    return new Value.ListOf(elements(elements, frame));
  }

  private Value tuple(List<Expression> elements, Frame frame) {
    ListItems items = elements(elements, frame);
    if (items.open().isPresent()) {
      return machine.openTuple(items);
    }
    return new Value.TupleOf(items);
  }

  private Value set(List<Expression> elements, Frame frame) {
    ListItems items = elements(elements, frame);
    SetItems set = machine.journal().set(items);
    items.open().ifPresent(set::setOpen);
    return new Value.SetOf(set);
  }

  private Value dict(Expression.Dict dict, Frame frame) {
    DictEntries entries = machine.journal().dict(Map.of());
    for (int i = 0; i < dict.values().size(); i++) {
      Optional<Expression> key = dict.keys().get(i);
      if (key.isPresent()) {
        Value name = evaluate(key.get(), frame);
        entries.set(name, evaluate(dict.values().get(i), frame));
      } else {
        Expression unpacked = dict.values().get(i);
        spread(evaluate(unpacked, frame), entries, frame.at(unpacked));
      }
    }
    return new Value.DictOf(entries);
  }

  /** Adds the entries of a mapping to another one. */
  void spread(Value mapping, DictEntries into, Location at) {
    if (mapping instanceof Value.DictOf(DictEntries entries)) {
      List.copyOf(entries.entrySet()).forEach(entry -> into.set(entry.getKey(), entry.getValue()));
      entries.open().ifPresent(into::setOpen);
      return;
    }
    Value.Unknown why =
        mapping instanceof Value.Unknown unknown
            ? unknown
            : new Value.Unknown(
                "the entries of " + Types.describe(mapping) + " cannot be known", at);
    into.setOpen(why);
  }

  private Value slice(Expression.Slice slice, Frame frame) {
    List<Value> parts = new ArrayList<>();
    for (Optional<Expression> part : List.of(slice.lower(), slice.upper(), slice.step())) {
      parts.add(part.map(bound -> evaluate(bound, frame)).orElse(Value.NONE));
    }
    return Subscripts.slice(parts, frame.at(slice));
  }

  private Value joined(Expression.JoinedStr joined, Frame frame) {
    StringBuilder text = new StringBuilder();
    Optional<Value> failed = Optional.empty();
    for (Expression part : joined.values()) {
      Value value = piece(part, frame);
      if (value instanceof Value.Str(String known)) {
        text.append(known);
      } else if (failed.isEmpty()) {
        failed = Optional.of(value);
      }
    }
    return failed.orElseGet(() -> new Value.Str(text.toString()));
  }

  private Value piece(Expression part, Frame frame) {
    if (!(part
        instanceof
        Expression.FormattedValue(
            Expression inner,
            Optional<Character> conversion,
            Optional<Expression> format,
            _))) {
      return evaluate(part, frame);
    }
    Location at = frame.at(part);
    Value value = evaluate(inner, frame);
    Value spec = format.map(text -> evaluate(text, frame)).orElse(new Value.Str(""));
    try {
      Value converted =
          switch (conversion.orElse(' ')) {
            case 's' -> new Value.Str(machine.text().str(value, at));
            case 'r', 'a' -> new Value.Str(machine.text().repr(value, at));
            default -> value;
          };
      return spec instanceof Value.Str(String text)
          ? new Value.Str(Formatting.format(machine, converted, text, at))
          : spec;
    } catch (PythonError error) {
      return machine.caught(error);
    } catch (NotFoldable notFoldable) {
      return notFoldable
          .unknown()
          .orElseGet(
              () ->
                  new Value.Unknown("the text of " + Types.describe(value) + " is not known", at));
    }
  }

  private Value yielded(Value value, Frame frame, Location at) {
    return frame
        .activation()
        .yields()
        .map(sink -> sink.apply(value))
        .orElseGet(() -> new Value.Unknown("a yield outside of a generator", at));
  }

  private Value yieldedFrom(Expression expression, Frame frame) {
    Location at = frame.at(expression);
    Value of = evaluate(expression, frame);
    Iteration.Walk walk = machine.iteration().walk(of, at);
    walk.certain().forEach(item -> yielded(item, frame, at));
    walk.rest().ifPresent(rest -> yielded(rest, frame, at));
    return Value.NONE;
  }

  private Value call(Expression.Call call, Frame frame) {
    Location at = frame.at(call);
    Value callee = evaluate(call.function(), frame);
    if (callee instanceof Value.Unknown
        && call.function() instanceof Expression.Attribute attribute) {
      callee = new Value.Attribute(callee, attribute.attribute());
    }
    Arguments arguments = arguments(call.arguments(), call.keywords(), frame, at);
    if (callee instanceof Value.Symbol(String name) && name.startsWith("builtins.")) {
      Optional<Value> scoped = ScopeFunctions.call(machine, name, arguments, frame);
      if (scoped.isPresent()) {
        return scoped.get();
      }
    }
    return machine.calls().call(callee, arguments);
  }

  /** Evaluates the arguments of a call or of a class statement. */
  Arguments arguments(
      List<Expression> positional, List<Keyword> keywords, Frame frame, Location at) {
    ListItems items = elements(positional, frame);
    Map<String, Value> named = new LinkedHashMap<>();
    Optional<Value.Unknown> rest = Optional.empty();
    for (Keyword keyword : keywords) {
      Value value = evaluate(keyword.value(), frame);
      if (keyword.name().isPresent()) {
        named.put(keyword.name().get(), value);
        continue;
      }
      DictEntries entries = machine.journal().dict(Map.of());
      spread(value, entries, frame.at(keyword));
      rest = rest.isPresent() ? rest : entries.open();
      entries.forEach(
          (key, entry) -> machine.text().known(key).ifPresent(name -> named.put(name, entry)));
    }
    if (items.open().isEmpty()) {
      return new Arguments(machine, List.copyOf(items), named, Optional.empty(), rest, at);
    }
    List<Value> certain = List.copyOf(items.subList(0, items.certain()));
    return new Arguments(machine, certain, named, items.open(), rest, at);
  }
}
