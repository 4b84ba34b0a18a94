package limbeck.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import limbeck.operation.Operation;
import limbeck.schema.Schema;

/**
 * The statements that create a whole schema in an empty database, in an order that works.
 *
 * @param statements in order
 * @param omitted what the database cannot do, one sentence each
 */
public record SchemaScript(List<Statement> statements, List<String> omitted) {
  /** Copies the lists. */
  public SchemaScript {
    statements = List.copyOf(statements);
    omitted = List.copyOf(omitted);
  }

  /** Returns the script of a schema for a database. */
  public static SchemaScript of(Schema schema, Dialect dialect) {
    List<Statement> statements = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (Operation operation : new CreationOrder(schema, dialect.name()).operations()) {
      switch (dialect.lower(operation, schema)) {
        case Lowering.Statements(var lowered) -> statements.addAll(lowered);
        case Lowering.Unsupported(String reason) -> omitted.add(reason);
      }
    }
    return new SchemaScript(statements, omitted.stream().distinct().toList());
  }

  /** Returns the statements as one text, each with a semicolon and an empty line after it. */
  public String text() {
    return statements.stream().map(it -> it.sql() + ";\n").collect(Collectors.joining("\n"));
  }
}
