package limbeck.dialect;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Short words for the parts of operations and schemas. */
public final class Make {
  public static final SqlType INTEGER = new SqlType.IntegerType(IntegerSize.NORMAL);
  public static final SqlType BIGINT = new SqlType.IntegerType(IntegerSize.BIG);
  public static final SqlType SMALLINT = new SqlType.IntegerType(IntegerSize.SMALL);
  public static final SqlType TEXT = new SqlType.Text(Optional.empty());
  public static final SqlType BOOLEAN = new SqlType.BooleanType();
  public static final SqlType DATETIME = new SqlType.Timestamp(false, Optional.empty());

  private Make() {}

  public static TableName table(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? TableName.of(name)
        : TableName.of(name.substring(0, dot), name.substring(dot + 1));
  }

  public static List<ColumnName> names(String... names) {
    return Arrays.stream(names).map(ColumnName::new).toList();
  }

  public static SqlType varchar(int length) {
    return new SqlType.Varchar(Optional.of(length), Optional.empty());
  }

  public static SqlType named(String name, String... arguments) {
    return new SqlType.Named(name, List.of(arguments));
  }

  public static Column column(String name, SqlType type) {
    return Column.of(name, type, true);
  }

  public static Column required(String name, SqlType type) {
    return Column.of(name, type, false);
  }

  public static Column key(String name, SqlType type) {
    return Column.of(name, type, false).withAutoincrement(true);
  }

  public static Column filled(String name, SqlType type, Default value) {
    return column(name, type).withServerDefault(Optional.of(value));
  }

  public static Default literal(String value) {
    return new Default.Literal(value);
  }

  public static Default expression(String text) {
    return new Default.Expression(new SqlText(text));
  }

  public static Generation identity(boolean always) {
    return new Generation.Identity(always, SequenceOptions.NONE);
  }

  public static Generation computed(String text, Optional<Boolean> stored) {
    return new Generation.Computed(new SqlText(text), stored);
  }

  public static SequenceOptions starting(long start) {
    return new SequenceOptions(
        Optional.of(start),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A table of columns, constraints and indexes, in any order. */
  public static Table table(String name, Object... parts) {
    return new Table(
        table(name),
        parts(Column.class, parts),
        parts(Constraint.class, parts),
        parts(Index.class, parts),
        Optional.empty(),
        Collections.emptySortedMap());
  }

  private static <T> List<T> parts(Class<T> kind, Object... parts) {
    return Stream.of(parts).filter(kind::isInstance).map(kind::cast).toList();
  }

  public static Table options(Table table, Map<String, String> options) {
    return new Table(
        table.name(),
        table.columns(),
        table.constraints(),
        table.indexes(),
        table.comment(),
        new TreeMap<>(options));
  }

  public static Operation creation(String name, Object... parts) {
    return new TableOperation.CreateTable(table(name, parts), false);
  }

  public static Optional<ConstraintName> name(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new ConstraintName(name));
  }

  public static Constraint primary(String name, String... columns) {
    return new Constraint.PrimaryKey(name(name), names(columns), Deferral.NOT_DEFERRABLE);
  }

  public static Constraint unique(String name, String... columns) {
    return new Constraint.Unique(
        name(name), names(columns), List.of(), false, Deferral.NOT_DEFERRABLE);
  }

  public static Constraint check(String name, String condition) {
    return new Constraint.Check(name(name), new SqlText(condition), true);
  }

  public static Constraint.ForeignKey foreign(
      String name, String columns, String target, String targetColumns) {
    return foreign(name, columns, target, targetColumns, ReferentialAction.NO_ACTION);
  }

  public static Constraint.ForeignKey foreign(
      String name, String columns, String target, String targetColumns, ReferentialAction delete) {
    return foreign(
        name,
        columns,
        target,
        targetColumns,
        delete,
        ReferentialAction.NO_ACTION,
        Optional.empty(),
        Deferral.NOT_DEFERRABLE);
  }

  public static Constraint.ForeignKey foreign(
      String name,
      String columns,
      String target,
      String targetColumns,
      ReferentialAction delete,
      ReferentialAction update,
      Optional<String> match,
      Deferral deferral) {
    return new Constraint.ForeignKey(
        name(name),
        names(columns.split(",")),
        table(target),
        names(targetColumns.split(",")),
        delete,
        update,
        match,
        deferral,
        true);
  }

  public static Operation add(String table, Column column) {
    return new ColumnOperation.AddColumn(table(table), column, false);
  }

  public static Operation drop(String table, String column) {
    return new ColumnOperation.DropColumn(table(table), new ColumnName(column), false);
  }

  public static Operation alter(String table, String column, ColumnChange... changes) {
    return new ColumnOperation.AlterColumn(table(table), new ColumnName(column), List.of(changes));
  }

  public static ColumnChange type(SqlType to) {
    return new ColumnChange.SetType(Optional.empty(), to, Optional.empty());
  }

  public static ColumnChange fill(Default to) {
    return new ColumnChange.SetDefault(Optional.empty(), Optional.of(to));
  }

  public static ColumnChange unfill() {
    return new ColumnChange.SetDefault(Optional.empty(), Optional.empty());
  }

  public static ColumnChange comment(String to) {
    return new ColumnChange.SetComment(
        Optional.empty(), to.isEmpty() ? Optional.empty() : Optional.of(to));
  }

  public static ColumnChange rename(String to) {
    return new ColumnChange.Rename(new ColumnName(to));
  }

  public static Operation add(String table, Constraint constraint) {
    return new ConstraintOperation.AddConstraint(table(table), constraint, Optional.empty());
  }

  public static Operation dropConstraint(String table, String name, ConstraintOperation.Kind kind) {
    return new ConstraintOperation.DropConstraint(
        table(table), new ConstraintName(name), Optional.of(kind), false, false);
  }

  public static Index index(String name, String... columns) {
    return Index.of(name, false, names(columns));
  }

  public static Index uniqueIndex(String name, String... columns) {
    return Index.of(name, true, names(columns));
  }

  public static Index index(String name, IndexElement... elements) {
    return index(name, new String[0]).withElements(List.of(elements));
  }

  public static Index with(
      Index index,
      String method,
      List<ColumnName> include,
      String where,
      boolean nullsNotDistinct,
      SortedMap<String, String> options) {
    return new Index(
        index.name(),
        index.elements(),
        index.unique(),
        method.isEmpty() ? Optional.empty() : Optional.of(method),
        include,
        where.isEmpty() ? Optional.empty() : Optional.of(new SqlText(where)),
        nullsNotDistinct,
        options,
        true);
  }

  public static Index options(Index index, Map<String, String> options) {
    return with(index, "", List.of(), "", false, new TreeMap<>(options));
  }

  public static IndexElement on(String column) {
    return IndexElement.of(new ColumnName(column));
  }

  public static IndexElement over(String expression) {
    return IndexElement.of(new SqlText(expression));
  }

  public static IndexElement descending(String column) {
    return new IndexElement(
        new IndexElement.Target.OfColumn(new ColumnName(column)),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty());
  }

  public static Operation creation(String table, Index index) {
    return new IndexOperation.CreateIndex(table(table), index, false, false);
  }

  public static Operation dropIndex(String table, String name) {
    return new IndexOperation.DropIndex(
        Optional.of(table(table)), Optional.empty(), new IndexName(name), false, false);
  }
}
