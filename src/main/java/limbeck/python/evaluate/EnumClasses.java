package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Enumerations of the project. */
final class EnumClasses {
  private static final Set<String> MODULES =
      Set.of("enum", "strenum", "aenum", "backports.strenum", "fastapi_utils.enums");
  private static final Set<String> TYPES =
      Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum");

  private final Machine machine;
  private final EnumDefinitions definitions;

  EnumClasses(Machine machine) {
    this.machine = machine;
    this.definitions = new EnumDefinitions(machine, this);
  }

  /** Makes the members from what the class body has assigned. */
  void complete(ClassValue type) {
    definitions.complete(type);
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

  /** Tells whether one of these types is among the bases. */
  boolean has(ClassValue type, String... names) {
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
              .or(() -> definitions.field(member, name));
    };
  }

  /** Returns what a class of the project gives its members. */
  Optional<Value> method(Value.EnumMember member, String name, Location at) {
    return new ClassAttributes(machine)
        .bound(machine.resolution().member(member.type(), name), member, member.type(), at);
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
