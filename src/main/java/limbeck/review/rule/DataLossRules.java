package limbeck.review.rule;

import static limbeck.review.Category.DATA_LOSS;
import static limbeck.review.Severity.CRITICAL;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.DropConstraint;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.ObjectOperation.DropNamespace;
import limbeck.operation.ObjectOperation.DropSequence;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TableOperation.DropTable;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.Subject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.ReferentialAction;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** What makes rows or values disappear. */
public final class DataLossRules {
  private static final int MANY = 3;

  private DataLossRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(tables(), columns(), rows(), objects()).flatMap(List::stream).toList();
  }

  private static List<Rule> tables() {
    return List.of(
        rule("LK102", "table-dropped", DATA_LOSS, CRITICAL)
            .in(
                DropTable.class,
                "All rows are gone, a downgrade brings back an empty table, and a release that"
                    + " still uses the table fails at once.",
                (facts, step, part, drop) ->
                    About.existed(part, drop.table()) && !isRecreated(facts, drop.table())
                        ? Optional.of(dropped(facts, part, drop))
                        : Optional.empty()),
        rule("LK103", "table-dropped-and-created-anew", DATA_LOSS, CRITICAL)
            .in(
                DropTable.class,
                "The table comes back empty. ALTER TABLE keeps the rows.",
                (facts, step, part, drop) ->
                    About.existed(part, drop.table()) && isRecreated(facts, drop.table())
                        ? Optional.of(
                            Found.at(
                                part,
                                About.table(drop.table()),
                                "table "
                                    + drop.table()
                                    + " is dropped and created anew without its rows"))
                        : Optional.empty()),
        rule("LK104", "most-tables-dropped", DATA_LOSS, CRITICAL)
            .inRevision(
                "That is what autogenerate writes when env.py did not import the modules of the"
                    + " models: what the models do not hold looks superfluous.",
                DataLossRules::massDrop),
        rule("LK105", "dropped-with-cascade", DATA_LOSS, HIGH)
            .inStep(
                "CASCADE drops whatever depends on the object, in this database: foreign keys,"
                    + " views, columns that nobody names here.",
                (facts, step) ->
                    step.parts().stream()
                        .filter(DataLossRules::cascades)
                        .limit(1)
                        .map(
                            it ->
                                Found.at(
                                    it,
                                    About.statement(step),
                                    "CASCADE drops more than the statement names"))));
  }

  private static boolean cascades(StepFacts part) {
    return switch (part.operation()) {
      case DropTable(TableName table, boolean _, boolean cascade) ->
          cascade && About.existed(part, table);
      case DropConstraint drop -> drop.cascade() && About.existed(part, drop.table());
      case DropNamespace(var _, boolean _, boolean cascade) -> cascade;
      default -> false;
    };
  }

  private static Found dropped(RevisionFacts facts, StepFacts part, DropTable drop) {
    String table = "table " + drop.table();
    return Copies.ofTable(facts, part, drop.table())
        .map(
            it ->
                Found.at(
                        part,
                        About.table(drop.table()),
                        table + " is dropped, its rows copied to " + it.table())
                    .as(MEDIUM)
                    .because(
                        it.whereabouts() + " A release that still uses the table fails at once."))
        .orElseGet(
            () ->
                Found.at(part, About.table(drop.table()), table + " is dropped with all its rows"));
  }

  private static boolean isRecreated(RevisionFacts facts, TableName table) {
    return facts.upgrade().stream()
        .anyMatch(
            it ->
                it.operation() instanceof CreateTable create
                    && create.table().name().equals(table));
  }

  private static Stream<Found> massDrop(RevisionFacts facts) {
    List<StepFacts> drops =
        facts.upgrade().stream()
            .filter(
                it -> it.operation() instanceof DropTable drop && About.existed(it, drop.table()))
            .toList();
    boolean most = drops.size() >= MANY && drops.size() * 2 > facts.before().tables().size();
    return most
        ? Stream.of(
            Found.at(
                drops.getFirst(),
                About.revision(facts.revision().id().text()),
                drops.size()
                    + " of "
                    + facts.before().tables().size()
                    + " tables are dropped: were the models imported?"))
        : Stream.empty();
  }

  private static List<Rule> columns() {
    return List.of(
        rule("LK106", "column-takes-objects-along", DATA_LOSS, MEDIUM)
            .in(
                DropColumn.class,
                "PostgreSQL drops indexes and constraints over several columns with any one of"
                    + " them, and says nothing.",
                (facts, step, part, drop) -> {
                  List<String> along = along(part, drop);
                  return along.isEmpty() || !About.existed(part, drop.table())
                      ? Optional.empty()
                      : Optional.of(
                          Found.at(
                              part,
                              About.column(drop.table(), drop.column()),
                              "with "
                                  + drop.table()
                                  + "."
                                  + drop.column()
                                  + " go: "
                                  + String.join(", ", along)));
                }),
        rule("LK107", "type-loses-values", DATA_LOSS, HIGH)
            .in(
                AlterColumn.class,
                "What the new type cannot hold is cut, rounded or converted without a word, and"
                    + " no downgrade brings it back.",
                (facts, step, part, alter) ->
                    alter.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance)
                        ? step.impact().loses().stream()
                            .findFirst()
                            .map(
                                it ->
                                    Found.at(
                                        part,
                                        About.column(alter.table(), alter.column()),
                                        "the new type loses " + it))
                        : Optional.empty()),
        rule("LK108", "rename-as-drop-and-add", DATA_LOSS, HIGH)
            .in(
                DropColumn.class,
                "Autogenerate cannot see a rename and writes a drop and an add instead: the values"
                    + " stay behind. op.alter_column(…, new_column_name=…) keeps them.",
                (facts, step, part, drop) -> renamed(facts, part, drop)),
        rule("LK109", "enum-labels-removed", DATA_LOSS, HIGH)
            .in(
                AlterColumn.class,
                "Rows that hold one of the labels make the statement fail, or are converted to"
                    + " something else by its USING.",
                (facts, step, part, alter) -> labelsRemoved(part, alter)));
  }

  private static List<String> along(StepFacts part, DropColumn drop) {
    List<String> result = new ArrayList<>();
    Optional<Table> table = part.before().table(drop.table());
    if (table.isEmpty()) {
      return result;
    }
    for (Constraint constraint : table.get().constraints()) {
      boolean several =
          switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns().size() > 1;
            case Constraint.Unique unique -> unique.columns().size() > 1;
            case Constraint.ForeignKey key -> key.columns().size() > 1;
            case Constraint.Check check -> otherColumns(table.get(), check, drop.column());
            case Constraint.Exclude exclude -> exclude.elements().size() > 1;
          };
      boolean like = Likes.hasLike(table.get(), constraint, drop.column());
      if (several && !like && Dependents.uses(constraint, drop.column())) {
        result.add(About.constraint(drop.table(), constraint).name());
      }
    }
    table.get().indexes().stream()
        .filter(it -> it.elements().size() > 1 && Dependents.uses(it, drop.column()))
        .filter(it -> !Likes.hasLike(table.get(), it, drop.column()))
        .forEach(it -> result.add(About.name(it)));
    return result;
  }

  private static boolean otherColumns(Table table, Constraint.Check check, ColumnName column) {
    return table.columns().stream()
        .map(Column::name)
        .anyMatch(it -> !it.equals(column) && Dependents.uses(check, it));
  }

  /** Whether two names have a word in common; short ones such as id and at say nothing. */
  private static boolean share(ColumnName one, ColumnName other) {
    Set<String> words = new HashSet<>(List.of(one.text().split("_", -1)));
    words.retainAll(List.of(other.text().split("_", -1)));
    return words.stream().anyMatch(it -> it.length() > 2);
  }

  private static Optional<Found> renamed(RevisionFacts facts, StepFacts part, DropColumn drop) {
    Optional<Column> old =
        part.before().table(drop.table()).flatMap(it -> it.column(drop.column()));
    if (old.isEmpty() || part.lifetimes().born(drop.table(), drop.column())) {
      return Optional.empty();
    }
    List<ColumnName> like =
        facts.upgrade().stream()
            .filter(
                it -> it.operation() instanceof AddColumn add && add.table().equals(drop.table()))
            .map(it -> ((AddColumn) it.operation()).column())
            .filter(it -> it.type().equals(old.get().type()))
            .map(Column::name)
            .toList();
    boolean filled =
        facts.upgrade().stream()
            .anyMatch(
                it ->
                    it.operation() instanceof DataOperation.ExecuteSql sql
                        && sql.writes().contains(drop.table()));
    return like.size() == 1 && !filled
        ? Optional.of(
            Found.at(
                    part,
                    About.column(drop.table(), drop.column()),
                    drop.table()
                        + "."
                        + drop.column()
                        + " is dropped and "
                        + like.getFirst()
                        + " of the same type added: was it renamed?")
                .as(share(drop.column(), like.getFirst()) ? Severity.HIGH : Severity.MEDIUM))
        : Optional.empty();
  }

  private static Optional<Found> labelsRemoved(StepFacts part, AlterColumn alter) {
    Optional<SqlType> old = About.typeBefore(part, alter);
    for (ColumnChange change : alter.changes()) {
      if (change instanceof ColumnChange.SetType(var _, SqlType to, var _)
          && to instanceof SqlType.EnumReference(var newName)
          && old.isPresent()
          && old.get() instanceof SqlType.EnumReference(var oldName)) {
        Set<String> gone =
            new TreeSet<>(part.before().enumType(oldName).map(EnumType::labels).orElse(List.of()));
        gone.removeAll(part.before().enumType(newName).map(EnumType::labels).orElse(List.of()));
        if (!gone.isEmpty()) {
          return Optional.of(
              Found.at(
                  part,
                  About.column(alter.table(), alter.column()),
                  "the new type of "
                      + alter.table()
                      + "."
                      + alter.column()
                      + " lacks "
                      + String.join(", ", gone)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Rule> rows() {
    return List.of(
        rule("LK110", "table-truncated", DATA_LOSS, CRITICAL)
            .inStep(
                "TRUNCATE removes every row at once, and with CASCADE those of every table that"
                    + " refers to it.",
                (facts, step) -> written(step, "truncate", "every row of %s is removed")),
        rule("LK111", "all-rows-deleted", DATA_LOSS, HIGH)
            .inStep(
                "DELETE without a condition removes every row; a downgrade cannot bring them back.",
                (facts, step) ->
                    step.sql().stream().noneMatch(it -> it.matches("(?is).*\\bWHERE\\b.*"))
                        ? written(step, "delete", "every row of %s is deleted")
                        : Stream.empty()),
        rule("LK112", "rows-deleted", DATA_LOSS, LOW)
            .inStep(
                "The rows cannot be brought back by a downgrade.",
                (facts, step) ->
                    step.sql().stream().anyMatch(it -> it.matches("(?is).*\\bWHERE\\b.*"))
                        ? written(step, "delete", "rows of %s are deleted")
                        : Stream.empty()),
        rule("LK113", "values-overwritten", DATA_LOSS, MEDIUM)
            .inStep(
                "An UPDATE without a condition gives every row a new value; the old ones cannot be"
                    + " brought back by a downgrade.",
                (facts, step) ->
                    step.parts().stream()
                        .filter(it -> it.operation() instanceof DataOperation.ExecuteSql)
                        .flatMap(it -> overwritten(it, (DataOperation.ExecuteSql) it.operation()))),
        rule("LK114", "cascade-added", DATA_LOSS, MEDIUM)
            .in(
                AddConstraint.class,
                "From now on, deleting one row of the other table deletes all rows that refer to"
                    + " it.",
                (facts, step, part, add) ->
                    add.constraint() instanceof Constraint.ForeignKey key
                            && key.onDelete() == ReferentialAction.CASCADE
                            && About.existed(part, add.table())
                            && !cascadedBefore(facts, add.table(), key)
                        ? Optional.of(
                            Found.at(
                                part,
                                About.constraint(add.table(), key),
                                "deleting a row of "
                                    + key.target()
                                    + " will delete the rows of "
                                    + add.table()
                                    + " that refer to it"))
                        : Optional.empty()));
  }

  private static Stream<Found> written(StepReview step, String word, String message) {
    return step.parts().stream()
        .filter(it -> it.operation() instanceof DataOperation.ExecuteSql)
        .flatMap(
            it -> {
              DataOperation.ExecuteSql sql = (DataOperation.ExecuteSql) it.operation();
              boolean is =
                  sql.statement()
                      .text()
                      .strip()
                      .toLowerCase(java.util.Locale.ROOT)
                      .startsWith(word);
              return is
                  ? sql.writes().stream()
                      .filter(table -> About.existed(it, table))
                      .map(table -> Found.at(it, About.table(table), message.formatted(table)))
                  : Stream.empty();
            });
  }

  private static Stream<Found> overwritten(StepFacts part, DataOperation.ExecuteSql sql) {
    String text = sql.statement().text();
    boolean all =
        text.matches("(?is)\\s*UPDATE\\b.*") && !text.matches("(?is).*\\b(WHERE|FROM)\\b.*");
    if (!all || sql.writes().size() != 1) {
      return Stream.empty();
    }
    TableName table = sql.writes().first();
    String set = text.replaceFirst("(?is)^.*?\\bSET\\b", "");
    return part.before().table(table).map(Table::columns).orElse(List.of()).stream()
        .filter(it -> set.matches("(?is)(.*,)?\\s*\"?\\Q" + it.name() + "\\E\"?\\s*=.*"))
        .filter(it -> !part.lifetimes().born(table, it.name()))
        .limit(1)
        .map(
            it ->
                Found.at(
                    part,
                    About.column(table, it.name()),
                    "every value of " + table + "." + it.name() + " is overwritten"));
  }

  private static boolean cascadedBefore(
      RevisionFacts facts, TableName table, Constraint.ForeignKey key) {
    return facts.before().table(table).map(Table::foreignKeys).orElse(List.of()).stream()
        .anyMatch(
            it -> it.columns().equals(key.columns()) && it.onDelete() == ReferentialAction.CASCADE);
  }

  private static List<Rule> objects() {
    return List.of(
        rule("LK115", "schema-dropped", DATA_LOSS, CRITICAL)
            .in(
                DropNamespace.class,
                "Everything inside the schema is gone.",
                (facts, step, part, drop) ->
                    step.failsForCertain()
                        ? Optional.empty()
                        : Optional.of(
                            Found.at(
                                part,
                                new Subject("schema", Optional.empty(), drop.name().text()),
                                "schema " + drop.name() + " is dropped"))),
        rule("LK116", "sequence-dropped", DATA_LOSS, LOW)
            .in(
                DropSequence.class,
                "How far it has counted is lost: a new one of the same name gives numbers that are"
                    + " taken.",
                (facts, step, part, drop) ->
                    step.failsForCertain()
                        ? Optional.empty()
                        : Optional.of(
                            Found.at(
                                part,
                                new Subject("sequence", Optional.empty(), drop.name().toString()),
                                "sequence " + drop.name() + " is dropped with its position"))),
        rule("LK117", "table-unlogged", DATA_LOSS, HIGH)
            .onPostgresql()
            .inStep(
                "An unlogged table is emptied after a crash, and is not replicated.",
                (facts, step) ->
                    step.sql().stream()
                            .anyMatch(
                                it ->
                                    it.matches(
                                        "(?is)\\s*ALTER\\s+TABLE\\b.*\\bSET\\s+UNLOGGED\\b.*"))
                        ? Stream.of(
                            Found.at(
                                step,
                                About.statement(step),
                                "the table loses all rows when the server crashes"))
                        : Stream.empty()));
  }
}
