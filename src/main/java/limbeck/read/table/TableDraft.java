package limbeck.read.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * A table while it is read: columns, constraints and indexes arrive one by one, from class bodies,
 * table arguments and statements that follow. The assembler makes a table of the schema of it.
 */
public final class TableDraft {
  private final TableName name;
  private final Owner owner;
  private final Location at;
  private final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
  private List<ColumnDraft> inOrder = List.of();
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<ConstraintDraft> constraints = new ArrayList<>();
  private final List<IndexDraft> indexes = new ArrayList<>();
  private final SortedMap<String, String> options = new TreeMap<>();
  private final Map<String, String> doubtful = new LinkedHashMap<>();
  private Optional<Original> original = Optional.empty();
  private boolean partial;
  private Optional<String> comment = Optional.empty();

  /**
   * The MetaData a table belongs to, as far as the table depends on it.
   *
   * @param schema the schema for tables and references that name none
   * @param convention how it names what the source leaves unnamed
   */
  public record Owner(Optional<String> schema, NamingConvention convention) {
    /** A MetaData of which nothing is stated. */
    public static final Owner PLAIN = new Owner(Optional.empty(), NamingConvention.DEFAULT);
  }

  /** Begins a table. */
  public TableDraft(TableName name, Owner owner, Location at) {
    this.name = name;
    this.owner = owner;
    this.at = at;
  }

  /** Returns its name. */
  public TableName name() {
    return name;
  }

  /**
   * The table that one is a copy of.
   *
   * @param table the table
   * @param among the tables of its MetaData
   */
  record Original(TableDraft table, TableSet among) {}

  /** Returns what it is a copy of. */
  Optional<Original> original() {
    return original;
  }

  /** Returns its MetaData. */
  public Owner owner() {
    return owner;
  }

  /** Returns where it is defined. */
  public Location at() {
    return at;
  }

  /** Adds a column; one of the same key is replaced in its place. */
  public void add(ColumnDraft column) {
    columns.put(column.columnKey(), column);
    inOrder = List.of();
  }

  /** Says that an attribute of a class stands for a column. */
  public void bind(String attribute, String columnKey) {
    attributes.put(attribute, columnKey);
  }

  /**
   * Says that a column is there perhaps, or is not known in all its parts.
   *
   * @param column its name
   * @param reason why, for the user
   */
  public void doubt(String column, String reason) {
    doubtful.putIfAbsent(column, reason);
  }

  /** Returns the columns that are there perhaps or not known in all their parts, with reasons. */
  public Map<String, String> doubtful() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(doubtful));
  }

  /** Says that not all of its constraints and indexes are known. */
  public void partial() {
    partial = true;
  }

  /** Returns whether not all of its constraints and indexes are known. */
  public boolean isPartial() {
    return partial;
  }

  /** Adds a constraint. */
  public void add(ConstraintDraft constraint) {
    constraints.add(constraint);
  }

  /** Adds an index. */
  public void add(IndexDraft index) {
    indexes.add(index);
  }

  /** Adds an option that only one database has. */
  public void option(String key, String value) {
    options.put(key, value);
  }

  /** Sets the comment. */
  public void comment(Optional<String> text) {
    comment = text;
  }

  /** Returns the columns in order. */
  public List<ColumnDraft> columns() {
    if (inOrder.size() != columns.size()) {
      inOrder = List.copyOf(columns.values());
    }
    return inOrder;
  }

  /** Returns the column of a key. */
  public Optional<ColumnDraft> column(String key) {
    return Optional.ofNullable(columns.get(key));
  }

  /** Returns the column of a name in the database. */
  public Optional<ColumnDraft> columnNamed(String text) {
    return columns.values().stream().filter(it -> it.columnName().equals(text)).findFirst();
  }

  /** Returns the column an attribute of its class stands for. */
  public Optional<ColumnDraft> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).flatMap(this::column);
  }

  /** Returns the constraints so far. */
  public List<ConstraintDraft> constraints() {
    return List.copyOf(constraints);
  }

  /** Returns the indexes so far. */
  public List<IndexDraft> indexes() {
    return List.copyOf(indexes);
  }

  /** Returns the options. */
  public SortedMap<String, String> options() {
    return options;
  }

  /** Returns the comment. */
  public Optional<String> comment() {
    return comment;
  }

  /**
   * Returns the same table under another name.
   *
   * @param among the tables of this table's MetaData
   * @param change makes the constraints of the copy from those of this table
   */
  public TableDraft copy(
      TableName under,
      Owner of,
      Location where,
      TableSet among,
      UnaryOperator<ConstraintDraft> change) {
    TableDraft result = new TableDraft(under, of, where);
    columns.values().forEach(it -> result.add(it.withConstraints(change)));
    constraints.forEach(it -> result.add(change.apply(it)));
    result.indexes.addAll(indexes);
    result.original = Optional.of(new Original(this, among));
    result.options.putAll(options);
    result.doubtful.putAll(doubtful);
    result.partial = partial;
    result.comment = comment;
    return result;
  }

  @Override
  public String toString() {
    return "table " + name;
  }
}
