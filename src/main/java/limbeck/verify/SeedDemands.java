package limbeck.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.ValidateConstraint;
import limbeck.operation.DataOperation.Backfill;
import limbeck.operation.DataOperation.ExecuteSql;
import limbeck.operation.DataOperation.RequireNoRows;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.Operation;
import limbeck.operation.TypeFamily;
import limbeck.revision.Step;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * What the rows before a revision must be like for it to carry them along: what it refuses by its
 * nature (NULL where it sets NOT NULL, a text that is no number where it makes one of it) proves
 * nothing against it. Each is an assumption of the proof, and is said.
 */
final class SeedDemands {
  private static final Pattern PRESENT =
      Pattern.compile("\\(*(\"[^\"]+\"|\\w+) IS NOT NULL\\)*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_ROWS =
      Pattern.compile("IF EXISTS \\(\\s*SELECT 1 FROM (\\S+)\\s*\\)\\s*THEN\\s*RAISE EXCEPTION");
  private static final Pattern ASSIGNED = Pattern.compile("NEW\\.(\"[^\"]+\"|\\w+) := (.+);");

  private final Set<ColumnTrail.Place> filled = new HashSet<>();
  private final Set<ColumnTrail.Place> empty = new HashSet<>();
  private final Set<TableName> vacant = new HashSet<>();
  private final Map<ColumnTrail.Place, SqlType> texts = new HashMap<>();
  private final List<Table> checks = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();
  private final Map<TableName, List<List<ColumnName>>> uniques = new TreeMap<>();
  private final List<Table> lenient = new ArrayList<>();
  private final Set<ColumnTrail.Place> backfilled = new HashSet<>();
  private int rows = Seeder.ROWS;
  private final ColumnTrail trail;
  private Schema before;
  private Schema types;

  private SeedDemands(Schema before) {
    this.before = before;
    this.types = before;
    this.trail = ColumnTrail.at(before);
  }

  /** Demands nothing: the rows are what the schema allows. */
  static SeedDemands none(Schema before) {
    return new SeedDemands(before);
  }

  static SeedDemands of(Claim claim) {
    SeedDemands demands = new SeedDemands(claim.before());
    claim.before().objects().values().forEach(demands::keptInStep);
    Schema schema = claim.before();
    for (Step step : claim.upgrade()) {
      Schema after = Apply.after(step.operation(), schema);
      after.enums().values().forEach(demands::add);
      demands.look(step.operation(), schema);
      demands.trail.pass(step.operation());
      schema = after;
    }
    demands.notFilledYet(claim.upgrade());
    return demands;
  }

  private void add(EnumType type) {
    types = types.with(type);
  }

  /** Rows that a batch is to fill lack what a check that is not validated asks of new ones. */
  private void notFilledYet(List<Step> upgrade) {
    Set<TableName> written = new HashSet<>();
    Set<ConstraintName> validated = new HashSet<>();
    for (Step step : upgrade) {
      switch (step.operation()) {
        case ExecuteSql sql -> written.addAll(sql.writes());
        case ValidateConstraint it -> validated.add(it.name());
        default -> {} // nothing else fills what is there in batches, or looks at it
      }
    }
    for (TableName name : written) {
      before.table(name).ifPresent(it -> notFilledYet(it, validated));
    }
  }

  private void notFilledYet(Table table, Set<ConstraintName> validated) {
    for (Constraint constraint : table.constraints()) {
      boolean waits =
          constraint instanceof Constraint.Check check
              && !check.validated()
              && check.name().filter(it -> !validated.contains(it)).isPresent()
              && PRESENT.matcher(check.condition().text()).matches();
      if (waits) {
        lenient.add(table.withConstraints(List.of(constraint)));
      }
    }
    table.columns().forEach(it -> everyLabel(it.type()));
  }

  /** Each label may become something else; one row more than labels may have NULL. */
  private void everyLabel(SqlType type) {
    for (TypeName it : Dependents.enumsOf(type.on(DialectName.POSTGRESQL))) {
      int labels = types.enumType(it).map(found -> found.labels().size()).orElse(0);
      rows = Math.max(rows, Math.min(labels + Seeder.ROW_OF_NULLS, Seeder.MOST_ROWS));
    }
  }

  /** Nullable columns that get no NULL. */
  Set<ColumnTrail.Place> filled() {
    return filled;
  }

  /** Nullable columns that get nothing but NULL. */
  Set<ColumnTrail.Place> empty() {
    return empty;
  }

  /** Tables that must have no rows at all. */
  Set<TableName> vacant() {
    return vacant;
  }

  /** Columns of text whose values must read like values of another type. */
  Map<ColumnTrail.Place, SqlType> texts() {
    return texts;
  }

  /** The schema before, with the references that the revision demands of its rows. */
  Schema schema() {
    return before;
  }

  /** The schema before with every enum type there will be, with the labels it will have. */
  Schema types() {
    return types;
  }

  /** How many rows a table needs for every value that the revision may treat in its own way. */
  int rows() {
    return rows;
  }

  /**
   * Rules over rows that are there already and need not satisfy them: they are not validated, and
   * the revision does not do it.
   */
  List<Table> lenient() {
    return lenient;
  }

  /** Tables before, each with one check that its rows must satisfy. */
  List<Table> checks() {
    return checks;
  }

  /** Columns, by their table, in which rows must differ. */
  Map<TableName, List<List<ColumnName>>> uniques() {
    return uniques;
  }

  /** Each assumption, one sentence. */
  List<String> assumptions() {
    return assumptions;
  }

  private void look(Operation operation, Schema now) {
    if (operation instanceof RequireNoRows it && !it.query().text().contains(" WHERE ")) {
      trail.origin(it.table()).ifPresent(vacant::add);
    } else if (operation instanceof ExecuteSql sql) {
      vacated(sql.statement().text(), now);
    } else if (operation instanceof Backfill fill) {
      trail.origin(new ColumnTrail.Place(fill.table(), fill.column())).ifPresent(backfilled::add);
    } else if (operation instanceof AlterColumn(TableName table, ColumnName column, var changes)) {
      for (ColumnChange change : changes) {
        trail.origin(new ColumnTrail.Place(table, column)).ifPresent(it -> look(it, change));
      }
    } else if (operation instanceof CreateIndex create && create.index().unique()) {
      List<ColumnName> columns =
          create.index().elements().stream().flatMap(it -> it.column().stream()).toList();
      boolean plain = columns.size() == create.index().elements().size();
      if (plain && create.index().where().isEmpty()) {
        distinct(create.table(), columns);
      }
    } else if (operation instanceof AddConstraint add) {
      switch (add.constraint()) {
        case Constraint.ForeignKey key -> reference(add.table(), key);
        case Constraint.Check check -> check(add.table(), check, now);
        case Constraint.PrimaryKey key -> distinct(add.table(), key.columns());
        case Constraint.Unique key -> distinct(add.table(), key.columns());
        case Constraint.Exclude _ -> {}
      }
    }
  }

  private void look(ColumnTrail.Place origin, ColumnChange change) {
    if (change instanceof ColumnChange.SetNullable(boolean nullable)) {
      if (!nullable && !backfilled.contains(origin)) {
        filled.add(origin);
        assumptions.add("no row has NULL in " + origin.table() + "." + origin.column());
      }
    } else if (change instanceof ColumnChange.SetType type) {
      SqlType from = column(origin).type().on(DialectName.POSTGRESQL);
      SqlType to = type.to().on(DialectName.POSTGRESQL);
      everyLabel(from);
      everyLabel(to);
      boolean parsed =
          TypeFamily.of(from) == TypeFamily.STRING && TypeFamily.of(to) != TypeFamily.STRING;
      if (parsed && texts.putIfAbsent(origin, to) == null) {
        assumptions.add(
            "every value of " + origin.table() + "." + origin.column() + " can be converted");
      }
    }
  }

  /**
   * A trigger that makes one column of another has let no text through that it could not convert;
   * the rows of the proof come without triggers, and must be like that, too.
   */
  private void keptInStep(CarriedObject object) {
    String name = object.name().name();
    int dot = name.lastIndexOf('.');
    Optional<Table> table =
        object.kind() == CarriedObject.Kind.TRIGGER && dot > 0
            ? before.table(new TableName(object.name().schema(), name.substring(0, dot)))
            : Optional.empty();
    String function =
        Schema.objectKey(
            CarriedObject.Kind.FUNCTION,
            new ObjectName(object.name().schema(), name.substring(dot + 1)));
    if (table.isPresent() && before.objects().containsKey(function)) {
      Matcher matcher = ASSIGNED.matcher(before.objects().get(function).definition().text());
      while (matcher.find()) {
        String made = matcher.group(1).replace("\"", "");
        SqlText from = new SqlText(matcher.group(2));
        table
            .orElseThrow()
            .column(new ColumnName(made))
            .map(it -> it.type().on(DialectName.POSTGRESQL))
            .filter(it -> TypeFamily.of(it) != TypeFamily.STRING)
            .ifPresent(it -> readable(table.orElseThrow(), from, it));
      }
    }
  }

  private void readable(Table table, SqlText expression, SqlType type) {
    for (Column it : table.columns()) {
      ColumnTrail.Place place = new ColumnTrail.Place(table.name(), it.name());
      boolean read =
          TypeFamily.of(it.type().on(DialectName.POSTGRESQL)) == TypeFamily.STRING
              && Identifiers.mentions(expression, it.name().text());
      if (read && texts.putIfAbsent(place, type) == null) {
        assumptions.add("every value of " + table.name() + "." + it.name() + " can be converted");
      }
    }
  }

  /** A check as it stands in a script: it stops when a table has any row. */
  private void vacated(String sql, Schema now) {
    Matcher matcher = NO_ROWS.matcher(sql);
    while (matcher.find()) {
      for (TableName it : now.tables().keySet()) {
        String spelled =
            it.schema().map(schema -> Identifiers.quoted(schema) + ".").orElse("")
                + Identifiers.quoted(it.name());
        if (spelled.equals(matcher.group(1))) {
          trail.origin(it).ifPresent(vacant::add);
        }
      }
    }
  }

  private Column column(ColumnTrail.Place place) {
    return before.table(place.table()).orElseThrow().column(place.column()).orElseThrow();
  }

  /** A foreign key over columns that were there before must find what they refer to. */
  private void reference(TableName table, Constraint.ForeignKey key) {
    List<ColumnTrail.Place> from =
        key.columns().stream()
            .flatMap(it -> trail.origin(new ColumnTrail.Place(table, it)).stream())
            .toList();
    if (from.size() < key.columns().size()) {
      return;
    }
    Table holder = before.table(from.getFirst().table()).orElseThrow();
    List<ColumnName> columns = from.stream().map(ColumnTrail.Place::column).toList();
    List<ColumnTrail.Place> to =
        key.targetColumns().stream()
            .flatMap(it -> trail.origin(new ColumnTrail.Place(key.target(), it)).stream())
            .toList();
    boolean known = !to.isEmpty() && to.size() == key.targetColumns().size();
    if (known) {
      TableName target = to.getFirst().table();
      boolean held =
          holder.foreignKeys().stream()
              .anyMatch(it -> it.columns().equals(columns) && it.target().equals(target));
      if (!held) {
        List<Constraint> all = new ArrayList<>(holder.constraints());
        all.add(
            new Constraint.ForeignKey(
                Optional.empty(),
                columns,
                target,
                to.stream().map(ColumnTrail.Place::column).toList(),
                key.onDelete(),
                key.onUpdate(),
                key.match(),
                key.deferral(),
                true));
        before = before.with(holder.withConstraints(all));
        assumptions.add("every row of " + holder.name() + " refers to a row of " + target);
      }
    } else {
      from.stream()
          .filter(it -> column(it).nullable())
          .forEach(
              it -> {
                empty.add(it);
                assumptions.add(
                    "rows of "
                        + holder.name()
                        + " have NULL in "
                        + it.column()
                        + ", since "
                        + key.target()
                        + " has no such rows yet");
              });
    }
  }

  /** A key over columns that were there before must find rows that differ in them. */
  private void distinct(TableName table, List<ColumnName> columns) {
    List<ColumnTrail.Place> from =
        columns.stream()
            .flatMap(it -> trail.origin(new ColumnTrail.Place(table, it)).stream())
            .toList();
    boolean untouched =
        from.size() == columns.size()
            && from.stream().noneMatch(it -> backfilled.contains(it) || texts.containsKey(it));
    if (untouched) {
      TableName holder = from.getFirst().table();
      uniques
          .computeIfAbsent(holder, _ -> new ArrayList<>())
          .add(from.stream().map(ColumnTrail.Place::column).toList());
      assumptions.add(
          "no two rows of "
              + holder
              + " are the same in "
              + from.stream().map(it -> it.column().text()).collect(Collectors.joining(", ")));
    }
  }

  /** A check over columns that keep their names and values is one that rows must satisfy. */
  private void check(TableName table, Constraint.Check check, Schema now) {
    Optional<Table> old = before.table(table);
    if (old.isEmpty() || !check.validated()) {
      return;
    }
    Table present = now.table(table).orElse(old.orElseThrow());
    boolean untouched =
        present.columns().stream()
            .filter(it -> Dependents.uses(check, it.name()))
            .allMatch(
                it -> {
                  ColumnTrail.Place place = new ColumnTrail.Place(table, it.name());
                  return trail.origin(place).equals(Optional.of(place))
                      && !backfilled.contains(place)
                      && !texts.containsKey(place)
                      && it.type().equals(column(place).type());
                });
    if (untouched) {
      checks.add(old.orElseThrow().withConstraints(List.of(check)));
      assumptions.add("every row of " + table + " satisfies " + check.condition());
    }
  }
}
