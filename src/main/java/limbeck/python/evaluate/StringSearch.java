package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** Methods of {@code str} that search, split, join and replace. */
final class StringSearch {
  static final Set<String> NAMES =
      Set.of(
          "split",
          "rsplit",
          "splitlines",
          "partition",
          "rpartition",
          "join",
          "replace",
          "find",
          "rfind",
          "index",
          "rindex",
          "count",
          "startswith",
          "endswith",
          "__len__",
          "__contains__");

  private StringSearch() {}

  static Value call(String text, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    return switch (name) {
      case "split", "rsplit" -> strings(machine, split(text, name.equals("rsplit"), arguments));
      case "splitlines" -> strings(machine, lines(text, arguments));
      case "partition" -> parts(text, text.indexOf(arguments.text(0)), arguments, true);
      case "rpartition" -> parts(text, text.lastIndexOf(arguments.text(0)), arguments, false);
      case "join" -> new Value.Str(joined(text, arguments));
      case "replace" -> new Value.Str(replaced(text, arguments));
      case "find", "rfind", "index", "rindex" -> found(text, name, arguments);
      case "count" -> Value.Int.of(count(window(text, arguments), arguments.text(0)));
      case "startswith" -> new Value.Bool(affix(text, true, arguments));
      case "endswith" -> new Value.Bool(affix(text, false, arguments));
      case "__len__" -> Value.Int.of(text.codePointCount(0, text.length()));
      case "__contains__" -> new Value.Bool(text.contains(arguments.text(0)));
      default -> throw NotFoldable.symbolic();
    };
  }

  private static Value strings(Machine machine, List<String> texts) {
    return machine.list(texts.stream().map(Value.Str::new).toList());
  }

  private static List<String> split(String text, boolean fromRight, Arguments arguments) {
    int most = arguments.optionalWhole(1, "maxsplit").map(n -> n.intValue()).orElse(-1);
    Optional<String> separator = arguments.optionalText(0, "sep");
    if (separator.isPresent() && separator.get().isEmpty()) {
      throw arguments.error("ValueError", "empty separator");
    }
    List<String> parts = new ArrayList<>();
    if (fromRight) {
      String mirrored = mirrored(text);
      List<String> split =
          separator.isPresent()
              ? bySeparator(mirrored, mirrored(separator.get()), most)
              : bySpace(mirrored, most);
      split.forEach(part -> parts.add(mirrored(part)));
      Collections.reverse(parts);
      return parts;
    }
    return separator.isPresent() ? bySeparator(text, separator.get(), most) : bySpace(text, most);
  }

  private static String mirrored(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static List<String> bySeparator(String text, String separator, int most) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int end = text.indexOf(separator);
    while (end >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(start, end));
      start = end + separator.length();
      end = text.indexOf(separator, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static List<String> bySpace(String text, int most) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && StringMethods.isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return parts;
      }
      if (most >= 0 && parts.size() == most) {
        parts.add(text.substring(at));
        return parts;
      }
      int start = at;
      while (at < text.length() && !StringMethods.isSpace(text.charAt(at))) {
        at++;
      }
      parts.add(text.substring(start, at));
    }
  }

  private static List<String> lines(String text, Arguments arguments) {
    boolean keep = arguments.optional(0, "keepends").map(arguments::isTrue).orElse(false);
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!breaksLine(text.charAt(i))) {
        continue;
      }
      int end = i + 1;
      if (text.charAt(i) == '\r' && end < text.length() && text.charAt(end) == '\n') {
        end++;
      }
      lines.add(text.substring(start, keep ? end : i));
      start = end;
      i = end - 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean breaksLine(char c) {
    return switch (c) {
      case '\n', '\r', 0x0b, '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  private static Value parts(String text, int at, Arguments arguments, boolean first) {
    String separator = arguments.text(0);
    if (separator.isEmpty()) {
      throw arguments.error("ValueError", "empty separator");
    }
    List<String> parts =
        at >= 0
            ? List.of(text.substring(0, at), separator, text.substring(at + separator.length()))
            : first ? List.of(text, "", "") : List.of("", "", text);
    return new Value.TupleOf(parts.stream().<Value>map(Value.Str::new).toList());
  }

  private static String joined(String separator, Arguments arguments) {
    List<String> texts = new ArrayList<>();
    for (Value item : arguments.items(0)) {
      texts.add(
          arguments
              .machine()
              .text()
              .known(item)
              .orElseThrow(
                  () ->
                      Types.plain(item)
                          ? arguments.error(
                              "TypeError",
                              "sequence item: expected str instance, "
                                  + Types.name(item)
                                  + " found")
                          : NotFoldable.because(item)));
    }
    String result = String.join(separator, texts);
    Budget.size(result.length());
    return result;
  }

  private static String replaced(String text, Arguments arguments) {
    String from = arguments.text(0);
    String to = arguments.text(1);
    long most = arguments.optionalWhole(2, "count").map(n -> n.longValue()).orElse(-1L);
    Budget.size((long) text.length() * Math.max(1, to.length()));
    if (most < 0) {
      return text.replace(from, to);
    }
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (long i = 0; i < most; i++) {
      int next = text.indexOf(from, at);
      if (next < 0 || (from.isEmpty() && next >= text.length())) {
        break;
      }
      result.append(text, at, next).append(to);
      at = next + from.length();
      if (from.isEmpty()) {
        result.append(text.charAt(at++));
      }
    }
    return result.append(text.substring(at)).toString();
  }

  private static String window(String text, Arguments arguments) {
    if (arguments.size() < 2) {
      return text;
    }
    int[] bounds = bounds(text, arguments);
    return text.substring(bounds[0], Math.max(bounds[0], bounds[1]));
  }

  /** Returns where the optional start and end arguments cut the text. */
  private static int[] bounds(String text, Arguments arguments) {
    if (text.length() != text.codePointCount(0, text.length())) {
      throw NotFoldable.symbolic();
    }
    int[] bounds = {0, text.length()};
    for (int i = 0; i < 2; i++) {
      Optional<Value> given = arguments.optional(i + 1);
      if (given.isPresent() && !(given.get() instanceof Value.None)) {
        long index = Numbers.index(given.get());
        bounds[i] =
            (int) Math.max(0, Math.min(text.length(), index < 0 ? index + text.length() : index));
      }
    }
    return bounds;
  }

  private static Value found(String text, String name, Arguments arguments) {
    String part = arguments.text(0);
    int[] bounds = bounds(text, arguments);
    String window = text.substring(bounds[0], Math.max(bounds[0], bounds[1]));
    int at = name.startsWith("r") ? window.lastIndexOf(part) : window.indexOf(part);
    if (at < 0 && name.endsWith("index")) {
      throw arguments.error("ValueError", "substring not found");
    }
    return Value.Int.of(at < 0 ? -1 : at + bounds[0]);
  }

  private static int count(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1;
    }
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static boolean affix(String text, boolean start, Arguments arguments) {
    String window = window(text, arguments);
    Value given = arguments.get(0);
    List<Value> affixes =
        given instanceof Value.TupleOf(List<Value> items) ? items : List.of(given);
    for (Value each : affixes) {
      String affix =
          arguments.machine().text().known(each).orElseThrow(() -> NotFoldable.because(each));
      if (start ? window.startsWith(affix) : window.endsWith(affix)) {
        return true;
      }
    }
    return false;
  }
}
