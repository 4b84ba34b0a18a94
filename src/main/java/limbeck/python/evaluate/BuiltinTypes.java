package limbeck.python.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** Python's own types called to make a value. */
final class BuiltinTypes {
  private BuiltinTypes() {}

  static void register(Map<String, Native> functions) {
    functions.put("builtins.str", BuiltinTypes::text);
    functions.put("builtins.int", BuiltinTypes::whole);
    functions.put("builtins.float", BuiltinTypes::real);
    functions.put("builtins.bool", BuiltinTypes::bool);
    functions.put("builtins.bytes", BuiltinTypes::bytes);
    functions.put("builtins.list", arguments -> list(arguments));
    functions.put("builtins.tuple", BuiltinTypes::tuple);
    functions.put("builtins.set", BuiltinTypes::set);
    functions.put(
        "builtins.frozenset",
        arguments -> {
          Value made = set(arguments);
          return made instanceof Value.SetOf(SetItems items)
              ? new Value.SetOf(items.freeze())
              : made;
        });
    functions.put("builtins.dict", BuiltinTypes::dict);
    functions.put("builtins.dict.fromkeys", DictMethods::fromKeys);
    functions.put(
        "builtins.str.maketrans", arguments -> StringMethods.call("", "maketrans", arguments));
    functions.put("builtins.repr", arguments -> new Value.Str(repr(arguments)));
    functions.put(
        "builtins.ascii",
        arguments -> {
          String text = repr(arguments);
          if (text.chars().anyMatch(c -> c > 127)) {
            throw NotFoldable.symbolic();
          }
          return new Value.Str(text);
        });
    functions.put(
        "builtins.format",
        arguments ->
            new Value.Str(
                Formatting.format(
                    arguments.machine(),
                    arguments.get(0),
                    arguments.optionalText(1, "format_spec").orElse(""),
                    arguments.at())));
  }

  private static String repr(Arguments arguments) {
    return arguments.machine().text().repr(arguments.get(0), arguments.at());
  }

  private static Value text(Arguments arguments) {
    if (arguments.size() == 0) {
      return new Value.Str("");
    }
    if (arguments.size() > 1 && arguments.get(0) instanceof Value.Bytes(String bytes)) {
      return BytesMethods.call(bytes, "decode", arguments.from(1));
    }
    return new Value.Str(arguments.machine().text().str(arguments.get(0), arguments.at()));
  }

  private static Value whole(Arguments arguments) {
    if (arguments.size() == 0) {
      return Value.Int.of(0);
    }
    Value of = arguments.get(0);
    Optional<String> text = arguments.machine().text().known(of);
    if (text.isPresent()) {
      int base = arguments.optionalWhole(1, "base").map(BigInteger::intValue).orElse(10);
      return new Value.Int(parsed(text.get(), base, arguments));
    }
    if (of instanceof Value.Float(double number)) {
      if (!Double.isFinite(number)) {
        throw arguments.error("ValueError", "cannot convert float to integer");
      }
      return new Value.Int(new BigDecimal(number).toBigInteger());
    }
    if (of instanceof Value.None || of instanceof Value.ListOf || of instanceof Value.DictOf) {
      throw arguments.error(
          "TypeError", "int() argument must be a number, not '" + Types.name(of) + "'");
    }
    return new Value.Int(Numbers.whole(of));
  }

  private static BigInteger parsed(String text, int base, Arguments arguments) {
    String digits = text.strip().replace("_", "");
    int radix = base;
    String prefix =
        digits.length() > 2 ? digits.substring(0, 2).toLowerCase(java.util.Locale.ROOT) : "";
    Map<String, Integer> prefixes = Map.of("0x", 16, "0o", 8, "0b", 2);
    Integer named = prefixes.get(prefix);
    if (named != null && (base == 0 || base == named)) {
      radix = named;
      digits = digits.substring(2);
    }
    radix = radix == 0 ? 10 : radix;
    if (radix < 2 || radix > 36 || digits.length() > 4000) {
      throw NotFoldable.symbolic();
    }
    try {
      return new BigInteger(digits, radix);
    } catch (NumberFormatException malformed) {
      throw arguments.error(
          "ValueError",
          "invalid literal for int() with base " + base + ": " + Literals.quoted(text));
    }
  }

