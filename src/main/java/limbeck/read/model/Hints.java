package limbeck.read.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/** Annotations taken apart: unions with None, Annotated, NewType, aliases. */
final class Hints {
  private static final Set<String> UNIONS = Set.of("typing.Union", "typing.Optional");
  private static final Set<String> OPTIONAL = Set.of("typing.Optional");
  private static final Set<String> NONE = Set.of("types.NoneType", "typing.NoneType");
  private static final Set<String> ANNOTATED = Set.of("typing.Annotated");
  private static final Set<String> ALIAS = Set.of("typing.TypeAliasType");
  private static final Set<String> NEW_TYPE = Set.of("typing.NewType");
  private static final Set<String> LITERAL = Set.of("typing.Literal");

  private Hints() {}

  /** Returns the members of a union; empty when the value is no union. */
  static Optional<List<Value>> union(Value hint) {
    return switch (hint) {
      case Value.Operation(String operator, List<Value> operands) when operator.equals("|") -> {
        List<Value> members = new ArrayList<>();
        for (Value operand : operands) {
          members.addAll(union(operand).orElse(List.of(operand)));
        }
        yield Optional.of(members);
      }
      case Value.Item(Value of, Value key) when isNamed(of, UNIONS) -> {
        List<Value> members = new ArrayList<>(arguments(key));
        if (isNamed(of, OPTIONAL)) {
          members.add(Value.NONE);
        }
        List<Value> flat = new ArrayList<>();
        for (Value member : members) {
          flat.addAll(union(member).orElse(List.of(member)));
        }
        yield Optional.of(flat);
      }
      default -> Optional.empty();
    };
  }

  /** Returns whether a hint stands for None itself. */
  static boolean isNone(Value hint) {
    return Constants.isNone(hint)
        || isNamed(hint, NONE)
        || (LibraryNames.isCall(hint, "builtins.type")
            && hint instanceof Value.Call call
            && call.arguments().size() == 1
            && Constants.isNone(call.arguments().getFirst()));
  }

  /** Returns whether None is allowed: by a union at the top, or inside Annotated or an alias. */
  static boolean includesNone(Value hint) {
    Optional<List<Value>> members = union(hint);
    if (members.isPresent()) {
      return members.get().stream().anyMatch(it -> isNone(it) || includesNone(it));
    }
    Optional<List<Value>> annotated = annotated(hint);
    if (annotated.isPresent()) {
      return includesNone(annotated.get().getFirst());
    }
    return isNone(hint)
        || alias(hint).filter(Hints::includesNone).isPresent()
        || newType(hint).filter(Hints::includesNone).isPresent();
  }

  /** Returns the hint without None; unchanged when something else than one type remains. */
  static Value withoutNone(Value hint) {
    Optional<List<Value>> members = union(hint);
    if (members.isEmpty()) {
      return hint;
    }
    List<Value> rest = members.get().stream().filter(it -> !isNone(it)).toList();
    return rest.size() == 1 ? rest.getFirst() : hint;
  }

  /** Returns type and metadata of {@code Annotated[type, metadata…]}, nested ones flattened. */
  static Optional<List<Value>> annotated(Value hint) {
    if (!(hint instanceof Value.Item(Value of, Value key)) || !isNamed(of, ANNOTATED)) {
      return Optional.empty();
    }
    List<Value> arguments = arguments(key);
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Value>> inner = annotated(arguments.getFirst());
    if (inner.isEmpty()) {
      return Optional.of(arguments);
    }
    List<Value> flat = new ArrayList<>(inner.get());
    flat.addAll(arguments.subList(1, arguments.size()));
    return Optional.of(flat);
  }

  /** Returns what a PEP 695 alias stands for. */
  static Optional<Value> alias(Value hint) {
    return hint instanceof Value.Call call
            && isNamed(call.callee(), ALIAS)
            && call.arguments().size() > 1
        ? Optional.of(call.arguments().get(1))
        : Optional.empty();
  }

  /** Returns what a NewType is made of. */
  static Optional<Value> newType(Value hint) {
    return hint instanceof Value.Call call
            && isNamed(call.callee(), NEW_TYPE)
            && call.arguments().size() > 1
        ? Optional.of(call.arguments().get(1))
        : Optional.empty();
  }

  /** Returns the texts of {@code Literal["a", "b"]}; empty for anything else. */
  static Optional<List<Value>> literal(Value hint) {
    return hint instanceof Value.Item(Value of, Value key) && isNamed(of, LITERAL)
        ? Optional.of(arguments(key))
        : Optional.empty();
  }

  /** Returns the argument of {@code Name[argument]} when the name is one of those given. */
  static Optional<Value> argumentOf(Value hint, Set<String> names) {
    return hint instanceof Value.Item(Value of, Value key) && isNamed(of, names)
        ? Optional.of(key)
        : Optional.empty();
  }

  /** Returns whether a value is the library's thing of one of the names. */
  static boolean isNamed(Value value, Set<String> names) {
    return LibraryNames.of(value).filter(names::contains).isPresent();
  }

  /** Returns the arguments of a subscription. */
  static List<Value> arguments(Value key) {
    return key instanceof Value.TupleOf(List<Value> items) ? items : List.of(key);
  }
}
