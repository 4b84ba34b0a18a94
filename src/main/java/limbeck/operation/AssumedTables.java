package limbeck.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Deferral;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Tables that operations touch though none has created them: the application made them before its
 * first revision. They are taken to be there, with the columns that are touched, and marked; of the
 * rest of them nothing is known.
 */
public final class AssumedTables {
  /** Among a table's options: marks it, and lists the columns that are known in full. */
  private static final String MARK = "limbeck_assumed";

  private static final String UNKNOWN = "no revision creates its table";

  private AssumedTables() {}

  /**
   * A schema with what had to be assumed.
   *
   * @param schema the schema
   * @param tables those that are new in it
   */
  public record Assumed(Schema schema, List<TableName> tables) {
    /** Copies the list. */
    public Assumed {
      tables = List.copyOf(tables);
    }

    /** Returns one sentence for each table. */
    public List<String> sentences() {
      return tables.stream()
          .map(
              it ->
                  "no revision before creates table "
                      + it
                      + ": it is assumed, with what the revisions touch of it")
          .toList();
    }
  }

  /** Returns whether a table is one that was assumed. */
  public static boolean isAssumed(Table table) {
    return table.options().containsKey(MARK);
  }

  /** Returns the schema in which an operation finds the tables and columns that it needs. */
  public static Assumed before(Operation operation, Schema schema) {
    Building building = new Building(schema);
    switch (operation) {
      case TableOperation.CreateTable(Table table, boolean _) ->
          table.foreignKeys().forEach(it -> building.target(table, it));
      case TableOperation.RenameTable(TableName from, TableName _) -> building.table(from);
      case TableOperation.SetTableComment it -> building.table(it.table());
      case TableOperation.AttachPartition it -> {
        building.table(it.table());
        building.table(it.partition());
      }
      case TableOperation.DetachPartition it -> {
        building.table(it.table());
        building.table(it.partition());
      }
      case TableOperation.OrderColumns it -> building.columns(it.table(), it.from());
      case ColumnOperation.AddColumn it -> building.table(it.table());
      case ColumnOperation.DropColumn it -> building.columns(it.table(), List.of(it.column()));
      case ColumnOperation.AlterColumn it -> building.columns(it.table(), List.of(it.column()));
      case ConstraintOperation.AddConstraint it -> building.constraint(it);
      case ConstraintOperation.DropConstraint it -> building.table(it.table());
      case ConstraintOperation.RenameConstraint it -> building.table(it.table());
      case ConstraintOperation.ValidateConstraint it -> building.table(it.table());
      case ConstraintOperation.SetDeferral it -> building.table(it.table());
      case IndexOperation.CreateIndex it -> building.columns(it.table(), columnsOf(it.index()));
      case IndexOperation.DropIndex it -> {
        if (!it.ifExists()) {
          it.table().ifPresent(building::table);
        }
      }
      case IndexOperation.RenameIndex it -> building.table(it.table());
      case DataOperation.Backfill it -> building.columns(it.table(), List.of(it.column()));
      case DataOperation.InsertRows it ->
          it.rows().forEach(row -> building.columns(it.table(), row.keySet()));
      case TableOperation.DropTable _,
          DataOperation.RequireNoRows _,
          DataOperation.ExecuteSql _,
          TypeOperation _,
          ObjectOperation _,
          Opaque _ -> {}
    }
    return new Assumed(building.schema, building.fresh);
  }

  /** Returns whether an operation is about a constraint or index that only could be there. */
  public static boolean isBeyond(Operation operation, Schema schema) {
    return switch (operation) {
      case ConstraintOperation.DropConstraint it ->
          assumed(schema, it.table())
              .filter(table -> table.constraint(it.name()).isEmpty())
              .isPresent();
      case ConstraintOperation.RenameConstraint it ->
          assumed(schema, it.table())
              .filter(table -> table.constraint(it.from()).isEmpty())
              .isPresent();
      case ConstraintOperation.SetDeferral it ->
          assumed(schema, it.table())
              .filter(table -> table.constraint(it.name()).isEmpty())
              .isPresent();
      case ConstraintOperation.ValidateConstraint it ->
          assumed(schema, it.table())
              .filter(table -> table.constraint(it.name()).isEmpty())
              .isPresent();
      case IndexOperation.DropIndex it ->
          it.table()
              .flatMap(name -> assumed(schema, name))
              .filter(table -> table.index(it.name()).isEmpty())
              .isPresent();
      case IndexOperation.RenameIndex it ->
          assumed(schema, it.table()).filter(table -> table.index(it.from()).isEmpty()).isPresent();
      case IndexOperation.CreateIndex _,
          ConstraintOperation.AddConstraint _,
          TableOperation _,
          ColumnOperation _,
          DataOperation _,
          TypeOperation _,
          ObjectOperation _,
          Opaque _ ->
          false;
    };
  }

  /** Returns the schema after an operation, in which a column that was added is known. */
  public static Schema after(Operation operation, Schema schema) {
    if (!(operation instanceof ColumnOperation.AddColumn(TableName name, Column column, var _))) {
      return schema;
    }
    return assumed(schema, name)
        .map(
            it -> {
              Set<String> known = known(it);
              known.add(column.name().text());
              return schema.with(marked(it, known));
            })
        .orElse(schema);
  }

  private static Optional<Table> assumed(Schema schema, TableName name) {
    return schema.table(name).filter(AssumedTables::isAssumed);
  }

