package limbeck.read.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import limbeck.python.value.Value;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ConstraintDraft;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableSet;
import limbeck.read.type.TypeReading;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Generation;
import limbeck.schema.TableName;

/**
 * Answers code that walks the tables and columns which exist while the models are still evaluated:
 * {@code for c in T.__table__.columns}. The models are read as far as they have come.
 */
final class TablesSoFar {
  /** Each reading takes as long as it has tables; a loop that adds to each of many is cut short. */
  private static final int MOST_TABLES = 20_000;

  private final Supplier<Reading> read;
  private final Supplier<Integer> progress;
  private final IdentityHashMap<Value, TypeReading> types = new IdentityHashMap<>();
  private final IdentityHashMap<Value, ColumnDraft> copies = new IdentityHashMap<>();
  private Optional<Reading> latest = Optional.empty();
  private int readAt = -1;
  private int tablesRead;
  private boolean reading;

  /**
   * What was read.
   *
   * @param family the tables
   * @param finder tells which MetaData values stand for
   * @param unknown what is not known of them, in words that name the table
   */
  record Reading(TableFamily family, MetadataFinder finder, List<String> unknown) {
    /** Returns whether columns of a table may be missing or other than they seem. */
    private boolean doubts(TableDraft table) {
      Pattern name = Pattern.compile("(?<![\\w.])" + Pattern.quote(table.name() + "") + "(?!\\w)");
      return !table.doubtful().isEmpty() || unknown.stream().anyMatch(name.asPredicate());
    }
  }

  /**
   * Prepares to answer.
   *
   * @param read reads the models as they are now
   * @param progress changes when something was added to them
   */
  TablesSoFar(Supplier<Reading> read, Supplier<Integer> progress) {
    this.read = read;
    this.progress = progress;
  }

  /** Returns the type that an expression such as {@code T.__table__.c.x.type} had. */
  Optional<TypeReading> type(Value value) {
    return Optional.ofNullable(types.get(value));
  }

  /** Returns the column that a call such as {@code T.__table__.c.x.copy()} made. */
  Optional<ColumnDraft> copy(Value value) {
    return Optional.ofNullable(copies.get(value));
  }

  /** Returns what walking columns or tables yields. */
  Optional<List<Value>> items(Value value) {
    return switch (value) {
      case Value.Attribute(Value of, String name) when isColumns(name) ->
          now().flatMap(it -> columns(it, of));
      case Value.Attribute(Value of, String name) when name.equals("primary_key") && isTable(of) ->
          now().flatMap(it -> columns(it, value));
      case Value.Attribute(Value of, String name) when name.equals("sorted_tables") ->
          now().flatMap(it -> TableOrder.sorted(it, of).map(tables -> values(of, tables)));
      case Value.Attribute(Value of, String name) when name.equals("tables") ->
          now().flatMap(it -> tables(it, of)).map(TablesSoFar::keys);
      case Value.Call(Value.Attribute(Value of, String method), var arguments, var _, var _)
          when arguments.isEmpty() ->
          now().flatMap(it -> view(it, of, method));
      default -> Optional.empty();
    };
  }

  /** {@code keys()}, {@code values()} and {@code items()} of columns or of the tables by name. */
  private Optional<List<Value>> view(Reading reading, Value of, String method) {
    if (!(of instanceof Value.Attribute(Value owner, String collection))) {
      return Optional.empty();
    }
    Optional<List<Value>> values =
        collection.equals("tables")
            ? tables(reading, owner).map(it -> values(owner, it))
            : isColumns(collection) ? columns(reading, owner) : Optional.empty();
    return switch (method) {
      case "values" -> values;
      case "keys" -> values.map(it -> it.stream().map(TablesSoFar::key).toList());
      case "items" ->
          values.map(
              all ->
                  all.stream().<Value>map(it -> new Value.TupleOf(List.of(key(it), it))).toList());
      default -> Optional.empty();
    };
  }

  private static Value key(Value item) {
    return item instanceof Value.Item(Value _, Value key) ? key : item;
  }

  private static List<Value> keys(List<TableDraft> tables) {
    return tables.stream().<Value>map(it -> new Value.Str(it.name().toString())).toList();
  }

  private static List<Value> values(Value metadata, List<TableDraft> tables) {
    Value.Attribute all = new Value.Attribute(metadata, "tables");
    return keys(tables).stream().<Value>map(it -> new Value.Item(all, it)).toList();
  }

  private static Optional<List<TableDraft>> tables(Reading reading, Value metadata) {
    return reading
        .finder()
        .of(metadata)
        .filter(_ -> reading.unknown().stream().noneMatch(it -> it.contains("table")))
        .map(it -> reading.family().set(it).tables());
  }

  private static Optional<List<Value>> columns(Reading reading, Value of) {
    if (of instanceof Value.Attribute(Value owner, String name) && name.equals("primary_key")) {
      return table(reading, owner)
          .filter(it -> !statesKey(it))
          .map(it -> values(owner, it.columns().stream().filter(ColumnDraft::primaryKey)));
    }
    return table(reading, of).map(it -> values(of, it.columns().stream()));
  }

  private static List<Value> values(Value table, Stream<ColumnDraft> columns) {
    Value.Attribute all = new Value.Attribute(table, "c");
    return columns.<Value>map(it -> new Value.Item(all, new Value.Str(it.columnKey()))).toList();
  }

  /** A table of which all columns are known. */
  private static Optional<TableDraft> table(Reading reading, Value value) {
    return reading.family().table(value).filter(it -> !reading.doubts(it));
  }

