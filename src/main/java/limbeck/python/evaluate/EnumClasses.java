package limbeck.python.evaluate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Enumerations of the project. */
final class EnumClasses {
  private static final Set<String> MODULES =
      Set.of("enum", "strenum", "aenum", "backports.strenum", "fastapi_utils.enums");
  private static final Set<String> TYPES =
      Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum");

  private final Machine machine;

  EnumClasses(Machine machine) {
    this.machine = machine;
  }

  /** Tells whether a symbol is one of the enumeration types. */
  static boolean isEnum(String symbol) {
    int dot = symbol.lastIndexOf('.');
    return dot > 0
        && MODULES.contains(symbol.substring(0, dot))
        && TYPES.contains(symbol.substring(dot + 1));
  }

  /** Returns whether an enumeration type derives from another type; empty for other types. */
  static Optional<Boolean> derives(String symbol, String wanted) {
    if (!isEnum(symbol)) {
      return Optional.empty();
    }
    String simple = symbol.substring(symbol.lastIndexOf('.') + 1);
    return Optional.of(
        switch (wanted) {
          case "enum.Enum" -> true;
          case "enum.ReprEnum" -> simple.equals("IntEnum") || simple.equals("StrEnum");
          case "builtins.str" -> simple.equals("StrEnum");
          case "builtins.int" -> simple.startsWith("Int");
          case "enum.Flag" -> simple.endsWith("Flag");
          default -> wanted.endsWith("." + simple);
        });
  }

  boolean isEnum(ClassValue type) {
    return machine.resolution().order(type).stream()
        .anyMatch(base -> base instanceof Value.Symbol(String name) && isEnum(name));
  }

  /** Tells whether members are also text or numbers. */
  static boolean isMixed(ClassValue type) {
    return isMixed(type, 0);
  }

  private static boolean isMixed(ClassValue type, int depth) {
    for (Value base : type.bases()) {
      boolean mixed =
          switch (base) {
            case Value.Symbol(String name) ->
                name.equals("builtins.str")
                    || name.equals("builtins.int")
                    || name.equals("builtins.float")
                    || (isEnum(name) && (name.contains(".Int") || name.endsWith(".StrEnum")));
            case ClassValue parent -> depth < 50 && isMixed(parent, depth + 1);
            default -> false;
          };
      if (mixed) {
        return true;
      }
    }
    return false;
  }

  private boolean has(ClassValue type, String... names) {
    List<String> wanted = List.of(names);
    return machine.resolution().order(type).stream()
        .anyMatch(
            base ->
                base instanceof Value.Symbol(String name)
                    && (wanted.contains(name)
                        || (isEnum(name)
                            && wanted.contains(name.substring(name.lastIndexOf('.') + 1)))));
  }

  /** Tells whether members are also text. */
  boolean isText(ClassValue type) {
    return has(type, "builtins.str", "StrEnum");
  }

  /** Tells whether members are true whatever their value. */
  boolean isPlain(ClassValue type) {
    return !isMixed(type) && !has(type, "Flag");
  }

  /** Tells whether {@code str()} of a member gives its value, as of Python 3.11. */
  boolean showsValue(ClassValue type) {
    return has(type, "StrEnum", "IntEnum", "IntFlag", "ReprEnum");
  }

  /** Returns the members without aliases, in order. */
  List<Value.EnumMember> members(ClassValue type) {
    List<Value.EnumMember> members = new ArrayList<>();
    type.members()
        .forEach(
            (name, member) -> {
              if (member.value().orElse(Value.NONE) instanceof Value.EnumMember each
                  && each.type() == type
                  && each.name().equals(name)) {
                members.add(each);
              }
            });
    return members;
  }

