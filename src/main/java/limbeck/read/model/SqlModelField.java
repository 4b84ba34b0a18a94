package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/**
 * A field of a SQLModel class: its annotation and the {@code Field(…)} calls that describe it.
 *
 * @param name the attribute
 * @param hint the annotation without Annotated around it
 * @param own the SQLModel Field whose column arguments count; empty for a plain field
 * @param described all Field calls, the assigned one first
 * @param value what is assigned, when it is no Field
 * @param metadata of Annotated, other than Field calls
 * @param at where
 */
record SqlModelField(
    String name,
    Value hint,
    Optional<Value.Call> own,
    List<Value.Call> described,
    Optional<Value> value,
    List<Value> metadata,
    Location at) {
  private static final Set<String> FIELDS = Set.of("sqlmodel.Field", "pydantic.Field");

  /** Reads a field of its annotation and assigned value. */
  static SqlModelField of(String name, Value annotation, Optional<Value> value, Location at) {
    List<Value.Call> described = new ArrayList<>();
    List<Value> metadata = new ArrayList<>();
    Optional<Value> plain = value;
    if (value.isPresent() && value.get() instanceof Value.Call call && isField(call)) {
      described.add(call);
      plain = Optional.empty();
    }
    Value hint = unaliased(annotation);
    Optional<List<Value>> annotated = Hints.annotated(hint);
    if (annotated.isPresent()) {
      hint = annotated.get().getFirst();
      for (Value item : annotated.get().subList(1, annotated.get().size())) {
        if (item instanceof Value.Call call && isField(call)) {
          described.add(call);
        } else {
          metadata.add(item);
        }
      }
    }
    Optional<Value.Call> own =
        described.stream().filter(it -> LibraryNames.isCall(it, "sqlmodel.Field")).findFirst();
    return new SqlModelField(name, hint, own, described, plain, metadata, at);
  }

  private static Value unaliased(Value annotation) {
    return Hints.alias(annotation).map(SqlModelField::unaliased).orElse(annotation);
  }

  private static boolean isField(Value.Call call) {
    return LibraryNames.of(call.callee()).filter(FIELDS::contains).isPresent();
  }

  /** Returns an argument that decides the column: of the SQLModel Field alone. */
  Optional<Value> columnArgument(String argument) {
    return own.map(it -> it.keywords().get(argument)).filter(it -> !isUndefined(it));
  }

  /** Returns an argument that describes the value: of the first Field that has it. */
  Optional<Value> valueArgument(String argument) {
    for (Value.Call call : described) {
      Value found = call.keywords().get(argument);
      if (found == null
          && call.keywords().get("schema_extra") instanceof Value.DictOf(Map<Value, Value> extra)) {
        found = extra.get(new Value.Str(argument));
      }
      if (found != null && !Constants.isNone(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Returns the default value; empty when the field is required or has a factory. */
  Optional<Value> defaultValue() {
    if (value.isPresent()) {
      return value;
    }
    for (Value.Call call : described) {
      Value found =
          call.arguments().isEmpty() ? call.keywords().get("default") : call.arguments().getFirst();
      if (found != null && !(found instanceof Value.Ellipsis) && !isUndefined(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Returns the arguments that the column gets for its default. */
  Map<String, Value> defaultArguments() {
    Map<String, Value> keywords = new LinkedHashMap<>();
    Optional<Value> factory = valueArgument("default_factory");
    if (factory.isPresent()) {
      keywords.put("default_factory", factory.get());
    } else {
      defaultValue().ifPresent(it -> keywords.put("default", it));
    }
    return keywords;
  }

  private static boolean isUndefined(Value value) {
    return LibraryNames.of(value)
        .filter(it -> it.endsWith(".PydanticUndefined") || it.endsWith(".Undefined"))
        .isPresent();
  }
}
