package limbeck.review;

import java.util.List;
import java.util.TreeMap;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.operation.Operation;
import limbeck.render.FunctionBody;
import limbeck.render.RenderOptions;
import limbeck.render.ScriptTemplate;
import limbeck.render.Spelling;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Writes steps as the program does in a project that has no wishes. */
final class PageWriter {
  private PageWriter() {}

  static WritesSteps of(DialectName database) {
    Dialect dialect = Dialects.of(database);
    RenderOptions options =
        new RenderOptions(
            database, ScriptTemplate.DEFAULT, new TreeMap<>(), false, true, new OfDialect(dialect));
    return (steps, before) ->
        FunctionBody.write(steps, before, options)
            .map(it -> new WritesSteps.Body(it.lines(), it.imports()));
  }

  private record OfDialect(Dialect dialect) implements Spelling {
    @Override
    public List<SqlText> statements(Operation operation, Schema before) {
      return switch (dialect.lower(operation, before)) {
        case Lowering.Statements(var statements) ->
            statements.stream().map(Statement::sql).toList();
        case Lowering.Unsupported(String reason) -> throw new IllegalStateException(reason);
      };
    }

    @Override
    public String type(SqlType type) {
      return dialect.spell(type);
    }

    @Override
    public String quote(String identifier) {
      return dialect.quote(identifier);
    }
  }
}
