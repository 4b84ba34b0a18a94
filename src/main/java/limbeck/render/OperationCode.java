package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Apply;
import limbeck.operation.BatchNames;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TableRecreation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * Operations as Alembic's directives. What Alembic has no directive for, or only in newer releases
 * than 1.8, is executed as SQL.
 */
final class OperationCode {
  private final Imports imports;
  private final RenderOptions options;
  private final ColumnCode columns;
  private final ConstraintCode constraints;
  private final IndexCode indexes;
  private final TableCode tables;
  private final ColumnSteps columnSteps;
  private final Names names;

  OperationCode(RenderOptions options, Imports imports) {
    this.options = options;
    this.imports = imports;
    this.names = new Names(options.namingConvention());
    TypeCode types = new TypeCode(options, imports);
    this.columns = new ColumnCode(types);
    this.constraints = new ConstraintCode(names, imports, options.spelling());
    this.indexes = new IndexCode(names, options.spelling(), options.dialect());
    this.tables = new TableCode(columns, constraints);
    this.columnSteps = new ColumnSteps(options, types, columns);
  }

  /**
   * Returns the statements of an operation.
   *
   * @param batch whether inside a {@code batch_alter_table} of its table
   */
  List<Script> write(Operation operation, Schema before, boolean batch) {
    return switch (operation) {
      case TableOperation it -> table(it, before);
      case ColumnOperation it -> column(it, before, batch);
      case ConstraintOperation it -> constraint(it, before, batch);
      case IndexOperation it -> index(it, before, batch);
      case TypeOperation it -> type(it, before);
      case ObjectOperation it -> sql(it, before);
      case DataOperation it -> rows(it, before);
      case Opaque(String what, String why, var _, boolean _) ->
          throw new IllegalArgumentException(
              "cannot write what was not understood: " + what + ", " + why);
    };
  }

  /** Returns whether anything is written for an operation, by itself or by the block around it. */
  boolean isWritten(Operation operation, Schema before) {
    boolean batch = batchTable(operation, before).isPresent();
    return (batch && isSaidByHead(operation, before)) || !write(operation, before, batch).isEmpty();
  }

  /** Returns the schema after an operation, in the database it is for. */
  Schema after(Operation operation, Schema before) {
    DefaultNames names =
        options.dialect() == DialectName.SQLITE
            ? DefaultNames.batch()
            : DefaultNames.ofHistory(options.dialect());
    return Apply.apply(operation, before, names).schema();
  }

  /** Returns whether Alembic's batch mode makes tables anew for the database. */
  boolean makesAnew() {
    return options.batch() && options.dialect() == DialectName.SQLITE;
  }

  /** Returns whether SQLite looks at foreign keys while the script runs. */
  boolean enforcesForeignKeys() {
    return makesAnew() && options.enforcesForeignKeys();
  }

  /** Returns whether nothing but the name of a column changes. */
  static boolean isRename(ColumnOperation.AlterColumn operation) {
    return operation.changes().stream().allMatch(ColumnChange.Rename.class::isInstance);
  }

  /**
   * Returns the table a batch block must name for an operation; empty outside of batch mode, and
   * for what SQLite does itself and better: it renames a column in all that is made of it, and
   * batch mode does not know an index over an expression.
   */
  Optional<TableName> batchTable(Operation operation, Schema before) {
    if (!options.batch() || (makesAnew() && standsAlone(operation, before))) {
      return Optional.empty();
    }
    return switch (operation) {
      case ColumnOperation.AddColumn it -> Optional.of(it.table());
      case ColumnOperation.DropColumn it -> Optional.of(it.table());
      case ColumnOperation.AlterColumn it -> Optional.of(it.table());
      case ConstraintOperation.AddConstraint it ->
          it.usingIndex().isPresent() ? Optional.empty() : Optional.of(it.table());
      case ConstraintOperation.DropConstraint it -> Optional.of(it.table());
      case IndexOperation.CreateIndex it ->
          it.concurrently() ? Optional.empty() : Optional.of(it.table());
      case IndexOperation.DropIndex it -> it.concurrently() ? Optional.empty() : it.table();
      case ConstraintOperation.RenameConstraint _,
          ConstraintOperation.ValidateConstraint _,
          ConstraintOperation.SetDeferral _,
          IndexOperation.RenameIndex _,
          TableOperation _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          Optional.empty();
    };
  }

