package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import limbeck.python.value.Value;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/**
 * Answers simple questions to the database's catalog, of the kind scripts guard their steps with:
 * one SELECT over known relations, conditions joined by AND. Everything else is not answered.
 */
public final class CatalogQuery {
  private final List<SqlToken> tokens;
  private final Set<String> asked = new TreeSet<>();
  private int at;

  private CatalogQuery(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns the rows of a query as tuples; empty when it is not understood.
   *
   * @param sql with its parameters written in
   */
  public static Optional<List<List<Value>>> answer(String sql, Schema schema) {
    List<SqlToken> tokens = new ArrayList<>(SqlLexer.tokens(sql));
    while (!tokens.isEmpty() && tokens.getLast().isSymbol(";")) {
      tokens.removeLast();
    }
    boolean exists =
        tokens.size() > 3
            && tokens.get(0).is("select")
            && tokens.get(1).is("exists")
            && tokens.get(2).isSymbol("(");
    if (exists) {
      int close = closing(tokens, 2);
      if (close < 0 || close < tokens.size() - 3) {
        return Optional.empty();
      }
      return new CatalogQuery(tokens.subList(3, close))
          .rows(schema)
          .map(it -> List.of(List.<Value>of(new Value.Bool(!it.isEmpty()))));
    }
    return registered(tokens, schema).or(() -> new CatalogQuery(tokens).rows(schema));
  }

  /** {@code SELECT to_regclass('t')}, which gives NULL for what is not there. */
  private static Optional<List<List<Value>>> registered(List<SqlToken> tokens, Schema schema) {
    boolean asks =
        tokens.size() >= 5
            && tokens.get(0).is("select")
            && tokens.get(1).is("to_regclass")
            && tokens.get(2).isSymbol("(")
            && tokens.get(3).kind() == SqlToken.Kind.STRING
            && tokens.get(4).isSymbol(")");
    if (!asks) {
      return Optional.empty();
    }
    String name = tokens.get(3).string();
    int dot = name.lastIndexOf('.');
    Optional<String> in =
        dot < 0
            ? Optional.empty()
            : Optional.of(name.substring(0, dot)).filter(it -> !it.equals("public"));
    TableName table = new TableName(in, name.substring(dot + 1).replace("\"", ""));
    boolean isTable = schema.table(table).isPresent();
    boolean anythingElse =
        !isTable
            && (schema.sequences().keySet().stream().anyMatch(it -> it.name().equals(table.name()))
                || !schema.objects().isEmpty()
                || schema.tables().values().stream()
                    .anyMatch(it -> it.index(new IndexName(table.name())).isPresent()));
    if (anythingElse) {
      // An index, a sequence or a view has its name there as well.
      return Optional.empty();
    }
    List<SqlToken> rest = tokens.subList(5, tokens.size());
    boolean named = rest.size() == 2 && rest.getFirst().is("as");
    if (rest.isEmpty() || named) {
      return Optional.of(List.of(List.of(isTable ? new Value.Str(table.toString()) : Value.NONE)));
    }
    boolean isNotNull =
        rest.size() == 3 && rest.get(0).is("is") && rest.get(1).is("not") && rest.get(2).is("null");
    return isNotNull ? Optional.of(List.of(List.of(new Value.Bool(isTable)))) : Optional.empty();
  }

  private static int closing(List<SqlToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isAt(String word) {
    return at < tokens.size() && (tokens.get(at).is(word) || tokens.get(at).isSymbol(word));
  }

  private boolean accept(String word) {
    boolean found = isAt(word);
    at += found ? 1 : 0;
    return found;
  }

  private Optional<List<List<Value>>> rows(Schema schema) {
    if (!accept("select")) {
      return Optional.empty();
    }
    accept("distinct");
    List<List<SqlToken>> selected = selected();
    Optional<Set<String>> relations = relations();
    Optional<List<Map<String, String>>> all =
        relations.flatMap(it -> new CatalogRows(schema).of(it));
    Optional<Predicate<Map<String, String>>> condition = condition();
    if (all.isEmpty() || condition.isEmpty()) {
      return Optional.empty();
    }
    // A column that the rows here do not have would hold something in the real catalog.
    if (all.get().stream().anyMatch(row -> !row.keySet().containsAll(asked))) {
      return Optional.empty();
    }
    List<Map<String, String>> found = all.get().stream().filter(condition.get()).toList();
    if (selected.size() == 1 && isCount(selected.getFirst())) {
      return Optional.of(List.of(List.of(Value.Int.of(found.size()))));
    }
    List<List<Value>> rows = new ArrayList<>();
    for (Map<String, String> row : found) {
      List<Value> values = new ArrayList<>();
      for (List<SqlToken> expression : selected) {
        Optional<Value> value = value(expression, row);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.add(value.get());
      }
      rows.add(values);
    }
    return Optional.of(rows);
  }

  private static boolean isCount(List<SqlToken> expression) {
    return expression.size() >= 4 && expression.getFirst().is("count");
  }

  /** The expressions between SELECT and FROM. */
  private List<List<SqlToken>> selected() {
    List<List<SqlToken>> expressions = new ArrayList<>();
    List<SqlToken> current = new ArrayList<>();
    int depth = 0;
    while (at < tokens.size() && !(depth == 0 && isAt("from"))) {
      SqlToken token = tokens.get(at++);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.isSymbol(",")) {
        expressions.add(current);
        current = new ArrayList<>();
      } else {
        current.add(token);
      }
    }
    expressions.add(current);
    return expressions;
  }

  private static Optional<Value> value(List<SqlToken> expression, Map<String, String> row) {
    SqlToken first = expression.getFirst();
    return switch (first.kind()) {
      case NUMBER -> number(expression);
      case STRING -> Optional.of(new Value.Str(first.string()));
      case WORD, QUOTED_NAME -> {
        if (first.is("true")) {
          yield Optional.of(new Value.Bool(true));
        }
        boolean qualified = expression.size() > 2 && expression.get(1).isSymbol(".");
        String column = (qualified ? expression.get(2) : first).name();
        yield Optional.ofNullable(row.get(column)).map(it -> typed(column, it));
      }
      case DOLLAR_STRING, PARAMETER, SYMBOL -> Optional.empty();
    };
  }

  private static Optional<Value> number(List<SqlToken> expression) {
    boolean whole = expression.size() == 1 && expression.getFirst().text().matches("\\d{1,9}");
    return whole
        ? Optional.of(Value.Int.of(Integer.parseInt(expression.getFirst().text())))
        : Optional.empty();
  }

  private static Value typed(String column, String text) {
    return column.equals("indisvalid") ? new Value.Bool(text.equals("t")) : new Value.Str(text);
  }

  /** FROM and JOIN; the conditions of a JOIN only say what belongs together. */
  private Optional<Set<String>> relations() {
    Set<String> names = new TreeSet<>();
    if (!accept("from")) {
      return Optional.empty();
    }
    while (at < tokens.size() && !isAt("where") && !isAt("limit") && !isAt("order")) {
      Optional<String> name = relation();
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
      while (at < tokens.size()
          && !isAt("join")
          && !isAt(",")
          && !isAt("where")
          && !isAt("limit")
          && !isAt("order")) {
        at++;
      }
      if (!accept("join")) {
        accept(",");
      }
    }
    return Optional.of(names);
  }

  private Optional<String> relation() {
    if (at >= tokens.size() || !tokens.get(at).isName()) {
      return Optional.empty();
    }
    String name = tokens.get(at++).name();
    if (accept(".")) {
      if (at >= tokens.size()) {
        return Optional.empty();
      }
      String second = tokens.get(at++).name();
      name = name.equals("pg_catalog") ? second : name + "." + second;
    }
    return Optional.of(name.toLowerCase(Locale.ROOT));
  }

  private Optional<Predicate<Map<String, String>>> condition() {
    Predicate<Map<String, String>> all = _ -> true;
    if (accept("where")) {
      do {
        Optional<Predicate<Map<String, String>>> one = comparison();
        if (one.isEmpty()) {
          return Optional.empty();
        }
        all = all.and(one.get());
      } while (accept("and"));
    }
    if (accept("order")) {
      at = tokens.size();
    }
    if (accept("limit")) {
      at++;
    }
    return at >= tokens.size() ? Optional.of(all) : Optional.empty();
  }

  private Optional<Predicate<Map<String, String>>> comparison() {
    boolean negated = accept("not");
    Optional<String> column = column();
    if (column.isEmpty()) {
      return Optional.empty();
    }
    String name = column.get();
    asked.add(name);
    if (accept("=")) {
      Optional<Set<String>> values = operand();
      return values.map(it -> row -> it.contains(row.get(name)) != negated);
    }
    if (accept("<>") || accept("!=")) {
      Optional<Set<String>> values = operand();
      return values.map(it -> row -> it.contains(row.get(name)) == negated);
    }
    if (accept("not")) {
      return accept("in") && accept("(") ? among(name, !negated) : Optional.empty();
    }
    if (accept("in") && accept("(")) {
      return among(name, negated);
    }
    boolean truth = at >= tokens.size() || isAt("and") || isAt("limit") || isAt("order");
    return truth ? Optional.of(row -> "t".equals(row.get(name)) != negated) : Optional.empty();
  }

  private Optional<Predicate<Map<String, String>>> among(String name, boolean negated) {
    Set<String> values = new TreeSet<>();
    do {
      Optional<Set<String>> one = operand();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      values.addAll(one.get());
    } while (accept(","));
    return accept(")")
        ? Optional.of(row -> values.contains(row.get(name)) != negated)
        : Optional.empty();
  }

  private Optional<String> column() {
    if (at >= tokens.size() || !tokens.get(at).isName()) {
      return Optional.empty();
    }
    String name = tokens.get(at++).name();
    if (accept(".") && at < tokens.size()) {
      name = tokens.get(at++).name();
    }
    casts();
    return Optional.of(name);
  }

  /** A text, or the schema in use. */
  private Optional<Set<String>> operand() {
    if (accept("current_schema")) {
      return accept("(") && accept(")") ? Optional.of(Set.of("public")) : Optional.empty();
    }
    if (accept("to_regclass") && accept("(")) {
      Optional<Set<String>> named = operand();
      return accept(")") ? named : Optional.empty();
    }
    if (at >= tokens.size() || tokens.get(at).kind() != SqlToken.Kind.STRING) {
      return Optional.empty();
    }
    String text = tokens.get(at++).string();
    casts();
    return Optional.of(Set.of(text));
  }

  private void casts() {
    while (accept("::")) {
      at++;
    }
  }
}
