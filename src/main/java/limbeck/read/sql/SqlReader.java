package limbeck.read.sql;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;
import limbeck.sql.TouchedTables;

/** Reads single SQL statements as operations. */
public final class SqlReader {
  private static final int LONGEST_QUOTE = 80;

  /** Statements that leave the schema as it is. */
  private static final Set<String> ROWS_OR_SESSION =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "with",
          "merge",
          "truncate",
          "copy",
          "set",
          "reset",
          "show",
          "begin",
          "start",
          "commit",
          "rollback",
          "savepoint",
          "release",
          "lock",
          "vacuum",
          "analyze",
          "grant",
          "revoke",
          "refresh",
          "pragma",
          "notify",
          "explain",
          "reindex",
          "cluster",
          "values",
          "use",
          "call",
          "replace",
          "discard",
          "end");

  private SqlReader() {}

  /**
   * Returns the operations of a statement.
   *
   * @param before the schema before it, in which names without a table are looked up
   */
  public static List<Operation> read(SqlText statement, Schema before, DialectName dialect) {
    List<SqlToken> tokens = SqlLexer.tokens(statement.text());
    if (tokens.isEmpty()) {
      return List.of();
    }
    String first = tokens.getFirst().text().toLowerCase(Locale.ROOT);
    if (ROWS_OR_SESSION.contains(first)) {
      return List.of(rows(statement));
    }
    if (first.equals("do")) {
      return DoBlock.read(statement, before, dialect)
          .orElseGet(() -> List.of(opaque(statement, "what a DO block does is not read")));
    }
    try {
      return ddl(new SqlCursor(statement.text()), statement.text(), before);
    } catch (NotUnderstood reason) {
      return List.of(opaque(statement, reason.reason()));
    }
  }

  static Operation rows(SqlText statement) {
    TouchedTables touched = TouchedTables.of(statement.text());
    return new DataOperation.ExecuteSql(statement, touched.writes(), touched.reads());
  }

  private static Operation opaque(SqlText statement, String why) {
    String quote = statement.text().replaceAll("\\s+", " ");
    return new Opaque(
        quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 1) + "…",
        why,
        named(statement.text()),
        true);
  }

  /** The tables a statement names: those touched by DML in it, and that of an ALTER TABLE. */
  private static NavigableSet<TableName> named(String text) {
    TouchedTables touched = TouchedTables.of(text);
    NavigableSet<TableName> names = new TreeSet<>(touched.writes());
    names.addAll(touched.reads());
    List<SqlToken> tokens = SqlLexer.tokens(text);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("table") && tokens.get(i + 1).isName()) {
        int at = i + 1;
        while (at + 1 < tokens.size()
            && (tokens.get(at).is("if")
                || tokens.get(at).is("not")
                || tokens.get(at).is("exists")
                || tokens.get(at).is("only"))) {
          at++;
        }
        if (tokens.get(at).isName()) {
          names.add(TableName.of(tokens.get(at).name()));
        }
      }
    }
    return names;
  }

  private static List<Operation> ddl(SqlCursor cursor, String statement, Schema before) {
    if (cursor.accept("create")) {
      return create(cursor, statement);
    }
    if (cursor.accept("alter")) {
      return alter(cursor, statement, before);
    }
    if (cursor.accept("drop")) {
      return drop(cursor, statement, before);
    }
    if (cursor.accept("comment", "on")) {
      return comment(cursor, statement, before);
    }
    throw new NotUnderstood("this kind of statement is not read");
  }

  private static List<Operation> create(SqlCursor cursor, String statement) {
    boolean replace = cursor.accept("or", "replace");
    if (cursor.accept("type")) {
      return TypeStatements.create(cursor);
    }
    if (cursor.accept("unique", "index")) {
      return IndexStatements.create(cursor, true);
    }
    if (cursor.accept("index")) {
      return IndexStatements.create(cursor, false);
    }
    if (cursor.accept("table")) {
      return TableStatements.create(cursor);
    }
    if (cursor.accept("schema")) {
      return ObjectStatements.createSchema(cursor);
    }
    if (cursor.accept("sequence")) {
      return ObjectStatements.createSequence(cursor);
    }
    Optional<CarriedObject.Kind> kind = ObjectStatements.kind(cursor);
    if (kind.isPresent()) {
      return ObjectStatements.create(kind.get(), cursor, replace, statement);
    }
    throw new NotUnderstood("this kind of CREATE is not read");
  }

  private static List<Operation> alter(SqlCursor cursor, String statement, Schema before) {
    if (cursor.accept("table")) {
      return AlterTable.read(cursor, before, statement);
    }
    if (cursor.accept("type")) {
      return TypeStatements.alter(cursor);
    }
    if (cursor.accept("index")) {
      return IndexStatements.alter(cursor, before);
    }
    if (cursor.isAt("sequence")) {
      return alterSequence(cursor, statement);
    }
    boolean outside =
        cursor.isAt("role")
            || cursor.isAt("user")
            || cursor.isAt("database")
            || cursor.isAt("system")
            || cursor.isAt("default", "privileges");
    if (outside) {
      return List.of(rows(new SqlText(statement)));
    }
    throw new NotUnderstood("this kind of ALTER is not read");
  }

  /** Restarts and owners of sequences are no part of the schema here. */
  private static List<Operation> alterSequence(SqlCursor cursor, String statement) {
    cursor.require("sequence");
    List<SqlToken> tokens = SqlLexer.tokens(statement);
    boolean renames = tokens.stream().anyMatch(it -> it.is("rename"));
    return renames ? ObjectStatements.alterSequence(cursor) : List.of(rows(new SqlText(statement)));
  }

  private static List<Operation> drop(SqlCursor cursor, String statement, Schema before) {
    if (cursor.accept("table")) {
      return TableStatements.drop(cursor);
    }
    if (cursor.accept("type")) {
      return TypeStatements.drop(cursor, before);
    }
    if (cursor.accept("index")) {
      return IndexStatements.drop(cursor, before);
    }
    if (cursor.accept("schema")) {
      return ObjectStatements.dropSchema(cursor);
    }
    if (cursor.accept("sequence")) {
      return ObjectStatements.dropSequence(cursor);
    }
    Optional<CarriedObject.Kind> kind = ObjectStatements.kind(cursor);
    if (kind.isPresent()) {
      return ObjectStatements.drop(kind.get(), cursor, statement);
    }
    throw new NotUnderstood("this kind of DROP is not read");
  }

  private static List<Operation> comment(SqlCursor cursor, String statement, Schema before) {
    if (cursor.accept("table")) {
      return TableStatements.comment(cursor, before);
    }
    if (!cursor.accept("column")) {
      // Comments on other objects are no part of the schema here.
      return List.of(rows(new SqlText(statement)));
    }
    String first = cursor.name();
    cursor.require(".");
    String second = cursor.name();
    Optional<String> third = cursor.accept(".") ? Optional.of(cursor.name()) : Optional.empty();
    TableName table = third.isPresent() ? TableName.of(first, second) : TableName.of(first);
    ColumnName column = new ColumnName(third.orElse(second));
    cursor.require("is");
    Optional<String> text = cursor.accept("null") ? Optional.empty() : Optional.of(cursor.string());
    cursor.requireEnd();
    Optional<String> earlier =
        before.table(table).flatMap(it -> it.column(column)).flatMap(Column::comment);
    return List.of(
        new ColumnOperation.AlterColumn(
            table, column, List.of(new ColumnChange.SetComment(earlier, text))));
  }
}
