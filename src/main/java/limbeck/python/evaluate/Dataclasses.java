package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** The generated constructors of dataclasses and named tuples. */
final class Dataclasses {
  private final Machine machine;

  /**
   * A field.
   *
   * @param name its name
   * @param standard its default; absent when it must be given
   * @param factory makes the default
   * @param given whether the constructor takes it
   * @param keywordOnly whether it is given by name only
   */
  record Field(
      String name,
      Optional<Value> standard,
      Optional<Value> factory,
      boolean given,
      boolean keywordOnly) {}

  Dataclasses(Machine machine) {
    this.machine = machine;
  }

  private static boolean isDecorated(ClassValue type) {
    return type.decorators().stream()
        .map(decorator -> decorator instanceof Value.Call call ? call.callee() : decorator)
        .anyMatch(
            decorator ->
                decorator instanceof Value.Symbol(String name)
                    && (name.equals("dataclasses.dataclass")
                        || name.equals("attr.dataclass")
                        || name.equals("attr.s")
                        || name.equals("attr.attrs")
                        || name.equals("attr.define")
                        || name.equals("attr.frozen")
                        || name.equals("attrs.define")
                        || name.equals("attrs.frozen")));
  }

  /** Tells whether a base is a call that makes a named tuple. */
  static boolean isNamedTuple(Value.Call call) {
    return call.name().equals("collections.namedtuple") || call.name().equals("typing.NamedTuple");
  }

  /** Tells whether objects of the class are tuples. */
  boolean isTuple(ClassValue type) {
    return machine.resolution().order(type).stream()
        .anyMatch(
            base ->
                (base instanceof Value.Symbol(String name) && name.equals("typing.NamedTuple"))
                    || (base instanceof Value.Call call && isNamedTuple(call)));
  }

  /** Tells whether a constructor written in a class hides the generated one. */
  boolean ownInit(ClassValue type, ClassValue owner) {
    for (Value ancestor : machine.resolution().order(type)) {
      if (ancestor.equals(owner)) {
        return true;
      }
      if (ancestor instanceof ClassValue between && isDecorated(between)) {
        return false;
      }
    }
    return false;
  }

  /** Returns the fields in order; empty when the class has no generated constructor. */
  Optional<List<Field>> fields(ClassValue type) {
    List<Value> order = machine.resolution().order(type);
    boolean tuple = isTuple(type);
    if (!tuple
        && order.stream().noneMatch(base -> base instanceof ClassValue each && isDecorated(each))) {
      return Optional.empty();
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Value ancestor : order.reversed()) {
      switch (ancestor) {
        case Value.Call call when isNamedTuple(call) -> addNames(call, fields);
        case ClassValue each when isDecorated(each) || isNamedTupleClass(each) ->
            addMembers(each, fields);
        default -> {}
      }
    }
    return Optional.of(List.copyOf(fields.values()));
  }

  private static boolean isNamedTupleClass(ClassValue type) {
    return type.bases().contains(new Value.Symbol("typing.NamedTuple"));
  }

  private void addNames(Value.Call call, Map<String, Field> fields) {
    if (call.arguments().size() < 2) {
      return;
    }
    Value names = call.arguments().get(1);
    List<String> parts = new ArrayList<>();
    Optional<String> text = machine.text().known(names);
    if (text.isPresent()) {
      parts.addAll(Arrays.asList(text.get().replace(',', ' ').strip().split("\\s+")));
    } else {
      for (Value item : machine.iteration().walk(names, call.at()).certain()) {
        Value name =
            item instanceof Value.TupleOf(List<Value> pair) && !pair.isEmpty()
                ? pair.getFirst()
                : item;
        machine.text().known(name).ifPresent(parts::add);
      }
    }
    List<Value> defaults =
        machine
            .iteration()
            .walk(call.keywords().getOrDefault("defaults", new Value.TupleOf(List.of())), call.at())
            .certain();
    for (int i = 0; i < parts.size(); i++) {
      int index = i - (parts.size() - defaults.size());
      Optional<Value> standard = index >= 0 ? Optional.of(defaults.get(index)) : Optional.empty();
      fields.put(parts.get(i), new Field(parts.get(i), standard, Optional.empty(), true, false));
    }
  }

  private void addMembers(ClassValue type, Map<String, Field> fields) {
    boolean keywordOnly = false;
    for (Value decorator : type.decorators()) {
      keywordOnly |=
          decorator instanceof Value.Call call
              && new Value.Bool(true).equals(call.keywords().get("kw_only"));
    }
    for (ClassValue.Member member : type.members().values()) {
      if (member.annotation().isEmpty()) {
        continue;
      }
      Value annotation = machine.annotations().of(type, member.annotation().get());
      if (isMarker(annotation, "KW_ONLY")) {
        keywordOnly = true;
      } else if (!isMarker(annotation, "ClassVar")) {
        fields.put(member.name(), field(member, keywordOnly));
      }
    }
  }

  private static boolean isMarker(Value annotation, String name) {
    Value of = annotation instanceof Value.Item(Value origin, _) ? origin : annotation;
    return of instanceof Value.Symbol(String symbol) && symbol.endsWith("." + name);
  }

  private static Field field(ClassValue.Member member, boolean keywordOnly) {
    if (member.value().orElse(Value.NONE) instanceof Value.Call call
        && (call.name().equals("dataclasses.field")
            || call.name().equals("attr.ib")
            || call.name().equals("attrs.field")
            || call.name().equals("attr.field"))) {
      Optional<Value> factory =
          Optional.ofNullable(call.keywords().get("default_factory"))
              .or(() -> Optional.ofNullable(call.keywords().get("factory")));
      boolean given = !new Value.Bool(false).equals(call.keywords().get("init"));
      boolean named = keywordOnly || new Value.Bool(true).equals(call.keywords().get("kw_only"));
      return new Field(
          member.name(),
          Optional.ofNullable(call.keywords().get("default")),
          factory,
          given,
          named);
    }
    return new Field(member.name(), member.value(), Optional.empty(), true, keywordOnly);
  }

  /** Sets the fields of a new object from the arguments of its constructor. */
  void fill(Value.Instance instance, List<Field> fields, Arguments arguments) {
    int index = 0;
    for (Field field : fields) {
      Optional<Value> given = Optional.empty();
      if (field.given()) {
        if (!field.keywordOnly() && index < arguments.size()) {
          given = Optional.of(arguments.get(index++));
        } else {
          given =
              Optional.ofNullable(arguments.keywords().get(field.name()))
                  .or(() -> arguments.open().map(unknown -> unknown));
        }
      }
      Optional<Value> value =
          given
              .or(field::standard)
              .or(
                  () ->
                      field
                          .factory()
                          .map(
                              factory ->
                                  machine
                                      .calls()
                                      .call(
                                          factory,
                                          Arguments.of(machine, List.of(), arguments.at()))));
      if (value.isPresent()) {
        instance.fields().put(field.name(), value.get());
      } else if (field.given()) {
        instance
            .fields()
            .put(
                field.name(),
                machine.raise(
                    "TypeError",
                    instance.type().name() + "() missing the argument '" + field.name() + "'",
                    arguments.at()));
      }
    }
  }
}
