package limbeck.plan;

import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.varchar;
import static limbeck.plan.Planned.arguments;
import static limbeck.plan.Planned.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import limbeck.operation.DataOperation;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Test;

/** The patterns an expert knows. */
class PlannerTest {
  private static final Table USERS =
      table("users", key("id", INTEGER), required("email", varchar(255)), primary("", "id"));
  private static final Table TASKS =
      table("tasks", key("id", INTEGER), required("title", varchar(200)), primary("", "id"));

  private static Table with(Table table, Object... parts) {
    Object[] all =
        java.util.stream.Stream.of(
                table.columns().stream(),
                table.constraints().stream(),
                table.indexes().stream(),
                java.util.Arrays.stream(parts))
            .flatMap(it -> it)
            .toArray();
    return table(table.name().toString(), all);
  }

  private static Schema schema(Table... tables) {
    return Schema.of(List.of(tables), List.of());
  }

  @Test
  void aNewTableBringsItsKeysAndIndexes() {
    Column created =
        required("created_at", DATETIME).withServerDefault(Optional.of(new Default.Now()));
    Table tasks =
        with(
            TASKS,
            created,
            required("user_id", INTEGER),
            foreign("", "user_id", "users", "id", ReferentialAction.CASCADE),
            index("ix_tasks_user_id", "user_id"));
    Plan plan = Planned.from(schema(USERS), schema(USERS, tasks)).plan();
    assertThat(words(plan.upgrade())).containsExactly("create table tasks");
    assertThat(words(plan.downgrade())).containsExactly("drop table tasks");
    assertThat(plan.questions()).isEmpty();
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void aRequiredColumnIsFilledFromTheDefaultOfTheModel() {
    Table after =
        with(TASKS, required("priority", varchar(20)), index("ix_tasks_priority", "priority"));
    Plan plan = Planned.from(TASKS, after).pythonDefault("tasks", "priority", "'medium'").plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "add column tasks.priority VARCHAR(20)",
            "fill tasks.priority with 'medium' where priority IS NULL",
            "alter column tasks.priority: NOT NULL",
            "create index ix_tasks_priority on tasks (priority)");
    assertThat(words(plan.downgrade()))
        .containsExactly("drop index ix_tasks_priority of tasks", "drop column tasks.priority");
    assertThat(plan.steps())
        .extracting(ClassifiedStep::classification)
        .containsExactly(
            Classification.ADDITIVE,
            Classification.DATA,
            Classification.TRANSFORMING,
            Classification.ADDITIVE);
  }

  @Test
  void aRequiredColumnWithoutAValueIsAQuestion() {
    Plan plan = Planned.from(TASKS, with(TASKS, required("priority", varchar(20)))).plan();
    assertThat(arguments(plan))
        .containsExactly("--fill tasks.priority=\"''\"", "--no-fill tasks.priority");
    assertThat(plan.questions().getFirst().safe().orElseThrow().argument())
        .isEqualTo("--no-fill tasks.priority");
  }

  @Test
  void whereValuesMustDifferTheExampleDoes() {
    Table named = with(TASKS, required("code", varchar(20)), unique("uq_tasks_code", "code"));
    assertThat(arguments(Planned.from(TASKS, named).plan()))
        .contains("--fill tasks.code=\"id::text\"");
    Table known = with(TASKS, required("token", new SqlType.Uuid(true)));
    assertThat(arguments(Planned.from(TASKS, known).plan()))
        .contains("--fill tasks.token=\"gen_random_uuid()\"");
  }

