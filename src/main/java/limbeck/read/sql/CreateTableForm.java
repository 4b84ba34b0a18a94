package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import limbeck.operation.DataOperation;
import limbeck.operation.Identifiers;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.sql.SqlToken;

/** {@code CREATE TABLE} in all its forms. */
final class CreateTableForm {
  private final Reading reading;
  private final Cursor cursor;
  private final TableName name;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final List<String> beyond = new ArrayList<>();
  private final List<ColumnName> required = new ArrayList<>();
  private final List<ColumnName> copied = new ArrayList<>();
  private final SortedMap<String, String> options = new TreeMap<>();

  private CreateTableForm(Reading reading, TableName name) {
    this.reading = reading;
    this.cursor = reading.cursor();
    this.name = name;
  }

  /** Reads what follows {@code CREATE TABLE} or {@code CREATE UNLOGGED TABLE}. */
  static List<Operation> read(Reading reading, boolean unlogged) {
    boolean ifNotExists = reading.ifNotExists();
    CreateTableForm form = new CreateTableForm(reading, reading.tableName());
    if (unlogged) {
      form.options.put("prefixes", "UNLOGGED");
    }
    form.body();
    if (form.cursor.at("as")) {
      return form.fromQuery(ifNotExists);
    }
    form.cursor.expectEnd();
    if (!form.copied.isEmpty()) {
      throw new NotUnderstood("column " + form.copied.getFirst() + " has no type");
    }
    return form.operations(ifNotExists);
  }

  private List<Operation> operations(boolean ifNotExists) {
    boolean kept = ifNotExists && reading.table(name).isPresent();
    if (kept) {
      return reading.asItStands();
    }
    List<Operation> result = new ArrayList<>();
    result.add(new TableOperation.CreateTable(table(), ifNotExists));
    beyond.forEach(it -> result.add(reading.beyond(it, name)));
    return result;
  }

  private Table table() {
    constraints.stream()
        .filter(Constraint.PrimaryKey.class::isInstance)
        .map(Constraint.PrimaryKey.class::cast)
        .forEach(it -> required.addAll(it.columns()));
    Set<ColumnName> known = columns.stream().map(Column::name).collect(Collectors.toSet());
    if (known.size() != columns.size()) {
      throw new NotUnderstood("two columns of one name in " + name);
    }
    return new Table(
        name,
        columns.stream()
            .map(it -> required.contains(it.name()) ? it.withNullable(false) : it)
            .toList(),
        ConstraintNames.settled(name, columns, constraints),
        indexes,
        Optional.empty(),
        options);
  }

  private void body() {
    if (cursor.accept("partition", "of")) {
      partition();
    } else if (cursor.accept("of")) {
      throw new NotUnderstood("the columns of a typed table are those of its type, not known here");
    } else if (cursor.at("(")) {
      elements();
    }
    if (cursor.accept("inherits")) {
      inherits();
    }
    suffix();
  }

  private void elements() {
    cursor.expect("(");
    if (cursor.accept(")")) {
      return;
    }
    do {
      element();
    } while (cursor.accept(","));
    cursor.expect(")");
  }

  private void element() {
    if (cursor.at("like") && cursor.peek(1).isName()) {
      like();
    } else if (ConstraintClauses.isNext(cursor)) {
      tableConstraint();
    } else if (cursor.peek(1).is(",") || cursor.peek(1).is(")")) {
      // CREATE TABLE name (column, …) AS query: the names only.
      copied.add(new ColumnName(cursor.name("a column")));
    } else {
      add(new ColumnClauses(cursor, reading.before(), name).read());
    }
  }

  private void add(ColumnClauses.Stated stated) {
    columns.add(stated.column());
    stated.constraints().forEach(this::add);
    beyond.addAll(stated.beyond());
  }

  /** A new table has no rows, so none of its constraints can be NOT VALID. */
  private void add(Constraint constraint) {
    constraints.add(
        switch (constraint) {
          case Constraint.ForeignKey it -> toItself(it.withValidated(true));
          case Constraint.Check it -> it.withValidated(true);
          case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> constraint;
        });
  }

  /** A key to the table's own primary key; it is stated by the time the table is complete. */
  private Constraint toItself(Constraint.ForeignKey key) {
    boolean own = key.target().equals(name) && key.targetColumns().isEmpty();
    Optional<Constraint.PrimaryKey> primary =
        constraints.stream()
            .filter(Constraint.PrimaryKey.class::isInstance)
            .map(Constraint.PrimaryKey.class::cast)
            .findFirst();
    if (!own || primary.isEmpty()) {
      return key;
    }
    return new Constraint.ForeignKey(
        key.name(),
        key.columns(),
        key.target(),
        primary.orElseThrow().columns(),
        key.onDelete(),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        key.validated());
  }

  private void tableConstraint() {
    ConstraintClauses.Stated stated =
        new ConstraintClauses(cursor, reading.before(), name).tableConstraint();
    stated.constraint().ifPresent(this::add);
    stated.required().ifPresent(required::add);
    beyond.addAll(stated.beyond());
  }

  private void like() {
    cursor.expect("like");
    TableName source = reading.tableName();
    LikeClause clause = LikeClause.read(cursor, known(source));
    columns.addAll(clause.columns());
    clause.constraints().forEach(this::add);
    indexes.addAll(clause.indexes());
  }