  /** Makes the members from what the class body has assigned. */
  void complete(ClassValue type) {
    List<Value> values = new ArrayList<>();
    Map<String, Value.EnumMember> made = new LinkedHashMap<>();
    MemberNames names = (MemberNames) type.members();
    for (ClassValue.Member member : List.copyOf(names.values())) {
      if (!isMember(member)) {
        continue;
      }
      Value value = value(type, member, values, made.size());
      values.add(value);
      Value.EnumMember fresh = new Value.EnumMember(type, member.name(), value);
      Value.EnumMember canonical =
          made.values().stream()
              .filter(each -> Equality.equal(each.value(), value).orElse(false))
              .findFirst()
              .orElse(fresh);
      made.putIfAbsent(canonical.name(), canonical);
      machine.journal().touch(names);
      names.bind(member.name(), canonical, member.location());
    }
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
    Optional<Value> chosen = fromConstructor(type, raw, at);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (isText(type) && Types.plain(raw) && !(raw instanceof Value.Str)) {
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

  /** Runs a {@code __new__} of the project, which may set another value. */
  private Optional<Value> fromConstructor(ClassValue type, Value raw, Location at) {
    Optional<Value> maker =
        machine
            .resolution()
            .member(type, "__new__")
            .map(PythonProgram.Inherited::member)
            .flatMap(ClassValue.Member::value);
    if (maker.isEmpty() || !(maker.get() instanceof FunctionValue function)) {
      return Optional.empty();
    }
    List<Value> arguments = new ArrayList<>();
    arguments.add(type);
    if (raw instanceof Value.TupleOf(List<Value> items)) {
      arguments.addAll(items);
    } else {
      arguments.add(raw);
    }
    Value made = machine.calls().call(function, Arguments.of(machine, arguments, at));
    return made instanceof Value.Instance instance
        ? Optional.ofNullable(instance.fields().get("_value_"))
        : Optional.of(new Value.Unknown("the value is made by " + type.name() + ".__new__", at));
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
    if (has(type, "StrEnum")) {
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
        has(type, "Flag", "IntFlag")
            ? BigInteger.ONE.shiftLeft(highest.bitLength())
            : highest.add(BigInteger.ONE));
  }

  /** Returns a member by name. */
  Value byName(ClassValue type, String name, Location at) {
    ClassValue.Member member = type.members().get(name);
    if (member != null && member.value().orElse(Value.NONE) instanceof Value.EnumMember found) {
      return found;
    }
    throw PythonError.of("KeyError", "'" + name + "'", at);
  }

  /** Returns a member by value, or a new enumeration from {@code Enum("Name", "a b")}. */
  Value call(ClassValue type, Arguments arguments) {
    List<Value.EnumMember> members = members(type);
    if (arguments.size() > 1 || (members.isEmpty() && !arguments.keywords().isEmpty())) {
      return EnumFunctions.create(type, arguments);
    }
    Value value = arguments.get(0);
    if (value instanceof Value.EnumMember member && member.type() == type) {
      return member;
    }
    if (value instanceof Value.Unknown unknown) {
      return unknown;
    }
    boolean certain = !Types.symbolic(value);
    for (Value.EnumMember member : members) {
      Optional<Boolean> same = Equality.equal(member.value(), value);
      if (same.orElse(false)) {
        return member;
      }
      certain &= same.isPresent();
    }
    if (!certain || machine.resolution().member(type, "_missing_").isPresent()) {
      return new Value.Unknown("which member of " + type.name() + " is not known", arguments.at());
    }
    return machine.raise("ValueError", "not a valid " + type.name(), arguments.at());
  }

  /** Returns an attribute of a member that its class or Python defines. */
  Optional<Value> attribute(Value.EnumMember member, String name, Location at) {
    return switch (name) {
      case "name", "_name_" -> Optional.of(new Value.Str(member.name()));
      case "value", "_value_" -> Optional.of(member.value());
      case "__class__" -> Optional.of(member.type());
      default ->
          method(member, name, at)
              .or(
                  () ->
                      isMixed(member.type()) && machine.methods().has(member.value(), name)
                          ? Optional.of(new Value.Attribute(member.value(), name))
                          : Optional.empty())
              .or(() -> fromInit(member, name, at));
    };
  }

  /** Returns what a class of the project gives its members. */
  Optional<Value> method(Value.EnumMember member, String name, Location at) {
    return new ClassAttributes(machine)
        .bound(machine.resolution().member(member.type(), name), member, member.type(), at);
  }

  /** Returns a field that {@code __init__} sets from the value of a member. */
  private Optional<Value> fromInit(Value.EnumMember member, String name, Location at) {
    Optional<Value> function =
        machine
            .resolution()
            .member(member.type(), "__init__")
            .map(PythonProgram.Inherited::member)
            .flatMap(ClassValue.Member::value);
    if (function.isEmpty()) {
      return Optional.empty();
    }
    Value.Instance self = machine.instances().allocate(member.type());
    self.fields().put("value", member.value());
    self.fields().put("_value_", member.value());
    self.fields().put("name", new Value.Str(member.name()));
    List<Value> arguments = new ArrayList<>();
    arguments.add(self);
    if (member.value() instanceof Value.TupleOf(List<Value> items)) {
      arguments.addAll(items);
    } else {
      arguments.add(member.value());
    }
    machine.calls().call(function.get(), Arguments.of(machine, arguments, at));
    return Optional.ofNullable(self.fields().get(name));
  }

  /** Returns an attribute of the class itself. */
  Optional<Value> classAttribute(ClassValue type, String name) {
    return switch (name) {
      case "__members__" -> {
        DictEntries entries = machine.journal().dict(Map.of());
        type.members()
            .forEach(
                (key, member) -> {
                  if (member.value().orElse(Value.NONE) instanceof Value.EnumMember each) {
                    entries.put(new Value.Str(key), each);
                  }
                });
        yield Optional.of(new Value.DictOf(entries));
      }
      case "_member_names_" ->
          Optional.of(
              machine.list(
                  members(type).stream().map(member -> new Value.Str(member.name())).toList()));
      case "_member_map_" -> classAttribute(type, "__members__");
      case "_value2member_map_" -> {
        DictEntries entries = machine.journal().dict(Map.of());
        members(type).forEach(member -> entries.set(member.value(), member));
        yield Optional.of(new Value.DictOf(entries));
      }
      default -> Optional.empty();
    };
  }
}