  @Test
  void aServerDefaultNeedsOneStatement() {
    Column column =
        required("done", BOOLEAN)
            .withServerDefault(Optional.of(new Default.BooleanConstant(false)));
    Plan plan = Planned.from(TASKS, with(TASKS, column)).plan();
    assertThat(words(plan.upgrade()))
        .containsExactly("add column tasks.done BOOLEAN DEFAULT false NOT NULL");
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void aUniqueIndexIsMadeOnceAndDuplicatesAreLookedForFirst() {
    Plan plan = Planned.from(USERS, with(USERS, uniqueIndex("ix_users_email", "email"))).plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "check the rows of users", "create unique index ix_users_email on users (email)");
    assertThat(plan.upgrade().getFirst().operation())
        .isInstanceOfSatisfying(
            DataOperation.RequireNoRows.class,
            it ->
                assertThat(it.query().text())
                    .isEqualTo(
                        "SELECT email FROM users WHERE email IS NOT NULL GROUP BY email"
                            + " HAVING count(*) > 1"));
    assertThat(words(plan.downgrade())).containsExactly("drop index ix_users_email of users");
  }

  @Test
  void twoIndexesThatDoTheSameAreMentioned() {
    Table after =
        with(USERS, unique("uq_users_email", "email"), uniqueIndex("ix_users_email", "email"));
    Plan plan = Planned.from(USERS, after).plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "check the rows of users",
            "add unique constraint uq_users_email (email) to users",
            "create unique index ix_users_email on users (email)");
    assertThat(plan.notes())
        .extracting(SafetyNote::text)
        .anyMatch(it -> it.contains("two indexes that do the same"));
  }

  private static final Table COMPLETED = with(TASKS, required("completed", BOOLEAN));
  private static final Table STATUS =
      with(TASKS, required("status", varchar(20)), index("ix_tasks_status", "status"));

  @Test
  void aBooleanThatBecomesAStatusIsAskedAbout() {
    Plan plan =
        Planned.from(COMPLETED, STATUS).pythonDefault("tasks", "status", "'pending'").plan();
    assertThat(arguments(plan))
        .containsExactly(
            "--fill tasks.status=\"CASE WHEN completed THEN 'done' ELSE 'pending' END\"",
            "--not-rename tasks.completed");
    assertThat(plan.questions().getFirst().safe()).isEmpty();
  }

  @Test
  void aBooleanBecomesAStatusAndComesBack() {
    Plan plan =
        Planned.from(COMPLETED, STATUS)
            .answer(it -> it.fill("tasks.status=CASE WHEN completed THEN 'done' ELSE 'open' END"))
            .plan();
    assertThat(plan.questions()).isEmpty();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "add column tasks.status VARCHAR(20)",
            "fill tasks.status with CASE WHEN completed THEN 'done' ELSE 'open' END"
                + " where status IS NULL",
            "alter column tasks.status: NOT NULL",
            "drop column tasks.completed",
            "create index ix_tasks_status on tasks (status)");
    assertThat(words(plan.downgrade()))
        .containsExactly(
            "drop index ix_tasks_status of tasks",
            "add column tasks.completed BOOLEAN",
            "fill tasks.completed with status = 'done' where completed IS NULL",
            "alter column tasks.completed: NOT NULL",
            "drop column tasks.status");
    assertThat(plan.notes())
        .extracting(SafetyNote::kind)
        .contains(SafetyNote.Kind.DATA_LOSS, SafetyNote.Kind.COMPATIBILITY);
  }

  @Test
  void aForeignKeyOnANewColumnIsNullableNamedAndIndexed() {
    Table after =
        with(
            TASKS,
            column("assignee_id", INTEGER),
            foreign(
                "fk_tasks_assignee_id", "assignee_id", "users", "id", ReferentialAction.SET_NULL),
            index("ix_tasks_assignee_id", "assignee_id"));
    Plan plan = Planned.from(schema(USERS, TASKS), schema(USERS, after)).plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "add column tasks.assignee_id INTEGER",
            "create index ix_tasks_assignee_id on tasks (assignee_id)",
            "add foreign key fk_tasks_assignee_id (assignee_id) to users (id) to tasks");
    assertThat(words(plan.downgrade()))
        .containsExactly(
            "drop foreign key fk_tasks_assignee_id of tasks",
            "drop index ix_tasks_assignee_id of tasks",
            "drop column tasks.assignee_id");
    assertThat(plan.questions()).isEmpty();
  }

  @Test
  void anUnnamedForeignKeyIsDroppedByTheNameTheDatabaseGives() {
    Table after = with(TASKS, column("user_id", INTEGER), foreign("", "user_id", "users", "id"));
    Plan plan = Planned.from(schema(USERS, TASKS), schema(USERS, after)).plan();
    assertThat(words(plan.downgrade()))
        .containsExactly(
            "drop foreign key tasks_user_id_fkey of tasks", "drop column tasks.user_id");
  }

  @Test
  void aStatedRenameKeepsTheValues() {
    Plan plan =
        Planned.from(with(TASKS, column("desc", TEXT)), with(TASKS, column("description", TEXT)))
            .answer(it -> it.rename("tasks.desc:description"))
            .plan();
    assertThat(words(plan.upgrade()))
        .containsExactly("alter column tasks.desc: rename to description");
    assertThat(words(plan.downgrade()))
        .containsExactly("alter column tasks.description: rename to desc");
    assertThat(plan.questions()).isEmpty();
  }

  @Test
  void aLikelyRenameIsAskedAbout() {
    Plan plan =
        Planned.from(with(TASKS, column("desc", TEXT)), with(TASKS, column("description", TEXT)))
            .plan();
    assertThat(arguments(plan))
        .containsExactly("--rename tasks.desc:description", "--not-rename tasks.desc");
    assertThat(plan.questions().getFirst().safe().orElseThrow().argument())
        .isEqualTo("--rename tasks.desc:description");
    assertThat(plan.questions().getFirst().text())
        .isEqualTo(
            "tasks.desc is gone. Is it under another name now? description: the names are alike,"
                + " the type is the same, TEXT, it stands in the same place, NULL and default are"
                + " treated alike.");
  }

  @Test
  void aRenamedTableTakesItsNamesAlong() {
    Table before = with(USERS, unique("", "email"), index("ix_users_email", "email"));
    Table people =
        table(
            "people",
            key("id", INTEGER),
            required("email", varchar(255)),
            primary("", "id"),
            unique("", "email"),
            index("ix_people_email", "email"));
    Plan plan = Planned.from(before, people).answer(it -> it.rename("users:people")).plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "rename table users to people",
            "execute ALTER SEQUENCE IF EXISTS users_id_seq RENAME TO people_id_seq",
            "rename constraint users_pkey of people to people_pkey",
            "rename constraint users_email_key of people to people_email_key",
            "rename index ix_users_email to ix_people_email");
  }

  @Test
  void anExistingColumnBecomesRequired() {
    Table before = with(TASKS, column("note", TEXT));
    Table after = with(TASKS, required("note", TEXT));
    assertThat(arguments(Planned.from(before, after).plan()))
        .containsExactly("--fill tasks.note=\"''\"", "--no-fill tasks.note");
    assertThat(
            words(
                Planned.from(before, after).answer(it -> it.noFill("tasks.note")).plan().upgrade()))
        .containsExactly("check the rows of tasks", "alter column tasks.note: NOT NULL");
  }

  @Test
  void aTypeWithACastIsConvertedAndOneWithoutIsAskedAbout() {
    Plan cast =
        Planned.from(with(TASKS, column("n", TEXT)), with(TASKS, column("n", INTEGER))).plan();
    assertThat(words(cast.upgrade()))
        .containsExactly("alter column tasks.n: type TEXT to INTEGER using n::INTEGER");
    assertThat(cast.questions()).isEmpty();
    Plan none =
        Planned.from(with(TASKS, column("n", BOOLEAN)), with(TASKS, column("n", DATETIME))).plan();
    assertThat(arguments(none))
        .containsExactly("--using tasks.n=\"CURRENT_TIMESTAMP\"", "--no-fill tasks.n");
  }

  private static Schema moods(String... labels) {
    EnumType mood = new EnumType(TypeName.of("mood"), List.of(labels));
    return Schema.of(
        List.of(with(TASKS, column("mood", new SqlType.EnumReference(mood.name())))),
        List.of(mood));
  }

  @Test
  void aNewLabelKeepsItsPlaceAndStandsAlone() {
    Plan plan = Planned.from(moods("a", "c"), moods("a", "b", "c")).plan();
    assertThat(words(plan.upgrade()))
        .containsExactly("(alone) add label b to enum type mood before c");
    assertThat(words(plan.downgrade()))
        .containsExactly(
            "check the rows of tasks",
            "rename type mood to mood_old",
            "create enum type mood (a, c)",
            "alter column tasks.mood: type mood_old to mood using mood::text::mood",
            "drop enum type mood_old");
  }

  @Test
  void aLabelThatGoesIsAskedAbout() {
    Plan plan = Planned.from(moods("a", "b", "c"), moods("a", "c")).plan();
    assertThat(arguments(plan))
        .containsExactly("--map tasks.mood:b=a", "--map tasks.mood:b=c", "--no-fill tasks.mood");
    Plan answered =
        Planned.from(moods("a", "b", "c"), moods("a", "c"))
            .answer(it -> it.map("tasks.mood:b=c"))
            .plan();
    assertThat(answered.questions()).isEmpty();
    assertThat(words(answered.upgrade()))
        .containsExactly(
            "rename type mood to mood_old",
            "create enum type mood (a, c)",
            "alter column tasks.mood: type mood_old to mood using (CASE mood::text WHEN 'b' THEN"
                + " 'c' ELSE mood::text END)::mood",
            "drop enum type mood_old");
  }

  @Test
  void onlineLeavesReadersAndWritersAlone() {
    Table after =
        with(
            TASKS,
            unique("uq_tasks_title", "title"),
            index("ix_tasks_title", "title"),
            required("priority", varchar(20)));
    Plan plan =
        Planned.from(TASKS, after).answer(it -> it.fill("tasks.priority='medium'")).online().plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "execute SET LOCAL lock_timeout = '5s'",
            "add column tasks.priority VARCHAR(20)",
            "create function limbeck_fill_tasks_priority",
            "create trigger tasks.limbeck_fill_tasks_priority",
            "add check ck_tasks_priority_set (priority IS NOT NULL), not validated to tasks",
            "(alone) execute DO $$ DECLARE limbeck_first tasks.id%TYPE; limbeck_last"
                + " tasks.id%TYPE; …",
            "(alone) validate constraint ck_tasks_priority_set of tasks",
            "(alone) check the rows of tasks",
            "(alone) drop index uq_tasks_title of tasks concurrently",
            "(alone) create unique index uq_tasks_title on tasks (title) concurrently",
            "execute SET LOCAL lock_timeout = '5s'",
            "alter column tasks.priority: NOT NULL",
            "drop check ck_tasks_priority_set of tasks",
            "add unique constraint uq_tasks_title (title) to tasks using index uq_tasks_title",
            "(alone) drop index ix_tasks_title of tasks concurrently",
            "(alone) create index ix_tasks_title on tasks (title) concurrently",
            "execute SET LOCAL lock_timeout = '5s'",
            "drop trigger tasks.limbeck_fill_tasks_priority",
            "drop function limbeck_fill_tasks_priority");
    assertThat(plan.phases().stream().map(it -> it.kind().word()))
        .containsExactly("expand", "fill", "build", "switch", "build", "contract");
    assertThat(plan.phases().stream().map(it -> it.works().orElseThrow()))
        .containsExactly(
            new Phase.Works(true, false),
            new Phase.Works(true, true),
            new Phase.Works(true, true),
            new Phase.Works(true, true),
            new Phase.Works(true, true),
            new Phase.Works(false, true));
    assertThat(words(plan.phases().getFirst().downgrade()))
        .containsExactly(
            "execute SET LOCAL lock_timeout = '5s'",
            "drop check ck_tasks_priority_set of tasks",
            "drop trigger tasks.limbeck_fill_tasks_priority",
            "drop function limbeck_fill_tasks_priority",
            "drop column tasks.priority");
  }

  @Test
  void nothingToDoIsAnEmptyPlan() {
    assertThat(Planned.from(TASKS, TASKS).plan().isEmpty()).isTrue();
  }
}