  private Table known(TableName other) {
    return reading
        .table(other)
        .orElseThrow(() -> new NotUnderstood("table " + other + " is not known, nor its columns"));
  }

  private void inherits() {
    List<String> parents = new ArrayList<>();
    List<Column> inherited = new ArrayList<>();
    cursor.expect("(");
    do {
      TableName parent = reading.tableName();
      parents.add(written(parent));
      for (Column column : known(parent).columns()) {
        if (inherited.stream().noneMatch(it -> it.name().equals(column.name()))) {
          inherited.add(column.withGeneration(Optional.empty()).withAutoincrement(false));
        }
      }
    } while (cursor.accept(","));
    cursor.expect(")");
    for (Column own : columns) {
      int at = inherited.stream().map(Column::name).toList().indexOf(own.name());
      if (at < 0) {
        inherited.add(own);
      } else {
        Column parent = inherited.get(at);
        inherited.set(
            at,
            own.withNullable(own.nullable() && parent.nullable())
                .withServerDefault(own.serverDefault().or(parent::serverDefault)));
      }
    }
    columns.clear();
    columns.addAll(inherited);
    options.put("postgresql_inherits", String.join(", ", parents));
  }

  private static String written(TableName name) {
    return name.schema().map(it -> Identifiers.quoted(it) + ".").orElse("")
        + Identifiers.quoted(name.name());
  }

  private void partition() {
    TableName parent = reading.tableName();
    known(parent).columns().forEach(columns::add);
    if (cursor.at("(")) {
      partitionElements();
    }
    options.put("postgresql_partition_of", written(parent) + " " + PartitionBound.read(cursor));
  }

  private void partitionElements() {
    cursor.expect("(");
    do {
      if (ConstraintClauses.isNext(cursor)) {
        tableConstraint();
      } else {
        ColumnName column = new ColumnName(cursor.name("a column"));
        int at = columns.stream().map(Column::name).toList().indexOf(column);
        if (at < 0) {
          throw new NotUnderstood("the parent has no column " + column);
        }
        ColumnClauses.Stated stated =
            new ColumnClauses(cursor, reading.before(), name).onTopOf(columns.get(at));
        columns.set(at, stated.column());
        stated.constraints().forEach(this::add);
        beyond.addAll(stated.beyond());
      }
    } while (cursor.accept(","));
    cursor.expect(")");
  }

  private void suffix() {
    while (suffixClause()) {
      // Each clause has been noted.
    }
  }

  private boolean suffixClause() {
    if (cursor.accept("partition", "by")) {
      String strategy = cursor.label("a strategy").toUpperCase(Locale.ROOT);
      String key =
          cursor.parentheses().map(SqlText::text).orElseThrow(() -> cursor.unexpected("("));
      options.put("postgresql_partition_by", strategy + " " + key);
    } else if (cursor.accept("using")) {
      String method = cursor.name("an access method");
      if (!method.equals("heap")) {
        options.put("postgresql_using", method);
      }
    } else if (cursor.at("with", "(")) {
      cursor.next();
      StorageParameters.read(cursor)
          .forEach((key, value) -> options.put("postgresql_with." + key, value));
    } else if (cursor.accept("tablespace")) {
      options.put("postgresql_tablespace", cursor.name("a tablespace"));
    } else {
      return cursor.accept("without", "oids") || cursor.accept("on", "commit", "preserve", "rows");
    }
    return true;
  }

  private List<Operation> fromQuery(boolean ifNotExists) {
    if (ifNotExists && reading.table(name).isPresent()) {
      return reading.asItStands();
    }
    cursor.expect("as");
    List<SqlToken> query = cursor.tokens().subList(cursor.position(), cursor.tokens().size());
    Optional<List<Column>> found = QueryColumns.read(cursor, reading.before());
    if (found.isEmpty() || (!copied.isEmpty() && copied.size() != found.orElseThrow().size())) {
      throw new NotUnderstood("the columns of table " + name + " are those of a query");
    }
    for (int i = 0; i < found.orElseThrow().size(); i++) {
      Column column = found.orElseThrow().get(i);
      columns.add(copied.isEmpty() ? column : column.withName(copied.get(i)));
    }
    List<Operation> result = new ArrayList<>(operations(ifNotExists));
    rows(query).ifPresent(result::add);
    return result;
  }

  /** What fills the table, as a statement of its own; empty for {@code WITH NO DATA}. */
  private Optional<Operation> rows(List<SqlToken> query) {
    int end = query.size();
    if (end > 3 && query.get(end - 1).is("data") && query.get(end - 2).is("no")) {
      return Optional.empty();
    }
    if (end > 2 && query.get(end - 1).is("data") && query.get(end - 2).is("with")) {
      end -= 2;
    }
    RowTables tables = RowTables.of(query.subList(0, end), reading.before());
    String text =
        reading.text().text().substring(query.getFirst().start(), query.get(end - 1).end());
    return Optional.of(
        new DataOperation.ExecuteSql(
            new SqlText("INSERT INTO " + written(name) + " " + text),
            new TreeSet<>(Set.of(name)),
            tables.reads()));
  }
}
