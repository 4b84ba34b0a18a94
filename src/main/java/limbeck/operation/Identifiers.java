package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import limbeck.schema.SqlText;

/**
 * Finds and replaces names inside SQL expressions, token by token, so that text in quotes, comments
 * and function names stay as they are.
 *
 * <p>An unquoted name is folded to lower case before it is compared, as PostgreSQL does; a quoted
 * one is compared as it is.
 */
public final class Identifiers {
  // The words PostgreSQL reserves (appendix C, "reserved" and "reserved (can be function or
  // type)"): as a column's name they must be quoted.
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization binary both case cast"
                  + " check collate collation column concurrently constraint create cross"
                  + " current_catalog current_date current_role current_schema current_time"
                  + " current_timestamp current_user default deferrable desc distinct do else end"
                  + " except false fetch for foreign freeze from full grant group having ilike in"
                  + " initially inner intersect into is isnull join lateral leading left like limit"
                  + " localtime localtimestamp natural not notnull null offset on only or order"
                  + " outer overlaps placing primary references returning right select session_user"
                  + " similar some symmetric system_user table tablesample then to trailing true"
                  + " union unique user using variadic verbose when where window with")
              .split(" "));

  private Identifiers() {}

  private enum Kind {
    NAME,
    QUOTED_NAME,
    LITERAL,
    SPACE,
    OTHER
  }

  private record Token(Kind kind, String text) {
    /** The name it stands for, unquoted and folded; empty for anything else. */
    String name() {
      return switch (kind) {
        case NAME -> text.toLowerCase(Locale.ROOT);
        case QUOTED_NAME -> {
          String quote = text.substring(0, 1);
          yield text.substring(1, text.length() - 1).replace(quote + quote, quote);
        }
        case LITERAL, SPACE, OTHER -> "";
      };
    }
  }

  /** Returns whether the expression uses the name as that of a column or table. */
  public static boolean mentions(SqlText sql, String name) {
    List<Token> tokens = tokens(sql.text());
    for (int i = 0; i < tokens.size(); i++) {
      if (is(tokens, i, name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the expression with a column's or table's name replaced, quoted where it must be. */
  public static SqlText rename(SqlText sql, String from, String to) {
    List<Token> tokens = tokens(sql.text());
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (is(tokens, i, from)) {
        boolean backtick = tokens.get(i).text().startsWith("`");
        result.append(backtick ? "`" + to.replace("`", "``") + "`" : quoted(to));
      } else {
        result.append(tokens.get(i).text());
      }
    }
    return new SqlText(result.toString());
  }

  /** Returns the expression with one text literal in the place of another. */
  static SqlText replaceLiteral(SqlText sql, String from, String to) {
    String literal = literal(from);
    StringBuilder result = new StringBuilder();
    for (Token it : tokens(sql.text())) {
      boolean is = it.kind() == Kind.LITERAL && it.text().equals(literal);
      result.append(is ? literal(to) : it.text());
    }
    return new SqlText(result.toString());
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns the expression with the name of a type that it casts to by {@code ::} replaced. */
  static SqlText renameType(SqlText sql, String from, String to) {
    List<Token> tokens = tokens(sql.text());
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      boolean is = tokens.get(i).name().equals(from) && neighbour(tokens, i, -1).equals("::");
      boolean qualifies = is && neighbour(tokens, i, 1).equals(".");
      result.append(is && !qualifies ? (to.isEmpty() ? to : quoted(to)) : tokens.get(i).text());
    }
    return new SqlText(result.toString());
  }

  /** Returns the name as PostgreSQL writes it in an expression, quoted only where it must be. */
  public static String quoted(String name) {
    return mustQuote(name) ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
  }

  private static boolean mustQuote(String name) {
    if (name.isEmpty() || RESERVED.contains(name)) {
      return true;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!((c >= 'a' && c <= 'z') || c == '_' || (i > 0 && (digit || c == '$')))) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(List<Token> tokens, int at, String name) {
    Token token = tokens.get(at);
    if (!token.name().equals(name)) {
      return false;
    }
    if (token.kind() == Kind.NAME && RESERVED.contains(token.name())) {
      return false;
    }
    boolean called = neighbour(tokens, at, 1).equals("(");
    boolean type = neighbour(tokens, at, -1).equals("::");
    return !called && !type;
  }

  private static String neighbour(List<Token> tokens, int at, int step) {
    for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
      if (tokens.get(i).kind() != Kind.SPACE) {
        return tokens.get(i).text();
      }
    }
    return "";
  }

  private static List<Token> tokens(String sql) {
    List<Token> result = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      int end = end(sql, at);
      String text = sql.substring(at, end);
      char c = sql.charAt(at);
      Kind kind;
      if (isNameStart(c)) {
        kind = text.indexOf('\'') >= 0 ? Kind.LITERAL : Kind.NAME;
      } else if ((c == '"' || c == '`')
          && text.length() > 1
          && text.charAt(text.length() - 1) == c) {
        kind = Kind.QUOTED_NAME;
      } else if (c == '\'' || c == '$' || (c >= '0' && c <= '9')) {
        kind = Kind.LITERAL;
      } else if (Character.isWhitespace(c) || text.startsWith("--") || text.startsWith("/*")) {
        kind = Kind.SPACE;
      } else {
        kind = Kind.OTHER;
      }
      result.add(new Token(kind, text));
      at = end;
    }
    return result;
  }

  private static int end(String sql, int at) {
    char c = sql.charAt(at);
    if (isNameStart(c)) {
      return endOfName(sql, at);
    }
    if (c == '\'' || c == '"' || c == '`') {
      return endOfQuoted(sql, at, c, false);
    }
    if (c == '$') {
      return endOfDollarQuoted(sql, at);
    }
    if (c >= '0' && c <= '9') {
      int end = at + 1;
      while (end < sql.length() && (isNamePart(sql.charAt(end)) || sql.charAt(end) == '.')) {
        end++;
      }
      return end;
    }
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end;
    }
    if (sql.startsWith("/*", at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0 ? sql.length() : end + 2;
    }
    return sql.startsWith("::", at) ? at + 2 : at + 1;
  }

  private static int endOfName(String sql, int at) {
    int end = at + 1;
    while (end < sql.length() && isNamePart(sql.charAt(end))) {
      end++;
    }
    // E'…', B'…', X'…', N'…': a literal with a prefix, not a name before a literal.
    if (end == at + 1 && end < sql.length() && sql.charAt(end) == '\'') {
      char prefix = Character.toLowerCase(sql.charAt(at));
      if ("ebxn".indexOf(prefix) >= 0) {
        return endOfQuoted(sql, end, '\'', prefix == 'e');
      }
    }
    return end;
  }

  private static int endOfQuoted(String sql, int at, char quote, boolean backslashEscapes) {
    int i = at + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (backslashEscapes && c == '\\') {
        i += 2;
      } else if (c == quote && i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
        i += 2;
      } else if (c == quote) {
        return i + 1;
      } else {
        i++;
      }
    }
    return sql.length();
  }

  private static int endOfDollarQuoted(String sql, int at) {
    int tagEnd = at + 1;
    while (tagEnd < sql.length() && isNamePart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
      tagEnd++;
    }
    if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
      return at + 1;
    }
    String tag = sql.substring(at, tagEnd + 1);
    int close = sql.indexOf(tag, tagEnd + 1);
    return close < 0 ? sql.length() : close + tag.length();
  }

  private static boolean isNameStart(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }
}
