package limbeck.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.database.Session;
import limbeck.dialect.Dialect;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint.Check;
import limbeck.schema.Constraint.ForeignKey;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Puts rows into each table: one with every column filled, one with every nullable column NULL, the
 * others filled again. What a table's checks refuse is tried again with every column filled, then
 * with the literals of the checks themselves.
 */
final class Seeder {
  /** How many rows a table gets as a rule. */
  static final int ROWS = 3;

  /** As many as values are known for: the days of a month. */
  static final int MOST_ROWS = 28;

  static final int ROW_OF_NULLS = 2;
  private static final Pattern LITERAL =
      Pattern.compile("'((?:[^']|'')*)'|\\b(\\d+(?:\\.\\d+)?)\\b");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9$]*");

  private final Session session;
  private final Dialect dialect;
  private final Schema schema;
  private final SeedValues values;
  private final SeedDemands demands;
  private final Map<TableName, Integer> done = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();
  private boolean valuesRunOut;

  /** Sets up, for rows as the revision to be proven demands them. */
  Seeder(Session session, Dialect dialect, SeedDemands demands) {
    this.session = session;
    this.dialect = dialect;
    this.schema = demands.schema();
    this.values = new SeedValues(demands);
    this.demands = demands;
  }

  /** Fills every table it can; returns what it could not fill, each one sentence. */
  List<String> seed() {
    session.query("SET session_replication_role = replica"); // row n refers to row n, in any order
    demands.checks().forEach(it -> check(it, "ADD"));
    demands.lenient().forEach(this::drop);
    List<String> uniques = demandUniques();
    Set<TableName> waiting = new HashSet<>();
    for (Table table : schema.tables().values()) {
      seed(table, waiting);
    }
    session.query("SET session_replication_role = DEFAULT");
    demands.checks().forEach(it -> check(it, "DROP"));
    demands.lenient().forEach(this::bringBack);
    uniques.forEach(it -> session.execute("DROP INDEX " + it));
    for (TableName table : done.keySet()) {
      schema.table(table).ifPresent(this::moveSequences);
    }
    return refused;
  }

  /** Fills a table after those it refers to, so that a table left empty leaves its referrers so. */
  private void seed(Table table, Set<TableName> waiting) {
    if (done.containsKey(table.name()) || !waiting.add(table.name())) {
      return;
    }
    for (ForeignKey key : table.foreignKeys()) {
      schema.table(key.target()).ifPresent(it -> seed(it, waiting));
    }
    Optional<String> obstacle = obstacle(table);
    int rows = 0;
    for (int row = 1; row <= most(table) && obstacle.isEmpty(); row++) {
      obstacle = insert(table, row);
      rows = obstacle.isEmpty() ? row : rows;
    }
    if (rows > 0 && (rows >= ROWS || valuesRunOut)) {
      done.put(table.name(), rows);
    } else {
      refused.add(table.name() + ": " + obstacle.orElse("no row is possible"));
    }
  }

  /** Row n refers to row n, so there cannot be more than where it refers to. */
  private int most(Table table) {
    return table.foreignKeys().stream()
        .flatMap(it -> Optional.ofNullable(done.get(it.target())).stream())
        .reduce(demands.rows(), Math::min);
  }

  private Optional<String> obstacle(Table table) {
    if (demands.vacant().contains(table.name())) {
      return Optional.of("the revision demands that it has none");
    }
    for (ForeignKey key : table.foreignKeys()) {
      boolean optional =
          key.columns().stream()
              .anyMatch(it -> table.column(it).map(Column::nullable).orElse(true));
      boolean missing = !key.target().equals(table.name()) && refusedBefore(key.target());
      if (missing && !optional) {
        return Optional.of("refers to " + key.target() + ", which has no rows");
      }
    }
    return Optional.empty();
  }

  private boolean refusedBefore(TableName table) {
    return refused.stream().anyMatch(it -> it.startsWith(table + ": "));
  }

  private Optional<String> insert(Table table, int row) {
    Optional<StepRunner.Refusal> refusal = tryInsert(table, row, new TreeMap<>());
    if (refusal.isPresent() && row == ROW_OF_NULLS && isOfCheck(refusal.get())) {
      refusal = tryInsert(table, row, filled(table, row));
    }
    if (refusal.isPresent() && isOfCheck(refusal.get())) {
      for (Map<ColumnName, String> candidates : candidates(table)) {
        refusal = tryInsert(table, row, candidates);
        if (refusal.isEmpty()) {
          return Optional.empty();
        }
      }
    }
    valuesRunOut = refusal.filter(it -> it.sqlState().equals("23505")).isPresent();
    return refusal.map(StepRunner.Refusal::message);
  }

  private static boolean isOfCheck(StepRunner.Refusal refusal) {
    return refusal.sqlState().equals("23514");
  }

  private Map<ColumnName, String> filled(Table table, int row) {
    Map<ColumnName, String> result = new TreeMap<>();
    for (Column column : table.columns()) {
      boolean none =
          demands.empty().contains(new ColumnTrail.Place(table.name(), column.name()))
              || refersToEmpty(table, column);
      if (!none) {
        values.value(table, column, row).ifPresent(it -> result.put(column.name(), it));
      }
    }
    return result;
  }

  private Optional<StepRunner.Refusal> tryInsert(
      Table table, int row, Map<ColumnName, String> instead) {
    List<String> columns = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.generation().orElse(null) instanceof Generation.Computed) {
        continue;
      }
      Optional<String> literal =
          Optional.ofNullable(instead.get(column.name())).or(() -> literal(table, column, row));
      if (literal.isPresent()) {
        columns.add(dialect.quote(column.name().text()));
        literals.add(literal.get());
      } else if (!column.nullable() && column.serverDefault().isEmpty()) {
        return Optional.of(
            new StepRunner.Refusal(
                "", "", "no value is known for " + column.name() + " " + column.type(), false));
      }
    }
    String target = RowSnapshot.qualified(dialect, table.name());
    String sql =
        columns.isEmpty()
            ? "INSERT INTO " + target + " DEFAULT VALUES"
            // Row n refers to row n, by whatever rules its number would be counted.
            : "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)"
                .formatted(target, String.join(", ", columns), String.join(", ", literals));
    return StepRunner.refusal(sql, session.execute(sql));
  }

  private Optional<String> literal(Table table, Column column, int row) {
    ColumnTrail.Place place = new ColumnTrail.Place(table.name(), column.name());
    boolean empty =
        column.nullable()
            && ((row == ROW_OF_NULLS && !demands.filled().contains(place))
                || demands.empty().contains(place)
                || refersToEmpty(table, column));
    return empty ? Optional.of("NULL") : values.value(table, column, row);
  }

  private boolean refersToEmpty(Table table, Column column) {
    return table.foreignKeys().stream()
        .anyMatch(
            it ->
                it.columns().contains(column.name())
                    && !it.target().equals(table.name())
                    && refusedBefore(it.target()));
  }

  /** Returns other values for the columns of checks: the literals written in the checks. */
  private List<Map<ColumnName, String>> candidates(Table table) {
    List<Map<ColumnName, String>> result = new ArrayList<>();
    result.add(new TreeMap<>());
    for (Check check :
        Stream.concat(
                table.constraints().stream(),
                demands.checks().stream()
                    .filter(it -> it.name().equals(table.name()))
                    .flatMap(it -> it.constraints().stream()))
            .filter(Check.class::isInstance)
            .map(Check.class::cast)
            .toList()) {
      List<Map<ColumnName, String>> wider = new ArrayList<>();
      for (Map<ColumnName, String> candidate : result) {
        for (String literal : literals(check)) {
          for (ColumnName column : columns(table, check)) {
            Map<ColumnName, String> more = new TreeMap<>(candidate);
            more.put(column, literal);
            wider.add(more);
          }
        }
      }
      result.addAll(wider.subList(0, Math.min(wider.size(), 60)));
    }
    return result;
  }

  private static List<String> literals(Check check) {
    List<String> result = new ArrayList<>();
    Matcher matcher = LITERAL.matcher(check.condition().text());
    while (matcher.find()) {
      result.add(matcher.group());
      if (matcher.group(2) != null) {
        result.add("(" + matcher.group(2) + " + 1)");
        result.add("(" + matcher.group(2) + " - 1)");
      }
    }
    return result;
  }

  private static List<ColumnName> columns(Table table, Check check) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(check.condition().text());
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return table.columns().stream()
        .map(Column::name)
        .filter(it -> words.contains(it.text()))
        .toList();
  }

  /** Holds rows to a check of the revision while they are put in; it is not there otherwise. */
  private void check(Table table, String action) {
    Check check = (Check) table.constraints().getFirst();
    String name = "limbeck_seed_" + demands.checks().indexOf(table);
    session.execute(
        "ALTER TABLE %s %s CONSTRAINT %s%s"
            .formatted(
                RowSnapshot.qualified(dialect, table.name()),
                action,
                name,
                action.equals("ADD") ? " CHECK (" + check.condition() + ")" : ""));
  }

  /** Holds rows to keys of the revision while they are put in; returns the indexes. */
  private List<String> demandUniques() {
    List<String> result = new ArrayList<>();
    demands
        .uniques()
        .forEach(
            (table, keys) -> {
              for (List<ColumnName> columns : keys) {
                String name = "limbeck_seed_key_" + result.size();
                session.execute(
                    "CREATE UNIQUE INDEX %s ON %s (%s)"
                        .formatted(
                            name,
                            RowSnapshot.qualified(dialect, table),
                            columns.stream()
                                .map(it -> dialect.quote(it.text()))
                                .collect(Collectors.joining(", "))));
                result.add(table.schema().map(it -> dialect.quote(it) + ".").orElse("") + name);
              }
            });
    return result;
  }

  private void drop(Table table) {
    lenient(table, "DROP CONSTRAINT %s");
  }

  private void bringBack(Table table) {
    lenient(table, "ADD CONSTRAINT %s CHECK (%s) NOT VALID");
  }

  private void lenient(Table table, String action) {
    Check check = (Check) table.constraints().getFirst();
    session.execute(
        "ALTER TABLE %s ".formatted(RowSnapshot.qualified(dialect, table.name()))
            + action.formatted(
                dialect.quote(check.name().orElseThrow().text()), check.condition()));
  }

  private void moveSequences(Table table) {
    for (Column column : table.columns()) {
      if (column.autoincrement() || column.generation().isPresent()) {
        session.execute(
            "SELECT setval(pg_get_serial_sequence(%s, %s), 1000)"
                .formatted(
                    SeedValues.quoted(RowSnapshot.qualified(dialect, table.name())),
                    SeedValues.quoted(column.name().text())));
      }
    }
  }
}