  private static Set<String> known(Table table) {
    String listed = table.options().getOrDefault(MARK, "");
    return Arrays.stream(listed.split(",", -1))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Table marked(Table table, Set<String> known) {
    SortedMap<String, String> options = new TreeMap<>(table.options());
    options.put(MARK, String.join(",", known));
    return withOptions(table, options);
  }

  private static Table withOptions(Table table, SortedMap<String, String> options) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.comment(),
        options);
  }

  /**
   * Returns a schema whose assumed tables are as another one has them, but for what is known of
   * them; those that the other one does not have are left out.
   */
  public static Schema asIn(Schema other, Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      if (isAssumed(table)) {
        Optional<Table> there = other.table(table.name());
        result =
            there.isPresent()
                ? result.with(merged(table, there.get()))
                : result.without(table.name());
      }
    }
    return result;
  }

  private static Table merged(Table assumed, Table there) {
    Set<String> known = known(assumed);
    List<Column> columns = new ArrayList<>();
    for (Column column : there.columns()) {
      Optional<Column> own = assumed.column(column.name());
      columns.add(own.isPresent() && known.contains(column.name().text()) ? own.get() : column);
    }
    for (Column column : assumed.columns()) {
      if (known.contains(column.name().text()) && there.column(column.name()).isEmpty()) {
        columns.add(column);
      }
    }
    Set<ColumnName> names =
        columns.stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
    List<Constraint> constraints = new ArrayList<>(there.constraints());
    for (Constraint constraint : assumed.constraints()) {
      boolean stated =
          constraint.name().isPresent()
              && names.containsAll(columnsOf(constraint))
              && there.constraint(constraint.name().get()).isEmpty();
      if (stated) {
        constraints.add(constraint);
      }
    }
    List<Index> indexes = new ArrayList<>(there.indexes());
    for (Index index : assumed.indexes()) {
      boolean stated =
          index.name().isPresent()
              && names.containsAll(columnsOf(index))
              && there.index(index.name().get()).isEmpty();
      if (stated) {
        indexes.add(index);
      }
    }
    return there.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
  }

  /** Returns a schema that can be created: columns of which only the name is known hold text. */
  public static Schema creatable(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      if (isAssumed(table)) {
        List<Column> columns =
            table.columns().stream()
                .map(
                    it -> it.isUnread() ? plain(it.name(), new SqlType.Text(Optional.empty())) : it)
                .toList();
        SortedMap<String, String> options = new TreeMap<>(table.options());
        options.remove(MARK);
        result = result.with(withOptions(table.withColumns(columns), options));
      }
    }
    return result;
  }

  private static Column plain(ColumnName name, SqlType type) {
    return Column.of(name.text(), type, true);
  }

  /** Returns the columns a constraint names; those inside of expressions are not looked for. */
  private static List<ColumnName> columnsOf(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> it.columns();
      case Constraint.Unique it -> it.columns();
      case Constraint.ForeignKey it -> it.columns();
      case Constraint.Check _, Constraint.Exclude _ -> List.of();
    };
  }

  private static List<ColumnName> columnsOf(Index index) {
    List<ColumnName> result = new ArrayList<>();
    for (IndexElement element : index.elements()) {
      element.column().ifPresent(result::add);
    }
    return result;
  }

  /** The schema as it grows. */
  private static final class Building {
    private Schema schema;
    private final List<TableName> fresh = new ArrayList<>();

    private Building(Schema schema) {
      this.schema = schema;
    }

    private void table(TableName name) {
      if (schema.table(name).isEmpty()) {
        SortedMap<String, String> options = new TreeMap<>();
        options.put(MARK, "");
        schema =
            schema.with(
                new Table(name, List.of(), List.of(), List.of(), Optional.empty(), options));
        fresh.add(name);
      }
    }

    private void columns(TableName name, Iterable<ColumnName> columns) {
      table(name);
      columns.forEach(it -> column(name, Column.unread(it, UNKNOWN)));
    }

    private void column(TableName name, Column column) {
      assumed(schema, name)
          .filter(it -> it.column(column.name()).isEmpty())
          .ifPresent(
              it -> {
                List<Column> columns = new ArrayList<>(it.columns());
                columns.add(column);
                schema = schema.with(it.withColumns(columns));
              });
    }

    private void constraint(ConstraintOperation.AddConstraint operation) {
      columns(operation.table(), columnsOf(operation.constraint()));
      if (operation.constraint() instanceof Constraint.ForeignKey key) {
        target(schema.table(operation.table()).orElseThrow(), key);
      }
    }

    /** A table that a foreign key points to has the columns of the key, and they are unique. */
    private void target(Table holder, Constraint.ForeignKey key) {
      if (key.target().equals(holder.name())) {
        return;
      }
      table(key.target());
      if (assumed(schema, key.target()).isEmpty()) {
        return;
      }
      for (int i = 0; i < Math.min(key.columns().size(), key.targetColumns().size()); i++) {
        ColumnName there = key.targetColumns().get(i);
        Optional<Column> here = holder.column(key.columns().get(i)).filter(it -> !it.isUnread());
        column(
            key.target(),
            here.map(it -> plain(there, it.type()).withNullable(false))
                .orElseGet(() -> Column.unread(there, UNKNOWN)));
      }
      Table target = schema.table(key.target()).orElseThrow();
      if (!key.targetColumns().isEmpty()
          && !Dependents.isKey(target, new TreeSet<>(key.targetColumns()))) {
        List<Constraint> constraints = new ArrayList<>(target.constraints());
        constraints.add(
            target.primaryKey().isEmpty()
                ? new Constraint.PrimaryKey(
                    Optional.empty(), key.targetColumns(), Deferral.NOT_DEFERRABLE)
                : new Constraint.Unique(
                    Optional.empty(),
                    key.targetColumns(),
                    List.of(),
                    false,
                    Deferral.NOT_DEFERRABLE));
        schema = schema.with(target.withConstraints(constraints));
      }
    }
  }
}
