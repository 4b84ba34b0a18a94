package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** {@code CREATE INDEX}, {@code DROP INDEX} and {@code ALTER INDEX}. */
final class IndexForms {
  private IndexForms() {}

  /** Reads what follows {@code CREATE [UNIQUE] INDEX}. */
  static List<Operation> create(Reading reading, boolean unique) {
    Cursor cursor = reading.cursor();
    boolean concurrently = cursor.accept("concurrently");
    boolean ifNotExists = reading.ifNotExists();
    Optional<IndexName> name =
        cursor.at("on") && !ifNotExists
            ? Optional.empty()
            : Optional.of(new IndexName(cursor.qualifiedName("an index's name").name()));
    cursor.expect("on");
    boolean only = cursor.accept("only");
    QualifiedName stated = cursor.qualifiedName("a table's name");
    TableName table = stated.table(reading.before());
    Index read = index(cursor, name, unique);
    cursor.expectEnd();
    boolean parent =
        reading
            .table(table)
            .filter(it -> it.options().containsKey("postgresql_partition_by"))
            .isPresent();
    // Of a partitioned table alone, an index is invalid until its parts are attached.
    Index index = only && parent ? read.withValid(false) : read;
    boolean unconcerned =
        reading.isTemporary(table) || (reading.table(table).isEmpty() && reading.isView(stated));
    return unconcerned
        ? reading.asItStands()
        : List.of(new IndexOperation.CreateIndex(table, index, concurrently, ifNotExists));
  }

  private static Index index(Cursor cursor, Optional<IndexName> name, boolean unique) {
    Optional<String> method =
        cursor.accept("using") ? Optional.of(cursor.name("an index method")) : Optional.empty();
    List<IndexElement> elements = IndexElements.read(cursor);
    List<ColumnName> include =
        cursor.accept("include")
            ? cursor.names("a column").stream().map(ColumnName::new).toList()
            : List.of();
    boolean notDistinct = cursor.accept("nulls", "not", "distinct");
    if (!notDistinct) {
      cursor.accept("nulls", "distinct");
    }
    SortedMap<String, String> options = new TreeMap<>();
    if (cursor.accept("with")) {
      StorageParameters.read(cursor)
          .forEach((key, value) -> options.put("postgresql_with." + key, value));
    }
    if (cursor.accept("tablespace")) {
      options.put("postgresql_tablespace", cursor.name("a tablespace"));
    }
    Optional<SqlText> where =
        cursor.accept("where")
            ? Optional.of(new SqlText(Parentheses.strip(cursor.rest().text())))
            : Optional.empty();
    return new Index(
        name,
        elements,
        unique,
        method.filter(it -> !it.equals("btree")),
        include,
        where,
        notDistinct,
        options,
        true);
  }

  /** Reads what follows {@code DROP INDEX}. */
  static List<Operation> drop(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean concurrently = cursor.accept("concurrently");
    boolean ifExists = reading.ifExists();
    List<Operation> result = new ArrayList<>();
    do {
      QualifiedName stated = cursor.qualifiedName("an index's name");
      IndexName name = new IndexName(stated.name());
      Optional<TableName> table =
          cursor.accept("on") // MySQL's form: an index has no name without its table.
              ? Optional.of(cursor.qualifiedName("a table's name").table(reading.before()))
              : holder(reading, stated.visibleSchema(), name).map(Table::name);
      result.add(
          new IndexOperation.DropIndex(
              table, stated.visibleSchema(), name, concurrently, ifExists));
    } while (cursor.accept(","));
    reading.cascade();
    cursor.expectEnd();
    return result;
  }

  /** Reads what follows {@code ALTER INDEX}. */
  static List<Operation> alter(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.at("all", "in", "tablespace")) {
      return reading.asItStands();
    }
    boolean ifExists = reading.ifExists();
    QualifiedName name = cursor.qualifiedName("an index's name");
    boolean known = holder(reading, name.visibleSchema(), new IndexName(name.name())).isPresent();
    return ifExists && !known ? reading.asItStands() : alterKnown(reading, name);
  }

  /** Reads what follows the name of an index. */
  static List<Operation> alterKnown(Reading reading, QualifiedName name) {
    Cursor cursor = reading.cursor();
    if (!cursor.accept("rename", "to")) {
      return reading.asItStands();
    }
    IndexName from = new IndexName(name.name());
    IndexName to = new IndexName(cursor.name("an index's name"));
    cursor.expectEnd();
    Optional<Table> table = holder(reading, name.visibleSchema(), from);
    return table.isPresent()
        ? List.of(new IndexOperation.RenameIndex(table.orElseThrow().name(), from, to))
        : reading.opaque("index " + name + " is not known, nor its table");
  }

  /** Returns the table that has an index of that name, its own or that of a constraint. */
  static Optional<Table> holder(Reading reading, Optional<String> schema, IndexName name) {
    List<Table> holders =
        reading.before().tables().values().stream().filter(it -> has(it, name)).toList();
    return holders.stream()
        .filter(it -> it.name().schema().equals(schema))
        .findFirst()
        .or(() -> schema.isEmpty() ? holders.stream().findFirst() : Optional.empty());
  }

  private static boolean has(Table table, IndexName name) {
    DefaultNames names = DefaultNames.postgresql();
    boolean index =
        table.indexes().stream().anyMatch(it -> names.nameOf(it, table).equals(Optional.of(name)));
    return index
        || table.constraints().stream()
            .filter(IndexForms::hasIndex)
            .anyMatch(
                it ->
                    names
                        .nameOf(it, table)
                        .filter(own -> own.text().equals(name.text()))
                        .isPresent());
  }

  private static boolean hasIndex(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
      case Constraint.ForeignKey _, Constraint.Check _ -> false;
    };
  }
}
