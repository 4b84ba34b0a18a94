package limbeck.read.sql;

import java.util.List;
import java.util.stream.Collectors;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.operation.Apply;
import limbeck.operation.DataOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.sql.Splitter;
import limbeck.sql.SqlStatement;

/** What a script is read as, in lines that a person can check. */
final class Steps {
  private static final Dialect POSTGRESQL = Dialects.of(DialectName.POSTGRESQL);

  private Steps() {}

  static String of(String script) {
    SqlReader reader = new SqlReader();
    StringBuilder result = new StringBuilder();
    Schema schema = Schema.EMPTY;
    for (SqlStatement statement : Splitter.split(script)) {
      result.append("> ").append(line(statement.text())).append('\n');
      List<Operation> operations = reader.readOne(statement, schema);
      for (Operation operation : operations) {
        result.append(step(operation, schema, line(statement.text()))).append('\n');
        schema = Apply.after(operation, schema);
      }
    }
    return result.toString();
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String step(Operation operation, Schema before, String statement) {
    return operation.getClass().getSimpleName()
        + " "
        + switch (operation) {
          case Opaque it ->
              (it.mayChangeSchema() ? "" : "(not the schema) " + it.what() + ": ")
                  + it.why()
                  + (it.touches().isEmpty() ? "" : " " + it.touches());
          case DataOperation.ExecuteSql it ->
              "writes "
                  + it.writes()
                  + " reads "
                  + it.reads()
                  + (line(it.statement().text()).equals(statement)
                      ? ""
                      : " " + line(it.statement().text()));
          default -> lowered(operation, before);
        };
  }

  private static String lowered(Operation operation, Schema before) {
    return switch (POSTGRESQL.lower(operation, before)) {
      case Lowering.Statements(var statements) ->
          statements.stream().map(it -> line(it.sql().text())).collect(Collectors.joining("; "));
      case Lowering.Unsupported(String reason) -> "cannot be written: " + reason;
    };
  }
}
