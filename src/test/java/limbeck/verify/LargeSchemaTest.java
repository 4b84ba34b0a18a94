package limbeck.verify;

import static limbeck.verify.PartTest.adding;
import static limbeck.verify.PartTest.claim;
import static limbeck.verify.PartTest.large;
import static limbeck.verify.PartTest.referring;
import static limbeck.verify.PartTest.steps;
import static limbeck.verify.PartTest.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Dialects;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proofs over schemas so large that only a part is built. */
@Tag("postgres")
class LargeSchemaTest {
  private static final SqlType TEXT = new SqlType.Varchar(Optional.of(20), Optional.empty());

  private static Verdict prove(Schema before, Schema wanted) {
    List<Step> history = claim(before).history().orElseThrow();
    Claim claim =
        new Claim(
            before,
            Optional.of(history),
            steps(adding("a")),
            steps(new DropColumn(TableName.of("a"), new ColumnName("extra"), false)),
            Optional.of(wanted));
    return new Verifier(SharedServer.of(16), Dialects.of(DialectName.POSTGRESQL)).prove(claim);
  }

  @Test
  void aLargeSchemaIsProvenInPart() {
    Schema before =
        large(table("far"), referring(table("near"), "far"), referring(table("a"), "near"));
    Verdict verdict = prove(before, before.mapTable(TableName.of("a"), it -> adding(it)));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Proven.class,
            it ->
                assertThat(it.evidence())
                    .extracting(Verdict.Evidence::text)
                    .contains(
                        "only the 2 of 123 tables that the steps can reach are built",
                        "6 rows were put into 2 tables"));
  }

  @Test
  void whatTheModelsSayOfOthersIsSeenAllTheSame() {
    Schema before = large(table("a"), table("b", Column.of("word", TEXT, true)));
    Schema wanted =
        before
            .mapTable(TableName.of("a"), it -> adding(it))
            .mapTable(
                TableName.of("b"),
                it -> it.mapColumn(new ColumnName("word"), column -> column.withNullable(false)));
    assertThat(prove(before, wanted))
        .isInstanceOfSatisfying(
            Verdict.Diverged.class,
            it -> assertThat(it.stage()).isEqualTo(Verdict.Stage.COMPARE_WITH_MODELS));
  }
}
