package limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.mysql.AlgorithmFacts;
import limbeck.dialect.sqlite.CopyFacts;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;

/** What manuals of other databases say, and that it is not passed off as measured. */
class ServerNoteTest {
  private static Operation alter(ColumnChange... changes) {
    return new AlterColumn(TableName.of("t"), new ColumnName("c"), List.of(changes));
  }

  private static SqlType varchar(int length) {
    return new SqlType.Varchar(Optional.of(length), Optional.empty());
  }

  @Test
  void theCostliestPartOfAChangeDecides() {
    ColumnChange widened =
        new ColumnChange.SetType(Optional.of(varchar(20)), varchar(60), Optional.empty());
    ColumnChange grown =
        new ColumnChange.SetType(Optional.of(varchar(20)), varchar(300), Optional.empty());
    List<ServerNote> cheap =
        AlgorithmFacts.of(
            alter(widened, new ColumnChange.SetNullable(true)), Schema.EMPTY, DialectName.MARIADB);
    assertThat(cheap).noneMatch(ServerNote::copies).allMatch(ServerNote::measured);
    assertThat(cheap.getFirst().what()).contains("INPLACE", "MariaDB 10.11", "commits at once");
    assertThat(AlgorithmFacts.of(alter(grown), Schema.EMPTY, DialectName.MYSQL))
        .singleElement()
        .matches(ServerNote::copies)
        .matches(it -> !it.measured());
    assertThat(AlgorithmFacts.of(alter(grown), Schema.EMPTY, DialectName.MARIADB))
        .noneMatch(ServerNote::copies);
  }

  @Test
  void aCopyOfSqliteIsKnownByItsStatements() {
    assertThat(
            CopyFacts.of(
                List.of(
                    "CREATE TABLE _alembic_tmp_t (c INTEGER)",
                    "INSERT INTO _alembic_tmp_t (c) SELECT c FROM t",
                    "DROP TABLE t"),
                false))
        .hasSize(2)
        .allMatch(ServerNote::copies);
    assertThat(CopyFacts.of(List.of("ALTER TABLE t ADD COLUMN d INTEGER"), false)).isEmpty();
    assertThat(CopyFacts.of(List.of("CREATE INDEX i ON t (c)"), false))
        .singleElement()
        .matches(it -> !it.copies() && it.what().contains("all rows are read"));
  }
}
