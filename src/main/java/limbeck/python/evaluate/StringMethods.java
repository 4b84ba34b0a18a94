package limbeck.python.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import limbeck.python.value.Value;

/** Methods of {@code str} that change or test its characters. */
final class StringMethods {
  static final Set<String> NAMES =
      Set.of(
          "lower",
          "upper",
          "casefold",
          "title",
          "capitalize",
          "swapcase",
          "strip",
          "lstrip",
          "rstrip",
          "zfill",
          "rjust",
          "ljust",
          "center",
          "expandtabs",
          "format",
          "format_map",
          "encode",
          "translate",
          "maketrans",
          "isdigit",
          "isdecimal",
          "isnumeric",
          "isalpha",
          "isalnum",
          "isspace",
          "isupper",
          "islower",
          "istitle",
          "isidentifier",
          "isascii",
          "isprintable",
          "removeprefix",
          "removesuffix");

  private StringMethods() {}

  static Value call(String text, String name, Arguments arguments) {
    return switch (name) {
      case "lower" -> text(text.toLowerCase(Locale.ROOT));
      case "upper" -> text(text.toUpperCase(Locale.ROOT));
      case "casefold" -> text(text.toLowerCase(Locale.ROOT).replace("ß", "ss"));
      case "title" -> text(title(text));
      case "capitalize" -> text(capitalized(text));
      case "swapcase" -> text(swapped(text));
      case "strip" -> text(stripped(text, arguments, true, true));
      case "lstrip" -> text(stripped(text, arguments, true, false));
      case "rstrip" -> text(stripped(text, arguments, false, true));
      case "removeprefix" -> {
        String prefix = arguments.text(0);
        yield text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
      }
      case "removesuffix" -> {
        String suffix = arguments.text(0);
        boolean ends = !suffix.isEmpty() && text.endsWith(suffix);
        yield text(ends ? text.substring(0, text.length() - suffix.length()) : text);
      }
      case "zfill" -> text(zeroFilled(text, Numbers.index(arguments.get(0))));
      case "rjust", "ljust", "center" -> text(justified(text, name, arguments));
      case "expandtabs" -> text(expanded(text, arguments));
      case "format" -> text(FormatMethod.apply(text, arguments));
      case "format_map" -> text(FormatMethod.fromMapping(text, arguments.get(0), arguments));
      case "encode" -> encoded(text, arguments);
      case "translate" -> text(translated(text, arguments));
      case "maketrans" -> table(arguments);
      default -> new Value.Bool(test(text, name));
    };
  }

  private static Value text(String text) {
    return new Value.Str(text);
  }

  private static String title(String text) {
    StringBuilder result = new StringBuilder();
    boolean inWord = false;
    for (int point : text.codePoints().toArray()) {
      result.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
      inWord = Character.isLetter(point);
    }
    return result.toString();
  }

