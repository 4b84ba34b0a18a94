package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** The constraints of {@code CREATE TABLE} and {@code ALTER TABLE ADD}. */
final class ConstraintClauses {
  private static final Set<String> FIRST_WORDS =
      Set.of("constraint", "check", "unique", "primary", "foreign", "exclude", "not");

  /**
   * What a table constraint is.
   *
   * @param constraint the constraint; empty for {@code NOT NULL}, which is its column's
   * @param required the column of {@code NOT NULL}
   * @param usingIndex the index it takes over
   * @param beyond clauses that a schema has no place for
   */
  record Stated(
      Optional<Constraint> constraint,
      Optional<ColumnName> required,
      Optional<IndexName> usingIndex,
      List<String> beyond) {}

  private final Cursor cursor;
  private final Schema schema;
  private final TableName table;
  private final List<String> beyond = new ArrayList<>();
  private Deferral deferral = Deferral.NOT_DEFERRABLE;
  private boolean validated = true;
  private Optional<IndexName> usingIndex = Optional.empty();

  ConstraintClauses(Cursor cursor, Schema schema, TableName table) {
    this.cursor = cursor;
    this.schema = schema;
    this.table = table;
  }

  /** Whether a table constraint is next, not a column. */
  static boolean isNext(Cursor cursor) {
    boolean typed =
        cursor.at("exclude") && !cursor.at("exclude", "using") && !cursor.at("exclude", "(");
    return cursor.atAny(FIRST_WORDS) && !typed;
  }

  /** Reads a table constraint. */
  Stated tableConstraint() {
    Optional<ConstraintName> name = name();
    if (cursor.accept("not", "null")) {
      ColumnName column = new ColumnName(cursor.name("a column"));
      attributes();
      if (!validated) {
        beyond.add("NOT NULL NOT VALID");
      }
      return new Stated(
          Optional.empty(),
          validated ? Optional.of(column) : Optional.empty(),
          Optional.empty(),
          beyond);
    }
    Constraint constraint = body(name);
    return new Stated(Optional.of(constraint), Optional.empty(), usingIndex, beyond);
  }

  /** Reads {@code CONSTRAINT name}, if it is next. */
  Optional<ConstraintName> name() {
    return cursor.accept("constraint")
        ? Optional.of(new ConstraintName(cursor.name("a constraint's name")))
        : Optional.empty();
  }

  private Constraint body(Optional<ConstraintName> name) {
    if (cursor.accept("check")) {
      return check(name);
    }
    if (cursor.accept("unique")) {
      boolean notDistinct = nullsNotDistinct();
      return unique(name, Optional.empty(), notDistinct);
    }
    if (cursor.accept("primary", "key")) {
      return primaryKey(name, Optional.empty());
    }
    if (cursor.accept("foreign", "key")) {
      return foreignKey(name, foreignColumns());
    }
    cursor.expect("exclude");
    return exclude(name);
  }

  Constraint.Check check(Optional<ConstraintName> name) {
    SqlText condition = cursor.parenthesized();
    attributes();
    return new Constraint.Check(name, condition, validated);
  }

  boolean nullsNotDistinct() {
    if (cursor.accept("nulls", "distinct")) {
      return false;
    }
    return cursor.accept("nulls", "not", "distinct");
  }

  /** Reads what follows {@code UNIQUE}; the columns, unless they are given. */
  Constraint.Unique unique(
      Optional<ConstraintName> name, Optional<ColumnName> own, boolean notDistinct) {
    List<ColumnName> columns = keyColumns(own);
    boolean taken = notDistinct || takenNotDistinct();
    List<ColumnName> include = indexParameters();
    attributes();
    return new Constraint.Unique(name, columns, include, taken, deferral);
  }

  /** Reads what follows {@code PRIMARY KEY}; the columns, unless they are given. */
  Constraint.PrimaryKey primaryKey(Optional<ConstraintName> name, Optional<ColumnName> own) {
    List<ColumnName> columns = keyColumns(own);
    List<ColumnName> include = indexParameters();
    if (!include.isEmpty()) {
      beyond.add("PRIMARY KEY INCLUDE " + include);
    }
    attributes();
    return new Constraint.PrimaryKey(name, columns, deferral);
  }

  private List<ColumnName> keyColumns(Optional<ColumnName> own) {
    if (own.isPresent()) {
      return List.of(own.orElseThrow());
    }
    if (cursor.accept("using", "index")) {
      return takeIndex(new IndexName(cursor.name("an index's name")));
    }
    List<ColumnName> columns = new ArrayList<>();
    cursor.expect("(");
    do {
      columns.add(new ColumnName(cursor.name("a column")));
      if (cursor.accept("without", "overlaps")) {
        beyond.add("WITHOUT OVERLAPS");
      }
    } while (cursor.accept(","));
    cursor.expect(")");
    return columns;
  }

  private Optional<Index> taken() {
    return usingIndex.flatMap(it -> schema.table(table).flatMap(owner -> owner.index(it)));
  }

  private boolean takenNotDistinct() {
    return taken().filter(Index::nullsNotDistinct).isPresent();
  }

