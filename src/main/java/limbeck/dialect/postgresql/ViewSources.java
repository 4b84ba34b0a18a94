package limbeck.dialect.postgresql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.dialect.standard.Tokens;
import limbeck.dialect.standard.Tokens.Token;
import limbeck.schema.CarriedObject;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * What a view's query asks for and the schema lacks. Only what can be told from the words alone is
 * looked at: names behind FROM and JOIN, columns that name their table, and plain lists of columns.
 */
final class ViewSources {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");
  private static final Set<String> NO_ALIAS =
      Set.of(
          ("where group order having limit offset fetch for union intersect except join inner left"
                  + " right full cross natural on using window tablesample with as")
              .split(" "));
  private static final Set<String> NO_COLUMN =
      Set.of(
          ("null true false default current_date current_time current_timestamp current_user"
                  + " current_role current_catalog current_schema localtime localtimestamp"
                  + " session_user system_user user distinct all case array row")
              .split(" "));

  private record Source(TableName name, Optional<String> alias) {
    String called() {
      return alias.orElse(name.name());
    }
  }

  private final Schema before;
  private final List<Token> tokens;
  private final List<Source> sources = new ArrayList<>();
  private final Set<String> local = new HashSet<>();
  private int at;

  private ViewSources(Schema before, SqlText query) {
    this.before = before;
    this.tokens = Tokens.of(query.text());
  }

  /** Adds what stands against a view of this definition. */
  static void check(CarriedObject view, Schema before, EffectList effects) {
    ViewSources sources = new ViewSources(before, view.definition());
    sources.read();
    sources.missingTable().ifPresent(it -> effects.fails("42P01", "there is no table " + it));
    sources.missingColumn().ifPresent(it -> effects.fails("42703", "there is no column " + it));
  }

