package limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
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
import org.junit.jupiter.api.Test;

class ApplyTest {
  private static final TableName USERS = TableName.of("users");
  private static final TableName TASKS = TableName.of("tasks");
  private static final SqlType INTEGER = new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
  private static final SqlType TEXT = new SqlType.Text(Optional.empty());

  private static ColumnName name(String text) {
    return new ColumnName(text);
  }

  private static Table table(
      TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
    return new Table(name, columns, constraints, indexes, Optional.empty(), new TreeMap<>());
  }

  private static Constraint key(String column) {
    return new Constraint.PrimaryKey(
        Optional.empty(), List.of(name(column)), Deferral.NOT_DEFERRABLE);
  }

  private static Constraint.ForeignKey reference(String column, TableName target, String key) {
    return new Constraint.ForeignKey(
        Optional.empty(),
        List.of(name(column)),
        target,
        List.of(name(key)),
        ReferentialAction.CASCADE,
        ReferentialAction.NO_ACTION,
        Optional.empty(),
        Deferral.NOT_DEFERRABLE,
        true);
  }

  private static Constraint check(String condition) {
    return new Constraint.Check(Optional.empty(), new SqlText(condition), true);
  }

  private static Constraint unique(String column) {
    return new Constraint.Unique(
        Optional.empty(), List.of(name(column)), List.of(), false, Deferral.NOT_DEFERRABLE);
  }

  private static Schema project() {
    return Schema.of(
        List.of(
            table(
                USERS,
                List.of(Column.of("id", INTEGER, false), Column.of("email", TEXT, false)),
                List.of(key("id"), unique("email")),
                List.of()),
            table(
                TASKS,
                List.of(
                    Column.of("id", INTEGER, false),
                    Column.of("user_id", INTEGER, true),
                    Column.of("title", TEXT, false)),
                List.of(
                    key("id"),
                    reference("user_id", USERS, "id"),
                    check("length(title) > 0 AND title <> 'title'")),
                List.of(Index.of("ix_tasks_title", false, List.of(name("title")))))),
        List.of());
  }

  @Test
  void droppingAColumnTakesAlongWhatIsOverIt() {
    ApplyResult result =
        Apply.apply(new ColumnOperation.DropColumn(TASKS, name("title"), false), project());
    Table tasks = result.schema().table(TASKS).orElseThrow();
    assertThat(result.problems()).isEmpty();
    assertThat(tasks.indexes()).isEmpty();
    assertThat(tasks.constraints()).containsExactly(key("id"), reference("user_id", USERS, "id"));
  }

  @Test
  void droppingAReferencedColumnIsReportedAndDropsTheReference() {
    ApplyResult result =
        Apply.apply(new ColumnOperation.DropColumn(USERS, name("id"), false), project());
    assertThat(result.problems())
        .containsExactly("column users.id is still referenced by a foreign key of tasks");
    assertThat(result.schema().table(TASKS).orElseThrow().foreignKeys()).isEmpty();
    assertThat(result.schema().table(USERS).orElseThrow().primaryKey()).isEmpty();
  }

  @Test
  void aNewNameOfAColumnReachesExpressionsAndReferrers() {
    Schema schema =
        Apply.after(
            List.of(
                new ColumnOperation.AlterColumn(
                    TASKS, name("title"), List.of(new ColumnChange.Rename(name("order")))),
                new ColumnOperation.AlterColumn(
                    USERS, name("id"), List.of(new ColumnChange.Rename(name("key"))))),
            project());
    Table tasks = schema.table(TASKS).orElseThrow();
    assertThat(tasks.constraints())
        .contains(
            new Constraint.Check(
                Optional.of(new ConstraintName("tasks_title_check")),
                new SqlText("length(\"order\") > 0 AND \"order\" <> 'title'"),
                true));
    assertThat(tasks.indexes())
        .containsExactly(Index.of("ix_tasks_title", false, List.of(name("order"))));
    assertThat(tasks.foreignKeys()).containsExactly(reference("user_id", USERS, "key"));
  }

  @Test
  void aRenamedTableKeepsTheNamesTheDatabaseGaveAndItsReferrersFollow() {
    TableName people = TableName.of("people");
    Schema schema = Apply.after(new TableOperation.RenameTable(USERS, people), project());
    assertThat(schema.table(people).orElseThrow().constraints())
        .contains(unique("email").withName(Optional.of(new ConstraintName("users_email_key"))));
    assertThat(schema.table(TASKS).orElseThrow().foreignKeys())
        .containsExactly(reference("user_id", people, "id"));
  }

