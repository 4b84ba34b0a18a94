package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** A place in the tokens of one statement. */
final class SqlCursor {
  private final String text;
  private final List<SqlToken> tokens;
  private int at;

  SqlCursor(String text) {
    this.text = text;
    this.tokens = SqlLexer.tokens(text);
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  Optional<SqlToken> peek() {
    return atEnd() ? Optional.empty() : Optional.of(tokens.get(at));
  }

  private Optional<SqlToken> peek(int ahead) {
    return at + ahead < tokens.size() ? Optional.of(tokens.get(at + ahead)) : Optional.empty();
  }

  /** Returns whether the next words are these. */
  boolean isAt(String... words) {
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (peek(i).filter(it -> it.is(word) || it.isSymbol(word)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Goes over the words if they are the next ones. */
  boolean accept(String... words) {
    if (!isAt(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  void require(String... words) {
    if (!accept(words)) {
      throw new NotUnderstood("expected " + String.join(" ", words) + found());
    }
  }

  private String found() {
    return peek().map(it -> " instead of " + it.text()).orElse(" at the end");
  }

  void requireEnd() {
    if (!atEnd()) {
      throw new NotUnderstood("what follows " + tokens.get(at).text() + " is not understood");
    }
  }

  SqlToken next() {
    if (atEnd()) {
      throw new NotUnderstood("the statement ends early");
    }
    return tokens.get(at++);
  }

  String name() {
    SqlToken token = next();
    if (!token.isName()) {
      throw new NotUnderstood("expected a name instead of " + token.text());
    }
    return token.name();
  }

  String string() {
    SqlToken token = next();
    if (token.kind() != SqlToken.Kind.STRING && token.kind() != SqlToken.Kind.DOLLAR_STRING) {
      throw new NotUnderstood("expected a text instead of " + token.text());
    }
    return token.string();
  }

  /** Reads {@code name} or {@code schema.name}. */
  TableName qualified() {
    String first = name();
    return accept(".") ? TableName.of(first, name()) : TableName.of(first);
  }

  /** Reads {@code (a, b)}. */
  List<ColumnName> columnNames() {
    require("(");
    List<ColumnName> names = new ArrayList<>();
    do {
      names.add(new ColumnName(name()));
    } while (accept(","));
    require(")");
    return names;
  }

  /** Reads {@code (…)} and returns what is inside. */
  String parenthesised() {
    require("(");
    int from = atEnd() ? text.length() : tokens.get(at).start();
    int depth = 1;
    while (true) {
      SqlToken token = next();
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
        if (depth == 0) {
          return text.substring(Math.min(from, token.start()), token.start()).strip();
        }
      }
    }
  }

  /** Reads up to one of the words or a comma outside parentheses, or the end. */
  String expression(List<String> stops) {
    int from = atEnd() ? text.length() : tokens.get(at).start();
    int end = from;
    int depth = 0;
    while (!atEnd()) {
      SqlToken token = tokens.get(at);
      boolean stop = token.isSymbol(",") || stops.stream().anyMatch(token::is);
      if (depth == 0 && (stop || token.isSymbol(")"))) {
        break;
      }
      if (token.isSymbol("(") || token.isSymbol("[")) {
        depth++;
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
      }
      end = token.end();
      at++;
    }
    if (end == from) {
      throw new NotUnderstood("an expression is missing");
    }
    return text.substring(from, end);
  }

  /** Returns the rest of the statement. */
  String rest() {
    int from = atEnd() ? text.length() : tokens.get(at).start();
    at = tokens.size();
    return text.substring(from).strip();
  }

  /** Goes over the rest of the statement. */
  void skipRest() {
    at = tokens.size();
  }

  /** Goes over {@code CASCADE} or {@code RESTRICT} and says which it was. */
  boolean cascade() {
    if (accept("cascade")) {
      return true;
    }
    accept("restrict");
    return false;
  }
}
