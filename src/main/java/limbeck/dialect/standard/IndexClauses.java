package limbeck.dialect.standard;

import java.util.stream.Collectors;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.TableName;

/** {@code CREATE INDEX} in standard words: name, table, elements, predicate. */
public class IndexClauses {
  /** The database's fragments. */
  protected final Spelling spelling;

  /** Writes indexes with the fragments of a database. */
  public IndexClauses(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Returns the statement that creates an index. */
  public Sql create(TableName table, Index index, boolean concurrently, boolean ifNotExists) {
    return Sql.of(
        "CREATE "
            + (index.unique() ? "UNIQUE " : "")
            + "INDEX "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + name(index)
            + " ON "
            + spelling.quoting().table(table)
            + " ("
            + elements(index)
            + ")");
  }

  /** Returns the index's name in quotes where needed. */
  protected final String name(Index index) {
    return index
        .name()
        .map(it -> spelling.quoting().quote(it.text()))
        .orElseThrow(() -> new CannotSpell("an index needs a name"));
  }

  /** Returns the elements, separated by comma and blank. */
  protected final String elements(Index index) {
    return index.elements().stream()
        .map(it -> element(it, index))
        .collect(Collectors.joining(", "));
  }

  /** Returns one element: what is indexed, and its order. */
  protected String element(IndexElement element, Index index) {
    return target(element.target()) + order(element);
  }

  /** Returns a column, or an expression in parentheses where the database asks for them. */
  protected String target(IndexElement.Target target) {
    return switch (target) {
      case IndexElement.Target.OfColumn(var column) -> spelling.quoting().column(column);
      case IndexElement.Target.OfExpression(var expression) -> expression.text();
    };
  }

  /** Returns {@code DESC} and {@code NULLS …} with blanks before them, or nothing. */
  protected static String order(IndexElement element) {
    return (element.descending() ? " DESC" : "")
        + element.nullsFirst().map(it -> it ? " NULLS FIRST" : " NULLS LAST").orElse("");
  }
}
