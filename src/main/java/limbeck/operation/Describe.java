package limbeck.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Says in one line what an operation does, for people. */
public final class Describe {
  private static final int LONGEST_SQL = 72;

  private Describe() {}

  /** Returns one line such as {@code add column tasks.priority VARCHAR(20) NOT NULL}. */
  public static String describe(Operation operation) {
    return switch (operation) {
      case TableOperation it -> table(it);
      case ColumnOperation it -> column(it);
      case ConstraintOperation it -> constraint(it);
      case IndexOperation it -> index(it);
      case TypeOperation it -> type(it);
      case ObjectOperation it -> object(it);
      case DataOperation it -> data(it);
      case Opaque it -> "something not understood: " + shortened(it.what());
    };
  }

  private static String table(TableOperation operation) {
    return switch (operation) {
      case TableOperation.CreateTable it -> "create table " + it.table().name();
      case TableOperation.DropTable it -> "drop table " + it.table();
      case TableOperation.RenameTable it -> "rename table " + it.from() + " to " + it.to();
      case TableOperation.AttachPartition it ->
          "attach table " + it.partition() + " to table " + it.table() + " as a partition";
      case TableOperation.DetachPartition it ->
          "detach partition " + it.partition() + " from table " + it.table();
      case TableOperation.SetTableComment it ->
          (it.to().isEmpty() ? "remove the comment on table " : "set the comment on table ")
              + it.table();
      case TableOperation.OrderColumns it ->
          "order the columns of table "
              + it.table()
              + ": "
              + it.to().stream().map(ColumnName::text).collect(Collectors.joining(", "));
    };
  }

