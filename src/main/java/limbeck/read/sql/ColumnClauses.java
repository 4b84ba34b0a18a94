package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** The definition of a column in {@code CREATE TABLE} and {@code ADD COLUMN}. */
final class ColumnClauses {
  /** What may follow a default: its expression ends there. */
  static final Set<String> AFTER_DEFAULT =
      Set.of(
          "constraint",
          "not",
          "null",
          "unique",
          "primary",
          "check",
          "references",
          "generated",
          "default",
          "collate",
          "deferrable",
          "initially",
          "no",
          "enforced",
          "storage",
          "compression");

  /**
   * What a definition says.
   *
   * @param column the column
   * @param constraints those written with it
   * @param beyond clauses that a schema has no place for
   */
  record Stated(Column column, List<Constraint> constraints, List<String> beyond) {}

  private final Cursor cursor;
  private final Schema schema;
  private final TableName table;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<String> beyond = new ArrayList<>();
  private ColumnName name = new ColumnName("?");
  private SqlType type = new SqlType.Unknown("not stated");
  private boolean serial;
  private boolean nullable = true;
  private Optional<Default> serverDefault = Optional.empty();
  private Optional<Generation> generation = Optional.empty();

  ColumnClauses(Cursor cursor, Schema schema, TableName table) {
    this.cursor = cursor;
    this.schema = schema;
    this.table = table;
  }

  /** Reads a name, a type and what follows them. */
  Stated read() {
    name = new ColumnName(cursor.name("a column"));
    TypeText.ColumnType stated = TypeText.read(cursor, schema);
    type = stated.type();
    serial = stated.serial();
    nullable = !serial;
    while (clause()) {
      // Each clause has been noted.
    }
    return stated();
  }

  /**
   * Reads clauses on top of a column that is there already: one of a partition or a typed table.
   */
  Stated onTopOf(Column inherited) {
    name = inherited.name();
    type = inherited.type();
    nullable = inherited.nullable();
    serverDefault = inherited.serverDefault();
    generation = inherited.generation();
    cursor.accept("with", "options");
    while (clause()) {
      // Each clause has been noted.
    }
    return stated();
  }

  private Stated stated() {
    Column column =
        new Column(name, type, nullable, serverDefault, generation, serial, Optional.empty());
    return new Stated(column, constraints, beyond);
  }

  private boolean clause() {
    ConstraintClauses clauses = new ConstraintClauses(cursor, schema, table);
    Optional<ConstraintName> constraint = clauses.name();
    boolean found = constraint(clauses, constraint) || (constraint.isEmpty() && property());
    beyond.addAll(clauses.beyond());
    if (!found && constraint.isPresent()) {
      throw cursor.unexpected("a constraint");
    }
    return found;
  }

  private boolean constraint(ConstraintClauses clauses, Optional<ConstraintName> constraint) {
    if (cursor.accept("not", "null")) {
      nullable = false;
      clauses.attributes();
    } else if (cursor.accept("null")) {
      nullable = true;
    } else if (cursor.accept("check")) {
      constraints.add(clauses.check(constraint));
    } else if (cursor.accept("unique")) {
      boolean notDistinct = clauses.nullsNotDistinct();
      constraints.add(clauses.unique(constraint, Optional.of(name), notDistinct));
    } else if (cursor.accept("primary", "key")) {
      constraints.add(clauses.primaryKey(constraint, Optional.of(name)));
      nullable = false;
    } else if (cursor.at("references")) {
      constraints.add(clauses.foreignKey(constraint, List.of(name)));
    } else if (cursor.accept("default")) {
      serverDefault = DefaultText.read(cursor.expression(AFTER_DEFAULT), type, schema);
    } else if (cursor.at("generated")) {
      generated();
    } else {
      return false;
    }
    return true;
  }

  private boolean property() {
    if (cursor.accept("collate")) {
      type = TypeText.collated(type, Optional.of(TypeText.collation(cursor)));
    } else if (cursor.accept("storage")) {
      beyond.add("STORAGE " + cursor.label("a storage"));
    } else if (cursor.accept("compression")) {
      beyond.add("COMPRESSION " + cursor.label("a method"));
    } else {
      return false;
    }
    return true;
  }

  private void generated() {
    generation = Optional.of(generation(cursor, type));
    if (generation.orElseThrow() instanceof Generation.Identity) {
      nullable = false;
    }
  }

  /** Reads {@code GENERATED …}, of an identity or a computed column. */
  static Generation generation(Cursor cursor, SqlType type) {
    cursor.expect("generated");
    boolean always = cursor.accept("always");
    if (!always) {
      cursor.expect("by", "default");
    }
    cursor.expect("as");
    if (cursor.accept("identity")) {
      SequenceClauses clauses = new SequenceClauses(cursor, SequenceOptions.NONE).ofColumn(type);
      if (cursor.accept("(")) {
        clauses.read();
        cursor.expect(")");
      }
      return new Generation.Identity(always, clauses.options());
    }
    SqlText expression = cursor.parenthesized();
    Optional<Boolean> stored = Optional.empty();
    if (cursor.accept("stored")) {
      stored = Optional.of(true);
    } else if (cursor.accept("virtual")) {
      stored = Optional.of(false);
    }
    return new Generation.Computed(expression, stored);
  }
}
