package limbeck.plan;

import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.plan.Planned.arguments;
import static limbeck.plan.Planned.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.DataOperation;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Test;

/** What SQLite refuses, or would do in a way that nobody wants. */
class SqlitePlanTest {
  private static final SqlType PRICE = new SqlType.Numeric(Optional.of(10), Optional.of(2));

  private static Table team(String name) {
    return table(name, key("id", INTEGER), primary("", "id"));
  }

  private static Schema states(String type, String... labels) {
    TypeName name = TypeName.of(type);
    return Schema.of(
        Stream.of("a", "b", "c")
            .map(
                it ->
                    table(
                        it,
                        key("id", INTEGER),
                        required("state", new SqlType.EnumReference(name)),
                        primary("", "id")))
            .toList(),
        List.of(new EnumType(name, List.of(labels))));
  }

  private static Planned withoutX() {
    return Planned.from(states("state", "X", "Y", "Z"), states("phase", "Y", "Z")).onSqlite();
  }

  @Test
  void aTableWhoseNameChangesInCaseAloneStepsAside() {
    Plan plan =
        Planned.from(team("team"), team("Team"))
            .onSqlite()
            .answer(it -> it.rename("team:Team"))
            .plan();
    assertThat(words(plan.upgrade()))
        .containsExactly("rename table team to team_aside", "rename table team_aside to Team");
  }

  @Test
  void whatIsStatedForAnIntegerIsRounded() {
    Plan plan =
        Planned.from(
                table("item", key("id", INTEGER), required("price", PRICE), primary("", "id")),
                table("item", key("id", INTEGER), required("price", INTEGER), primary("", "id")))
            .onSqlite()
            .answer(it -> it.using("item.price=price * 100"))
            .plan();
    assertThat(plan.upgrade().stream().map(it -> it.operation()))
        .anyMatch(
            it ->
                it instanceof DataOperation.Backfill fill
                    && fill.value().text().equals("round(price * 100)"));
  }

  @Test
  void anAnswerForOneColumnOfAnEnumServesTheOthers() {
    Plan plan = withoutX().answer(it -> it.map("b.state:X=Z")).plan();
    assertThat(arguments(plan)).isEmpty();
  }

  @Test
  void answersThatDifferLeaveTheOthersOpen() {
    Plan plan =
        withoutX().answer(it -> it.map("a.state:X=Y")).answer(it -> it.map("b.state:X=Z")).plan();
    assertThat(arguments(plan))
        .containsExactly("--map c.state:X=Y", "--map c.state:X=Z", "--no-fill c.state");
  }
}
