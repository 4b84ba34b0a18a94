package limbeck.read.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.sql.SqlToken;

/** The tables whose rows a statement writes and reads, found by the words that introduce them. */
final class RowTables {
  /** Where a list of tables ends. */
  private static final Set<String> AFTER_TABLES =
      Set.of(
          "where",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "union",
          "except",
          "intersect",
          "returning",
          "set",
          "values",
          "window",
          "fetch",
          "for",
          "when",
          "select",
          "on",
          "do");

  /** Calls in which FROM is a part of the call. */
  private static final Set<String> FROM_INSIDE =
      Set.of("extract", "substring", "trim", "overlay", "ltrim", "rtrim", "btrim");

  private final List<SqlToken> tokens;
  private final Schema schema;
  private final Set<String> common = new HashSet<>();
  private final SortedSet<TableName> writes = new TreeSet<>();
  private final SortedSet<TableName> reads = new TreeSet<>();
  private boolean writesCatalog;

  /** For each open parenthesis whether a list of tables is being read inside it. */
  private final List<Boolean> inTables = new ArrayList<>(List.of(false));

  /** In code INTO may be followed by a variable: {@code SELECT … INTO found}. */
  private final boolean code;

  private RowTables(List<SqlToken> tokens, Schema schema, boolean code) {
    this.tokens = tokens;
    this.schema = schema;
    this.code = code;
  }

  /** Finds the tables of a statement. */
  static RowTables of(List<SqlToken> tokens, Schema schema) {
    return of(tokens, schema, false);
  }

  /** Finds the tables of all statements in PL/pgSQL code. */
  static RowTables ofCode(List<SqlToken> tokens, Schema schema) {
    return of(tokens, schema, true);
  }

  private static RowTables of(List<SqlToken> tokens, Schema schema, boolean code) {
    RowTables result = new RowTables(tokens, schema, code);
    result.commonTables();
    for (int i = 0; i < tokens.size(); i++) {
      result.take(i);
    }
    return result;
  }

  SortedSet<TableName> writes() {
    return writes;
  }

  SortedSet<TableName> reads() {
    return reads;
  }

  /** Whether a table of the system catalog is written, which may change the schema. */
  boolean writesCatalog() {
    return writesCatalog;
  }

