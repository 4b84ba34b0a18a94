package limbeck.plan;

import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.varchar;
import static limbeck.plan.Planned.arguments;
import static limbeck.plan.Planned.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import limbeck.operation.DataOperation;
import limbeck.schema.InlineEnum;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB refuse, or would do in a way that nobody wants. */
class MysqlPlanTest {
  private static final SqlType LEVELS = InlineEnum.of(List.of("LOW", "MIDDLE", "HIGH"));
  private static final SqlType FEWER = InlineEnum.of(List.of("LOW", "HIGH"));

  private static Table alarm(SqlType level) {
    return table("alarm", key("id", INTEGER), required("level", level), primary("", "id"));
  }

  private static List<String> checks(Plan plan) {
    return plan.upgrade().stream()
        .filter(it -> it.operation() instanceof DataOperation.RequireNoRows)
        .map(it -> ((DataOperation.RequireNoRows) it.operation()).query().text())
        .toList();
  }

  @Test
  void aLabelThatGoesIsAskedForAndLookedFor() {
    Plan plan = Planned.from(alarm(LEVELS), alarm(FEWER)).onMariadb().plan();
    assertThat(arguments(plan))
        .containsExactly(
            "--map alarm.level:MIDDLE=LOW",
            "--map alarm.level:MIDDLE=HIGH",
            "--no-fill alarm.level");
    assertThat(checks(plan)).containsExactly("SELECT 1 FROM alarm WHERE level IN ('MIDDLE')");
  }

  @Test
  void aStatedLabelTakesItsRowsAlong() {
    Plan plan =
        Planned.from(alarm(LEVELS), alarm(FEWER))
            .onMariadb()
            .answer(it -> it.map("alarm.level:MIDDLE=HIGH"))
            .plan();
    assertThat(plan.questions()).isEmpty();
    assertThat(checks(plan)).isEmpty();
    assertThat(plan.upgrade().stream().map(it -> it.operation()))
        .anyMatch(
            it ->
                it instanceof DataOperation.Backfill fill
                    && fill.value().text().equals("'HIGH'")
                    && fill.where().orElseThrow().text().equals("level = 'MIDDLE'"));
  }

  @Test
  void aLabelWhoseCaseAloneChangesIsNotLost() {
    SqlType lower = InlineEnum.of(List.of("low", "middle", "high"));
    Plan plan = Planned.from(alarm(LEVELS), alarm(lower)).onMariadb().plan();
    assertThat(plan.questions()).isEmpty();
    assertThat(checks(plan)).isEmpty();
    assertThat(plan.upgrade()).hasSize(1);
  }

  @Test
  void numbersAreNotTakenForPositionsOfLabels() {
    Planned change = Planned.from(alarm(BOOLEAN), alarm(FEWER)).onMariadb();
    assertThat(arguments(change.plan()))
        .containsExactly("--using alarm.level=\"'LOW'\"", "--no-fill alarm.level");
    Plan unfilled = change.answer(it -> it.noFill("alarm.level")).plan();
    assertThat(unfilled.questions()).isEmpty();
    assertThat(checks(unfilled)).containsExactly("SELECT 1 FROM alarm WHERE level IS NOT NULL");
  }

  @Test
  void aForeignKeyStepsAsideForTheIndexItNeeds() {
    Table team = table("team", key("id", INTEGER), primary("", "id"));
    Table before =
        table(
            "hero",
            key("id", INTEGER),
            required("team_id", INTEGER),
            primary("", "id"),
            foreign("fk_team", "team_id", "team", "id", ReferentialAction.NO_ACTION),
            index("ix_team", "team_id"));
    Table after =
        table(
            "hero",
            key("id", INTEGER),
            required("team_id", INTEGER),
            primary("", "id"),
            foreign("fk_team", "team_id", "team", "id", ReferentialAction.NO_ACTION));
    Schema from = Schema.of(List.of(team, before), List.of());
    Schema to = Schema.of(List.of(team, after), List.of());
    assertThat(words(Planned.from(from, to).onMariadb().plan().upgrade()))
        .containsExactly(
            "drop foreign key fk_team of hero",
            "drop index ix_team of hero",
            "add foreign key fk_team (team_id) to team (id) to hero");
  }

  @Test
  void aForeignKeyThatGoesTakesItsIndexAlong() {
    Table team = table("team", key("id", INTEGER), primary("", "id"));
    Table after =
        table("hero", key("id", INTEGER), required("team_id", INTEGER), primary("", "id"));
    Table before =
        table(
            "hero",
            key("id", INTEGER),
            required("team_id", INTEGER),
            primary("", "id"),
            foreign("fk_team", "team_id", "team", "id", ReferentialAction.NO_ACTION));
    Plan plan =
        Planned.from(
                Schema.of(List.of(team, before), List.of()),
                Schema.of(List.of(team, after), List.of()))
            .onMariadb()
            .plan();
    assertThat(words(plan.upgrade()))
        .containsExactly(
            "drop foreign key fk_team of hero",
            "drop index fk_team of hero",
            "drop index team_id of hero");
    assertThat(words(plan.downgrade()))
        .containsExactly("add foreign key fk_team (team_id) to team (id) to hero");
  }

  @Test
  void aTextOfMoreRoomNeedsNoDetour() {
    Plan plan = Planned.from(alarm(varchar(20)), alarm(varchar(40))).onMariadb().plan();
    assertThat(plan.upgrade()).hasSize(1);
    assertThat(plan.downgrade()).hasSize(1);
  }
}
