package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardIndexes;
import limbeck.operation.IndexOperation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** PostgreSQL's indexes: methods, operator classes, INCLUDE, WITH, WHERE, CONCURRENTLY. */
final class Indexes extends StandardIndexes {
  Indexes(Spelling spelling, IndexClauses clauses) {
    super(spelling, clauses);
  }

  @Override
  protected List<Sql> drop(IndexOperation.DropIndex drop, Schema before) {
    String text =
        "DROP INDEX "
            + (drop.concurrently() ? "CONCURRENTLY " : "")
            + (drop.ifExists() ? "IF EXISTS " : "")
            + spelling.quoting().qualified(schema(drop), drop.name().text());
    return List.of(new Sql(text, !drop.concurrently()));
  }

  static String element(Spelling spelling, IndexElement element) {
    return target(spelling, element.target())
        + element.collation().map(it -> " COLLATE " + spelling.quoting().quote(it)).orElse("")
        + element.operatorClass().map(it -> " " + it).orElse("")
        + (element.descending() ? " DESC" : "")
        + element.nullsFirst().map(it -> it ? " NULLS FIRST" : " NULLS LAST").orElse("");
  }

  private static String target(Spelling spelling, IndexElement.Target target) {
    return switch (target) {
      case IndexElement.Target.OfColumn(var column) -> spelling.quoting().column(column);
      case IndexElement.Target.OfExpression(var expression) ->
          expression.isEnclosed() ? expression.text() : "(" + expression + ")";
    };
  }

  /** How PostgreSQL writes indexes. */
  static final class Clauses extends IndexClauses {
    Clauses(Spelling spelling) {
      super(spelling);
    }

    @Override
    public Sql create(TableName table, Index index, boolean concurrently, boolean ifNotExists) {
      StringBuilder text = new StringBuilder("CREATE ");
      text.append(index.unique() ? "UNIQUE " : "").append("INDEX ");
      text.append(concurrently ? "CONCURRENTLY " : "");
      text.append(ifNotExists ? "IF NOT EXISTS " : "");
      index.name().ifPresent(it -> text.append(spelling.quoting().quote(it.text())).append(' '));
      text.append("ON ").append(spelling.quoting().table(table)).append(' ');
      index
          .method()
          .ifPresent(it -> text.append("USING ").append(it.toLowerCase(Locale.ROOT)).append(' '));
      text.append('(').append(elements(index)).append(')');
      if (!index.include().isEmpty()) {
        text.append(" INCLUDE (").append(spelling.quoting().columns(index.include())).append(')');
      }
      text.append(index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
      String parameters = PostgresqlSpelling.parameters(index.options(), "postgresql_with");
      if (!parameters.isEmpty()) {
        text.append(" WITH (").append(parameters).append(')');
      }
      String tablespace = index.options().get("postgresql_tablespace");
      if (tablespace != null) {
        text.append(" TABLESPACE ").append(spelling.quoting().quote(tablespace));
      }
      index.where().ifPresent(it -> text.append(" WHERE ").append(it));
      return new Sql(text.toString(), !concurrently);
    }

    @Override
    protected String element(IndexElement element, Index index) {
      return Indexes.element(spelling, element);
    }
  }
}
