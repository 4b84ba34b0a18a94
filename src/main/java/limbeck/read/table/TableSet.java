package limbeck.read.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.expression.ColumnFinder;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.TableName;

/** The tables of one MetaData, and which values in the source stand for them and their columns. */
public final class TableSet {
  private final Map<TableName, TableDraft> byName = new LinkedHashMap<>();
  private final IdentityHashMap<Value, TableDraft> byValue = new IdentityHashMap<>();
  private final IdentityHashMap<Value, List<Located>> bySource = new IdentityHashMap<>();

  /**
   * A column in its table.
   *
   * @param table the table
   * @param column the column
   */
  public record Located(TableDraft table, ColumnDraft column) {}

  /** Adds a table; its columns may still come. */
  public void add(TableDraft table) {
    byName.put(table.name(), table);
  }

  /** Says that a value stands for a table: a class, a call of {@code Table}. */
  public void bind(Value value, TableDraft table) {
    byValue.put(value, table);
  }

  /** Takes note of the values that stand for columns; call it when all columns are there. */
  public void index() {
    bySource.clear();
    for (TableDraft table : byName.values()) {
      for (ColumnDraft column : table.columns()) {
        for (Value source : column.sources()) {
          // A column of a mixin stands in every table that takes it: no list may be copied.
          bySource.computeIfAbsent(source, _ -> new ArrayList<>(1)).add(new Located(table, column));
        }
      }
    }
  }

  /** Returns the tables in order of definition. */
  public List<TableDraft> tables() {
    return List.copyOf(byName.values());
  }

  /** Returns the table of a name. */
  public Optional<TableDraft> table(TableName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the table a value stands for. */
  public Optional<TableDraft> table(Value value) {
    TableDraft found = byValue.get(value);
    if (found != null) {
      return Optional.of(found);
    }
    return switch (value) {
      case Value.Attribute(Value of, String name) when name.equals("__table__") -> table(of);
      case Value.Item(Value.Attribute(Value _, String name), Value key)
          when name.equals("tables") ->
          Constants.text(key).flatMap(this::table);
      default -> Optional.empty();
    };
  }

  private Optional<TableDraft> table(String key) {
    int dot = key.lastIndexOf('.');
    return table(
        dot < 0 ? TableName.of(key) : TableName.of(key.substring(0, dot), key.substring(dot + 1)));
  }

  /** Returns the columns a value may stand for: a mixin's column stands for one in each table. */
  public List<Located> columns(Value value) {
    List<Located> found = bySource.get(value);
    if (found != null) {
      return found;
    }
    return switch (value) {
      case Value.Attribute(Value.Attribute(Value of, String collection), String name)
          when isCollection(collection) ->
          inTable(table(of), name);
      case Value.Item(Value.Attribute(Value of, String collection), Value key)
          when isCollection(collection) ->
          Constants.text(key).map(it -> inTable(table(of), it)).orElse(List.of());
      case Value.Attribute(Value.Call made, String name)
          when name.equals("column") && LibraryNames.isCall(made, "sqlalchemy.mapped_column") ->
          columns(made);
      case Value.Attribute(ClassValue type, String name) ->
          table((Value) type).stream()
              .flatMap(it -> it.attribute(name).stream().map(column -> new Located(it, column)))
              .toList();
      case Value.Call call
          when LibraryNames.isCall(call, "sqlalchemy.col") && call.arguments().size() == 1 ->
          columns(call.arguments().getFirst());
      default -> List.of();
    };
  }

  private static boolean isCollection(String name) {
    return Set.of("c", "columns").contains(name);
  }

  private static List<Located> inTable(Optional<TableDraft> table, String key) {
    return table.stream()
        .flatMap(it -> it.column(key).stream().map(column -> new Located(it, column)))
        .toList();
  }

  /** Returns the column of one table that a value stands for. */
  public Optional<ColumnDraft> column(TableDraft table, Value value) {
    return ofTable(columns(value), table).or(() -> ofOriginal(table, value));
  }

  private static Optional<ColumnDraft> ofTable(List<Located> located, TableDraft table) {
    return located.stream().filter(it -> it.table() == table).map(Located::column).findFirst();
  }

  /** What a copy of a table took over still names the columns of that table. */
  private static Optional<ColumnDraft> ofOriginal(TableDraft table, Value value) {
    return table
        .original()
        .flatMap(it -> it.among().column(it.table(), value))
        .flatMap(it -> table.column(it.columnKey()));
  }

  /** Returns a finder of columns inside expressions of one table. */
  public ColumnFinder finder(TableDraft table) {
    return value ->
        column(table, value).map(it -> new ColumnFinder.Found(it.columnName(), it.type()));
  }
}
