package limbeck.python.evaluate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Makes the members of an enumeration from the body of its class. */
final class EnumDefinitions {
  private final Machine machine;
  private final EnumClasses enums;

  /** What {@code __new__} and {@code __init__} have set on the members, by name. */
  private final IdentityHashMap<ClassValue, Map<String, Value.Instance>> objects =
      new IdentityHashMap<>();

  EnumDefinitions(Machine machine, EnumClasses enums) {
    this.machine = machine;
    this.enums = enums;
  }

  /** Returns a field that the constructor of a member has set. */
  Optional<Value> field(Value.EnumMember member, String name) {
    Value.Instance object = objects.getOrDefault(member.type(), Map.of()).get(member.name());
    return object == null ? Optional.empty() : Optional.ofNullable(object.fields().get(name));
  }

  void complete(ClassValue type) {
    List<Value> values = new ArrayList<>();
    Map<String, Value.EnumMember> made = new LinkedHashMap<>();
    MemberNames names = (MemberNames) type.members();
    for (ClassValue.Member member : List.copyOf(names.values())) {
      if (!isMember(member)) {
        continue;
      }
      Value written = value(type, member, values, made.size());
      Optional<Value.Instance> object = object(type, member, written);
      Value value =
          object.map(built -> built.fields().getOrDefault("_value_", written)).orElse(written);
      values.add(value);
      Value.EnumMember fresh = new Value.EnumMember(type, member.name(), value);
      Value.EnumMember canonical =
          made.values().stream()
              .filter(each -> Equality.equal(each.value(), value).orElse(false))
              .findFirst()
              .orElse(fresh);
      made.putIfAbsent(canonical.name(), canonical);
      object.ifPresent(
          built ->
              objects
                  .computeIfAbsent(type, _ -> new LinkedHashMap<>())
                  .putIfAbsent(canonical.name(), built));
      machine.journal().touch(names);
      names.bind(member.name(), canonical, member.location());
    }
  }

  private Optional<FunctionValue> constructor(ClassValue type, String name) {
    return machine
        .resolution()
        .member(type, name)
        .map(PythonProgram.Inherited::member)
        .flatMap(ClassValue.Member::value)
        .filter(FunctionValue.class::isInstance)
        .map(FunctionValue.class::cast);
  }

  /** Runs the constructors that the project has written, which may set fields and the value. */
  private Optional<Value.Instance> object(
      ClassValue type, ClassValue.Member member, Value written) {
    Optional<FunctionValue> maker = constructor(type, "__new__");
    Optional<FunctionValue> initializer = constructor(type, "__init__");
    if (maker.isEmpty() && initializer.isEmpty()) {
      return Optional.empty();
    }
    Location at = member.location();
    List<Value> given =
        written instanceof Value.TupleOf(List<Value> items) ? items : List.of(written);
    Value.Instance self = machine.instances().allocate(type);
    if (maker.isPresent()) {
      Value made =
          machine.calls().call(maker.get(), Arguments.of(machine, given, at).after(List.of(type)));
      if (made instanceof Value.Instance instance) {
        self = instance;
      } else {
        Value.Unknown unknown =
            new Value.Unknown("the value is made by " + type.name() + ".__new__", at);
        self.fields().put("_value_", unknown);
      }
    }
    self.fields().putIfAbsent("_value_", written);
    self.fields().put("value", self.fields().getOrDefault("_value_", written));
    self.fields().put("name", new Value.Str(member.name()));
    self.fields().put("_name_", new Value.Str(member.name()));
    Value.Instance receiver = self;
    initializer.ifPresent(
        function ->
            machine.calls().call(function.boundTo(receiver), Arguments.of(machine, given, at)));
    return Optional.of(self);
  }

  private static boolean isMember(ClassValue.Member member) {
    String name = member.name();
    boolean sunder = name.startsWith("_") && name.endsWith("_");
    if (member.value().isEmpty() || sunder || name.startsWith("__")) {
      return false;
    }
    return switch (member.value().get()) {
      case FunctionValue _, ClassValue _ -> false;
      case Value.Call call ->
          !call.name().equals("enum.nonmember")
              && !call.name().equals("builtins.property")
              && !call.name().equals("builtins.classmethod")
              && !call.name().equals("builtins.staticmethod")
              && !call.name().equals("functools.partial");
      default -> true;
    };
  }

  private Value value(ClassValue type, ClassValue.Member member, List<Value> earlier, int count) {
    Value given = member.value().orElse(Value.NONE);
    Location at = member.location();
    Value raw = given;
    if (given instanceof Value.Call call && call.name().equals("enum.auto")) {
      raw = automatic(type, member.name(), earlier, count, at);
    } else if (given instanceof Value.Call call
        && call.name().equals("enum.member")
        && !call.arguments().isEmpty()) {
      raw = call.arguments().getFirst();
    }
    if (enums.isText(type) && Types.plain(raw) && !(raw instanceof Value.Str)) {
      Value only =
          raw instanceof Value.TupleOf(List<Value> items) && items.size() == 1
              ? items.getFirst()
              : raw;
      return only instanceof Value.Str || only instanceof Value.Int
          ? new Value.Str(machine.text().str(only, at))
          : raw;
    }
    return raw;
  }

  private Value automatic(
      ClassValue type, String name, List<Value> earlier, int count, Location at) {
    Optional<PythonProgram.Inherited> generator =
        machine.resolution().member(type, "_generate_next_value_");
    if (generator.isPresent()
        && generator.get().member().value().orElse(Value.NONE) instanceof FunctionValue function) {
      List<Value> arguments =
          List.of(new Value.Str(name), Value.Int.of(1), Value.Int.of(count), machine.list(earlier));
      return machine.calls().call(function, Arguments.of(machine, arguments, at));
    }
    if (enums.has(type, "StrEnum")) {
      return new Value.Str(name.toLowerCase(Locale.ROOT));
    }
    BigInteger highest = BigInteger.ZERO;
    for (Value value : earlier) {
      if (value instanceof Value.Int(BigInteger number)) {
        highest = highest.max(number);
      } else if (!(value instanceof Value.Str)) {
        return new Value.Unknown("the value of auto() is not known", at);
      }
    }
    return new Value.Int(
        enums.has(type, "Flag", "IntFlag")
            ? BigInteger.ONE.shiftLeft(highest.bitLength())
            : highest.add(BigInteger.ONE));
  }
}
