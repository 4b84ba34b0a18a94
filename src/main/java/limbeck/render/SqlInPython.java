package limbeck.render;

import java.util.ArrayList;
import java.util.List;

/** SQL inside Python, so that SQLAlchemy's {@code text()} takes it as it is. */
final class SqlInPython {
  private SqlInPython() {}

  /**
   * Returns the text to give to {@code text()} for a statement: a colon that it would take for a
   * parameter is escaped, and so is a backslash before a colon, which it would remove.
   */
  static String escaped(String sql) {
    StringBuilder result = new StringBuilder(sql.length());
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == ':' && needsEscape(sql, i)) {
        result.append('\\');
      }
      result.append(c);
    }
    return result.toString();
  }

  private static boolean needsEscape(String sql, int at) {
    char before = at == 0 ? ' ' : sql.charAt(at - 1);
    if (before == '\\') {
      return true;
    }
    boolean beginsName = at + 1 < sql.length() && isWord(sql.charAt(at + 1));
    return beginsName && before != ':' && !isWord(before);
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** Returns {@code sa.text("…")}. */
  static Code text(String sql) {
    return Code.call("sa.text", literal(escaped(sql)));
  }

  /** Returns the argument of {@code op.execute}, laid out to be read. */
  static Code statement(String sql) {
    String escaped = escaped(sql);
    if (escaped.contains("\n")) {
      return new Code.Block(List.of(PythonString.inTripleQuotes(escaped).split("\n", -1)));
    }
    return literal(escaped);
  }

  /** Returns a text that is no SQL, cut to the width of the page. */
  static Code words(String text) {
    return literal(text);
  }

  /** Returns a literal; one too long for a line is cut between words into adjacent ones. */
  private static Code literal(String text) {
    String whole = PythonString.literal(text);
    int room = CodePrinter.WIDTH - 12;
    if (whole.length() <= room) {
      return Code.atom(whole);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = cut(text, from, room);
      pieces.add(PythonString.literal(text.substring(from, to)));
      from = to;
    }
    return new Code.Pieces(pieces);
  }

  /** Returns where the next piece ends: after the last blank that still fits. */
  private static int cut(String text, int from, int room) {
    int best = -1;
    for (int blank = text.indexOf(' ', from); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
      int width = PythonString.literal(text.substring(from, blank + 1)).length();
      if (width > room && best > 0) {
        return best;
      }
      best = blank + 1;
    }
    boolean restFits = PythonString.literal(text.substring(from)).length() <= room;
    return restFits || best <= from ? text.length() : best;
  }
}