  private boolean is(int at, String word) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
  }

  /** {@code WITH name [(columns)] AS [[NOT] MATERIALIZED] (}. */
  private void commonTables() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean begins = is(i - 1, "with") || is(i - 1, "recursive") || is(i - 1, ",");
      if (begins && tokens.get(i).isName()) {
        int next = i + 1;
        if (is(next, "(")) {
          next = afterParenthesis(next);
        }
        boolean as = is(next, "as");
        next += 1 + (is(next + 1, "not") ? 1 : 0);
        next += is(next, "materialized") ? 1 : 0;
        if (as && is(next, "(")) {
          common.add(tokens.get(i).value());
        }
      }
    }
  }

  private int afterParenthesis(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  private void take(int at) {
    SqlToken token = tokens.get(at);
    if (token.is("(")) {
      // (a JOIN b) and (SELECT …): the inside of the former is a list of tables, too.
      boolean nested = expectsTable(at);
      inTables.add(nested);
      if (nested) {
        table(at + 1, false);
      }
    } else if (token.is(")")) {
      if (inTables.size() > 1) {
        inTables.removeLast();
      }
    } else if (token.is(",")) {
      if (inTables.getLast()) {
        table(at + 1, false);
      }
    } else if (token.kind() == SqlToken.Kind.WORD) {
      word(at, token.value());
    }
  }

  /** Whether the token before introduces a table. */
  private boolean expectsTable(int at) {
    boolean listed = is(at - 1, ",") && inTables.getLast();
    return listed || isFrom(at - 1) || is(at - 1, "join") || is(at - 1, "lateral");
  }

  private boolean isFrom(int at) {
    return is(at, "from") && !is(at - 1, "distinct") && !fromBelongsToCall(at);
  }

  private boolean fromBelongsToCall(int at) {
    int depth = 0;
    for (int i = at - 1; i > 0; i--) {
      depth += is(i, ")") ? 1 : is(i, "(") ? -1 : 0;
      if (depth < 0) {
        return FROM_INSIDE.contains(tokens.get(i - 1).value());
      }
    }
    return false;
  }

  private void word(int at, String word) {
    switch (word) {
      case "from" -> {
        if (isFrom(at)) {
          boolean deleted = is(at - 1, "delete");
          inTables.set(inTables.size() - 1, true);
          table(at + 1, deleted);
        }
      }
      case "join" -> table(at + 1, false);
      case "using" -> using(at);
      case "into" -> {
        if (!code || is(at - 1, "insert") || is(at - 1, "merge")) {
          table(at + 1, true);
        }
      }
      case "update" -> {
        boolean statement =
            !is(at - 1, "for") && !is(at - 1, "key") && !is(at - 1, "do") && !is(at + 1, "set");
        if (statement) {
          table(at + 1, true);
        }
      }
      case "truncate" -> truncate(at);
      case "copy" -> {
        if (at == 0) {
          copy();
        }
      }
      case "table" -> {
        if (at == 0 || is(at - 1, "(")) {
          table(at + 1, false);
        }
      }
      default -> {
        if (AFTER_TABLES.contains(word)) {
          // A join's condition does not end the list that the join belongs to.
          boolean goesOn = word.equals("on") && inTables.getLast();
          inTables.set(inTables.size() - 1, goesOn);
        }
      }
    }
  }

  /** {@code DELETE … USING t} and {@code MERGE … USING t}, not {@code JOIN … USING (columns)}. */
  private void using(int at) {
    boolean list = is(0, "delete") || is(0, "merge") || is(0, "with");
    if (list && !is(at + 1, "(")) {
      inTables.set(inTables.size() - 1, true);
      table(at + 1, false);
    }
  }

  private void truncate(int at) {
    if (at != 0) {
      return;
    }
    int next = is(1, "table") ? 2 : 1;
    while (next < tokens.size() && (tokens.get(next).isName() || is(next, ","))) {
      if (is(next - 1, ",") || next <= 2) {
        table(next, true);
      }
      next++;
      while (is(next, ".") || is(next - 1, ".")) {
        next++;
      }
    }
  }

  private void copy() {
    if (!is(1, "(")) {
      boolean from = tokens.stream().anyMatch(it -> it.is("from"));
      table(1, from);
    }
  }

  /** Notes the table that is named at a position, if one is. */
  private void table(int at, boolean write) {
    int from = is(at, "only") ? at + 1 : at;
    if (from >= tokens.size() || !tokens.get(from).isName()) {
      return;
    }
    List<String> parts = new ArrayList<>(List.of(Cursor.stored(tokens.get(from).value())));
    int next = from + 1;
    while (is(next, ".") && next + 1 < tokens.size() && tokens.get(next + 1).isName()) {
      parts.add(Cursor.stored(tokens.get(next + 1).value()));
      next += 2;
    }
    boolean word =
        parts.size() == 1
            && tokens.get(from).kind() == SqlToken.Kind.WORD
            && KeyWords.isReserved(tokens.get(from).value());
    boolean call = is(next, "(") && !write;
    boolean named = parts.size() == 1 && common.contains(parts.getFirst()) && !write;
    if (word || call || named || parts.contains("")) {
      return;
    }
    if (isCatalog(parts)) {
      writesCatalog |= write;
    } else {
      (write ? writes : reads).add(QualifiedName.of(parts).table(schema));
    }
  }

  private static boolean isCatalog(List<String> parts) {
    String first = parts.getFirst();
    return parts.size() > 1
        ? first.equals("pg_catalog") || first.equals("information_schema")
        : first.startsWith("pg_");
  }
}
