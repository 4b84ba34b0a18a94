package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.dialect.Effect;
import limbeck.dialect.LockMode;
import limbeck.operation.DefaultNames;
import limbeck.operation.Identifiers;
import limbeck.schema.CarriedObject;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Collects effects. Those on tables that the same revision has created are left out: nobody uses
 * such a table yet, and it holds no rows. What is done to a partitioned table, or to one that
 * others inherit from, is done to those below it.
 */
final class EffectList {
  private final Schema before;
  private final Set<TableName> created;
  private final List<Effect> effects = new ArrayList<>();

  EffectList(Schema before, Set<TableName> created) {
    this.before = before;
    this.created = created;
  }

  List<Effect> all() {
    return effects.stream().distinct().toList();
  }

  boolean isNew(TableName table) {
    return created.contains(table);
  }

  /** Adds what a form does to its table, and to the tables below it where the form goes down. */
  void form(LockFacts form, TableName table) {
    for (TableName each : reach(form, table)) {
      lock(each, form.mode());
      work(form.work(), each);
    }
  }

  /** Indexes and keys go down to partitions, not to heirs. */
  private Set<TableName> reach(LockFacts form, TableName table) {
    boolean partitionsOnly =
        switch (form) {
          case CREATE_INDEX,
              DROP_INDEX,
              ADD_INDEXED_CONSTRAINT,
              ADD_FOREIGN_KEY,
              ADD_FOREIGN_KEY_NOT_VALID,
              VALIDATE_FOREIGN_KEY,
              DROP_FOREIGN_KEY ->
              true;
          default -> false;
        };
    return form.goesDown() && (!partitionsOnly || isPartitioned(table))
        ? family(table)
        : Set.of(table);
  }

  /** Adds what a form does to its table and to the other one. */
  void form(LockFacts form, TableName table, TableName other) {
    form(form, table);
    other(form, other);
  }

  /** Adds what a form does to the other table only. */
  void other(LockFacts form, TableName other) {
    form.otherMode().ifPresent(it -> lock(other, it));
    work(form.otherWork(), other);
  }

  /** Returns a table with its partitions and heirs, at every depth. */
  Set<TableName> family(TableName table) {
    Set<TableName> result = new LinkedHashSet<>(List.of(table));
    List<TableName> open = new ArrayList<>(result);
    while (!open.isEmpty()) {
      TableName parent = open.removeLast();
      for (Table other : before.tables().values()) {
        if (isBelow(other, parent) && result.add(other.name())) {
          open.add(other.name());
        }
      }
    }
    return result;
  }

  private static boolean isBelow(Table table, TableName parent) {
    return List.of("postgresql_partition_of", "postgresql_inherits").stream()
        .map(it -> table.options().get(it))
        .anyMatch(it -> it != null && Identifiers.mentions(new SqlText(it), parent.name()));
  }

  /** Returns whether the table only heads its partitions, and has no rows of its own. */
  boolean isPartitioned(TableName table) {
    return before
        .table(table)
        .filter(it -> it.options().containsKey("postgresql_partition_by"))
        .isPresent();
  }

  /**
   * Returns whether a relation is there, and adds the refusal when it is not. What lies in another
   * schema, or belongs to the system, may be there without a revision that says so.
   */
  boolean isThere(TableName name) {
    boolean known =
        before.table(name).isPresent()
            || name.schema().isPresent()
            || name.name().startsWith("pg_")
            || before.objects().values().stream()
                .anyMatch(it -> it.name().name().equals(name.name()));
    if (!known) {
      fails("42P01", "there is no table " + name);
    }
    return known;
  }

  /** Returns whether the name is that of a view that is computed anew by each query. */
  boolean isView(TableName name) {
    return before
        .objects()
        .containsKey(
            Schema.objectKey(CarriedObject.Kind.VIEW, new ObjectName(name.schema(), name.name())));
  }

