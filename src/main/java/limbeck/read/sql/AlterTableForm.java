package limbeck.read.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.Partitions;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.IndexName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.sql.SqlToken;

/** {@code ALTER TABLE}: one or more actions, or a renaming. */
final class AlterTableForm {
  private final Reading reading;
  private final Cursor cursor;
  private final TableName table;
  private final List<Operation> found = new ArrayList<>();
  private final Map<ColumnName, SqlType> types = new HashMap<>();
  private final List<String> neutral = new ArrayList<>();

  private AlterTableForm(Reading reading, TableName table) {
    this.reading = reading;
    this.cursor = reading.cursor();
    this.table = table;
  }

  /** Reads what follows {@code ALTER TABLE}. */
  static List<Operation> read(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.at("all", "in", "tablespace")) {
      return reading.asItStands();
    }
    boolean ifExists = reading.ifExists();
    boolean only = cursor.accept("only");
    QualifiedName stated = cursor.qualifiedName("a table's name");
    cursor.accept("*");
    TableName name = stated.table(reading.before());
    Optional<List<Operation>> other = OtherRelations.alter(reading, stated);
    if (other.isPresent()) {
      return other.orElseThrow();
    }
    boolean unconcerned = (ifExists && reading.table(name).isEmpty()) || reading.isTemporary(name);
    if (unconcerned) {
      return reading.asItStands();
    }
    AlterTableForm form = new AlterTableForm(reading, name);
    List<Operation> operations = cursor.at("rename") ? form.rename() : form.actions();
    boolean alone = only && !Partitions.below(name, reading.before()).isEmpty();
    return alone && operations.stream().anyMatch(form::concernsHeirs)
        ? List.of(reading.unknown(Opaque.WITHOUT_HEIRS, true))
        : operations;
  }

  /** Whether an operation must be carried out on partitions and heirs, too. */
  private boolean concernsHeirs(Operation operation) {
    boolean partitioned =
        reading
            .table(table)
            .filter(it -> it.options().containsKey("postgresql_partition_by"))
            .isPresent();
    return switch (operation) {
      case ColumnOperation.AddColumn _ -> true;
      case ColumnOperation.DropColumn _ -> partitioned;
      case ColumnOperation.AlterColumn(var _, var _, var changes) ->
          changes.stream()
              .anyMatch(
                  it ->
                      it instanceof ColumnChange.Rename
                          || it instanceof ColumnChange.SetType
                          || (partitioned && it.equals(new ColumnChange.SetNullable(false))));
      case ConstraintOperation.AddConstraint(var _, Constraint added, var _) ->
          (added instanceof Constraint.Check && !inheritsNot())
              || (partitioned && added instanceof Constraint.ForeignKey);
      default -> false;
    };
  }

  private boolean inheritsNot() {
    List<SqlToken> tokens = cursor.tokens();
    return IntStream.range(1, tokens.size())
        .anyMatch(it -> tokens.get(it - 1).is("no") && tokens.get(it).is("inherit"));
  }

  private List<Operation> rename() {
    cursor.expect("rename");
    if (cursor.accept("to")) {
      QualifiedName stated = cursor.qualifiedName("a table's name"); // MySQL's may move the table
      TableName to =
          stated.schema().isPresent()
              ? stated.table(reading.before())
              : new TableName(table.schema(), stated.name());
      cursor.expectEnd();
      return List.of(new TableOperation.RenameTable(table, to));
    }
    if (cursor.accept("constraint")) {
      ConstraintName from = new ConstraintName(cursor.name("a constraint's name"));
      cursor.expect("to");
      ConstraintName to = new ConstraintName(cursor.name("a constraint's name"));
      cursor.expectEnd();
      return List.of(new ConstraintOperation.RenameConstraint(table, from, to));
    }
    // MySQL's form; a column may be called so, too.
    boolean index =
        !cursor.at("index", "to")
            && !cursor.at("key", "to")
            && (cursor.accept("index") || cursor.accept("key"));
    if (index) {
      boolean ifExists = reading.ifExists();
      IndexName from = new IndexName(cursor.name("an index"));
      cursor.expect("to");
      IndexName to = new IndexName(cursor.name("an index"));
      cursor.expectEnd();
      boolean known =
          reading
              .table(table)
              .filter(
                  it ->
                      it.index(from).isPresent()
                          || it.constraint(new ConstraintName(from.text())).isPresent())
              .isPresent();
      if (ifExists && !known) {
        return reading.asItStands();
      }
      return List.of(new IndexOperation.RenameIndex(table, from, to));
    }
    cursor.accept("column");
    ColumnName from = new ColumnName(cursor.name("a column"));
    cursor.expect("to");
    ColumnName to = new ColumnName(cursor.name("a column"));
    cursor.expectEnd();
    return List.of(
        new ColumnOperation.AlterColumn(table, from, List.of(new ColumnChange.Rename(to))));
  }

  private List<Operation> actions() {
    String begin = cursor.since(0).text();
    do {
      int from = cursor.position();
      int before = found.size();
      action();
      if (found.size() == before) {
        neutral.add(cursor.since(from).text());
      }
    } while (cursor.accept(","));
    cursor.expectEnd();
    if (found.isEmpty()) {
      return reading.asItStands();
    }
    List<Operation> ordered = ActionOrder.of(found);
    if (!neutral.isEmpty()) {
      SqlText left = new SqlText(begin + " " + String.join(", ", neutral));
      ordered.add(new DataOperation.ExecuteSql(left, new TreeSet<>(), new TreeSet<>()));
    }
    return ordered;
  }

  private void action() {
    if (cursor.accept("add")) {
      add();
    } else if (cursor.accept("drop")) {
      drop();
    } else if (cursor.at("alter", "constraint")) {
      cursor.next();
      cursor.next();
      alterConstraint();
    } else if (cursor.accept("alter")) {
      cursor.accept("column");
      found.addAll(alterColumn());
    } else if (cursor.accept("validate", "constraint")) {
      found.add(
          new ConstraintOperation.ValidateConstraint(
              table, new ConstraintName(cursor.name("a constraint's name"))));
    } else if (cursor.accept("set", "schema")) {
      found.add(
          new TableOperation.RenameTable(
              table,
              new QualifiedName(Optional.of(cursor.name("a schema's name")), table.name())
                  .table(reading.before())));
    } else if (cursor.accept("attach", "partition")) {
      TableName part = reading.tableName();
      found.add(new TableOperation.AttachPartition(table, part, PartitionBound.read(cursor)));
    } else if (cursor.accept("detach", "partition")) {
      detach(reading.tableName());
    } else if (TableActions.read(cursor) == TableActions.Meaning.SCHEMA) {
      found.add(reading.unknown("no operation stands for this change of table " + table, true));
    }
  }

  /** What an interrupted CONCURRENTLY left is brought to its end by FINALIZE. */
  private void detach(TableName part) {
    boolean concurrently = cursor.accept("concurrently");
    boolean finalized = !concurrently && cursor.accept("finalize");
    boolean below =
        reading
            .table(part)
            .filter(it -> it.options().containsKey("postgresql_partition_of"))
            .isPresent();
    if (!finalized || below) {
      found.add(new TableOperation.DetachPartition(table, part, concurrently));
    }
  }

  private void add() {
    if (ConstraintClauses.isNext(cursor)) {
      addConstraint();
      return;
    }
    cursor.accept("column");
    boolean ifNotExists = reading.ifNotExists();
    ColumnClauses.Stated stated = new ColumnClauses(cursor, reading.before(), table).read();
    boolean exists =
        reading.table(table).flatMap(it -> it.column(stated.column().name())).isPresent();
    found.add(new ColumnOperation.AddColumn(table, stated.column(), ifNotExists));
    if (!(ifNotExists && exists)) {
      stated
          .constraints()
          .forEach(
              it -> found.add(new ConstraintOperation.AddConstraint(table, it, Optional.empty())));
      stated.beyond().forEach(it -> found.add(reading.beyond(it, table)));
    }
  }

  private void addConstraint() {
    ConstraintClauses.Stated stated =
        new ConstraintClauses(cursor, reading.before(), table).tableConstraint();
    stated
        .constraint()
        .ifPresent(
            it -> found.add(new ConstraintOperation.AddConstraint(table, it, stated.usingIndex())));
    stated
        .required()
        .ifPresent(
            it ->
                found.add(
                    new ColumnOperation.AlterColumn(
                        table, it, List.of(new ColumnChange.SetNullable(false)))));
    if (stated.constraint().isEmpty() && stated.required().isEmpty()) {
      found.addAll(reading.asItStands()); // NOT NULL that is not valid yet: NULLs may be there
    }
    stated.beyond().forEach(it -> found.add(reading.beyond(it, table)));
  }

  private void drop() {
    if (cursor.accept("constraint")) {
      boolean ifExists = reading.ifExists();
      ConstraintName name = new ConstraintName(cursor.name("a constraint's name"));
      boolean cascade = reading.cascade();
      found.add(new ConstraintOperation.DropConstraint(table, name, kind(name), ifExists, cascade));
      return;
    }
    cursor.accept("column");
    boolean ifExists = reading.ifExists();
    ColumnName name = new ColumnName(cursor.name("a column"));
    if (reading.cascade()) {
      found.addAll(new Cascade(reading.before()).ofColumn(table, name));
    }
    found.add(new ColumnOperation.DropColumn(table, name, ifExists));
  }

  private Optional<Constraint> known(ConstraintName name) {
    Optional<Table> owner = reading.table(table);
    return owner.flatMap(
        it ->
            it.constraints().stream()
                .filter(
                    constraint ->
                        DefaultNames.postgresql().nameOf(constraint, it).equals(Optional.of(name)))
                .findFirst());
  }

  private Optional<ConstraintOperation.Kind> kind(ConstraintName name) {
    return known(name)
        .map(
            it ->
                switch (it) {
                  case Constraint.PrimaryKey _ -> ConstraintOperation.Kind.PRIMARY_KEY;
                  case Constraint.Unique _ -> ConstraintOperation.Kind.UNIQUE;
                  case Constraint.ForeignKey _ -> ConstraintOperation.Kind.FOREIGN_KEY;
                  case Constraint.Check _ -> ConstraintOperation.Kind.CHECK;
                  case Constraint.Exclude _ -> ConstraintOperation.Kind.EXCLUDE;
                });
  }

  /**
   * Only when a foreign key is checked can be altered: the key is the same with another deferral.
   */
  private void alterConstraint() {
    ConstraintName name = new ConstraintName(cursor.name("a constraint's name"));
    ConstraintClauses clauses = new ConstraintClauses(cursor, reading.before(), table);
    clauses.attributes();
    if (known(name).orElse(null) instanceof Constraint.ForeignKey key
        && clauses.beyond().isEmpty()) {
      found.add(
          new ConstraintOperation.SetDeferral(table, name, key.deferral(), clauses.deferral()));
    } else {
      found.add(reading.unknown("constraint " + name + " is not a known foreign key", true));
    }
  }

  private List<Operation> alterColumn() {
    ColumnName name = new ColumnName(cursor.name("a column"));
    Optional<Column> column =
        reading
            .table(table)
            .flatMap(it -> it.column(name))
            .map(it -> it.withType(types.getOrDefault(name, it.type())));
    List<ColumnChange> changes = new ColumnActions(cursor, reading.before(), column).read();
    for (ColumnChange change : changes) {
      if (change instanceof ColumnChange.SetType(_, SqlType to, _)) {
        types.put(name, to);
      }
    }
    List<Operation> result = new ArrayList<>();
    Optional<List<Operation>> counting = counting(name, changes);
    if (counting.isPresent()) {
      return counting.orElseThrow();
    }
    changes.forEach(it -> result.add(new ColumnOperation.AlterColumn(table, name, List.of(it))));
    return result;
  }

  /** A default that takes from the column's own plain sequence makes the column count. */
  private Optional<List<Operation>> counting(ColumnName name, List<ColumnChange> changes) {
    if (changes.size() != 1
        || !(changes.getFirst() instanceof ColumnChange.SetDefault(_, var to))
        || !(to.orElse(null) instanceof Default.NextValue(var sequence))) {
      return Optional.empty();
    }
    OwnedSequences.Place place = new OwnedSequences.Place(table, name);
    if (OwnedSequences.counting(sequence, reading.before()).equals(Optional.of(place))) {
      return Optional.of(List.of());
    }
    Sequence known = reading.before().sequences().get(sequence);
    boolean own =
        known != null
            && known.options().equals(SequenceOptions.NONE)
            && place.equals(reading.memory().owners().get(sequence));
    return own ? Optional.of(SequenceForms.counting(sequence, place)) : Optional.empty();
  }
}
