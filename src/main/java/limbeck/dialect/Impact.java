package limbeck.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * The effects of a statement, summed up by table.
 *
 * @param tables what happens to each
 * @param refusals why the database may refuse it, the certain ones first
 * @param loses which data is gone afterwards, for the user
 * @param breaks what running code meets, for the user
 * @param unknown what is not understood, for the user
 */
public record Impact(
    SortedMap<TableName, OnTable> tables,
    List<Effect.MayFail> refusals,
    List<String> loses,
    List<String> breaks,
    List<String> unknown) {
  /** Nothing happens. */
  public static final Impact NONE =
      new Impact(new TreeMap<>(), List.of(), List.of(), List.of(), List.of());

  /** Copies the collections. */
  public Impact {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    refusals = List.copyOf(refusals);
    loses = List.copyOf(loses);
    breaks = List.copyOf(breaks);
    unknown = List.copyOf(unknown);
  }

  /**
   * What happens to one table.
   *
   * @param lock the strongest lock taken on it; empty for none
   * @param rewrites whether the table is written anew
   * @param scans whether all its rows are read
   * @param writesRows whether many rows are written by one statement
   * @param builds the indexes that are built over its rows
   * @param rebuilds the indexes that are built anew
   */
  public record OnTable(
      Optional<LockMode> lock,
      boolean rewrites,
      boolean scans,
      boolean writesRows,
      SortedSet<String> builds,
      SortedSet<String> rebuilds) {
    private static final OnTable NOTHING =
        new OnTable(Optional.empty(), false, false, false, new TreeSet<>(), new TreeSet<>());

    /** Copies the names. */
    public OnTable {
      builds = Collections.unmodifiableSortedSet(new TreeSet<>(builds));
      rebuilds = Collections.unmodifiableSortedSet(new TreeSet<>(rebuilds));
    }

    /** Returns the same without a reading of all rows. */
    public OnTable withoutScan() {
      return new OnTable(lock, rewrites, false, writesRows, builds, rebuilds);
    }

    /** Returns whether the time it takes grows with the table. */
    public boolean works() {
      return rewrites || scans || !builds.isEmpty() || !rebuilds.isEmpty();
    }

    private OnTable and(OnTable other) {
      Optional<LockMode> strongest =
          lock.isEmpty()
              ? other.lock
              : lock.map(it -> other.lock.filter(more -> more.compareTo(it) > 0).orElse(it));
      return new OnTable(
          strongest,
          rewrites || other.rewrites,
          scans || other.scans,
          writesRows || other.writesRows,
          joined(builds, other.builds),
          joined(rebuilds, other.rebuilds));
    }

    private static SortedSet<String> joined(SortedSet<String> first, SortedSet<String> second) {
      SortedSet<String> result = new TreeSet<>(first);
      result.addAll(second);
      return result;
    }
  }

  /** Sums effects up. */
  public static Impact of(List<Effect> effects) {
    SortedMap<TableName, OnTable> tables = new TreeMap<>();
    List<Effect.MayFail> refusals = new ArrayList<>();
    List<String> loses = new ArrayList<>();
    List<String> breaks = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    OnTable none = OnTable.NOTHING;
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Locks(TableName table, LockMode mode) ->
            add(
                tables,
                table,
                new OnTable(Optional.of(mode), false, false, false, none.builds(), none.builds()));
        case Effect.Scans(TableName table) ->
            add(
                tables,
                table,
                new OnTable(Optional.empty(), false, true, false, none.builds(), none.builds()));
        case Effect.Rewrites(TableName table) ->
            add(
                tables,
                table,
                new OnTable(Optional.empty(), true, false, false, none.builds(), none.builds()));
        case Effect.WritesRows(TableName table) ->
            add(
                tables,
                table,
                new OnTable(Optional.empty(), false, false, true, none.builds(), none.builds()));
        case Effect.BuildsIndex(TableName table, Optional<IndexName> name) -> {
          SortedSet<String> names = new TreeSet<>();
          names.add(name.map(IndexName::text).orElse("(unnamed)"));
          add(
              tables,
              table,
              new OnTable(Optional.empty(), false, false, false, names, none.builds()));
        }
        case Effect.RebuildsIndexes(TableName table, SortedSet<IndexName> names) -> {
          SortedSet<String> texts = new TreeSet<>();
          names.forEach(it -> texts.add(it.text()));
          add(
              tables,
              table,
              new OnTable(Optional.empty(), false, false, false, none.builds(), texts));
        }
        case Effect.MayFail refusal -> refusals.add(refusal);
        case Effect.LosesData(String what) -> loses.add(what);
        case Effect.BreaksReaders(String what) -> breaks.add(what);
        case Effect.NotKnown(String why) -> unknown.add(why);
      }
    }
    refusals.sort((left, right) -> Boolean.compare(right.certain(), left.certain()));
    return new Impact(tables, refusals, distinct(loses), distinct(breaks), distinct(unknown));
  }

  private static void add(SortedMap<TableName, OnTable> tables, TableName table, OnTable more) {
    tables.merge(table, more, OnTable::and);
  }

  private static List<String> distinct(List<String> texts) {
    return texts.stream().distinct().toList();
  }

  /** Returns both together. */
  public Impact and(Impact other) {
    SortedMap<TableName, OnTable> both = new TreeMap<>(tables);
    other.tables.forEach((table, more) -> add(both, table, more));
    List<Effect.MayFail> all = new ArrayList<>(refusals);
    other.refusals.stream().filter(it -> !all.contains(it)).forEach(all::add);
    all.sort((left, right) -> Boolean.compare(right.certain(), left.certain()));
    return new Impact(
        both,
        all,
        distinct(joined(loses, other.loses)),
        distinct(joined(breaks, other.breaks)),
        distinct(joined(unknown, other.unknown)));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> result = new ArrayList<>(first);
    result.addAll(second);
    return result;
  }

  /** Returns the strongest reason for a refusal: a certain one, else the first possible one. */
  public Optional<Effect.MayFail> refusal() {
    return refusals.stream().findFirst();
  }

  /** Returns a refusal of a statement that has nothing else to it. */
  public static Effect.MayFail certain(String sqlState, String why) {
    return new Effect.MayFail(sqlState, why, Optional.<SqlText>empty(), true);
  }
}
