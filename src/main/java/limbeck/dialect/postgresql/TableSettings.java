package limbeck.dialect.postgresql;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.Dependents;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * How a table and its columns are stored, replicated and watched: {@code ALTER TABLE} actions for
 * which there is no operation.
 */
final class TableSettings {
  private final Schema before;
  private final EffectList effects;

  TableSettings(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  /** Adds what an action on a column does, from {@code COLUMN} on. */
  void addColumn(TableName table, StatementWords words) {
    words.accept("column");
    Optional<ColumnName> name = words.name().map(ColumnName::new);
    Optional<SqlType> type =
        name.flatMap(it -> before.table(table).flatMap(known -> known.column(it)))
            .map(Column::type)
            .map(new NormalTypes(before)::of);
    if (words.peek("set", "statistics")) {
      effects.family(table).forEach(it -> effects.form(LockFacts.ALTER_SETTINGS, it));
      return;
    }
    if (words.peek("set", "(") || words.peek("reset", "(")) {
      effects.form(LockFacts.ALTER_SETTINGS, table);
      return;
    }
    effects.family(table).forEach(it -> effects.form(LockFacts.ALTER_CATALOG, it));
    boolean inPlace = type.filter(TableSettings::isOfOneLength).isPresent();
    boolean storage = words.accept("set", "storage") && !words.peek("plain");
    boolean compression = !storage && words.accept("set", "compression") && !words.peek("default");
    if (inPlace && (storage || compression)) {
      effects.fails(
          "0A000", "values of " + table + "." + name.get() + " are of one length, and stay so");
    }
  }

  /** Types whose values are never stored elsewhere nor compressed. */
  private static boolean isOfOneLength(SqlType type) {
    return type instanceof SqlType.IntegerType
        || type instanceof SqlType.Real
        || type instanceof SqlType.DoublePrecision
        || type instanceof SqlType.BooleanType
        || type instanceof SqlType.Date
        || type instanceof SqlType.Time
        || type instanceof SqlType.Timestamp
        || type instanceof SqlType.Interval
        || type instanceof SqlType.Uuid
        || type instanceof SqlType.EnumReference;
  }

  /** Adds what any other action on the table does. */
  void add(TableName table, StatementWords words) {
    if (words.peek("add") && words.skipPast("using", "index")) {
      words
          .name()
          .filter(_ -> before.table(table).isPresent())
          .filter(it -> !effects.indexes(table).contains(new IndexName(it)))
          .ifPresent(it -> effects.fails("42704", "there is no index " + it + " of " + table));
      return;
    }
    if (words.accept("replica", "identity", "using", "index")) {
      words.name().ifPresent(it -> identity(table, new IndexName(it)));
    }
    boolean switched = words.accept("enable") || words.accept("disable");
    if (switched) {
      words.accept("always");
      words.accept("replica");
      if (words.accept("trigger") && !words.peek("all") && !words.peek("user")) {
        words.name().ifPresent(it -> trigger(table, it));
      }
    }
  }

  /** The rows that are replicated are told apart by columns that are never NULL. */
  private void identity(TableName table, IndexName name) {
    Optional<Table> known = before.table(table);
    if (known.isEmpty()) {
      return;
    }
    if (!effects.indexes(table).contains(name)) {
      effects.fails("42704", "there is no index " + name + " of " + table);
      return;
    }
    Optional<Index> index = known.get().index(name);
    boolean fit =
        index
            .filter(
                it ->
                    !it.unique()
                        || it.where().isPresent()
                        || known.get().columns().stream()
                            .anyMatch(c -> c.nullable() && Dependents.uses(it, c.name())))
            .isEmpty();
    if (!fit) {
      effects.fails("42809", "the index " + name + " does not tell all rows apart");
    }
  }

  private void trigger(TableName table, String name) {
    String key =
        Schema.objectKey(
            CarriedObject.Kind.TRIGGER, new ObjectName(table.schema(), table.name() + "." + name));
    if (before.table(table).isPresent() && !before.objects().containsKey(key)) {
      effects.fails("42704", "there is no trigger " + name + " on " + table);
    }
  }

  /** A table that survives a crash refers to none that does not. */
  void logged(TableName table, boolean logged) {
    Stream<TableName> others =
        logged
            ? before.table(table).stream()
                .flatMap(it -> it.foreignKeys().stream())
                .map(it -> it.target())
            : Dependents.referencesTo(before, table).stream().map(Dependents.Reference::holder);
    others
        .filter(it -> !it.equals(table) && isUnlogged(it) == logged)
        .findFirst()
        .ifPresent(
            it ->
                effects.fails(
                    "42P16",
                    "a foreign key binds " + table + " and " + it + ", which stays as it is"));
  }

  private boolean isUnlogged(TableName table) {
    return before
        .table(table)
        .map(it -> it.options().getOrDefault("prefixes", ""))
        .filter(it -> it.toUpperCase(Locale.ROOT).contains("UNLOGGED"))
        .isPresent();
  }
}