  private static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    String rest = text.substring(Character.charCount(first));
    return Character.toString(Character.toTitleCase(first)) + rest.toLowerCase(Locale.ROOT);
  }

  private static String swapped(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .map(
            each ->
                Character.isUpperCase(each.codePointAt(0))
                    ? each.toLowerCase(Locale.ROOT)
                    : each.toUpperCase(Locale.ROOT))
        .forEach(result::append);
    return result.toString();
  }

  /** Tells what Python takes for white space. */
  static boolean isSpace(int point) {
    return switch (point) {
      case ' ', '\t', '\n', '\r', '\f', 0x0b, 0x1c, 0x1d, 0x1e, 0x1f, 0x85, 0xa0 -> true;
      default -> point > 0xff && Character.isSpaceChar(point);
    };
  }

  private static String stripped(String text, Arguments arguments, boolean left, boolean right) {
    IntPredicate out =
        arguments
            .optionalText(0, "chars")
            .<IntPredicate>map(chars -> point -> chars.indexOf(point) >= 0)
            .orElse(StringMethods::isSpace);
    int[] points = text.codePoints().toArray();
    int start = 0;
    int end = points.length;
    while (left && start < end && out.test(points[start])) {
      start++;
    }
    while (right && end > start && out.test(points[end - 1])) {
      end--;
    }
    return new String(points, start, end - start);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String zeroFilled(String text, int width) {
    Budget.size(width);
    int missing = Math.max(0, width - length(text));
    boolean signed = text.startsWith("+") || text.startsWith("-");
    String zeros = "0".repeat(missing);
    return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
  }

  private static String justified(String text, String name, Arguments arguments) {
    int width = Numbers.index(arguments.get(0));
    Budget.size(width);
    String fill = arguments.optionalText(1, "fillchar").orElse(" ");
    int missing = Math.max(0, width - length(text));
    return switch (name) {
      case "rjust" -> fill.repeat(missing) + text;
      case "ljust" -> text + fill.repeat(missing);
      default -> {
        int left = missing / 2 + (missing & width & 1);
        yield fill.repeat(left) + text + fill.repeat(missing - left);
      }
    };
  }

  private static String expanded(String text, Arguments arguments) {
    int size = arguments.optionalWhole(0, "tabsize").map(n -> n.intValue()).orElse(8);
    Budget.size(size);
    StringBuilder result = new StringBuilder();
    int column = 0;
    for (int point : text.codePoints().toArray()) {
      if (point == '\t') {
        int count = size <= 0 ? 0 : size - column % size;
        result.append(" ".repeat(count));
        column += count;
      } else {
        result.appendCodePoint(point);
        column = point == '\n' || point == '\r' ? 0 : column + 1;
      }
    }
    return result.toString();
  }

  private static Value encoded(String text, Arguments arguments) {
    String encoding =
        arguments.optionalText(0, "encoding").orElse("utf-8").toLowerCase(Locale.ROOT);
    boolean ascii = text.chars().allMatch(c -> c < 128);
    return switch (encoding.replace('_', '-')) {
      case "utf-8", "utf8" ->
          new Value.Bytes(
              new String(
                  text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  java.nio.charset.StandardCharsets.ISO_8859_1));
      case "ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1" -> {
        if (!ascii) {
          throw NotFoldable.symbolic();
        }
        yield new Value.Bytes(text);
      }
      default -> throw NotFoldable.symbolic();
    };
  }

  private static String translated(String text, Arguments arguments) {
    if (!(arguments.get(0) instanceof Value.DictOf(DictEntries table))
        || table.open().isPresent()) {
      throw NotFoldable.because(arguments.get(0));
    }
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              Value to = table.lookUp(Value.Int.of(point));
              switch (to) {
                case null -> result.appendCodePoint(point);
                case Value.None _ -> {}
                case Value.Str(String other) -> result.append(other);
                case Value.Int number -> result.appendCodePoint(Numbers.index(number));
                default -> throw NotFoldable.symbolic();
              }
            });
    return result.toString();
  }

  private static Value table(Arguments arguments) {
    DictEntries entries = arguments.machine().journal().dict(Map.of());
    if (arguments.size() == 1) {
      if (!(arguments.get(0) instanceof Value.DictOf(DictEntries given))) {
        throw NotFoldable.because(arguments.get(0));
      }
      given.forEach(
          (key, value) ->
              entries.set(
                  key instanceof Value.Str(String one) && one.length() == 1
                      ? Value.Int.of(one.codePointAt(0))
                      : key,
                  value));
      return new Value.DictOf(entries);
    }
    int[] from = arguments.text(0).codePoints().toArray();
    int[] to = arguments.text(1).codePoints().toArray();
    if (from.length != to.length) {
      throw arguments.error("ValueError", "the arguments must have equal length");
    }
    for (int i = 0; i < from.length; i++) {
      entries.set(Value.Int.of(from[i]), Value.Int.of(to[i]));
    }
    if (arguments.size() > 2) {
      arguments.text(2).codePoints().forEach(point -> entries.set(Value.Int.of(point), Value.NONE));
    }
    return new Value.DictOf(entries);
  }

  private static boolean test(String text, String name) {
    List<Integer> points = text.codePoints().boxed().toList();
    boolean some = !points.isEmpty();
    return switch (name) {
      case "isdigit", "isdecimal", "isnumeric" ->
          some && points.stream().allMatch(point -> digit(point, name));
      case "isalpha" -> some && points.stream().allMatch(Character::isLetter);
      case "isalnum" ->
          some
              && points.stream()
                  .allMatch(point -> Character.isLetter(point) || digit(point, "isnumeric"));
      case "isspace" -> some && points.stream().allMatch(StringMethods::isSpace);
      case "isupper" ->
          points.stream().anyMatch(Character::isUpperCase)
              && points.stream().noneMatch(Character::isLowerCase);
      case "islower" ->
          points.stream().anyMatch(Character::isLowerCase)
              && points.stream().noneMatch(Character::isUpperCase);
      case "istitle" -> points.stream().anyMatch(Character::isLetter) && title(text).equals(text);
      case "isidentifier" ->
          some
              && (Character.isUnicodeIdentifierStart(points.getFirst()) || points.getFirst() == '_')
              && points.stream()
                  .allMatch(point -> point == '_' || Character.isUnicodeIdentifierPart(point));
      case "isascii" -> points.stream().allMatch(point -> point < 128);
      case "isprintable" -> Literals.quoted(text).length() == text.length() + 2;
      default -> throw NotFoldable.symbolic();
    };
  }

  private static boolean digit(int point, String name) {
    if (point >= 128 && !name.equals("isdecimal")) {
      if (Character.isDigit(point)) {
        return true;
      }
      if (Character.isLetter(point) || Character.isSpaceChar(point)) {
        return false;
      }
      throw NotFoldable.symbolic();
    }
    return Character.isDigit(point);
  }
}
