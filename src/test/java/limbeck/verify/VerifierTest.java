package limbeck.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Dialects;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.operation.Creation;
import limbeck.operation.DataOperation.Backfill;
import limbeck.operation.DataOperation.ExecuteSql;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.IndexOperation.DropIndex;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation.RenameEnumLabel;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class VerifierTest {
  private static final TableName USERS = TableName.of("users");
  private static final TableName TASKS = TableName.of("tasks");
  private static final ColumnName PRIORITY = new ColumnName("priority");
  private static final SqlType TEXT20 = new SqlType.Varchar(Optional.of(20), Optional.empty());
  private static final SqlType INTEGER = new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);

  private static Table table(TableName name, Column... columns) {
    Column id = Column.of("id", INTEGER, false).withAutoincrement(true);
    return new Table(
        name,
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(id), java.util.Arrays.stream(columns))
            .toList(),
        List.of(
            new Constraint.PrimaryKey(
                Optional.empty(), List.of(id.name()), Deferral.NOT_DEFERRABLE)),
        List.of(),
        Optional.empty(),
        new TreeMap<>());
  }

  private static Schema before() {
    Table users = table(USERS, Column.of("email", TEXT20, false));
    Table tasks =
        table(
            TASKS,
            Column.of("title", TEXT20, false),
            Column.of("user_id", INTEGER, false),
            Column.of("mood", new SqlType.EnumReference(TypeName.of("mood")), true));
    Constraint key =
        new Constraint.ForeignKey(
            Optional.empty(),
            List.of(new ColumnName("user_id")),
            USERS,
            List.of(new ColumnName("id")),
            ReferentialAction.CASCADE,
            ReferentialAction.NO_ACTION,
            Optional.empty(),
            Deferral.NOT_DEFERRABLE,
            true);
    Constraint check =
        new Constraint.Check(Optional.empty(), new SqlText("title IN ('draft', 'final')"), true);
    List<Constraint> constraints = new java.util.ArrayList<>(tasks.constraints());
    constraints.add(key);
    constraints.add(check);
    return Schema.of(
        List.of(users, tasks.withConstraints(constraints)),
        List.of(new EnumType(TypeName.of("mood"), List.of("sad", "glad"))));
  }

  private static List<Step> steps(Operation... operations) {
    return java.util.Arrays.stream(operations)
        .map(it -> Step.of(it, new Origin.Generated("a test")))
        .toList();
  }

  private static AlterColumn notNull() {
    return new AlterColumn(TASKS, PRIORITY, List.of(new ColumnChange.SetNullable(false)));
  }

  private static Verdict prove(Optional<Schema> wanted, List<Step> upgrade, List<Step> downgrade) {
    Schema before = before();
    List<Step> history =
        Creation.of(before).stream()
            .map(it -> Step.of(it, new Origin.Generated("a test")))
            .toList();
    Claim claim = new Claim(before, Optional.of(history), upgrade, downgrade, wanted);
    return new Verifier(SharedServer.of(16), Dialects.of(DialectName.POSTGRESQL)).prove(claim);
  }

  private static List<Step> addPriority() {
    return steps(
        new AddColumn(TASKS, Column.of("priority", TEXT20, true), false),
        new Backfill(TASKS, PRIORITY, new SqlText("'medium'"), Optional.empty()),
        notNull());
  }

  private static Schema withPriority() {
    return before()
        .mapTable(
            TASKS,
            table -> {
              List<Column> columns = new java.util.ArrayList<>(table.columns());
              columns.add(1, Column.of("priority", TEXT20, false));
              return table.withColumns(columns);
            });
  }

  private static List<Step> dropPriority() {
    return steps(new DropColumn(TASKS, PRIORITY, false));
  }

  @Test
  void provesWhatIsRight() {
    Verdict verdict = prove(Optional.of(withPriority()), addPriority(), dropPriority());
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    assertThat(((Verdict.Proven) verdict).evidence())
        .extracting(Verdict.Evidence::text)
        .contains("6 rows were put into 2 tables", "17 values found again");
  }

  @Test
  void seesThatTheModelsSayAnotherThing() {
    Verdict verdict = prove(Optional.of(before()), addPriority(), dropPriority());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Diverged.class,
            it -> {
              assertThat(it.stage()).isEqualTo(Verdict.Stage.COMPARE_WITH_MODELS);
              assertThat(it.differences())
                  .containsExactly("column in table tasks priority should not be there");
            });
  }

  @Test
  void seesAStatementThatRowsRefuse() {
    Verdict verdict =
        prove(
            Optional.of(withPriority()),
            steps(new AddColumn(TASKS, Column.of("priority", TEXT20, false), false)),
            dropPriority());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            it -> {
              assertThat(it.stage()).isEqualTo(Verdict.Stage.UPGRADE);
              assertThat(it.sqlState()).isEqualTo("23502");
              assertThat(it.statement()).startsWith("ALTER TABLE tasks ADD COLUMN priority");
            });
  }

  @Test
  void seesThatTheWayBackForgetsSomething() {
    Verdict verdict = prove(Optional.of(withPriority()), addPriority(), steps());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Diverged.class,
            it -> assertThat(it.stage()).isEqualTo(Verdict.Stage.COMPARE_WITH_BEFORE));
  }

  @Test
  void seesRowsThatNoStepSpeaksOf() {
    Verdict verdict =
        prove(
            Optional.empty(),
            steps(
                new ExecuteSql(
                    new SqlText("DELETE FROM tasks WHERE id = 1"),
                    new TreeSet<>(),
                    new TreeSet<>())),
            steps());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Diverged.class,
            it -> {
              assertThat(it.stage()).isEqualTo(Verdict.Stage.ROWS_AFTER_UPGRADE);
              assertThat(it.differences()).anyMatch(line -> line.startsWith("tasks.id: 1 of 3"));
            });
  }

  @Test
  void runsAConcurrentBuildOutsideTheTransaction() {
    Index index = Index.of("ix_tasks_user_id", false, List.of(new ColumnName("user_id")));
    Verdict verdict =
        prove(
            Optional.of(before().mapTable(TASKS, table -> table.withIndexes(List.of(index)))),
            List.of(
                new Step(
                    new CreateIndex(TASKS, index, true, false),
                    new Origin.Generated("a test"),
                    true)),
            List.of(
                new Step(
                    new DropIndex(
                        Optional.of(TASKS),
                        Optional.empty(),
                        new IndexName("ix_tasks_user_id"),
                        true,
                        false),
                    new Origin.Generated("a test"),
                    true)));
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void putsInRowsWithEveryLabelThereWas() {
    TypeName mood = TypeName.of("mood");
    Schema wanted =
        Schema.of(
            List.copyOf(before().tables().values()),
            List.of(new EnumType(mood, List.of("blue", "glad"))));
    SqlType type = new SqlType.EnumReference(mood);
    AlterColumn same =
        new AlterColumn(
            TASKS,
            new ColumnName("mood"),
            List.of(new ColumnChange.SetType(Optional.empty(), type, Optional.empty())));
    Verdict verdict =
        prove(
            Optional.of(wanted),
            steps(new RenameEnumLabel(mood, "sad", "blue"), same),
            steps(new RenameEnumLabel(mood, "blue", "sad")));
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    // Two labels, one row with NULL, and one more.
    assertThat(((Verdict.Proven) verdict).evidence())
        .extracting(Verdict.Evidence::text)
        .contains("8 rows were put into 2 tables");
  }

  @Test
  void putsInArraysOfLabelsAndRowsThatABatchHasToFill() {
    SqlType type = new SqlType.ArrayOf(new SqlType.EnumReference(TypeName.of("mood")), 1);
    Schema before =
        before()
            .mapTable(
                TASKS,
                table -> {
                  List<Column> columns = new java.util.ArrayList<>(table.columns());
                  columns.add(Column.of("moods", type, true));
                  List<Constraint> constraints = new java.util.ArrayList<>(table.constraints());
                  constraints.add(
                      new Constraint.Check(
                          Optional.of(new ConstraintName("moods_set")),
                          new SqlText("moods IS NOT NULL"),
                          false));
                  return table.withColumns(columns).withConstraints(constraints);
                });
    ExecuteSql fill =
        new ExecuteSql(
            new SqlText("UPDATE tasks SET moods = '{sad}' WHERE moods IS NULL"),
            new TreeSet<>(List.of(TASKS)),
            new TreeSet<>(List.of(TASKS)));
    Verdict verdict =
        new Verifier(SharedServer.of(16), Dialects.of(DialectName.POSTGRESQL))
            .prove(new Claim(before, Optional.empty(), steps(fill), List.of(), Optional.empty()));
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    assertThat(((Verdict.Proven) verdict).evidence())
        .extracting(Verdict.Evidence::text)
        .contains("8 rows were put into 2 tables");
  }
}
