package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.sql.SqlToken;

/** CREATE, ALTER and DROP INDEX. */
final class IndexStatements {
  private IndexStatements() {}

  static List<Operation> create(SqlCursor cursor, boolean unique) {
    boolean concurrently = cursor.accept("concurrently");
    boolean ifNotExists = cursor.accept("if", "not", "exists");
    Optional<IndexName> name =
        cursor.isAt("on")
            ? Optional.empty()
            : Optional.of(new IndexName(cursor.qualified().name()));
    cursor.require("on");
    cursor.accept("only");
    TableName table = cursor.qualified();
    Optional<String> method =
        cursor.accept("using")
            ? Optional.of(cursor.name()).filter(it -> !it.equals("btree"))
            : Optional.empty();
    List<IndexElement> elements = elements(cursor);
    List<ColumnName> include = cursor.accept("include") ? cursor.columnNames() : List.of();
    boolean notDistinct = cursor.accept("nulls", "not", "distinct");
    cursor.accept("nulls", "distinct");
    SortedMap<String, String> options = new TreeMap<>();
    if (cursor.accept("with")) {
      storage(cursor.parenthesised(), options);
    }
    if (cursor.accept("tablespace")) {
      options.put("postgresql_tablespace", cursor.name());
    }
    Optional<SqlText> where =
        cursor.accept("where")
            ? Optional.of(new SqlText(unwrapped(cursor.rest())))
            : Optional.empty();
    cursor.requireEnd();
    return List.of(
        new IndexOperation.CreateIndex(
            table,
            new Index(name, elements, unique, method, include, where, notDistinct, options, true),
            concurrently,
            ifNotExists));
  }

  private static void storage(String inside, SortedMap<String, String> options) {
    for (String part : inside.split(",", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        options.put("postgresql_with." + pair[0].strip(), pair[1].strip());
      }
    }
  }

  private static List<IndexElement> elements(SqlCursor cursor) {
    cursor.require("(");
    List<IndexElement> elements = new ArrayList<>();
    do {
      elements.add(element(cursor));
    } while (cursor.accept(","));
    cursor.require(")");
    return elements;
  }

  private static IndexElement element(SqlCursor cursor) {
    IndexElement.Target target = target(cursor);
    Optional<String> collation =
        cursor.accept("collate") ? Optional.of(cursor.qualified().name()) : Optional.empty();
    Optional<String> operatorClass = Optional.empty();
    boolean word =
        cursor.peek().filter(SqlToken::isName).isPresent()
            && !cursor.isAt("asc")
            && !cursor.isAt("desc")
            && !cursor.isAt("nulls");
    if (word) {
      operatorClass = Optional.of(cursor.qualified().name());
      if (cursor.isAt("(")) {
        operatorClass = Optional.of(operatorClass.get() + "(" + cursor.parenthesised() + ")");
      }
    }
    boolean descending = cursor.accept("desc");
    if (!descending) {
      cursor.accept("asc");
    }
    Optional<Boolean> nullsFirst = Optional.empty();
    if (cursor.accept("nulls", "first")) {
      nullsFirst = Optional.of(true);
    } else if (cursor.accept("nulls", "last")) {
      nullsFirst = Optional.of(false);
    }
    return new IndexElement(target, operatorClass, collation, descending, nullsFirst);
  }

  private static IndexElement.Target target(SqlCursor cursor) {
    if (cursor.isAt("(")) {
      return new IndexElement.Target.OfExpression(new SqlText(unwrapped(cursor.parenthesised())));
    }
    SqlToken first = cursor.peek().orElseThrow(() -> new NotUnderstood("an index of nothing"));
    String name = cursor.name();
    if (!cursor.isAt("(")) {
      return new IndexElement.Target.OfColumn(new ColumnName(name));
    }
    return new IndexElement.Target.OfExpression(
        new SqlText(first.text() + "(" + cursor.parenthesised() + ")"));
  }

  private static String unwrapped(String text) {
    SqlCursor inner = new SqlCursor(text);
    if (!inner.isAt("(")) {
      return text;
    }
    String inside = inner.parenthesised();
    return inner.atEnd() ? inside : text;
  }

  static List<Operation> drop(SqlCursor cursor, Schema before) {
    boolean concurrently = cursor.accept("concurrently");
    boolean ifExists = cursor.accept("if", "exists");
    List<Operation> operations = new ArrayList<>();
    do {
      TableName name = cursor.qualified();
      IndexName index = new IndexName(name.name());
      Optional<TableName> table =
          cursor.accept("on")
              ? Optional.of(cursor.qualified())
              : owner(index, before).map(Table::name);
      operations.add(
          new IndexOperation.DropIndex(table, name.schema(), index, concurrently, ifExists));
    } while (cursor.accept(","));
    cursor.cascade();
    cursor.requireEnd();
    return operations;
  }

  static List<Operation> alter(SqlCursor cursor, Schema before) {
    cursor.accept("if", "exists");
    IndexName from = new IndexName(cursor.qualified().name());
    cursor.require("rename", "to");
    IndexName to = new IndexName(cursor.name());
    cursor.requireEnd();
    TableName table =
        owner(from, before)
            .map(Table::name)
            .orElseThrow(() -> new NotUnderstood("no table has the index " + from));
    return List.of(new IndexOperation.RenameIndex(table, from, to));
  }

  private static Optional<Table> owner(IndexName index, Schema before) {
    return before.tables().values().stream().filter(it -> it.index(index).isPresent()).findFirst();
  }
}