  /** Returns the tables that a view reads, which it passes its locks on to. */
  Set<TableName> below(TableName view) {
    Set<TableName> result = new LinkedHashSet<>();
    before.objects().values().stream()
        .filter(it -> it.kind() == CarriedObject.Kind.VIEW)
        .filter(it -> it.name().schema().equals(view.schema()))
        .filter(it -> it.name().name().equals(view.name()))
        .forEach(
            it ->
                before.tables().keySet().stream()
                    .filter(table -> Dependencies.reads(it, table))
                    .forEach(result::add));
    return result;
  }

  void lock(TableName table, LockMode mode) {
    if (!isNew(table)) {
      effects.add(new Effect.Locks(table, mode));
    }
  }

  private void work(LockFacts.Work work, TableName table) {
    if (isNew(table) || isPartitioned(table)) {
      return;
    }
    switch (work) {
      case NONE -> {}
      case SCAN, INDEX -> scans(table);
      case REWRITE -> {
        scans(table);
        rewrites(table);
      }
    }
  }

  /** Adds that a table and all its indexes are written anew. */
  void rewrites(TableName table) {
    if (!isNew(table)) {
      effects.add(new Effect.Rewrites(table));
      rebuildsIndexes(table, indexes(table));
    }
  }

  /** Returns the names of all indexes of a table, those of constraints included. */
  SortedSet<IndexName> indexes(TableName name) {
    SortedSet<IndexName> result = new TreeSet<>();
    before.table(name).map(DefaultNames.postgresql()::named).ifPresent(it -> indexes(it, result));
    return result;
  }

  private static void indexes(Table table, SortedSet<IndexName> result) {
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ ->
            constraint.name().map(it -> new IndexName(it.text())).ifPresent(result::add);
        case Constraint.ForeignKey _, Constraint.Check _ -> {}
      }
    }
    table.indexes().stream().map(Index::name).flatMap(Optional::stream).forEach(result::add);
  }

  void scans(TableName table) {
    if (!isNew(table) && !isPartitioned(table)) {
      effects.add(new Effect.Scans(table));
    }
  }

  void buildsIndex(TableName table, Optional<IndexName> name) {
    if (!isNew(table)) {
      effects.add(new Effect.BuildsIndex(table, name));
    }
  }

  void rebuildsIndexes(TableName table, SortedSet<IndexName> names) {
    if (!isNew(table) && !names.isEmpty()) {
      effects.add(new Effect.RebuildsIndexes(table, names));
    }
  }

  void writesRows(TableName table) {
    if (!isNew(table)) {
      effects.add(new Effect.WritesRows(table));
    }
  }

  /** Adds a loss of rows or values of a table. */
  void loses(TableName table, String what) {
    if (!isNew(table)) {
      effects.add(new Effect.LosesData(what));
    }
  }

  void loses(String what) {
    effects.add(new Effect.LosesData(what));
  }

  /** Adds a refusal that hangs on the rows of a table. */
  void mayFail(String sqlState, TableName table, String why, Optional<String> probe) {
    if (!isNew(table)) {
      effects.add(new Effect.MayFail(sqlState, why, probe.map(SqlText::new), false));
    }
  }

  /** Adds a refusal that is possible and hangs on something else than rows. */
  void mayFail(String sqlState, String why) {
    effects.add(new Effect.MayFail(sqlState, why, Optional.empty(), false));
  }

  /** Adds a refusal that is certain. */
  void fails(String sqlState, String why) {
    effects.add(new Effect.MayFail(sqlState, why, Optional.empty(), true));
  }

  /** Adds what breaks code that uses a table. */
  void breaks(TableName table, String what) {
    if (!isNew(table)) {
      effects.add(new Effect.BreaksReaders(what));
    }
  }

  void breaks(String what) {
    effects.add(new Effect.BreaksReaders(what));
  }

  void notKnown(String why) {
    effects.add(new Effect.NotKnown(why));
  }

  /** Adds that a view keeps a table or a column as it is. */
  void keptByView(String sqlState, String view, TableName table, Optional<ColumnName> column) {
    String what = column.map(it -> table + "." + it).orElse(table.toString());
    if (Dependencies.isCertain(before, view, table, column)) {
      fails(sqlState, "the view " + view + " uses " + what);
    } else {
      mayFail(sqlState, "the view " + view + " seems to use " + what);
    }
  }
}
