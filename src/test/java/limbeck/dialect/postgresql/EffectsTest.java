package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.alter;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.drop;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.type;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.dialect.Effect;
import limbeck.dialect.LockMode;
import limbeck.operation.ColumnChange;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.IndexName;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;

/** Effects that need no server to be seen. */
class EffectsTest {
  private static final TableName T = table("t");

  private static final Schema BASE =
      Schema.of(
              List.of(
                  table("o", required("id", INTEGER), primary("", "id")),
                  table(
                      "t",
                      column("a", INTEGER),
                      column("v", varchar(20)),
                      column("n", new SqlType.Numeric(Optional.of(8), Optional.of(4))),
                      foreign("fk", "a", "o", "id"),
                      index("ix", "v"))),
              List.of())
          .with(
              new CarriedObject(
                  CarriedObject.Kind.DOMAIN,
                  ObjectName.of("positive"),
                  new SqlText("CREATE DOMAIN positive AS integer CHECK (VALUE > 0)")))
          .with(
              new CarriedObject(
                  CarriedObject.Kind.DOMAIN,
                  ObjectName.of("plain"),
                  new SqlText("CREATE DOMAIN plain AS integer")));

  private static List<Effect> effects(Operation operation) {
    return Effects.of(operation, BASE, 17, Set.of());
  }

  @Test
  void whatIsNewInTheRevisionDisturbsNobody() {
    Operation column = add("t", required("new", INTEGER));
    assertThat(Effects.of(column, BASE, 17, Set.of(T))).isEmpty();
    Operation key = add("t", foreign("", "a", "o", "id"));
    assertThat(Effects.of(key, BASE, 17, Set.of(T)))
        .containsExactly(new Effect.Locks(table("o"), LockMode.SHARE_ROW_EXCLUSIVE));
  }

  @Test
  void newTablesLockWhatTheyReferTo() {
    assertThat(effects(creation("new", column("t", INTEGER), foreign("", "t", "o", "id"))))
        .containsExactly(new Effect.Locks(table("o"), LockMode.SHARE_ROW_EXCLUSIVE));
  }

  @Test
  void lossesAreStated() {
    assertThat(effects(drop("t", "v"))).contains(new Effect.LosesData("all values of t.v"));
    assertThat(effects(new TableOperation.DropTable(T, false, false)))
        .contains(
            new Effect.LosesData("all rows of t"), new Effect.BreaksReaders("the table t is gone"));
    assertThat(effects(alter("t", "n", type(new SqlType.Numeric(Optional.of(8), Optional.of(2))))))
        .contains(new Effect.LosesData("digits of t.n behind the point beyond 2"));
    assertThat(
            effects(
                alter(
                    "t",
                    "v",
                    new ColumnChange.SetType(
                        Optional.empty(), varchar(5), Optional.of(new SqlText("v::varchar(5)"))))))
        .contains(new Effect.LosesData("what is longer than 5 characters in t.v"));
  }

  @Test
  void domainsWithARuleAreCheckedRowByRow() {
    assertThat(effects(add("t", column("new", new SqlType.Named("positive", List.of())))))
        .contains(new Effect.Rewrites(T));
    assertThat(effects(add("t", column("new", new SqlType.Named("plain", List.of())))))
        .doesNotContain(new Effect.Rewrites(T));
    assertThat(effects(alter("t", "a", type(new SqlType.Named("plain", List.of())))))
        .doesNotContain(new Effect.Rewrites(T));
    assertThat(effects(alter("t", "a", type(new SqlType.Named("positive", List.of())))))
        .contains(new Effect.Rewrites(T));
  }

  @Test
  void functionsThatAreNotKnownMayDifferFromRowToRow() {
    assertThat(effects(add("t", filled("new", TEXT, expression("my_function('x')")))))
        .contains(new Effect.Rewrites(T));
    assertThat(effects(add("t", filled("new", TEXT, expression("('a' || lower('B'))::text")))))
        .doesNotContain(new Effect.Rewrites(T));
  }

