package limbeck.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * Finds what undoes an operation. The schema before it is known, so even a bare {@code DROP COLUMN}
 * comes back with its type, keys and indexes.
 */
public final class Invert {
  private Invert() {}

  /** Returns what undoes the operation, with PostgreSQL's names for the unnamed. */
  public static Inverse invert(Operation operation, Schema before) {
    return invert(operation, before, DefaultNames.postgresql());
  }

  /**
   * Returns what undoes the operation.
   *
   * @param before the schema before it
   * @param names how the database names what the source leaves unnamed
   */
  public static Inverse invert(Operation operation, Schema before, DefaultNames names) {
    boolean changesNothing =
        switch (operation) {
          case DataOperation _, Opaque _ -> false;
          case TableOperation _,
              ColumnOperation _,
              ConstraintOperation _,
              IndexOperation _,
              TypeOperation _,
              ObjectOperation _ ->
              Apply.apply(operation, before, names).schema().equals(before);
        };
    if (changesNothing) {
      return new Inverse.Exact(List.of());
    }
    return switch (operation) {
      case TableOperation it -> table(it, before, names);
      case ColumnOperation it -> InvertColumn.invert(it, before);
      case ConstraintOperation it -> InvertConstraint.invert(it, before, names);
      case IndexOperation it -> InvertConstraint.invert(it, before, names);
      case TypeOperation it -> InvertType.invert(it, before, names);
      case ObjectOperation it -> InvertType.invert(it, before, names);
      case DataOperation it -> data(it);
      case Opaque it -> new Inverse.None("it was not understood: " + it.why());
    };
  }

  static Inverse exact(Operation... operations) {
    return new Inverse.Exact(List.of(operations));
  }

  /** Returns the kind of a constraint, as a script must name it to drop it. */
  public static ConstraintOperation.Kind kind(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> ConstraintOperation.Kind.PRIMARY_KEY;
      case Constraint.Unique _ -> ConstraintOperation.Kind.UNIQUE;
      case Constraint.ForeignKey _ -> ConstraintOperation.Kind.FOREIGN_KEY;
      case Constraint.Check _ -> ConstraintOperation.Kind.CHECK;
      case Constraint.Exclude _ -> ConstraintOperation.Kind.EXCLUDE;
    };
  }

  static Operation add(TableName table, Constraint constraint) {
    return new ConstraintOperation.AddConstraint(table, constraint, Optional.empty());
  }

  /** Returns the operation that drops an object carried as text, with the SQL for it. */
  public static ObjectOperation.DropObject drop(CarriedObject object) {
    return InvertType.drop(object);
  }

  static List<Operation> addAll(List<Dependents.Reference> references) {
    return references.stream().map(it -> add(it.holder(), it.key())).toList();
  }

  private static Inverse table(TableOperation operation, Schema before, DefaultNames names) {
    return switch (operation) {
      case TableOperation.CreateTable it ->
          exact(new TableOperation.DropTable(it.table().name(), false, false));
      case TableOperation.DropTable it ->
          new Inverse.Lossy(
              Rebuild.missing(before, Apply.after(it, before), names),
              "the rows of table " + it.table());
      case TableOperation.RenameTable it ->
          exact(new TableOperation.RenameTable(it.to(), it.from()));
      case TableOperation.SetTableComment it ->
          exact(
              new TableOperation.SetTableComment(
                  it.table(), it.to(), before.table(it.table()).orElseThrow().comment()));
      case TableOperation.AttachPartition it -> {
        Operation detach = new TableOperation.DetachPartition(it.table(), it.partition(), false);
        yield new Inverse.Exact(
            Stream.concat(
                    Stream.of(detach),
                    Partitions.added(before, Apply.after(List.of(it, detach), before), it))
                .toList());
      }
      case TableOperation.DetachPartition it ->
          Partitions.bound(before.table(it.partition()).orElseThrow())
              .map(
                  bound ->
                      exact(new TableOperation.AttachPartition(it.table(), it.partition(), bound)))
              .orElseGet(
                  () -> new Inverse.None("the bound of " + it.partition() + " is not known"));
      case TableOperation.OrderColumns it ->
          exact(new TableOperation.OrderColumns(it.table(), it.to(), it.from()));
    };
  }

  private static Inverse data(DataOperation operation) {
    return switch (operation) {
      case DataOperation.ExecuteSql _ -> new Inverse.None("what the SQL changed is not known");
      case DataOperation.Backfill it ->
          new Inverse.Lossy(
              List.of(), "the values " + it.table() + "." + it.column() + " had before");
      case DataOperation.InsertRows it ->
          new Inverse.None(
              "the rows inserted into " + it.table() + " are not told apart from others");
      case DataOperation.RequireNoRows _ -> exact();
    };
  }
}
