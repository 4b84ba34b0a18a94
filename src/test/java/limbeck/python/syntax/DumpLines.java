package limbeck.python.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import limbeck.text.Span;

/** The lines of a dump and the way values are written in them. */
final class DumpLines {
  private final List<String> lines = new ArrayList<>();

  List<String> all() {
    return lines;
  }

  void line(int depth, String text) {
    lines.add("  ".repeat(depth) + text);
  }

  /**
   * Adds a node.
   *
   * @param hidden whether its place is left out
   */
  void node(int depth, String field, String kind, Span span, boolean hidden, String rest) {
    String place = hidden ? " ?" : " " + span.start() + " " + span.end();
    line(depth, field + " " + kind + place + rest);
  }

  static String literal(Literal literal) {
    return switch (literal) {
      case Literal.Str(var value, var prefix) -> quote(value) + (prefix ? " kind=u" : "");
      case Literal.Bytes(var value) -> "b" + quote(value);
      case Literal.Int(var value) -> hex(value);
      case Literal.Float(var value) -> "f" + bits(value);
      case Literal.Complex(var value) -> "c" + bits(value);
      case Literal.Bool(var value) -> value ? "True" : "False";
      case Literal.None _ -> "None";
      case Literal.Ellipsis _ -> "Ellipsis";
    };
  }

  private static String bits(double value) {
    return String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(value));
  }

  static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }

  private static String hex(BigInteger value) {
    return "0x" + value.toString(16);
  }

  /** As Python's {@code json.dumps} writes text. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (c < ' ' || c > '~') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