  @Test
  void concurrentBuildsOnlyBlockSchemaChanges() {
    assertThat(effects(new IndexOperation.CreateIndex(T, uniqueIndex("u", "v"), true, false)))
        .contains(
            new Effect.Locks(T, LockMode.SHARE_UPDATE_EXCLUSIVE),
            new Effect.BuildsIndex(T, Optional.of(new IndexName("u"))),
            new Effect.MayFail(
                "23505",
                "there may be rows that are equal in the index",
                Optional.of(
                    new SqlText(
                        "SELECT 1 FROM t WHERE v IS NOT NULL GROUP BY v HAVING count(*) > 1"
                            + " LIMIT 1")),
                false));
  }

  @Test
  void theTableOfAnIndexIsLookedUp() {
    Operation drop =
        new IndexOperation.DropIndex(
            Optional.empty(), Optional.empty(), new IndexName("ix"), false, false);
    assertThat(effects(drop)).containsExactly(new Effect.Locks(T, LockMode.ACCESS_EXCLUSIVE));
    Operation unknown =
        new IndexOperation.DropIndex(
            Optional.empty(), Optional.empty(), new IndexName("none"), false, false);
    assertThat(effects(unknown)).hasOnlyElementsOfType(Effect.NotKnown.class);
  }

  @Test
  void versionsDiffer() {
    Operation stored =
        alter(
            "t",
            "a",
            new ColumnChange.SetGeneration(
                Optional.of(limbeck.dialect.Make.computed("1", Optional.of(true))),
                Optional.of(limbeck.dialect.Make.computed("2", Optional.of(true)))));
    assertThat(Effects.of(stored, BASE, 16, Set.of()))
        .anyMatch(it -> it instanceof Effect.MayFail failure && failure.certain());
    assertThat(Effects.of(stored, BASE, 17, Set.of()))
        .contains(new Effect.Rewrites(T))
        .noneMatch(it -> it instanceof Effect.MayFail);
  }

  @Test
  void rowsAreWrittenAndLost() {
    Operation delete =
        new DataOperation.ExecuteSql(
            new SqlText("-- all\nDELETE FROM t"), new TreeSet<>(List.of(T)), new TreeSet<>());
    assertThat(effects(delete))
        .contains(
            new Effect.Locks(T, LockMode.ROW_EXCLUSIVE),
            new Effect.WritesRows(T),
            new Effect.LosesData("rows of t"));
    Operation truncate =
        new DataOperation.ExecuteSql(
            new SqlText("TRUNCATE t"), new TreeSet<>(List.of(T)), new TreeSet<>());
    assertThat(effects(truncate)).contains(new Effect.Locks(T, LockMode.ACCESS_EXCLUSIVE));
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    Operation opaque = new Opaque("op.run()", "a function is called", new TreeSet<>(), true);
    assertThat(effects(opaque)).containsExactly(new Effect.NotKnown("a function is called"));
  }

  @Test
  void modesConflictAsTheManualSays() {
    assertThat(LockMode.ACCESS_EXCLUSIVE.blocksReads()).isTrue();
    assertThat(LockMode.EXCLUSIVE.blocksReads()).isFalse();
    assertThat(LockMode.SHARE.blocksWrites()).isTrue();
    assertThat(LockMode.SHARE.conflictsWith(LockMode.SHARE)).isFalse();
    assertThat(LockMode.SHARE_UPDATE_EXCLUSIVE.blocksWrites()).isFalse();
    assertThat(LockMode.SHARE_UPDATE_EXCLUSIVE.conflictsWith(LockMode.SHARE_UPDATE_EXCLUSIVE))
        .isTrue();
    for (LockMode left : LockMode.values()) {
      assertThat(LockMode.ofCatalogName(left.catalogName())).contains(left);
      for (LockMode right : LockMode.values()) {
        assertThat(left.conflictsWith(right)).isEqualTo(right.conflictsWith(left));
      }
    }
  }
}