  private void read() {
    Deque<Boolean> queries = new ArrayDeque<>(List.of(true));
    for (at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is("(")) {
        queries.push(is(at + 1, "select") || is(at + 1, "with"));
      } else if (token.is(")")) {
        if (queries.size() > 1) {
          queries.pop();
        }
      } else if (token.is("as") && at > 0 && opensQuery(at + 1)) {
        commonTable(at - 1);
      } else if ((token.is("from") && queries.element() && !is(at - 1, "distinct"))
          || token.is("join")) {
        from();
      }
    }
  }

  /** WITH name [(…)] AS [NOT MATERIALIZED] (…): the name is one of the query's own. */
  private void commonTable(int before) {
    int name = before;
    if (is(name, ")")) {
      int depth = 0;
      do {
        depth += is(name, ")") ? 1 : is(name, "(") ? -1 : 0;
        name--;
      } while (name >= 0 && depth > 0);
    }
    name(name).ifPresent(local::add);
  }

  private boolean opensQuery(int from) {
    int next = from;
    while (is(next, "not") || is(next, "materialized")) {
      next++;
    }
    return is(next, "(");
  }

  private void from() {
    do {
      int next = at + 1;
      while (is(next, "only") || is(next, "lateral")) {
        next++;
      }
      Optional<String> first = name(next);
      if (first.isEmpty() || (is(next, "rows") && is(next + 1, "from"))) {
        return;
      }
      Optional<String> schema = Optional.empty();
      String table = first.get();
      if (is(next + 1, ".")) {
        schema = first;
        table = name(next + 2).orElse("");
        next += 2;
      }
      if (is(next + 1, "(") || is(next + 1, ".") || table.isEmpty()) {
        return; // A function, or a name of three parts.
      }
      next++;
      if (is(next, "*")) {
        next++;
      }
      Optional<String> alias = Optional.empty();
      boolean as = is(next, "as");
      Optional<String> given = name(as ? next + 1 : next);
      if (given.filter(it -> as || !NO_ALIAS.contains(it)).isPresent()) {
        alias = given;
        next += as ? 2 : 1;
      }
      if (is(next, "(")) {
        alias.ifPresent(local::add); // The columns have other names here.
      }
      sources.add(new Source(new TableName(schema, table), alias));
      at = next - 1;
      if (is(next, ",")) {
        at = next;
      }
    } while (is(at, ","));
  }

  private boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }

  private Optional<String> name(int index) {
    if (index < 0 || index >= tokens.size()) {
      return Optional.empty();
    }
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case WORD -> Optional.of(token.text().toLowerCase(Locale.ROOT));
      case QUOTED -> Optional.of(token.value());
      case STRING, NUMBER, SYMBOL -> Optional.empty();
    };
  }

  private Optional<TableName> missingTable() {
    return sources.stream()
        .map(Source::name)
        .filter(it -> it.schema().isEmpty() && !it.name().startsWith("pg_"))
        .filter(it -> !local.contains(it.name()))
        .filter(it -> before.tables().keySet().stream().noneMatch(known -> isNamed(known, it)))
        .filter(
            it ->
                before.objects().values().stream()
                    .noneMatch(known -> known.name().name().equals(it.name())))
        .filter(it -> before.sequences().keySet().stream().noneMatch(s -> is(s.name(), it)))
        .findFirst();
  }

  private static boolean isNamed(TableName known, TableName wanted) {
    return known.name().equals(wanted.name());
  }

  private static boolean is(String name, TableName wanted) {
    return name.equals(wanted.name());
  }

  private Optional<String> missingColumn() {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      Optional<String> qualifier = is(i + 1, ".") && !is(i - 1, ".") ? name(i) : Optional.empty();
      Optional<String> column = name(i + 2);
      boolean last = !is(i + 3, ".") && !is(i + 3, "(");
      if (qualifier.isPresent() && column.isPresent() && last) {
        Optional<Table> table = table(qualifier.get());
        if (table.filter(it -> lacks(it, column.get())).isPresent()) {
          return Optional.of(table.get().name() + "." + column.get());
        }
      }
    }
    return plainList();
  }

  /** The one table that the query calls so. */
  private Optional<Table> table(String called) {
    List<Source> found = sources.stream().filter(it -> it.called().equals(called)).toList();
    return found.size() == 1
            && !local.contains(called)
            && !local.contains(found.get(0).name().name())
        ? before.table(found.get(0).name())
        : Optional.empty();
  }

  private static boolean lacks(Table table, String column) {
    return table.column(new ColumnName(column)).isEmpty() && !SYSTEM_COLUMNS.contains(column);
  }

  /** SELECT a, b AS c FROM t: nothing else can be meant. */
  private Optional<String> plainList() {
    int select = 0;
    while (select < tokens.size() && !is(select, "select")) {
      select++;
    }
    boolean one =
        sources.size() == 1
            && tokens.stream().filter(it -> it.is("select")).count() == 1
            && local.isEmpty();
    Optional<Table> table = one ? table(sources.get(0).called()) : Optional.empty();
    if (table.isEmpty()) {
      return Optional.empty();
    }
    boolean begins = true;
    for (int i = select + 1; i + 1 < tokens.size() && !is(i, "from"); i++) {
      boolean ends = is(i + 1, ",") || is(i + 1, "from") || is(i + 1, "as");
      Optional<String> column = begins && ends ? name(i) : Optional.empty();
      if (column.filter(it -> !NO_COLUMN.contains(it)).isPresent()
          && !column.get().equals(sources.get(0).called())
          && lacks(table.get(), column.get())) {
        return Optional.of(table.get().name() + "." + column.get());
      }
      if (is(i, "(")) {
        return Optional.empty(); // Commas of a call are no commas of the list.
      }
      begins = is(i, ",");
    }
    return Optional.empty();
  }

  /**
   * Returns the names of a view's columns, where its query is a plain list of them from one table
   * and nothing else can be meant.
   */
  static Optional<List<String>> columns(CarriedObject view) {
    List<Token> tokens = Tokens.of(view.definition().text());
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is("select")) {
      if (tokens.get(at).is("(") || tokens.get(at).is("with")) {
        return Optional.empty();
      }
      at++;
    }
    List<String> result = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    for (at++; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean ends = token.is("from");
      if (!ends && !token.is(",")) {
        item.add(token);
        continue;
      }
      Optional<String> name = outputName(item);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      result.add(name.get());
      item.clear();
      if (ends) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /** Of {@code a}, {@code t.a}, and {@code a AS b}. */
  private static Optional<String> outputName(List<Token> item) {
    boolean plain =
        item.size() == 1 || (item.size() == 3 && (item.get(1).is(".") || item.get(1).is("as")));
    Token last = item.isEmpty() ? new Token(Tokens.Kind.SYMBOL, "") : item.getLast();
    return switch (last.kind()) {
      case WORD ->
          Optional.of(last.text().toLowerCase(Locale.ROOT))
              .filter(it -> plain && !NO_COLUMN.contains(it));
      case QUOTED -> Optional.of(last.value()).filter(_ -> plain);
      case STRING, NUMBER, SYMBOL -> Optional.empty();
    };
  }
}
