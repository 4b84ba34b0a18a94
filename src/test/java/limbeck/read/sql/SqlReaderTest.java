package limbeck.read.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.operation.Apply;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.sql.Splitter;
import limbeck.sql.SqlStatement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Scripts and what they are read as: {@code script.sql} gives {@code steps.txt}. */
class SqlReaderTest {
  @TestFactory
  Stream<DynamicTest> readsDefinitions() {
    return CaseFolder.tests(
        "read-sql", it -> it.expect("steps.txt", Steps.of(it.read("script.sql"))));
  }

  @TestFactory
  Stream<DynamicTest> readsWhatStaysOpen() {
    return CaseFolder.tests(
        "read-sql-open", it -> it.expect("steps.txt", Steps.of(it.read("script.sql"))));
  }

  @TestFactory
  Stream<DynamicTest> readsAWholeTextAsItsStatementsOneByOne() {
    return CaseFolder.tests(
        "read-sql",
        it -> {
          String script = it.read("script.sql");
          SqlReader reader = new SqlReader();
          Schema schema = Schema.EMPTY;
          for (SqlStatement statement : Splitter.split(script)) {
            schema = Apply.after(reader.read(statement.text(), schema), schema);
          }
          assertThat(Apply.after(SqlReader.readAlone(script, Schema.EMPTY), Schema.EMPTY))
              .isEqualTo(schema);
        });
  }

  @Test
  void keepsTheTextOfAStatementAsItIsWritten() {
    List<Operation> operations =
        SqlReader.readAlone(" UPDATE  t\n SET a = 1 ; -- all\n", Schema.EMPTY);
    assertThat(operations)
        .singleElement()
        .isInstanceOfSatisfying(
            DataOperation.ExecuteSql.class,
            it -> assertThat(it.statement().text()).isEqualTo("UPDATE  t\n SET a = 1"));
  }

  @Test
  void readsNothingFromBlanksAndComments() {
    assertThat(SqlReader.readAlone(" ; /* ; */ -- ;\n;", Schema.EMPTY)).isEmpty();
  }
}
