package limbeck.python.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Python's regular expressions in Java's syntax, where both mean the same. */
final class RegexTranslation {
  private static final int IGNORE_CASE = 2;
  private static final int MULTILINE = 8;
  private static final int DOT_ALL = 16;
  private static final int UNICODE = 32;
  private static final int ASCII = 256;
  private static final int UNDERSTOOD = IGNORE_CASE | MULTILINE | DOT_ALL | UNICODE | ASCII;
  private static final int LONGEST = 2000;

  /** Letters after a backslash that mean the same in both; a digit refers to a group. */
  private static final String SAME_ESCAPES = "dDwWsSbBntrfv0123456789";

  /** Java's group names have no underscore; a name is written with this instead. */
  private static final String UNDERSCORE = "zU95z";

  private final String pattern;
  private final StringBuilder result = new StringBuilder();
  private int at;

  private RegexTranslation(String pattern) {
    this.pattern = pattern;
  }

  static Pattern compile(String pattern, int flags) {
    if ((flags & ~UNDERSTOOD) != 0 || pattern.length() > LONGEST) {
      throw NotFoldable.symbolic();
    }
    int java = Pattern.UNIX_LINES;
    java |= (flags & IGNORE_CASE) != 0 ? Pattern.CASE_INSENSITIVE : 0;
    java |= (flags & MULTILINE) != 0 ? Pattern.MULTILINE : 0;
    java |= (flags & DOT_ALL) != 0 ? Pattern.DOTALL : 0;
    try {
      return Pattern.compile(new RegexTranslation(pattern).translated(), java);
    } catch (PatternSyntaxException | StackOverflowError notTheSame) {
      throw NotFoldable.symbolic();
    }
  }

