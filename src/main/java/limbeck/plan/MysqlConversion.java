package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.operation.TypeFamily;
import limbeck.schema.InlineEnum;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/**
 * How the values of a column of MySQL and MariaDB become those of another type. MODIFY knows no
 * USING: it converts by rules of its own, and takes numbers for the positions of labels. What it
 * would get wrong goes through a type that can hold both. What must hold is looked for before,
 * since every ALTER TABLE commits (MySQL 8.0, chapter 15.3.3).
 */
final class MysqlConversion {
  private static final int USUAL_LENGTH = 255;
  static final String TRUE = "'1', 'on', 't', 'true', 'y', 'yes'";
  static final String FALSE = "'0', 'f', 'false', 'n', 'no', 'off'";
  private static final Set<TypeFamily> NUMBERS =
      Set.of(TypeFamily.INTEGER, TypeFamily.NUMERIC, TypeFamily.FLOATING, TypeFamily.BOOLEAN);
  private static final Set<TypeFamily> TIMES =
      Set.of(TypeFamily.DATE, TypeFamily.TIME, TypeFamily.TIMESTAMP);

  private MysqlConversion() {}

  /** What a conversion is about. */
  private record Case(ColumnPlace place, SqlType from, SqlType to, RowSql sql) {
    String column() {
      return sql.column(place.column());
    }

    Operation modify(SqlType before, SqlType after) {
      return new ColumnOperation.AlterColumn(
          place.table(),
          place.column(),
          List.of(new ColumnChange.SetType(Optional.of(before), after, Optional.empty())));
    }

    Operation require(String condition, String message) {
      return new DataOperation.RequireNoRows(
          place.table(), sql.rowsWhere(place.table(), condition), message);
    }

    Operation fill(String value, Optional<String> where) {
      return new DataOperation.Backfill(
          place.table(), place.column(), new SqlText(value), where.map(SqlText::new));
    }
  }

  /**
   * Returns the conversion.
   *
   * @param place the column
   * @param from its type on this database
   * @param to its new type on this database
   * @param using an expression over the row that says what values become
   * @param labels what becomes of labels that go
   */
  static Way of(
      ColumnPlace place,
      SqlType from,
      SqlType to,
      Optional<SqlText> using,
      SortedMap<String, String> labels,
      RowSql sql) {
    Case it = new Case(place, from, to, sql);
    if (using.isPresent()) {
      return Way.of(List.of(), through(it, using.get().text()));
    }
    if (isEnum(from) && isEnum(to)) {
      return relabelled(it, labels);
    }
    TypeFamily was = TypeFamily.of(from);
    TypeFamily is = TypeFamily.of(to);
    if (was == TypeFamily.STRING && to instanceof SqlType.TextEnum(var after, int _)) {
      return relabelled(place, from, after, labels, it.modify(from, to), sql);
    }
    if (was == TypeFamily.STRING && is == TypeFamily.BOOLEAN) {
      return truth(it);
    }
    if (was == TypeFamily.BOOLEAN && is == TypeFamily.STRING) {
      List<Operation> steps =
          through(
              it,
              "CASE WHEN "
                  + it.column()
                  + " THEN 'true' WHEN "
                  + it.column()
                  + " IS NOT NULL THEN 'false' END");
      return Way.of(List.of(), steps);
    }
    return Way.of(List.of(), List.of(it.modify(from, to))).withUnknown(obstacle(from, was, to, is));
  }

  static boolean isEnum(SqlType type) {
    return type instanceof SqlType.Named named && InlineEnum.is(named);
  }

  private static Optional<String> obstacle(
      SqlType from, TypeFamily was, SqlType to, TypeFamily is) {
    if (isEnum(to) && was != TypeFamily.STRING && was != TypeFamily.NAMED) {
      return Optional.of("the database would take values for the positions of labels");
    }
    if (isEnum(from) && is != TypeFamily.STRING && is != TypeFamily.NAMED) {
      return Optional.of("the database would put the positions of labels in their place");
    }
    boolean strange =
        (NUMBERS.contains(was) && (TIMES.contains(is) || is == TypeFamily.UUID))
            || (TIMES.contains(was) && (NUMBERS.contains(is) || is == TypeFamily.UUID))
            || (was == TypeFamily.UUID && (NUMBERS.contains(is) || TIMES.contains(is)));
    return strange ? Optional.of("the two have nothing in common") : Optional.empty();
  }

  /** The values are made while the column has a type that can hold the old and the new ones. */
  private static List<Operation> through(Case it, String value) {
    SqlType both = holdingBoth(it.from(), it.to());
    List<Operation> steps = new ArrayList<>();
    if (!it.from().equals(both)) {
      steps.add(it.modify(it.from(), both));
    }
    steps.add(it.fill(value, Optional.empty()));
    if (!both.equals(it.to())) {
      steps.add(it.modify(both, it.to()));
    }
    return steps;
  }

  private static SqlType holdingBoth(SqlType from, SqlType to) {
    TypeFamily was = TypeFamily.of(from);
    TypeFamily is = TypeFamily.of(to);
    if (NUMBERS.contains(was) && NUMBERS.contains(is)) {
      boolean floating = was == TypeFamily.FLOATING || is == TypeFamily.FLOATING;
      return floating
          ? new SqlType.DoublePrecision()
          : new SqlType.Numeric(Optional.of(65), Optional.of(30));
    }
    // A key or an index cannot be over TEXT, and a column that is TEXT is in none.
    return isLong(from) || isLong(to)
        ? new SqlType.Text(Optional.empty())
        : new SqlType.Varchar(
            Optional.of(Math.max(USUAL_LENGTH, Math.max(length(from), length(to)))),
            Optional.empty());
  }