  private static Value real(Arguments arguments) {
    if (arguments.size() == 0) {
      return new Value.Float(0);
    }
    Value of = arguments.get(0);
    Optional<String> text = arguments.machine().text().known(of);
    if (text.isEmpty()) {
      return new Value.Float(Numbers.real(of));
    }
    String digits = text.get().strip().replace("_", "");
    if (!digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      if (digits.matches("(?i)[+-]?(inf|infinity|nan)")) {
        throw NotFoldable.symbolic();
      }
      throw arguments.error("ValueError", "could not convert string to float");
    }
    return new Value.Float(Double.parseDouble(digits));
  }

  private static Value bool(Arguments arguments) {
    return arguments.size() == 0
        ? new Value.Bool(false)
        : new Value.Bool(arguments.isTrue(arguments.get(0)));
  }

  private static Value bytes(Arguments arguments) {
    if (arguments.size() == 0) {
      return new Value.Bytes("");
    }
    return switch (arguments.get(0)) {
      case Value.Str(String text) -> StringMethods.call(text, "encode", arguments.from(1));
      case Value.Bytes bytes -> bytes;
      case Value.Int number -> {
        int size = Numbers.index(number);
        Budget.size(size);
        yield new Value.Bytes("\0".repeat(Math.max(0, size)));
      }
      default -> {
        List<Value> items = arguments.items(0);
        byte[] raw = new byte[items.size()];
        for (int i = 0; i < raw.length; i++) {
          raw[i] = (byte) Numbers.index(items.get(i));
        }
        yield new Value.Bytes(new String(raw, StandardCharsets.ISO_8859_1));
      }
    };
  }

  /** Returns a new list of what the argument yields. */
  static Value list(Arguments arguments) {
    Machine machine = arguments.machine();
    if (arguments.size() == 0) {
      return machine.list(List.of());
    }
    Iteration.Walk walk = walk(arguments);
    ListItems items = machine.journal().list(walk.certain());
    walk.rest().ifPresent(items::addRest);
    return new Value.ListOf(items);
  }

  private static Iteration.Walk walk(Arguments arguments) {
    Value of = arguments.get(0);
    Iteration.Walk walk = arguments.machine().iteration().walk(of, arguments.at());
    if (walk.rest().isPresent() && (Types.symbolic(of) || of instanceof Value.Unknown)) {
      throw NotFoldable.because(of);
    }
    return walk;
  }

  private static Value tuple(Arguments arguments) {
    if (arguments.size() == 0) {
      return new Value.TupleOf(List.of());
    }
    if (arguments.get(0) instanceof Value.TupleOf tuple) {
      return tuple;
    }
    Machine machine = arguments.machine();
    Iteration.Walk walk = walk(arguments);
    if (walk.rest().isEmpty()) {
      return new Value.TupleOf(walk.certain());
    }
    ListItems items = machine.journal().list(walk.certain());
    items.addRest(walk.rest().get());
    return machine.openTuple(items);
  }

  private static Value set(Arguments arguments) {
    Machine machine = arguments.machine();
    if (arguments.size() == 0) {
      return machine.set(List.of());
    }
    Iteration.Walk walk = walk(arguments);
    SetItems items = machine.journal().set(walk.certain());
    walk.rest()
        .ifPresent(
            rest -> {
              items.add(rest);
              items.setOpen(rest);
            });
    return new Value.SetOf(items);
  }

  /** Returns a new dictionary from a mapping or pairs, and named entries. */
  static Value dict(Arguments arguments) {
    Machine machine = arguments.machine();
    DictEntries entries = machine.journal().dict(Map.of());
    Optional<Value> given = arguments.optional(0);
    if (given.isPresent()) {
      switch (given.get()) {
        case Value.DictOf(DictEntries other) -> {
          new ArrayList<>(other.entrySet())
              .forEach(entry -> entries.set(entry.getKey(), entry.getValue()));
          other.open().ifPresent(entries::setOpen);
        }
        case Value.ListOf _, Value.TupleOf _, Value.SetOf _ ->
            DictMethods.pairs(given.get(), arguments).forEach(entries::set);
        default -> throw NotFoldable.because(given.get());
      }
    }
    arguments.keywords().forEach((name, value) -> entries.set(new Value.Str(name), value));
    arguments.open().ifPresent(entries::setOpen);
    return new Value.DictOf(entries);
  }
}
