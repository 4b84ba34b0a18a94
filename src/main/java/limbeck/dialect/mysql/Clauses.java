package limbeck.dialect.mysql;

import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.TableName;

/** How MySQL and MariaDB write constraints and indexes. */
final class Clauses {
  private Clauses() {}

  /** Constraints: MATCH is refused, as SQLAlchemy does. */
  static final class OfConstraints extends ConstraintClauses {
    OfConstraints(Spelling spelling) {
      super(spelling);
    }

    @Override
    protected String match(Optional<String> match) {
      if (match.isPresent()) {
        throw new CannotSpell(
            "MySQL ignores MATCH and, where it is written, the ON DELETE and ON UPDATE actions too");
      }
      return "";
    }
  }

  /** Indexes: prefix lengths, FULLTEXT and SPATIAL, expressions in parentheses. */
  static final class OfIndexes extends IndexClauses {
    OfIndexes(Spelling spelling) {
      super(spelling);
    }

    private static String option(Spelling spelling, Index index, String name) {
      return spelling.dialect() == DialectName.MARIADB
          ? index.options().getOrDefault("mariadb_" + name, "")
          : index.options().getOrDefault("mysql_" + name, "");
    }

    @Override
    public Sql create(TableName table, Index index, boolean concurrently, boolean ifNotExists) {
      String prefix = option(spelling, index, "prefix");
      String own = option(spelling, index, "with_parser");
      String parser = own.isEmpty() ? index.options().getOrDefault("mysql_with_parser", "") : own;
      String ownMethod = option(spelling, index, "using");
      String method =
          ownMethod.isEmpty() ? index.options().getOrDefault("mysql_using", "") : ownMethod;
      return Sql.of(
          "CREATE "
              + (index.unique() ? "UNIQUE " : "")
              + (prefix.isEmpty() ? "" : prefix + " ")
              + "INDEX "
              + (ifNotExists && spelling.dialect() == DialectName.MARIADB ? "IF NOT EXISTS " : "")
              + name(index)
              + " ON "
              + spelling.quoting().table(table)
              + " ("
              + elements(index)
              + ")"
              + (parser.isEmpty() ? "" : " WITH PARSER " + parser)
              + (method.isEmpty() ? "" : " USING " + spelling.quoting().quote(method)));
    }

    @Override
    protected String element(IndexElement element, Index index) {
      return switch (element.target()) {
        case IndexElement.Target.OfColumn(ColumnName column) ->
            spelling.quoting().column(column) + length(column, index) + direction(element);
        case IndexElement.Target.OfExpression(var expression) -> {
          if (spelling.dialect() == DialectName.MARIADB) {
            throw new CannotSpell("MariaDB has no indexes over expressions");
          }
          yield "(" + expression + ")" + direction(element);
        }
      };
    }

    private static String direction(IndexElement element) {
      return element.descending() ? " DESC" : "";
    }

    private String length(ColumnName column, Index index) {
      String own = option(spelling, index, "length." + column.text());
      String length = own.isEmpty() ? option(spelling, index, "length") : own;
      return length.isEmpty() ? "" : "(" + length + ")";
    }
  }
}
