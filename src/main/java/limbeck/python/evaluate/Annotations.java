package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.TypeParameter;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Annotations: expressions in which text is a forward reference and later names are found. */
final class Annotations {
  private static final int DEPTH = 60;

  private final Machine machine;
  private final IdentityHashMap<Expression, Value> given = new IdentityHashMap<>();

  Annotations(Machine machine) {
    this.machine = machine;
  }

  /** Remembers the value of an annotation that was not written but computed. */
  Expression computed(Value value, Expression standIn) {
    given.put(standIn, value);
    return standIn;
  }

  /** Returns the annotation with the text of a forward reference parsed. */
  Expression parsed(Expression annotation, Frame frame) {
    return annotation instanceof Expression.Constant(Literal.Str(String text, _), _)
        ? Parser.parseExpression(text, frame.at(annotation))
        : annotation;
  }

  /** Returns the value of an annotation in the body of a class. */
  Value of(ClassValue type, Expression annotation) {
    Scope scope = machine.classScopes().get(type);
    if (scope == null) {
      return new Value.Unknown("the scope of " + type.name() + " is not known", type.location());
    }
    Frame frame = new Frame(scope, Activation.ofModule(), Optional.empty());
    return evaluate(annotation, frame, 0);
  }

  /** Returns the value of an annotation in a scope. */
  Value evaluate(Expression annotation, Frame frame) {
    return evaluate(annotation, frame, 0);
  }

  private Value evaluate(Expression annotation, Frame frame, int depth) {
    Value known = given.get(annotation);
    if (known != null) {
      return known;
    }
    if (depth > DEPTH) {
      return new Value.Unknown("the annotation nests too deep", frame.at(annotation));
    }
    machine.budget().step();
    return switch (annotation) {
      case Expression.Name(String name, _) ->
          machine
              .names()
              .lookUpType(frame.scope(), name)
              .orElseGet(() -> machine.names().find(frame.scope(), name, frame.at(annotation)));
      case Expression.Constant(Literal.Str(String text, _), _) ->
          evaluate(Parser.parseExpression(text, frame.at(annotation)), frame, depth + 1);
      case Expression.Subscript(Expression value, Expression slice, _) ->
          subscript(evaluate(value, frame, depth + 1), slice, frame, depth, annotation);
      case Expression.BinOp(Expression left, Expression.Operator op, Expression right, _)
          when op == Expression.Operator.BITOR ->
          union(left, right, frame, depth);
      case Expression.Tuple(List<Expression> elements, _) ->
          new Value.TupleOf(all(elements, frame, depth));
      case Expression.ListDisplay(List<Expression> elements, _) ->
          machine.list(all(elements, frame, depth));
      case Expression.Starred(Expression value, _) -> evaluate(value, frame, depth + 1);
      case Expression.Attribute(Expression owner, String name, _) ->
          machine.attributes().get(evaluate(owner, frame, depth + 1), name, frame.at(annotation));
      default -> machine.expressions().evaluate(annotation, frame);
    };
  }

  private Value union(Expression left, Expression right, Frame frame, int depth) {
    Value one = evaluate(left, frame, depth + 1);
    Value other = evaluate(right, frame, depth + 1);
    return new Value.Operation("|", List.of(one, other));
  }

  private List<Value> all(List<Expression> elements, Frame frame, int depth) {
    List<Value> values = new ArrayList<>();
    for (Expression element : elements) {
      values.add(evaluate(element, frame, depth + 1));
    }
    return values;
  }

  private Value subscript(Value of, Expression slice, Frame frame, int depth, Expression whole) {
    if (of instanceof Value.Unknown) {
      return of;
    }
    String name = of instanceof Value.Symbol(String symbol) ? symbol : "";
    boolean typing = name.startsWith("typing");
    if (typing && name.endsWith(".Literal")) {
      return new Value.Item(of, machine.expressions().evaluate(slice, frame));
    }
    if (typing
        && name.endsWith(".Annotated")
        && slice instanceof Expression.Tuple(List<Expression> elements, _)
        && !elements.isEmpty()) {
      List<Value> parts = new ArrayList<>();
      parts.add(evaluate(elements.getFirst(), frame, depth + 1));
      for (Expression element : elements.subList(1, elements.size())) {
        parts.add(machine.expressions().evaluate(element, frame));
      }
      return new Value.Item(of, new Value.TupleOf(parts));
    }
    if (Types.symbolic(of) || of instanceof ClassValue) {
      return new Value.Item(of, evaluate(slice, frame, depth + 1));
    }
    return machine
        .subscripts()
        .get(of, machine.expressions().evaluate(slice, frame), frame.at(whole));
  }

  /** Binds the name of a {@code type} statement; its value is computed when first needed. */
  void alias(Statement.TypeAlias alias, Frame frame) {
    if (!(alias.name() instanceof Expression.Name(String name, _))) {
      return;
    }
    Location at = frame.at(alias.name());
    Scope scope = frame.scope();
    scope.defer(
        name,
        () -> {
          scope.bind(machine.journal(), name, new Value.Unknown("a type alias of itself", at), at);
          Frame inner = withParameters(alias.typeParameters(), frame);
          Value value = evaluate(alias.value(), inner, 0);
          List<Value> arguments = List.of(new Value.Str(name), value);
          Map<String, Value> keywords =
              alias.typeParameters().isEmpty()
                  ? Map.of()
                  : Map.of("type_params", parameters(alias.typeParameters(), inner));
          Value made =
              new Value.Call(new Value.Symbol("typing.TypeAliasType"), arguments, keywords, at);
          scope.bind(machine.journal(), name, made, at);
          return Optional.of(made);
        });
    machine.imports().later(() -> scope.demand(name));
  }

  private static Value parameters(List<TypeParameter> parameters, Frame inner) {
    return new Value.TupleOf(
        parameters.stream()
            .map(parameter -> inner.scope().own(parameter.name()))
            .filter(java.util.Objects::nonNull)
            .map(java.util.Objects::requireNonNull)
            .toList());
  }

  /** Returns a frame in which type parameters are bound. */
  Frame withParameters(List<TypeParameter> parameters, Frame frame) {
    if (parameters.isEmpty()) {
      return frame;
    }
    Frame inner = frame.within(frame.scope().ofFunction(machine.journal()));
    for (TypeParameter parameter : parameters) {
      Location at = frame.at(parameter);
      String kind =
          switch (parameter.kind()) {
            case TYPE_VAR -> "typing.TypeVar";
            case TYPE_VAR_TUPLE -> "typing.TypeVarTuple";
            case PARAM_SPEC -> "typing.ParamSpec";
          };
      Value made =
          new Value.Call(
              new Value.Symbol(kind), List.of(new Value.Str(parameter.name())), Map.of(), at);
      inner.scope().bind(machine.journal(), parameter.name(), made, at);
    }
    return inner;
  }
}
