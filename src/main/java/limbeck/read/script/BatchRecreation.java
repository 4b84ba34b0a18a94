package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.read.table.ConventionFacts;
import limbeck.read.table.NameBuilder;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.StatedName;
import limbeck.read.value.Constants;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * What Alembic loses on SQLite when a batch block makes a table anew: it takes the indexes from
 * what SQLAlchemy's inspector says of them, which knows neither directions nor expressions, and
 * leaves out checks without a name.
 */
final class BatchRecreation {
  private BatchRecreation() {}

  /** Records what is lost, and what gets a name, before the steps of the block. */
  static void record(
      Value.Call batch, TableName name, StepRecorder steps, ScriptObjects objects, Location at) {
    Optional<Table> table = steps.schema().table(name);
    boolean given = batch.keywords().containsKey("copy_from");
    if (table.isEmpty() || given || !recreates(batch, steps.deferred(), DialectName.SQLITE)) {
      return;
    }
    Value stated = batch.keywords().get("naming_convention");
    if (stated != null) {
      NamingConvention convention = NamingConvention.read(stated, objects.context().problems(), at);
      NameBuilder names =
          new NameBuilder(convention, objects.context().options().maximumIdentifierLength());
      table.get().constraints().stream()
          .filter(it -> it.name().isEmpty())
          .forEach(it -> name(it, table.get(), names, steps, at));
    }
    if (!batch.keywords().containsKey("table_args")) {
      table.get().constraints().stream()
          .filter(it -> it instanceof Constraint.Check && it.name().isEmpty())
          .flatMap(it -> DefaultNames.described().nameOf(it, table.get()).stream())
          .forEach(
              it ->
                  steps.add(
                      new ConstraintOperation.DropConstraint(
                          name, it, Optional.of(ConstraintOperation.Kind.CHECK), true, false),
                      at));
    }
    for (Index index : table.get().indexes()) {
      boolean expression = index.elements().stream().anyMatch(it -> it.column().isEmpty());
      boolean directed = index.elements().stream().anyMatch(IndexElement::descending);
      if ((expression || directed) && index.name().isPresent()) {
        steps.add(
            new IndexOperation.DropIndex(
                Optional.of(name), name.schema(), index.name().get(), false, false),
            at);
        if (!expression) {
          steps.add(new IndexOperation.CreateIndex(name, undirected(index), false, false), at);
        }
      }
    }
  }

  /** The inspector gives the unnamed no name, so the convention of the block names it. */
  private static void name(
      Constraint constraint, Table table, NameBuilder names, StepRecorder steps, Location at) {
    Optional<NameBuilder.Naming> naming =
        switch (constraint) {
          case Constraint.PrimaryKey it ->
              Optional.of(
                  names.name(
                      NamingConvention.Kind.PRIMARY_KEY,
                      new StatedName.Absent(),
                      ConventionFacts.of(table.name(), named(it.columns()))));
          case Constraint.Unique it ->
              Optional.of(
                  names.name(
                      NamingConvention.Kind.UNIQUE,
                      new StatedName.Absent(),
                      ConventionFacts.of(table.name(), named(it.columns()))));
          case Constraint.ForeignKey it ->
              Optional.of(
                  names.name(
                      NamingConvention.Kind.FOREIGN_KEY,
                      new StatedName.Absent(),
                      new ConventionFacts(
                          table.name(),
                          named(it.columns()),
                          Optional.of(it.target()),
                          it.targetColumns().stream().map(ColumnName::text).toList())));
          case Constraint.Check _, Constraint.Exclude _ -> Optional.empty();
        };
    Optional<ConstraintName> unnamed = DefaultNames.described().nameOf(constraint, table);
    if (naming.isPresent()
        && naming.get() instanceof NameBuilder.Naming.Named(String text)
        && unnamed.isPresent()) {
      steps.add(
          new ConstraintOperation.RenameConstraint(
              table.name(), unnamed.get(), new ConstraintName(text)),
          at);
    }
  }

  private static List<ConventionFacts.NamedColumn> named(List<ColumnName> columns) {
    return columns.stream()
        .map(it -> new ConventionFacts.NamedColumn(it.text(), it.text()))
        .toList();
  }

  private static Index undirected(Index index) {
    return index.withElements(
        index.elements().stream()
            .map(
                it ->
                    new IndexElement(
                        it.target(), it.operatorClass(), it.collation(), false, Optional.empty()))
            .toList());
  }

  /** Returns whether a block with these operations makes its table anew. */
  static boolean recreates(Value.Call batch, List<Operation> operations, DialectName dialect) {
    Optional<String> stated =
        Optional.ofNullable(batch.keywords().get("recreate")).flatMap(Constants::text);
    if (stated.isPresent() && !stated.get().equals("auto")) {
      return stated.get().equals("always");
    }
    return dialect == DialectName.SQLITE && operations.stream().anyMatch(BatchRecreation::needsIt);
  }

  /** SQLite itself can add plain columns, and indexes; all else takes a new table. */
  private static boolean needsIt(Operation operation) {
    return switch (operation) {
      case ColumnOperation.DropColumn _, ColumnOperation.AlterColumn _ -> true;
      case ConstraintOperation _ -> true;
      case ColumnOperation.AddColumn _, IndexOperation _, TableOperation _ -> false;
      case limbeck.operation.TypeOperation _,
          limbeck.operation.ObjectOperation _,
          limbeck.operation.DataOperation _,
          limbeck.operation.Opaque _ ->
          false;
    };
  }
}