  @Test
  void anUnnamedConstraintIsDroppedByTheNameTheDatabaseGave() {
    ApplyResult result =
        Apply.apply(
            new ConstraintOperation.DropConstraint(
                USERS, new ConstraintName("users_email_key"), Optional.empty(), false, false),
            project());
    assertThat(result.problems()).isEmpty();
    assertThat(result.schema().table(USERS).orElseThrow().constraints()).containsExactly(key("id"));
  }

  @Test
  void droppingAReferencedTableNeedsCascade() {
    assertThat(Apply.apply(new TableOperation.DropTable(USERS, false, false), project()).problems())
        .containsExactly("table users is still referenced by a foreign key of tasks");
    assertThat(Apply.apply(new TableOperation.DropTable(USERS, false, true), project()).problems())
        .isEmpty();
  }

  @Test
  void changesOfAColumnFollowEachOther() {
    Schema schema =
        Apply.after(
            new ColumnOperation.AlterColumn(
                TASKS,
                name("title"),
                List.of(
                    new ColumnChange.Rename(name("label")),
                    new ColumnChange.SetNullable(true),
                    new ColumnChange.SetDefault(
                        Optional.empty(), Optional.of(new Default.Literal("x"))))),
            project());
    assertThat(schema.table(TASKS).orElseThrow().column(name("label")))
        .contains(
            Column.of("label", TEXT, true)
                .withServerDefault(Optional.of(new Default.Literal("x"))));
  }

  @Test
  void anAddedPrimaryKeyForbidsNull() {
    Table bare = table(USERS, List.of(Column.of("id", INTEGER, true)), List.of(), List.of());
    Schema schema =
        Apply.after(
            new ConstraintOperation.AddConstraint(USERS, key("id"), Optional.empty()),
            Schema.of(List.of(bare), List.of()));
    assertThat(schema.table(USERS).orElseThrow().column(name("id")).orElseThrow().nullable())
        .isFalse();
  }

  @Test
  void labelsKeepTheirPlaceAndDefaultsFollowTheirLabel() {
    TypeName mood = TypeName.of("mood");
    Table table =
        table(
            USERS,
            List.of(
                Column.of("mood", new SqlType.EnumReference(mood), false)
                    .withServerDefault(Optional.of(new Default.Literal("ok")))),
            List.of(),
            List.of());
    Schema schema =
        Apply.after(
            List.of(
                new TypeOperation.AddEnumLabel(
                    mood, "bad", Optional.of("ok"), Optional.empty(), false),
                new TypeOperation.RenameEnumLabel(mood, "ok", "fine"),
                new TypeOperation.RenameType(mood, TypeName.of("feeling"))),
            Schema.of(List.of(table), List.of(new EnumType(mood, List.of("ok", "good")))));
    assertThat(schema.enums().values())
        .containsExactly(new EnumType(TypeName.of("feeling"), List.of("bad", "fine", "good")));
    assertThat(schema.table(USERS).orElseThrow().columns())
        .containsExactly(
            Column.of("mood", new SqlType.EnumReference(TypeName.of("feeling")), false)
                .withServerDefault(Optional.of(new Default.Literal("fine"))));
  }

  @Test
  void anIndexBecomesAConstraint() {
    Schema schema =
        Apply.after(
            new ConstraintOperation.AddConstraint(
                TASKS,
                new Constraint.Unique(
                    Optional.empty(),
                    List.of(name("title")),
                    List.of(),
                    false,
                    Deferral.NOT_DEFERRABLE),
                Optional.of(new IndexName("ix_tasks_title"))),
            project());
    Table tasks = schema.table(TASKS).orElseThrow();
    assertThat(tasks.indexes()).isEmpty();
    assertThat(tasks.constraint(new ConstraintName("ix_tasks_title"))).isPresent();
  }

  @Test
  void whatHasNoTableIsReportedAndChangesNothing() {
    Operation operation =
        new ColumnOperation.AddColumn(TableName.of("absent"), Column.of("x", TEXT, true), false);
    ApplyResult result = Apply.apply(operation, project());
    assertThat(result.problems()).containsExactly("there is no table absent");
    assertThat(result.schema()).isEqualTo(project());
  }
}
