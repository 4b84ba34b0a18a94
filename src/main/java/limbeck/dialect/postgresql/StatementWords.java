package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.standard.Tokens;
import limbeck.dialect.standard.Tokens.Token;
import limbeck.operation.Dependents;
import limbeck.schema.ColumnName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** The words of one SQL statement, read from the left. */
final class StatementWords {
  private final List<Token> tokens;
  private int at;

  StatementWords(String statement) {
    this.tokens = Tokens.of(statement);
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** Returns whether these words come next. */
  boolean peek(String... words) {
    return matches(at, words);
  }

  private boolean matches(int from, String... words) {
    if (from + words.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(from + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Passes these words, if they come next. */
  boolean accept(String... words) {
    boolean found = peek(words);
    at += found ? words.length : 0;
    return found;
  }

  /** Returns whether these words stand somewhere from here on. */
  boolean has(String... words) {
    for (int i = at; i < tokens.size(); i++) {
      if (matches(i, words)) {
        return true;
      }
    }
    return false;
  }

  /** Passes everything up to and including these words; false when they do not come. */
  boolean skipPast(String... words) {
    for (int i = at; i < tokens.size(); i++) {
      if (matches(i, words)) {
        at = i + words.length;
        return true;
      }
    }
    return false;
  }

  /** Passes what stands in parentheses next. */
  void skipParentheses() {
    if (!peek("(")) {
      return;
    }
    int depth = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }

  /** Passes a comma. */
  boolean comma() {
    return accept(",");
  }

  /** Passes a name, unquoted ones in lower case; empty at the end. */
  Optional<String> name() {
    if (atEnd()) {
      return Optional.empty();
    }
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case WORD -> Optional.of(token.text().toLowerCase(Locale.ROOT));
      case QUOTED -> Optional.of(token.value());
      case STRING, NUMBER, SYMBOL -> Optional.empty();
    };
  }

  /** Passes a table's name; the default schema's own name is left out. */
  Optional<TableName> table() {
    Optional<String> first = name();
    if (first.isEmpty() || !accept(".")) {
      return first.map(TableName::of);
    }
    String schema = first.get();
    return name().map(it -> schema.equals("public") ? TableName.of(it) : TableName.of(schema, it));
  }

  /** Returns the tables that stand behind FROM and JOIN, from here on. */
  Set<TableName> sources() {
    Set<TableName> result = new LinkedHashSet<>();
    int start = at;
    for (int i = at; i < tokens.size(); i++) {
      if (tokens.get(i).is("from") || tokens.get(i).is("join")) {
        at = i + 1;
        accept("only");
        table().ifPresent(result::add);
      }
    }
    at = start;
    return result;
  }

  /** Returns the columns that an UPDATE sets. */
  List<ColumnName> assigned() {
    List<ColumnName> result = new ArrayList<>();
    int set = at;
    while (set < tokens.size() && !tokens.get(set).is("set")) {
      set++;
    }
    int depth = 0;
    boolean expected = true;
    for (int i = set + 1; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && (token.is("where") || token.is("from") || token.is("returning"))) {
        break;
      }
      if (expected && depth == 0 && tokens.get(i + 1).is("=")) {
        result.add(new ColumnName(folded(token)));
      }
      expected = depth == 0 && token.is(",");
    }
    return result;
  }

  /** Returns the columns that an {@code INSERT} names; empty when it names none. */
  List<ColumnName> inserted() {
    List<ColumnName> result = new ArrayList<>();
    int into = at;
    while (into < tokens.size() && !tokens.get(into).is("into")) {
      into++;
    }
    int next = into + 2;
    while (next + 1 < tokens.size() && tokens.get(next).is(".")) {
      next += 2;
    }
    if (matches(next, "as")) {
      next += 2;
    }
    if (!matches(at, "insert") || !matches(next, "(") || matches(next + 1, "select")) {
      return result;
    }
    boolean expected = true;
    for (int i = next + 1; i < tokens.size() && !tokens.get(i).is(")"); i++) {
      if (expected) {
        result.add(new ColumnName(folded(tokens.get(i))));
      }
      expected = tokens.get(i).is(",");
    }
    return result;
  }

  /** Returns whether an {@code INSERT} states its rows, so that there is at least one. */
  boolean insertsValues() {
    return matches(at, "insert") && has("values") && !has("select") && !has("conflict");
  }

  /** Returns whether an {@code UPDATE} sets a column to its default. */
  boolean setsDefault(ColumnName column) {
    for (int i = at; i + 2 < tokens.size(); i++) {
      if (tokens.get(i + 1).is("=")
          && tokens.get(i + 2).is("default")
          && folded(tokens.get(i)).equals(column.text())) {
        return true;
      }
    }
    return false;
  }

  private static String folded(Token token) {
    return token.kind() == Tokens.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.value();
  }

  /** Returns whether the condition compares a whole key with one value each. */
  boolean findsOneRow(Optional<Table> table) {
    if (table.isEmpty()) {
      return false;
    }
    // The condition of a query inside says nothing about the rows outside.
    int where = at;
    int depth = 0;
    while (where < tokens.size() && !(depth == 0 && tokens.get(where).is("where"))) {
      depth += tokens.get(where).is("(") ? 1 : tokens.get(where).is(")") ? -1 : 0;
      where++;
    }
    boolean plain = true;
    Set<ColumnName> compared = new HashSet<>();
    for (int i = where + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      plain &= !token.is("or") && !token.is("select");
      if (token.is("=") && i > where + 1) {
        compared.add(new ColumnName(tokens.get(i - 1).value()));
      }
    }
    return plain && !compared.isEmpty() && Dependents.isKey(table.get(), compared);
  }
}
