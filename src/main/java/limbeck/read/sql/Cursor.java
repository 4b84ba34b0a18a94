package limbeck.read.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.SqlText;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** A position in the tokens of a piece of SQL, and the few steps that all forms are read with. */
final class Cursor {
  /** NAMEDATALEN - 1: PostgreSQL cuts longer names when it reads them. */
  private static final int NAME_BYTES = 63;

  private static final SqlToken END = new SqlToken(SqlToken.Kind.SYMBOL, "the end", "", true, 0, 0);

  private final String text;
  private final List<SqlToken> tokens;
  private int position;

  Cursor(String text) {
    this.text = text;
    this.tokens = SqlLexer.tokens(text);
    for (SqlToken token : tokens) {
      if (!token.isClosed()) {
        throw new NotUnderstood("a quote or comment is not closed: " + Reading.shown(token.text()));
      }
    }
  }

  List<SqlToken> tokens() {
    return tokens;
  }

  int position() {
    return position;
  }

  void back(int earlier) {
    position = earlier;
  }

  boolean atEnd() {
    return position >= tokens.size();
  }

  SqlToken peek() {
    return peek(0);
  }

  SqlToken peek(int distance) {
    int at = position + distance;
    return at >= 0 && at < tokens.size() ? tokens.get(at) : END;
  }

  SqlToken next() {
    SqlToken token = peek();
    position++;
    return token;
  }

  /** Whether these words or marks are next, in this order. */
  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of these words or marks is next. */
  boolean atAny(Set<String> words) {
    SqlToken token = peek();
    return switch (token.kind()) {
      case WORD, SYMBOL -> words.contains(token.value());
      case QUOTED_NAME, STRING, DOLLAR_STRING, NUMBER, PARAMETER -> false;
    };
  }

  /** Steps over these words or marks if they are next. */
  boolean accept(String... words) {
    boolean found = at(words);
    position += found ? words.length : 0;
    return found;
  }

  void expect(String... words) {
    for (String word : words) {
      if (!accept(word)) {
        throw unexpected(word.toUpperCase(java.util.Locale.ROOT));
      }
    }
  }

  void expectEnd() {
    if (!atEnd()) {
      throw unexpected("the end of the statement");
    }
  }

  NotUnderstood unexpected(String wanted) {
    return new NotUnderstood(
        "expected "
            + wanted
            + " but found "
            + (atEnd() ? "the end of the statement" : "\"" + peek().text() + "\"")
            + where());
  }

  private String where() {
    int offset = atEnd() ? text.length() : peek().start();
    long line = text.substring(0, offset).chars().filter(it -> it == '\n').count() + 1;
    int column = offset - (text.lastIndexOf('\n', offset - 1) + 1) + 1;
    return " at " + line + ":" + column;
  }

  /** Reads the name of a column, constraint or the like, as the catalog has it. */
  String name(String what) {
    SqlToken token = peek();
    boolean usable =
        token.isName()
            && !(token.kind() == SqlToken.Kind.WORD && KeyWords.isReserved(token.value()));
    if (!usable || token.value().isEmpty()) {
      throw unexpected(what);
    }
    position++;
    return stored(token.value());
  }

  /** Reads any word or quoted name, reserved or not. */
  String label(String what) {
    if (!peek().isName() || peek().value().isEmpty()) {
      throw unexpected(what);
    }
    return stored(next().value());
  }

  /** Reads a name that may be qualified; a database's name before it is dropped. */
  QualifiedName qualifiedName(String what) {
    List<String> parts = new ArrayList<>(List.of(name(what)));
    while (accept(".")) {
      parts.add(label(what));
    }
    return QualifiedName.of(parts);
  }

  /** Reads names in parentheses. */
  List<String> names(String what) {
    List<String> result = new ArrayList<>();
    expect("(");
    do {
      result.add(name(what));
    } while (accept(","));
    expect(")");
    return result;
  }

  String string(String what) {
    if (!peek().isString()) {
      throw unexpected(what);
    }
    return next().value();
  }

  long number(String what) {
    boolean negative = !accept("+") && accept("-");
    String digits = peek().text();
    if (peek().kind() != SqlToken.Kind.NUMBER || !digits.matches("[0-9]{1,19}")) {
      throw unexpected(what);
    }
    position++;
    try {
      return Long.parseLong((negative ? "-" : "") + digits);
    } catch (NumberFormatException tooLarge) {
      throw new NotUnderstood(what + " is too large: " + digits);
    }
  }

  /** Returns the text from an earlier position to here, as written. */
  SqlText since(int earlier) {
    return between(earlier, position);
  }

  private SqlText between(int from, int to) {
    if (from >= to || to > tokens.size()) {
      throw unexpected("an expression");
    }
    return new SqlText(text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
  }

  /** Returns everything that is left. */
  SqlText rest() {
    int from = position;
    position = tokens.size();
    return since(from);
  }

  /** Steps over everything that is left. */
  void skipRest() {
    position = tokens.size();
  }

  /**
   * Reads an expression up to a comma, a closing bracket, or one of the words outside of its
   * brackets and CASE.
   */
  SqlText expression(Set<String> ends) {
    int from = position;
    int depth = 0;
    while (!atEnd()) {
      boolean first = position == from;
      boolean ended =
          depth == 0
              && (at(",") || at(")") || at("]") || (!first && atAny(ends) && !belongs(position)));
      if (ended) {
        break;
      }
      SqlToken token = next();
      depth += depth(token);
    }
    return since(from);
  }

  /** {@code IS NOT DISTINCT FROM} and {@code IS NULL} hold words that end an expression. */
  private boolean belongs(int at) {
    boolean afterIs = at > 0 && tokens.get(at - 1).is("is");
    boolean afterIsNot = at > 1 && tokens.get(at - 1).is("not") && tokens.get(at - 2).is("is");
    return afterIs || afterIsNot;
  }

  private static int depth(SqlToken token) {
    if (token.is("(") || token.is("[") || token.is("case")) {
      return 1;
    }
    return token.is(")") || token.is("]") || token.is("end") ? -1 : 0;
  }

  /** Reads parentheses and returns what is inside, without further ones around all of it. */
  SqlText parenthesized() {
    expect("(");
    int from = position;
    closeParenthesis();
    SqlText inside = between(from, position - 1);
    return new SqlText(Parentheses.strip(inside.text()));
  }

  /** Steps over parentheses that are next, if any, and returns their text with them. */
  Optional<SqlText> parentheses() {
    int from = position;
    if (!accept("(")) {
      return Optional.empty();
    }
    closeParenthesis();
    return Optional.of(since(from));
  }

  private void closeParenthesis() {
    int depth = 1;
    while (depth > 0) {
      if (atEnd()) {
        throw unexpected(")");
      }
      SqlToken token = next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }

  /** Returns a name as PostgreSQL stores it: cut to 63 bytes at a character. */
  static String stored(String name) {
    if (name.length() <= NAME_BYTES / 4
        || name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES) {
      return name;
    }
    StringBuilder result = new StringBuilder();
    int bytes = 0;
    for (int point : name.codePoints().toArray()) {
      bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > NAME_BYTES) {
        break;
      }
      result.appendCodePoint(point);
    }
    return result.toString();
  }
}
