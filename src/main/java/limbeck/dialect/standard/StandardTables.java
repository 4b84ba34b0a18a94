package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Operations on tables as a whole. */
public class StandardTables {
  /** The layout of {@code CREATE TABLE}: SQLAlchemy's tab is four blanks in Alembic's scripts. */
  private static final String SEPARATOR = ", \n    ";

  /** The database's fragments. */
  protected final Spelling spelling;

  private final ConstraintClauses constraints;
  private final IndexClauses indexes;

  /** Writes tables with the fragments of a database. */
  public StandardTables(Spelling spelling, ConstraintClauses constraints, IndexClauses indexes) {
    this.spelling = spelling;
    this.constraints = constraints;
    this.indexes = indexes;
  }

  /** Returns the statements of an operation. */
  public final List<Sql> lower(TableOperation operation, Schema before) {
    return switch (operation) {
      case TableOperation.CreateTable(Table table, boolean ifNotExists) ->
          create(table, ifNotExists, before);
      case TableOperation.DropTable(TableName table, boolean ifExists, boolean cascade) ->
          List.of(Sql.of(drop(table, ifExists, cascade)));
      case TableOperation.RenameTable(TableName from, TableName to) -> rename(from, to);
      case TableOperation.SetTableComment(TableName table, var _, Optional<String> to) ->
          comment(table, to);
      case TableOperation.AttachPartition(TableName table, TableName part, String bound) ->
          List.of(
              Sql.of(
                  alter(table)
                      + "ATTACH PARTITION "
                      + spelling.quoting().table(part)
                      + " "
                      + bound));
      case TableOperation.DetachPartition(TableName table, TableName part, boolean concurrently) ->
          List.of(
              Sql.of(
                  alter(table)
                      + "DETACH PARTITION "
                      + spelling.quoting().table(part)
                      + (concurrently ? " CONCURRENTLY" : "")));
      // A table made anew has the order; no statement changes it.
      case TableOperation.OrderColumns _ -> List.of();
    };
  }

  /** Returns {@code CREATE TABLE}, then its indexes and comments. */
  public final List<Sql> create(Table table, boolean ifNotExists, Schema schema) {
    List<Sql> result = new ArrayList<>();
    result.add(createAlone(table, table.constraints(), ifNotExists, schema));
    for (Index index : table.indexes()) {
      result.add(indexes.create(table.name(), index, false, false));
    }
    result.addAll(spelling.commentsAfter(table));
    return List.copyOf(result);
  }

  /** Returns {@code CREATE TABLE} with the given ones of its constraints, without what follows. */
  public Sql createAlone(
      Table table, List<Constraint> included, boolean ifNotExists, Schema schema) {
    List<String> definitions = new ArrayList<>();
    for (Column column : table.columns()) {
      definitions.add(spelling.column(table, column, schema));
    }
    for (Constraint constraint : included) {
      if (inTable(table, constraint)) {
        definitions.add(constraints.clause(constraint, table.name()));
      }
    }
    String prefixes = table.options().getOrDefault("prefixes", "");
    return Sql.of(
        "CREATE "
            + (prefixes.isEmpty() ? "" : prefixes + " ")
            + "TABLE "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + spelling.quoting().table(table.name())
            + " (\n    "
            + String.join(SEPARATOR, definitions)
            + "\n)"
            + spelling.tableSuffix(table));
  }

  /** Returns whether a constraint is written among the definitions. */
  protected boolean inTable(Table table, Constraint constraint) {
    return true;
  }

  /** Returns {@code DROP TABLE}. */
  protected String drop(TableName table, boolean ifExists, boolean cascade) {
    return "DROP TABLE "
        + (ifExists ? "IF EXISTS " : "")
        + spelling.quoting().table(table)
        + (cascade ? " CASCADE" : "");
  }

  /** Returns {@code RENAME TO}, after {@code SET SCHEMA} when the schema differs. */
  protected List<Sql> rename(TableName from, TableName to) {
    List<Sql> result = new ArrayList<>();
    TableName moved = new TableName(to.schema(), from.name());
    if (!from.schema().equals(to.schema())) {
      String schema =
          to.schema()
              .or(spelling::usualNamespace)
              .orElseThrow(() -> new CannotSpell("the schema that " + from + " moves to is open"));
      result.add(Sql.of(alter(from) + "SET SCHEMA " + spelling.quoting().quote(schema)));
    }
    if (!from.name().equals(to.name())) {
      result.add(Sql.of(alter(moved) + "RENAME TO " + spelling.quoting().quote(to.name())));
    }
    return result;
  }

  /** Returns the statement that sets or removes a table's comment. */
  protected List<Sql> comment(TableName table, Optional<String> comment) {
    return List.of(
        Sql.of(
            "COMMENT ON TABLE "
                + spelling.quoting().table(table)
                + " IS "
                + comment.map(spelling::literal).orElse("NULL")));
  }

  /** Returns {@code ALTER TABLE t} and a blank. */
  protected final String alter(TableName table) {
    return "ALTER TABLE " + spelling.quoting().table(table) + " ";
  }
}