  private List<ColumnName> takeIndex(IndexName name) {
    usingIndex = Optional.of(name);
    Index index =
        taken()
            .orElseThrow(
                () -> new NotUnderstood("index " + name + " is not known, nor are its columns"));
    return index.elements().stream().flatMap(it -> it.column().stream()).toList();
  }

  /** Reads {@code INCLUDE}, {@code WITH} and the tablespace of a constraint's index. */
  private List<ColumnName> indexParameters() {
    List<ColumnName> include = List.of();
    if (cursor.accept("include")) {
      include = cursor.names("a column").stream().map(ColumnName::new).toList();
    } else if (taken().isPresent()) {
      include = taken().orElseThrow().include();
    }
    if (cursor.accept("with")) {
      beyond.add("WITH " + cursor.parentheses().map(SqlText::text).orElse(""));
    }
    if (cursor.accept("using", "index", "tablespace")) {
      beyond.add("USING INDEX TABLESPACE " + cursor.name("a tablespace"));
    }
    return include;
  }

  private Constraint.Exclude exclude(Optional<ConstraintName> name) {
    String method = cursor.accept("using") ? cursor.name("an index method") : "btree";
    List<Constraint.ExcludeElement> elements = IndexElements.exclusion(cursor);
    if (!indexParameters().isEmpty()) {
      beyond.add("EXCLUDE INCLUDE");
    }
    Optional<SqlText> where =
        cursor.accept("where") ? Optional.of(cursor.parenthesized()) : Optional.empty();
    attributes();
    return new Constraint.Exclude(name, method, elements, where, deferral);
  }

  private List<ColumnName> foreignColumns() {
    return periodColumns("FOREIGN KEY");
  }

  private List<ColumnName> periodColumns(String clause) {
    List<ColumnName> columns = new ArrayList<>();
    cursor.expect("(");
    do {
      if (cursor.at("period") && !cursor.peek(1).is(",") && !cursor.peek(1).is(")")) {
        cursor.next();
        beyond.add(clause + " PERIOD");
      }
      columns.add(new ColumnName(cursor.name("a column")));
    } while (cursor.accept(","));
    cursor.expect(")");
    return columns;
  }

  /** Reads {@code REFERENCES} and what follows. */
  Constraint.ForeignKey foreignKey(Optional<ConstraintName> name, List<ColumnName> columns) {
    cursor.expect("references");
    TableName target = cursor.qualifiedName("a table's name").table(schema);
    List<ColumnName> targetColumns =
        cursor.at("(") ? periodColumns("REFERENCES") : targetKey(target);
    Optional<String> match = match();
    ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    while (cursor.at("on", "delete") || cursor.at("on", "update")) {
      cursor.expect("on");
      if (cursor.next().is("delete")) {
        onDelete = action();
      } else {
        onUpdate = action();
      }
    }
    attributes();
    return new Constraint.ForeignKey(
        name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
  }

  private List<ColumnName> targetKey(TableName target) {
    return schema
        .table(target)
        .flatMap(Table::primaryKey)
        .map(Constraint.PrimaryKey::columns)
        .orElse(List.of());
  }

  private Optional<String> match() {
    if (!cursor.accept("match")) {
      return Optional.empty();
    }
    if (cursor.accept("simple")) {
      return Optional.empty();
    }
    if (cursor.accept("full")) {
      return Optional.of("FULL");
    }
    cursor.expect("partial");
    return Optional.of("PARTIAL");
  }

  private ReferentialAction action() {
    if (cursor.accept("no", "action")) {
      return ReferentialAction.NO_ACTION;
    }
    if (cursor.accept("restrict")) {
      return ReferentialAction.RESTRICT;
    }
    if (cursor.accept("cascade")) {
      return ReferentialAction.CASCADE;
    }
    cursor.expect("set");
    boolean toNull = cursor.accept("null");
    if (!toNull) {
      cursor.expect("default");
    }
    if (cursor.at("(")) {
      beyond.add("ON DELETE SET only " + cursor.names("a column"));
    }
    return toNull ? ReferentialAction.SET_NULL : ReferentialAction.SET_DEFAULT;
  }

  /** Reads when a constraint is checked and for what, in any order. */
  void attributes() {
    while (attribute()) {
      // Each attribute has been noted.
    }
  }

  private boolean attribute() {
    if (cursor.accept("not", "deferrable") || cursor.accept("initially", "immediate")) {
      return true;
    }
    if (cursor.accept("deferrable")) {
      if (deferral == Deferral.NOT_DEFERRABLE) {
        deferral = Deferral.DEFERRABLE;
      }
    } else if (cursor.accept("initially", "deferred")) {
      deferral = Deferral.INITIALLY_DEFERRED;
    } else if (cursor.accept("not", "valid")) {
      validated = false;
    } else if (cursor.accept("no", "inherit")) {
      beyond.add("NO INHERIT");
    } else if (cursor.accept("not", "enforced")) {
      beyond.add("NOT ENFORCED");
      validated = false;
    } else {
      return cursor.accept("enforced");
    }
    return true;
  }

  Deferral deferral() {
    return deferral;
  }

  List<String> beyond() {
    return beyond;
  }
}
