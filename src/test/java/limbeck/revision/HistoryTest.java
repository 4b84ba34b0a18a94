package limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final List<String> readings = new ArrayList<>();

  /** Each revision creates a table of its own name; one that ends in x drops table a1. */
  private Revision read(RevisionHeader header, Schema before) {
    readings.add(header.id() + " after " + before.tables().keySet());
    Operation operation =
        header.id().text().endsWith("x")
            ? new TableOperation.DropTable(TableName.of("a1"), false, false)
            : new TableOperation.CreateTable(table(header.id().text()), false);
    Step step = Step.of(operation, new Origin.Generated("test"));
    return new Revision(header, List.of(step), List.of(), true);
  }

  private static Table table(String name) {
    return new Table(
        TableName.of(name),
        List.of(Column.of("id", new SqlType.IntegerType(SqlType.IntegerSize.NORMAL), false)),
        List.of(),
        List.of(),
        Optional.empty(),
        new TreeMap<>());
  }

  private History history(RevisionHeader... headers) {
    return new History(RevisionGraph.of(List.of(headers)), this::read);
  }

  @Test
  void eachRevisionIsReadOnceAgainstTheSchemaBeforeIt() {
    History history = history(Headers.of("a1", ""), Headers.of("b1", "a1"), Headers.of("c1", "b1"));
    assertThat(tables(history.at(new RevisionId("c1")))).isEqualTo("[a1, b1, c1]");
    assertThat(tables(history.at(new RevisionId("a1")))).isEqualTo("[a1]");
    assertThat(tables(history.folded(new RevisionId("b1")).before())).isEqualTo("[a1]");
    assertThat(readings).containsExactly("a1 after []", "b1 after [a1]", "c1 after [a1, b1]");
  }

  @Test
  void branchesFoldApartAndJoin() {
    History history =
        history(
            Headers.of("a1", ""),
            Headers.of("b1", "a1"),
            Headers.of("c1", "a1"),
            Headers.of("m1", "b1 c1"));
    assertThat(tables(history.at(new RevisionId("c1")))).isEqualTo("[a1, c1]");
    assertThat(tables(history.atHeads())).isEqualTo("[a1, b1, c1, m1]");
  }

  @Test
  void severalHeadsGiveOneSchema() {
    History history = history(Headers.of("a1", ""), Headers.of("b1", "a1"), Headers.of("c1", "a1"));
    assertThat(tables(history.atHeads())).isEqualTo("[a1, b1, c1]");
    assertThat(history.at(List.of())).isEqualTo(Schema.EMPTY);
  }

  @Test
  void whatADatabaseWouldRefuseIsKept() {
    History history =
        history(Headers.of("a1", ""), Headers.of("b1x", "a1"), Headers.of("c1x", "b1x"));
    assertThat(history.folded(new RevisionId("b1x")).problems()).isEmpty();
    assertThat(history.folded(new RevisionId("c1x")).problems()).hasSize(1);
    assertThat(history.seen()).hasSize(3);
  }

  private static String tables(Schema schema) {
    return schema.tables().keySet().toString();
  }
}