  private static boolean standsAlone(Operation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation.AlterColumn it -> isRename(it);
      case IndexOperation.CreateIndex it -> TableRecreation.isLost(it.index());
      case IndexOperation.DropIndex it ->
          it.table().flatMap(before::table).stream()
              .flatMap(table -> table.indexes().stream())
              .anyMatch(
                  index ->
                      index.name().equals(Optional.of(it.name())) && TableRecreation.isLost(index));
      default -> false;
    };
  }

  private List<Script> sql(Operation operation, Schema before) {
    return options.spelling().statements(operation, before).stream()
        .map(it -> (Script) new Script.Expression(ColumnSteps.execute(it.text())))
        .toList();
  }

  private static List<Script> one(Code code) {
    return List.of(new Script.Expression(code));
  }

  private List<Script> table(TableOperation operation, Schema before) {
    return switch (operation) {
      case TableOperation.CreateTable it -> createTable(it, before);
      case TableOperation.DropTable it ->
          it.ifExists() || it.cascade() ? sql(it, before) : one(onTable("drop_table", it.table()));
      case TableOperation.RenameTable it ->
          it.from().schema().equals(it.to().schema())
              ? one(onTable("rename_table", it.from(), Code.string(it.to().name())))
              : sql(it, before);
      case TableOperation.SetTableComment it -> one(comment(it));
      case TableOperation.AttachPartition _, TableOperation.DetachPartition _ ->
          sql(operation, before);
      // No directive only orders columns, and no program that names its columns sees a difference.
      case TableOperation.OrderColumns _ -> List.of();
    };
  }

  private List<Script> createTable(TableOperation.CreateTable operation, Schema before) {
    if (operation.ifNotExists() || !TableCode.canSay(operation.table())) {
      return sql(operation, before);
    }
    List<Script> result = new ArrayList<>(one(tables.create(operation.table(), before)));
    operation.table().indexes().stream()
        .map(it -> indexes.create(operation.table().name(), it, false, false))
        .forEach(it -> result.add(new Script.Expression(it)));
    return result;
  }

  private static Code comment(TableOperation.SetTableComment operation) {
    List<Code> arguments = new ArrayList<>();
    operation.to().ifPresent(it -> arguments.add(Code.string(it)));
    operation
        .from()
        .ifPresent(it -> arguments.add(new Code.Named("existing_comment", Code.string(it))));
    return onTable(
        operation.to().isPresent() ? "create_table_comment" : "drop_table_comment",
        operation.table(),
        arguments.toArray(Code[]::new));
  }

  /** Returns {@code op.directive("table", …, schema="…")}. */
  private static Code onTable(String directive, TableName table, Code... more) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(Code.string(table.name()));
    arguments.addAll(List.of(more));
    table.schema().ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    return Code.call("op." + directive, arguments);
  }

  private List<Script> column(ColumnOperation operation, Schema before, boolean batch) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> {
        boolean said = !it.ifNotExists() && !it.column().autoincrement();
        if (!said && !batch) {
          yield sql(it, before);
        }
        Code column = columns.column(it.column(), false, before);
        yield one(
            batch
                ? Code.call("batch_op.add_column", column)
                : onTable("add_column", it.table(), column));
      }
      case ColumnOperation.DropColumn it -> {
        Code name = Code.string(it.column().text());
        if (batch) {
          yield one(Code.call("batch_op.drop_column", name));
        }
        yield it.ifExists() ? sql(it, before) : one(onTable("drop_column", it.table(), name));
      }
      case ColumnOperation.AlterColumn it ->
          columnSteps.alter(it, before, batch).stream()
              .map(code -> (Script) new Script.Expression(code))
              .toList();
    };
  }

  private List<Script> constraint(ConstraintOperation operation, Schema before, boolean batch) {
    return switch (operation) {
      case ConstraintOperation _ when batch && isSaidByHead(operation, before) -> List.of();
      case ConstraintOperation.AddConstraint it -> {
        boolean said =
            it.usingIndex().isEmpty()
                && !(batch && isExclude(it.constraint()))
                && !includesOthers(it.constraint());
        yield said ? one(constraints.added(it.table(), named(it, batch), batch)) : sql(it, before);
      }
      case ConstraintOperation.DropConstraint it -> {
        boolean said = batch || !(it.ifExists() || it.cascade());
        yield said ? one(dropConstraint(it, batch)) : sql(it, before);
      }
      case ConstraintOperation.RenameConstraint it -> sql(it, before);
      case ConstraintOperation.ValidateConstraint it -> sql(it, before);
      case ConstraintOperation.SetDeferral it -> sql(it, before);
    };
  }

  /** Alembic knows no columns of a table but those a constraint is over, and fails for others. */
  private static boolean includesOthers(Constraint constraint) {
    return constraint instanceof Constraint.Unique it && !it.columns().containsAll(it.include());
  }

  private static boolean isExclude(Constraint constraint) {
    return constraint instanceof Constraint.Exclude;
  }

  /** Alembic's batch mode on SQLite adds nothing that has no name. */
  private Constraint named(ConstraintOperation.AddConstraint operation, boolean batch) {
    Constraint constraint = operation.constraint();
    return batch && options.dialect() == DialectName.SQLITE && constraint.name().isEmpty()
        ? constraint.withName(BatchNames.nameOf(constraint, operation.table()))
        : constraint;
  }

  /**
   * Returns whether the call that opens a batch block says an operation, and no call inside: batch
   * mode neither adds nor drops a check without a name, but the call states all that stay.
   */
  boolean isSaidByHead(Operation operation, Schema before) {
    return makesAnew()
        && switch (operation) {
          case ConstraintOperation.AddConstraint it ->
              it.constraint() instanceof Constraint.Check check && check.name().isEmpty();
          case ConstraintOperation.DropConstraint it ->
              before.table(it.table()).stream()
                  .flatMap(
                      table ->
                          TableRecreation.lostChecks(table).stream()
                              .map(c -> DefaultNames.batch().nameOf(c, table)))
                  .anyMatch(Optional.of(it.name())::equals);
          default -> false;
        };
  }

  /** Returns a constraint as an argument of a call that makes a table. */
  Code inline(Constraint constraint) {
    return constraints.inline(constraint);
  }

  /**
   * Returns the kind of constraint that the operation drops by a name the database does not know;
   * empty for every other operation.
   */
  Optional<ConstraintOperation.Kind> dropsUnnamed(Operation operation, Schema before) {
    if (options.dialect() == DialectName.SQLITE
        && !isSaidByHead(operation, before)
        && operation instanceof ConstraintOperation.DropConstraint drop) {
      boolean named =
          before.table(drop.table()).flatMap(it -> it.constraint(drop.name())).isPresent();
      return named ? Optional.empty() : drop.kind();
    }
    return Optional.empty();
  }

  private Code dropConstraint(ConstraintOperation.DropConstraint operation, boolean batch) {
    List<Code> arguments = new ArrayList<>();
    String key = operation.kind().map(OperationCode::key).orElse("");
    // A drop runs through the convention like a create, so the name needs the same mark.
    arguments.add(names.constraint(key, Optional.of(operation.name())));
    if (!batch) {
      arguments.add(Code.string(operation.table().name()));
    }
    operation
        .kind()
        .flatMap(ConstraintCode::kind)
        .ifPresent(it -> arguments.add(new Code.Named("type_", Code.string(it))));
    if (!batch) {
      operation
          .table()
          .schema()
          .ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    }
    return Code.call((batch ? "batch_op." : "op.") + "drop_constraint", arguments);
  }

  private static String key(ConstraintOperation.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "pk";
      case UNIQUE -> "uq";
      case FOREIGN_KEY -> "fk";
      case CHECK -> "ck";
      case EXCLUDE -> "ex";
    };
  }

  private List<Script> index(IndexOperation operation, Schema before, boolean batch) {
    return switch (operation) {
      case IndexOperation.CreateIndex it ->
          it.ifNotExists() && !batch
              ? sql(it, before)
              : one(indexes.create(it.table(), it.index(), it.concurrently(), batch));
      case IndexOperation.DropIndex it ->
          it.ifExists() && !batch ? sql(it, before) : one(indexes.drop(it, batch));
      case IndexOperation.RenameIndex it -> sql(it, before);
    };
  }

  private List<Script> type(TypeOperation operation, Schema before) {
    if (options.dialect() != DialectName.POSTGRESQL) {
      return sql(operation, before);
    }
    return switch (operation) {
      case TypeOperation.CreateEnum it -> {
        List<Code> arguments = new ArrayList<>();
        it.type().labels().forEach(label -> arguments.add(Code.string(label)));
        yield one(enumCall("create", arguments, it.type().name(), it.ifNotExists()));
      }
      case TypeOperation.DropEnum it ->
          one(enumCall("drop", new ArrayList<>(), it.name(), it.ifExists()));
      case TypeOperation.AddEnumLabel it -> sql(it, before);
      case TypeOperation.RenameEnumLabel it -> sql(it, before);
      case TypeOperation.RenameType it -> sql(it, before);
    };
  }

  /** Returns {@code postgresql.ENUM(…).create(op.get_bind(), checkfirst=…)}. */
  private Code enumCall(
      String method, List<Code> arguments, limbeck.schema.TypeName name, boolean checkFirst) {
    arguments.add(new Code.Named("name", Code.string(name.name())));
    name.schema().ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    Code type = Code.call(imports.dialect("postgresql") + ".ENUM", arguments);
    return new Code.Call(
        new Code.Member(type, method),
        List.of(Code.call("op.get_bind"), new Code.Named("checkfirst", Code.bool(checkFirst))),
        false);
  }

  private List<Script> rows(DataOperation operation, Schema before) {
    return switch (operation) {
      case DataOperation.ExecuteSql it -> one(ColumnSteps.execute(it.statement().text()));
      case DataOperation.Backfill it -> sql(it, before);
      case DataOperation.InsertRows it -> sql(it, before);
      case DataOperation.RequireNoRows it ->
          options.dialect() == DialectName.POSTGRESQL
              ? one(ColumnSteps.execute(RowCheck.postgresql(it)))
              : List.of(new Script.Check(it.query().text(), it.message()));
    };
  }
}
