package limbeck.dialect.postgresql.expression;

import limbeck.dialect.postgresql.expression.ExpressionParser.Unparsed;

/** String literals: what is between the quotes. */
final class Strings {
  private Strings() {}

  /** Returns the value of {@code '…'}, {@code E'…'} or {@code $tag$…$tag$}. */
  static String value(String literal) {
    if (literal.startsWith("$")) {
      int tag = literal.indexOf('$', 1) + 1;
      if (literal.length() < 2 * tag) {
        throw new Unparsed("an open dollar quote");
      }
      return literal.substring(tag, literal.length() - tag);
    }
    boolean escapes = literal.startsWith("E") || literal.startsWith("e");
    int start = escapes ? 2 : 1;
    if (!escapes && !literal.startsWith("'")) {
      throw new Unparsed("a literal with a prefix");
    }
    if (literal.length() <= start || !literal.endsWith("'")) {
      throw new Unparsed("an open quote");
    }
    String inside = literal.substring(start, literal.length() - 1).replace("''", "'");
    return escapes ? unescape(inside) : inside;
  }

  private static String unescape(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        result.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      result.append(
          switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '\\', '\'', '"' -> escaped;
            default -> throw new Unparsed("an escape");
          });
    }
    return result.toString();
  }
}