  /** Returns what an attribute of a table or column is, when it is one that names or flags it. */
  Optional<Value> attribute(Value.Attribute attribute) {
    return switch (attribute.name()) {
      case "name", "key", "nullable", "primary_key", "unique", "index", "comment", "type" ->
          isColumn(attribute.of())
              ? now()
                  .flatMap(it -> located(it, attribute.of()))
                  .flatMap(it -> ofColumn(it, attribute))
              : ofTable(attribute);
      case "fullname", "schema" -> ofTable(attribute);
      default -> Optional.empty();
    };
  }

  /** Tells whether a column has foreign keys. */
  Optional<Boolean> truth(Value value) {
    return value instanceof Value.Attribute(Value of, String name)
            && name.equals("foreign_keys")
            && isColumn(of)
        ? now().flatMap(it -> located(it, of)).flatMap(TablesSoFar::hasForeignKeys)
        : Optional.empty();
  }

  private static Optional<Boolean> hasForeignKeys(TableSet.Located located) {
    boolean elsewhere =
        located.table().constraints().stream()
            .anyMatch(ConstraintDraft.ForeignKey.class::isInstance);
    boolean atColumn = !located.column().foreignKeys().isEmpty();
    return atColumn || !elsewhere ? Optional.of(atColumn) : Optional.empty();
  }

  private Optional<Value> ofTable(Value.Attribute attribute) {
    return isTable(attribute.of())
        ? now()
            .flatMap(it -> it.family().table(attribute.of()))
            .flatMap(it -> ofTable(it.name(), attribute.name()))
        : Optional.empty();
  }

  private static Optional<Value> ofTable(TableName table, String attribute) {
    return switch (attribute) {
      case "name" -> Optional.of(new Value.Str(table.name()));
      case "key", "fullname" -> Optional.of(new Value.Str(table.toString()));
      case "schema" -> Optional.of(table.schema().<Value>map(Value.Str::new).orElse(Value.NONE));
      default -> Optional.empty();
    };
  }

  private static Optional<TableSet.Located> located(Reading reading, Value column) {
    return reading.family().sets().values().stream()
        .map(it -> it.columns(column))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .filter(it -> it.size() == 1 && !reading.doubts(it.getFirst().table()))
        .map(List::getFirst);
  }

  private Optional<Value> ofColumn(TableSet.Located located, Value.Attribute attribute) {
    ColumnDraft column = located.column();
    boolean keyElsewhere = statesKey(located.table());
    return switch (attribute.name()) {
      case "name" -> Optional.of(new Value.Str(column.columnName()));
      case "key" -> Optional.of(new Value.Str(column.columnKey()));
      case "primary_key" ->
          keyElsewhere ? Optional.empty() : Optional.of(new Value.Bool(column.primaryKey()));
      case "nullable" ->
          column
              .nullable()
              .or(() -> keyElsewhere ? Optional.empty() : Optional.of(isNullable(column)))
              .map(Value.Bool::new);
      case "comment" -> Optional.of(column.comment().<Value>map(Value.Str::new).orElse(Value.NONE));
      case "type" -> {
        column.type().ifPresent(it -> types.put(attribute, it));
        yield Optional.of(attribute);
      }
      default -> Optional.empty();
    };
  }

  /** Returns whether a constraint of the table says which columns are its key. */
  private static boolean statesKey(TableDraft table) {
    return table.constraints().stream().anyMatch(ConstraintDraft.PrimaryKey.class::isInstance);
  }

  private static boolean isNullable(ColumnDraft column) {
    return !column.primaryKey()
        && column.generation().filter(Generation.Identity.class::isInstance).isEmpty();
  }

  /** Takes note of a copy of a column; foreign keys stay with the table that has them. */
  void call(Value.Call call) {
    if (call.callee() instanceof Value.Attribute(Value column, String method)
        && (method.equals("copy") || method.equals("_copy"))
        && call.arguments().isEmpty()
        && isColumn(column)) {
      now().stream()
          .flatMap(it -> it.family().sets().values().stream())
          .flatMap(it -> it.columns(column).stream())
          .findFirst()
          .ifPresent(it -> copies.put(call, it.column().copiedFor(call)));
    }
  }

  /** Tells whether columns or tables have one of a name. */
  Optional<Boolean> contains(Value container, Value item) {
    return Constants.text(item)
        .flatMap(
            _ -> items(container).map(all -> all.stream().anyMatch(it -> key(it).equals(item))));
  }

  private static boolean isColumns(String name) {
    return name.equals("c") || name.equals("columns");
  }

  /** Returns whether a value is one of the columns of a table, whichever. */
  static boolean isColumn(Value value) {
    return switch (value) {
      case Value.Item(Value.Attribute(Value _, String name), Value _) -> isColumns(name);
      case Value.Attribute(Value.Attribute(Value _, String name), String _) -> isColumns(name);
      default -> false;
    };
  }

  private static boolean isTable(Value value) {
    return switch (value) {
      case Value.Item(Value.Attribute(Value _, String name), Value _) -> name.equals("tables");
      case Value.Attribute(Value _, String name) -> name.equals("__table__");
      case Value.Call call -> LibraryNames.isCall(call, "sqlalchemy.Table");
      default -> false;
    };
  }

  /** The models as they are now; empty while they are being read, or when it was done too often. */
  private Optional<Reading> now() {
    if (reading) {
      return Optional.empty();
    }
    int at = progress.get();
    if (at != readAt) {
      latest = tablesRead > MOST_TABLES ? Optional.empty() : Optional.of(readNow());
      readAt = at;
    }
    return latest;
  }

  private Reading readNow() {
    reading = true;
    try {
      Reading result = read.get();
      List<TableSet> sets = new ArrayList<>(result.family().sets().values());
      sets.forEach(TableSet::index);
      tablesRead += sets.stream().mapToInt(it -> it.tables().size()).sum();
      return result;
    } finally {
      reading = false;
    }
  }
}
