package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** The tables a statement that is not understood may touch. */
final class TableMentions {
  private static final Set<String> BEFORE_A_TABLE =
      Set.of("table", "on", "from", "join", "into", "update", "only", "exists", "references");

  private TableMentions() {}

  /**
   * Returns the tables that are named after a word that introduces one, and those of the schema
   * that are named anywhere, inside quoted code too.
   */
  static SortedSet<TableName> in(List<SqlToken> tokens, Schema schema) {
    SortedSet<TableName> found = new TreeSet<>();
    collect(tokens, schema, found);
    for (SqlToken token : tokens) {
      if (token.isString() && token.value().indexOf(' ') >= 0) {
        collect(SqlLexer.tokens(token.value()), schema, found);
      }
    }
    return found;
  }

  private static void collect(List<SqlToken> tokens, Schema schema, Set<TableName> found) {
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean part = i > 0 && tokens.get(i - 1).is(".");
      if (!token.isName() || part) {
        continue;
      }
      List<String> parts = new ArrayList<>(List.of(Cursor.stored(token.value())));
      for (int k = i + 1; k + 1 < tokens.size() && tokens.get(k).is("."); k += 2) {
        parts.add(Cursor.stored(tokens.get(k + 1).value()));
      }
      if (parts.contains("") || (parts.size() == 1 && isKeyWord(token))) {
        continue;
      }
      TableName name = QualifiedName.of(parts).table(schema);
      boolean introduced = i > 0 && BEFORE_A_TABLE.contains(tokens.get(i - 1).value());
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(") && !introduced;
      if (schema.tables().containsKey(name) && !called) {
        found.add(name);
      }
    }
  }

  private static boolean isKeyWord(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD && KeyWords.isReserved(token.value());
  }
}
