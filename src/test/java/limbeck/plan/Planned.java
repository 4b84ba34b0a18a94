package limbeck.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import limbeck.diff.DiffOptions;
import limbeck.diff.SchemaDiff;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.revision.Step;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** A plan from one schema to another, in the words a person reads. */
final class Planned {
  private final Schema before;
  private final Schema after;
  private final AnswerReader answers;
  private final SortedMap<ColumnPlace, SqlText> defaults = new TreeMap<>();
  private Strategy strategy = Strategy.DIRECT;
  private PlanOptions plain = PlanOptions.postgresql(16);

  private Planned(Schema before, Schema after) {
    this.before = before;
    this.after = after;
    this.answers = new AnswerReader(before, after);
  }

  static Planned from(Schema before, Schema after) {
    return new Planned(before, after);
  }

  static Planned from(Table before, Table after) {
    return from(Schema.of(List.of(before), List.of()), Schema.of(List.of(after), List.of()));
  }

  Planned pythonDefault(String table, String column, String sql) {
    defaults.put(new ColumnPlace(TableName.of(table), new ColumnName(column)), new SqlText(sql));
    return this;
  }

  Planned answer(Consumer<AnswerReader> answer) {
    answer.accept(answers);
    return this;
  }

  Planned online() {
    strategy = Strategy.ONLINE;
    return this;
  }

  Planned onMariadb() {
    plain =
        PlanOptions.of(DialectName.MARIADB, 0, DefaultNames.mysql(true), UnaryOperator.identity());
    return this;
  }

  Planned onSqlite() {
    plain =
        PlanOptions.of(DialectName.SQLITE, 0, DefaultNames.described(), UnaryOperator.identity());
    return this;
  }

  Plan plan() {
    Answers given = answers.answers();
    DiffOptions options =
        DiffOptions.of(UnaryOperator.identity(), plain.names())
            .withRenames(given.statedRenames(before, after));
    return Planner.plan(
        SchemaDiff.between(before, after, options),
        before,
        after,
        plain
            .withAnswers(given)
            .withPythonDefaults(defaults)
            .withStrategy(strategy, java.util.Set.of()));
  }

  static List<String> words(List<Step> steps) {
    return steps.stream()
        .map(it -> (it.autocommit() ? "(alone) " : "") + Describe.describe(it.operation()))
        .toList();
  }

  static List<String> arguments(Plan plan) {
    return plan.questions().stream()
        .flatMap(it -> it.options().stream())
        .map(Question.Option::argument)
        .toList();
  }
}
