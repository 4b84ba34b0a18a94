package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** {@code json.dumps}. */
final class JsonText {
  private final Arguments arguments;
  private final Optional<String> indent;
  private final String item;
  private final String colon;
  private final boolean sorted;
  private final boolean ascii;

  private JsonText(Arguments arguments) {
    this.arguments = arguments;
    this.indent =
        arguments
            .named("indent")
            .filter(value -> !(value instanceof Value.None))
            .map(
                value ->
                    value instanceof Value.Str(String text)
                        ? text
                        : " ".repeat(Math.clamp(Numbers.index(value), 0, 16)));
    this.sorted = arguments.named("sort_keys").map(arguments::isTrue).orElse(false);
    this.ascii = arguments.named("ensure_ascii").map(arguments::isTrue).orElse(true);
    List<Value> separators =
        arguments
            .named("separators")
            .filter(value -> !(value instanceof Value.None))
            .map(value -> arguments.machine().iteration().complete(value, arguments.at()))
            .orElse(List.of());
    this.item =
        separators.size() == 2 ? text(separators.getFirst()) : indent.isPresent() ? "," : ", ";
    this.colon = separators.size() == 2 ? text(separators.getLast()) : ": ";
  }

  static void register(Map<String, Native> functions) {
    functions.put(
        "json.dumps",
        arguments -> new Value.Str(new JsonText(arguments).write(arguments.get(0), 0)));
  }

  private static String text(Value value) {
    if (value instanceof Value.Str(String text)) {
      return text;
    }
    throw NotFoldable.because(value);
  }

  private String write(Value value, int depth) {
    if (depth > 50) {
      throw NotFoldable.symbolic();
    }
    arguments.machine().budget().step();
    return switch (value) {
      case Value.None _ -> "null";
      case Value.Bool(boolean bool) -> bool ? "true" : "false";
      case Value.Int(var number) -> number.toString();
      case Value.Float(double number) when Double.isFinite(number) -> Literals.real(number);
      case Value.Str(String text) -> quoted(text);
      case Value.EnumMember member when EnumClasses.isMixed(member.type()) ->
          write(member.value(), depth);
      case Value.ListOf(ListItems items) when items.open().isEmpty() -> list(items, depth);
      case Value.TupleOf(List<Value> items) -> list(items, depth);
      case Value.DictOf(DictEntries entries) when entries.open().isEmpty() -> dict(entries, depth);
      default -> throw NotFoldable.because(value);
    };
  }

  private String list(List<Value> items, int depth) {
    List<String> parts = new ArrayList<>();
    for (Value each : items) {
      parts.add(write(each, depth + 1));
    }
    return wrapped("[", parts, "]", depth);
  }

  private String dict(DictEntries entries, int depth) {
    List<Map.Entry<String, Value>> named = new ArrayList<>();
    entries.forEach((key, value) -> named.add(Map.entry(key(key), value)));
    if (sorted) {
      named.sort(Map.Entry.comparingByKey());
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Value> entry : named) {
      parts.add(quoted(entry.getKey()) + colon + write(entry.getValue(), depth + 1));
    }
    return wrapped("{", parts, "}", depth);
  }

  private String key(Value key) {
    return switch (key) {
      case Value.Str(String text) -> text;
      case Value.Int _, Value.Bool _, Value.None _ -> write(key, 0);
      case Value.EnumMember member when EnumClasses.isMixed(member.type()) -> key(member.value());
      default -> throw NotFoldable.because(key);
    };
  }

  private String wrapped(String open, List<String> parts, String close, int depth) {
    if (parts.isEmpty() || indent.isEmpty()) {
      return open + String.join(item, parts) + close;
    }
    String inner = "\n" + indent.get().repeat(depth + 1);
    return open
        + inner
        + String.join(item.stripTrailing() + inner, parts)
        + "\n"
        + indent.get().repeat(depth)
        + close;
  }

  private String quoted(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> result.append("\\\"");
        case '\\' -> result.append("\\\\");
        case '\n' -> result.append("\\n");
        case '\r' -> result.append("\\r");
        case '\t' -> result.append("\\t");
        case '\b' -> result.append("\\b");
        case '\f' -> result.append("\\f");
        default -> {
          if (c < 0x20 || (c > 0x7e && ascii)) {
            result.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            result.append(c);
          }
        }
      }
    }
    return result.append('"').toString();
  }
}