  private static boolean isLong(SqlType type) {
    TypeFamily family = TypeFamily.of(type);
    return family == TypeFamily.JSON || family == TypeFamily.BINARY || type instanceof SqlType.Text;
  }

  private static int length(SqlType type) {
    return type instanceof SqlType.Varchar(Optional<Integer> length, Optional<String> _)
        ? length.orElse(0)
        : 0;
  }

  private static Way truth(Case it) {
    String word = "lower(trim(" + it.column() + "))";
    Operation check =
        it.require(
            word + " NOT IN (" + TRUE + ", " + FALSE + ")",
            "Rows of "
                + it.place().table()
                + " have something in "
                + it.place().column()
                + " that is neither true nor false.");
    List<Operation> steps =
        through(
            it,
            "CASE WHEN "
                + word
                + " IN ("
                + TRUE
                + ") THEN 1 WHEN "
                + it.column()
                + " IS NOT NULL THEN 0 END");
    return Way.of(List.of(check), steps);
  }

  /** Labels go in three moves: all are there, rows change over, the old ones go. */
  private static Way relabelled(Case it, SortedMap<String, String> stated) {
    List<String> before = InlineEnum.labels((SqlType.Named) it.from());
    List<String> after = InlineEnum.labels((SqlType.Named) it.to());
    SortedMap<String, String> mapping = new TreeMap<>();
    List<String> lost = new ArrayList<>();
    for (String label : before) {
      String other = stated.get(label);
      if (isAmong(after, label)) {
        continue;
      }
      if (other != null && after.contains(other)) {
        mapping.put(label, other);
      } else {
        lost.add(label);
      }
    }
    List<Operation> checks = new ArrayList<>();
    if (!lost.isEmpty()) {
      checks.add(noRowsWith(it, lost));
    }
    List<Operation> steps = new ArrayList<>();
    List<String> all = new ArrayList<>(before);
    mapping.values().stream().filter(to -> !isAmong(all, to)).forEach(all::add);
    SqlType wide = all.equals(before) ? it.from() : InlineEnum.of(all);
    if (!mapping.isEmpty() && !wide.equals(it.from())) {
      steps.add(it.modify(it.from(), wide));
    }
    mapping.forEach(
        (from, to) ->
            steps.add(
                it.fill(
                    RowSql.literal(to), Optional.of(it.column() + " = " + RowSql.literal(from)))));
    steps.add(it.modify(mapping.isEmpty() ? it.from() : wide, it.to()));
    return Way.of(checks, steps).withLabels(lost, merged(mapping, before));
  }

  /**
   * Returns what becomes of the labels of a text: the database takes any of them, but SQLAlchemy
   * reads no row with one that it does not know.
   */
  static Way relabelled(
      ColumnPlace place,
      SqlType from,
      List<String> after,
      SortedMap<String, String> stated,
      Operation retype,
      RowSql sql) {
    List<String> before =
        from instanceof SqlType.TextEnum(List<String> labels, int _) ? labels : List.of();
    SortedMap<String, String> mapping = new TreeMap<>();
    stated.forEach(
        (label, other) -> {
          if (!after.contains(label) && after.contains(other)) {
            mapping.put(label, other);
          }
        });
    List<String> lost =
        before.stream().filter(it -> !after.contains(it) && !mapping.containsKey(it)).toList();
    List<Operation> steps = new ArrayList<>();
    mapping.forEach((label, other) -> steps.add(MappedLabels.update(sql, place, label, other)));
    steps.add(retype);
    Way way = Way.of(List.of(), steps).withLabels(lost, merged(mapping, before));
    if (lost.isEmpty()) {
      return way;
    }
    String list = String.join(", ", lost.stream().map(RowSql::literal).toList());
    return way.withCheck(
        new DataOperation.RequireNoRows(
            place.table(),
            sql.rowsWhere(place.table(), sql.column(place.column()) + " IN (" + list + ")"),
            EnumSteps.lostLabels(place, lost)));
  }

  /**
   * Returns those labels whose rows cannot be told any more from those of the label they become.
   */
  static SortedMap<String, String> merged(SortedMap<String, String> mapping, List<String> before) {
    SortedMap<String, String> result = new TreeMap<>();
    mapping.forEach(
        (from, to) -> {
          boolean shared = mapping.values().stream().filter(to::equals).count() > 1;
          if (shared || before.contains(to)) {
            result.put(from, to);
          }
        });
    return result;
  }

  /** Labels are compared as the column's collation does, which as a rule takes no note of case. */
  private static boolean isAmong(List<String> labels, String label) {
    return labels.stream().anyMatch(it -> it.equalsIgnoreCase(label));
  }

  private static Operation noRowsWith(Case it, List<String> lost) {
    String list = String.join(", ", lost.stream().map(RowSql::literal).toList());
    return it.require(it.column() + " IN (" + list + ")", EnumSteps.lostLabels(it.place(), lost));
  }

  /**
   * Returns what becomes of labels on the way back: those that were renamed get their name again.
   */
  static SortedMap<String, String> inverted(
      SortedMap<String, String> labels, SqlType from, SqlType to) {
    SortedMap<String, String> result = new TreeMap<>();
    if (isEnum(from) && isEnum(to)) {
      List<String> before = InlineEnum.labels((SqlType.Named) from);
      labels.forEach(
          (label, other) -> {
            if (!isAmong(before, other)) {
              result.putIfAbsent(other, label);
            }
          });
    }
    return result;
  }
}