  private String translated() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> brace();
        default -> {
          result.append(c);
          at++;
        }
      }
    }
    return result.toString();
  }

  private char next() {
    if (at >= pattern.length()) {
      throw NotFoldable.symbolic();
    }
    return pattern.charAt(at);
  }

  private void escape(boolean inClass) {
    at++;
    char c = next();
    at++;
    if (c == 'Z' && !inClass) {
      result.append("\\z");
    } else if (c == 'A' && !inClass) {
      result.append("\\A");
    } else if (c == 'v') {
      result.append("\\x0B");
    } else if (c == 'b' && inClass) {
      result.append("\\x08");
    } else if (c == 'a') {
      result.append("\\x07");
    } else if (SAME_ESCAPES.indexOf(c) >= 0) {
      if (c == '0' || (inClass && Character.isDigit(c))) {
        throw NotFoldable.symbolic();
      }
      result.append('\\').append(c);
    } else if (c == 'x' || c == 'u') {
      int digits = c == 'x' ? 2 : 4;
      if (at + digits > pattern.length()) {
        throw NotFoldable.symbolic();
      }
      result.append('\\').append(c).append(pattern, at, at + digits);
      at += digits;
    } else if (c < 128 && Character.isLetter(c)) {
      throw NotFoldable.symbolic();
    } else {
      literal(c);
    }
  }

  private void literal(char c) {
    if (c < 128 && !Character.isLetterOrDigit(c)) {
      result.append('\\');
    }
    result.append(c);
  }

  /** A set: brackets and ampersands inside stand for themselves in Python. */
  private void characterClass() {
    result.append('[');
    at++;
    if (next() == '^') {
      result.append('^');
      at++;
    }
    boolean first = true;
    while (first || next() != ']') {
      char c = next();
      if (c == '\\') {
        escape(true);
      } else {
        if (c == '[' || c == '&' || c == ']' || c == '^') {
          result.append('\\');
        }
        result.append(c);
        at++;
      }
      first = false;
      next();
    }
    result.append(']');
    at++;
  }

  private void group() {
    if (pattern.startsWith("(?P<", at)) {
      int end = pattern.indexOf('>', at);
      if (end < 0) {
        throw NotFoldable.symbolic();
      }
      result.append("(?<").append(javaName(pattern.substring(at + 4, end))).append('>');
      at = end + 1;
    } else if (pattern.startsWith("(?P=", at)) {
      int end = pattern.indexOf(')', at);
      if (end < 0) {
        throw NotFoldable.symbolic();
      }
      result.append("\\k<").append(javaName(pattern.substring(at + 4, end))).append('>');
      at = end + 1;
    } else if (pattern.startsWith("(?#", at)) {
      int end = pattern.indexOf(')', at);
      at = end < 0 ? pattern.length() : end + 1;
    } else if (pattern.startsWith("(?(", at)
        || pattern.startsWith("(?a", at)
        || pattern.startsWith("(?L", at)
        || pattern.startsWith("(?x", at)
        || pattern.startsWith("(?u", at)) {
      throw NotFoldable.symbolic();
    } else {
      result.append('(');
      at++;
    }
  }

  private static String javaName(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*") || name.contains(UNDERSCORE)) {
      throw NotFoldable.symbolic();
    }
    return (name.startsWith("_") ? "z" : "n") + name.replace("_", UNDERSCORE);
  }

  /** Returns the groups' names in Python's spelling, with their numbers. */
  static Map<String, Integer> groupNames(Pattern pattern) {
    Map<String, Integer> names = new LinkedHashMap<>();
    pattern.namedGroups().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            entry ->
                names.put(entry.getKey().substring(1).replace(UNDERSCORE, "_"), entry.getValue()));
    return names;
  }

  private void brace() {
    Matcher quantifier = Pattern.compile("\\{(\\d*)(,?)(\\d*)}").matcher(pattern);
    quantifier.region(at, pattern.length());
    boolean bounds =
        quantifier.lookingAt() && !(quantifier.group(1).isEmpty() && quantifier.group(3).isEmpty());
    if (!bounds) {
      result.append("\\{");
      at++;
      return;
    }
    String low = quantifier.group(1).isEmpty() ? "0" : quantifier.group(1);
    result
        .append('{')
        .append(low)
        .append(quantifier.group(2))
        .append(quantifier.group(3))
        .append('}');
    at = quantifier.end();
  }

  /** Refuses texts on which classes such as {@code \w} differ between the two languages. */
  static void requireSameMeaning(Pattern pattern, String text) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    boolean plain =
        pattern.pattern().chars().allMatch(c -> c < 128)
            && (pattern.flags() & Pattern.CASE_INSENSITIVE) == 0
            && !Pattern.compile("\\\\[wWdDsSbB]").matcher(pattern.pattern()).find();
    boolean separators = text.chars().anyMatch(c -> c >= 0x1c && c <= 0x1f);
    boolean wide = text.length() != text.codePointCount(0, text.length());
    if ((!ascii && !plain) || separators || wide) {
      throw NotFoldable.symbolic();
    }
  }

  /** Fills a replacement's references to groups. */
  static String expand(String template, Matcher matcher) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (i >= template.length()) {
        throw NotFoldable.symbolic();
      }
      char escaped = template.charAt(i++);
      if (escaped == 'g' && i < template.length() && template.charAt(i) == '<') {
        int end = template.indexOf('>', i);
        if (end < 0) {
          throw NotFoldable.symbolic();
        }
        text.append(group(matcher, template.substring(i + 1, end)));
        i = end + 1;
      } else if (escaped >= '1' && escaped <= '9') {
        String digits = String.valueOf(escaped);
        if (i < template.length() && Character.isDigit(template.charAt(i))) {
          digits += template.charAt(i++);
        }
        text.append(group(matcher, digits));
      } else {
        text.append(plainEscape(escaped));
      }
    }
    return text.toString();
  }

  private static char plainEscape(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '\\' -> '\\';
      default -> throw NotFoldable.symbolic();
    };
  }

  private static String group(Matcher matcher, String reference) {
    Optional<Integer> index =
        reference.matches("\\d{1,3}")
            ? Optional.of(Integer.parseInt(reference))
            : Optional.ofNullable(groupNames(matcher.pattern()).get(reference));
    if (index.isEmpty() || index.get() > matcher.groupCount()) {
      throw NotFoldable.symbolic();
    }
    String text = matcher.group(index.get());
    return text == null ? "" : text;
  }
}
