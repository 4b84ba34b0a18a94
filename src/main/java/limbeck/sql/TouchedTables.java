package limbeck.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.TableName;

/**
 * The tables a statement names, told from the words before them.
 *
 * @param writes whose rows it writes
 * @param reads that it reads
 */
public record TouchedTables(SortedSet<TableName> writes, SortedSet<TableName> reads) {
  private static final Set<String> NOT_A_TABLE =
      Set.of("select", "lateral", "unnest", "values", "only", "set", "where");

  /** Returns the tables that a statement touches, as far as this simple view goes. */
  public static TouchedTables of(String statement) {
    List<SqlToken> tokens = SqlLexer.tokens(statement);
    Set<String> local = commonTableNames(tokens);
    SortedSet<TableName> writes = new TreeSet<>();
    SortedSet<TableName> reads = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<SortedSet<TableName>> into = target(tokens, i, writes, reads);
      if (into.isPresent()) {
        int from = i + 1;
        boolean more = true;
        while (more) {
          from = skip(tokens, from);
          Optional<TableName> name = name(tokens, from);
          if (name.isEmpty() || isFunction(tokens, from)) {
            break;
          }
          if (name.get().schema().isPresent() || !local.contains(name.get().name())) {
            into.get().add(name.get());
          }
          int after = afterName(tokens, from);
          int comma = afterAlias(tokens, after);
          more =
              tokens.get(i).is("from") && comma < tokens.size() && tokens.get(comma).isSymbol(",");
          from = comma + 1;
        }
      }
    }
    reads.removeAll(writes);
    return new TouchedTables(writes, reads);
  }

  private static Optional<SortedSet<TableName>> target(
      List<SqlToken> tokens, int i, SortedSet<TableName> writes, SortedSet<TableName> reads) {
    SqlToken token = tokens.get(i);
    SqlToken before = i > 0 ? tokens.get(i - 1) : token;
    if (token.is("into") || token.is("truncate") || token.is("copy")) {
      return Optional.of(writes);
    }
    // "FOR UPDATE" and "ON UPDATE" lock or react, they write nothing.
    if (token.is("update") && !before.is("for") && !before.is("on") && !before.is("do")) {
      return Optional.of(writes);
    }
    if (token.is("from")) {
      boolean part = isInsideCall(tokens, i);
      return part ? Optional.empty() : Optional.of(before.is("delete") ? writes : reads);
    }
    return token.is("join") || token.is("using") ? Optional.of(reads) : Optional.empty();
  }

  /** {@code EXTRACT(year FROM x)}, {@code SUBSTRING(x FROM 1)}, {@code TRIM(… FROM x)}. */
  private static boolean isInsideCall(List<SqlToken> tokens, int from) {
    int depth = 0;
    for (int i = from - 1; i >= 0; i--) {
      SqlToken token = tokens.get(i);
      if (token.isSymbol(")")) {
        depth++;
      } else if (token.isSymbol("(")) {
        if (depth == 0) {
          return i > 0
              && Set.of("extract", "substring", "trim", "overlay")
                  .contains(tokens.get(i - 1).text().toLowerCase(Locale.ROOT));
        }
        depth--;
      } else if (depth == 0 && token.is("select")) {
        return false;
      }
    }
    return false;
  }

  private static int skip(List<SqlToken> tokens, int from) {
    int i = from;
    while (i < tokens.size() && (tokens.get(i).is("only") || tokens.get(i).is("table"))) {
      i++;
    }
    return i;
  }

  private static Optional<TableName> name(List<SqlToken> tokens, int at) {
    if (at >= tokens.size()
        || !tokens.get(at).isName()
        || (tokens.get(at).kind() == SqlToken.Kind.WORD
            && NOT_A_TABLE.contains(tokens.get(at).name()))) {
      return Optional.empty();
    }
    if (at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".") && tokens.get(at + 2).isName()) {
      return Optional.of(TableName.of(tokens.get(at).name(), tokens.get(at + 2).name()));
    }
    return Optional.of(TableName.of(tokens.get(at).name()));
  }

  private static int afterName(List<SqlToken> tokens, int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".") ? at + 3 : at + 1;
  }

  private static int afterAlias(List<SqlToken> tokens, int at) {
    int i = at;
    if (i < tokens.size() && tokens.get(i).is("as")) {
      i++;
    }
    boolean alias =
        i < tokens.size()
            && tokens.get(i).isName()
            && i + 1 < tokens.size()
            && tokens.get(i + 1).isSymbol(",");
    return alias ? i + 1 : i;
  }

  private static boolean isFunction(List<SqlToken> tokens, int at) {
    int after = afterName(tokens, at);
    boolean insert = at > 0 && tokens.get(at - 1).is("into");
    return !insert && after < tokens.size() && tokens.get(after).isSymbol("(");
  }

  /** The names that {@code WITH name AS (…)} gives. */
  private static Set<String> commonTableNames(List<SqlToken> tokens) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean named =
          tokens.get(i).isName()
              && tokens.get(i + 1).is("as")
              && (tokens.get(i + 2).isSymbol("(") || tokens.get(i + 2).is("materialized"));
      if (named) {
        names.add(tokens.get(i).name());
      }
    }
    return names;
  }
}