  private static String column(ColumnOperation operation) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> "add column " + it.table() + "." + column(it.column());
      case ColumnOperation.DropColumn it -> "drop column " + it.table() + "." + it.column();
      case ColumnOperation.AlterColumn it ->
          "alter column "
              + it.table()
              + "."
              + it.column()
              + ": "
              + it.changes().stream().map(Describe::change).collect(Collectors.joining(", "));
    };
  }

  /** Returns a column's name, type and what else it states, as in a column definition. */
  public static String column(Column column) {
    StringBuilder result = new StringBuilder();
    result.append(column.name()).append(' ').append(DescribeType.describe(column.type()));
    column.serverDefault().ifPresent(it -> result.append(" DEFAULT ").append(value(it)));
    column.generation().ifPresent(it -> result.append(' ').append(generation(it)));
    if (column.autoincrement()) {
      result.append(" AUTOINCREMENT");
    }
    if (!column.nullable()) {
      result.append(" NOT NULL");
    }
    return result.toString();
  }

  /** Returns a default as SQL. */
  public static String value(Default value) {
    return switch (value) {
      case Default.Literal(String text) -> "'" + text.replace("'", "''") + "'";
      case Default.Expression(SqlText sql) -> sql.text();
      case Default.Now _ -> "now()";
      case Default.BooleanConstant(boolean constant) -> constant ? "true" : "false";
      case Default.NextValue(var sequence) -> "nextval('" + sequence + "')";
      case Default.Unknown _ -> "(not known)";
    };
  }

  private static String generation(Generation generation) {
    return switch (generation) {
      case Generation.Identity it ->
          "GENERATED " + (it.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY";
      case Generation.Computed it -> "GENERATED ALWAYS AS (" + it.expression() + ")";
    };
  }

  private static String change(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType it ->
          "type "
              + it.from().map(from -> DescribeType.describe(from) + " to ").orElse("")
              + DescribeType.describe(it.to())
              + it.using().map(using -> " using " + shortened(using.text())).orElse("");
      case ColumnChange.SetNullable(boolean nullable) -> nullable ? "allow NULL" : "NOT NULL";
      case ColumnChange.SetDefault it ->
          it.to().map(to -> "default " + value(to)).orElse("no default");
      case ColumnChange.SetGeneration it ->
          it.to().map(Describe::generation).orElse("no longer generated");
      case ColumnChange.SetAutoincrement(boolean counts) ->
          counts ? "count by itself" : "no longer count by itself";
      case ColumnChange.SetComment it -> it.to().isEmpty() ? "remove the comment" : "comment";
      case ColumnChange.Rename(ColumnName to) -> "rename to " + to;
    };
  }

  private static String constraint(ConstraintOperation operation) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint it ->
          "add "
              + constraint(it.constraint())
              + " to "
              + it.table()
              + it.usingIndex().map(index -> " using index " + index).orElse("");
      case ConstraintOperation.DropConstraint it ->
          "drop " + kind(it.kind()) + " " + it.name() + " of " + it.table();
      case ConstraintOperation.RenameConstraint it ->
          "rename constraint " + it.from() + " of " + it.table() + " to " + it.to();
      case ConstraintOperation.SetDeferral it ->
          "change when constraint " + it.name() + " of table " + it.table() + " is checked";
      case ConstraintOperation.ValidateConstraint it ->
          "validate constraint " + it.name() + " of " + it.table();
    };
  }

  /** Returns a constraint's kind, name and what it is over. */
  public static String constraint(Constraint constraint) {
    String name = constraint.name().map(it -> " " + it).orElse("");
    return switch (constraint) {
      case Constraint.PrimaryKey it -> "primary key" + name + columns(it.columns());
      case Constraint.Unique it -> "unique constraint" + name + columns(it.columns());
      case Constraint.ForeignKey it ->
          "foreign key"
              + name
              + columns(it.columns())
              + " to "
              + it.target()
              + (it.targetColumns().isEmpty() ? "" : columns(it.targetColumns()))
              + (it.validated() ? "" : ", not validated");
      case Constraint.Check it ->
          "check"
              + name
              + " ("
              + shortened(it.condition().text())
              + ")"
              + (it.validated() ? "" : ", not validated");
      case Constraint.Exclude it -> "exclusion constraint" + name;
    };
  }

  private static String kind(Optional<ConstraintOperation.Kind> kind) {
    return kind.map(
            it ->
                switch (it) {
                  case PRIMARY_KEY -> "primary key";
                  case UNIQUE -> "unique constraint";
                  case FOREIGN_KEY -> "foreign key";
                  case CHECK -> "check";
                  case EXCLUDE -> "exclusion constraint";
                })
        .orElse("constraint");
  }

  private static String columns(List<ColumnName> columns) {
    return " (" + columns.stream().map(ColumnName::text).collect(Collectors.joining(", ")) + ")";
  }

  private static String index(IndexOperation operation) {
    return switch (operation) {
      case IndexOperation.CreateIndex it ->
          "create " + index(it.index(), it.table()) + (it.concurrently() ? " concurrently" : "");
      case IndexOperation.DropIndex it ->
          "drop index "
              + it.name()
              + it.table().map(table -> " of " + table).orElse("")
              + (it.concurrently() ? " concurrently" : "");
      case IndexOperation.RenameIndex it -> "rename index " + it.from() + " to " + it.to();
    };
  }

  /** Returns an index's kind, name and what it is over. */
  public static String index(Index index, TableName table) {
    String elements =
        index.elements().stream().map(Describe::element).collect(Collectors.joining(", "));
    return (index.unique() ? "unique index" : "index")
        + index.name().map(it -> " " + it).orElse("")
        + " on "
        + table
        + " ("
        + elements
        + ")"
        + index.where().map(it -> " where " + shortened(it.text())).orElse("");
  }

  private static String element(IndexElement element) {
    String target =
        switch (element.target()) {
          case IndexElement.Target.OfColumn(ColumnName name) -> name.text();
          case IndexElement.Target.OfExpression(SqlText sql) -> sql.text();
        };
    return element.descending() ? target + " DESC" : target;
  }

  private static String type(TypeOperation operation) {
    return switch (operation) {
      case TypeOperation.CreateEnum it ->
          "create enum type "
              + it.type().name()
              + " ("
              + String.join(", ", it.type().labels())
              + ")";
      case TypeOperation.DropEnum it -> "drop enum type " + it.name();
      case TypeOperation.AddEnumLabel it ->
          "add label "
              + it.label()
              + " to enum type "
              + it.type()
              + it.before().map(other -> " before " + other).orElse("")
              + it.after().map(other -> " after " + other).orElse("");
      case TypeOperation.RenameEnumLabel it ->
          "rename label " + it.from() + " of enum type " + it.type() + " to " + it.to();
      case TypeOperation.RenameType it -> "rename type " + it.from() + " to " + it.to();
    };
  }

  private static String object(ObjectOperation operation) {
    return switch (operation) {
      case ObjectOperation.CreateNamespace it -> "create schema " + it.name();
      case ObjectOperation.DropNamespace it -> "drop schema " + it.name();
      case ObjectOperation.CreateSequence it -> "create sequence " + it.sequence().name();
      case ObjectOperation.AlterSequence it -> "alter sequence " + it.name();
      case ObjectOperation.DropSequence it -> "drop sequence " + it.name();
      case ObjectOperation.RenameSequence it -> "rename sequence " + it.from() + " to " + it.to();
      case ObjectOperation.CreateObject it ->
          (it.replace() ? "create or replace " : "create ")
              + ApplyObject.words(it.object().kind())
              + " "
              + it.object().name();
      case ObjectOperation.RenameObject it ->
          "rename "
              + ApplyObject.words(it.from().kind())
              + " "
              + it.from().name()
              + " to "
              + it.to().name();
      case ObjectOperation.DropObject it ->
          "drop " + ApplyObject.words(it.kind()) + " " + it.name();
    };
  }

  private static String data(DataOperation operation) {
    return switch (operation) {
      case DataOperation.ExecuteSql it -> "execute " + shortened(it.statement().text());
      case DataOperation.Backfill it ->
          "fill "
              + it.table()
              + "."
              + it.column()
              + " with "
              + shortened(it.value().text())
              + it.where().map(where -> " where " + shortened(where.text())).orElse("");
      case DataOperation.InsertRows it ->
          "insert "
              + it.rows().size()
              + (it.rows().size() == 1 ? " row" : " rows")
              + " into "
              + it.table();
      case DataOperation.RequireNoRows it -> "check the rows of " + it.table();
    };
  }

  private static String shortened(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SQL ? line : line.substring(0, LONGEST_SQL - 1) + "…";
  }
}
