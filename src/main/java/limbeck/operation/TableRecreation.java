package limbeck.operation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.Table;

/**
 * When a batch block of Alembic makes its table anew, and what of the table is lost by it.
 *
 * <p>Left to itself, Alembic does so on SQLite for all but what {@code ALTER TABLE ADD COLUMN} and
 * the statements for indexes can do ({@code requires_recreate_in_batch} in {@code
 * alembic/ddl/sqlite.py}). The new table is made of what SQLAlchemy's inspector sees of the old
 * one: of an index neither expressions nor directions and collations, and of the checks only those
 * with a name ({@code alembic/operations/batch.py}).
 */
public final class TableRecreation {
  private TableRecreation() {}

  /** The parameter {@code recreate} of a batch block. */
  public enum Mode {
    /** Where the database cannot do without. */
    AUTO,
    /** On every database, whatever the block does. */
    ALWAYS,
    /** Nowhere. */
    NEVER;

    /** Returns the mode that a block states; {@code auto} when it states none. */
    public static Mode of(Optional<String> stated) {
      return switch (stated.orElse("auto")) {
        case "always" -> ALWAYS;
        case "never" -> NEVER;
        default -> AUTO;
      };
    }
  }

  /** Returns whether a block with these operations makes its table anew. */
  public static boolean happens(
      Mode mode, DialectName dialect, Collection<? extends Operation> operations) {
    return switch (mode) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          dialect == DialectName.SQLITE
              && operations.stream().anyMatch(TableRecreation::isNeededFor);
    };
  }

  /** Returns whether SQLite gets a new table for an operation when it stands in a batch block. */
  public static boolean isNeededFor(Operation operation) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> isNeededFor(it.column());
      case ColumnOperation.DropColumn _, ColumnOperation.AlterColumn _ -> true;
      case ConstraintOperation _ -> true;
      case TableOperation.SetTableComment _, TableOperation.RenameTable _ -> true;
      // It is the outcome of a table made anew.
      case TableOperation.OrderColumns _ -> true;
      case IndexOperation _, TableOperation.CreateTable _, TableOperation.DropTable _ -> false;
      case TableOperation.AttachPartition _, TableOperation.DetachPartition _ -> false;
      // A block executes them at once, and not with its directives.
      case TypeOperation _, ObjectOperation _, DataOperation _, Opaque _ -> false;
    };
  }

  /** SQLite adds no column with a default that it would have to compute, nor a stored one. */
  private static boolean isNeededFor(Column column) {
    boolean computes =
        column.serverDefault().filter(it -> !(it instanceof Default.Literal)).isPresent();
    boolean stored =
        column.generation().stream()
            .anyMatch(
                it ->
                    it instanceof Generation.Computed(var _, Optional<Boolean> persisted)
                        && persisted.orElse(false));
    return computes || stored;
  }

  /** Returns the checks that a new table does not get. */
  public static List<Constraint.Check> lostChecks(Table table) {
    return table.constraints().stream()
        .flatMap(
            it ->
                it instanceof Constraint.Check check && check.name().isEmpty()
                    ? Stream.of(check)
                    : Stream.empty())
        .toList();
  }

  /** Returns the indexes that a new table does not get as they are. */
  public static List<Index> lostIndexes(Table table) {
    return table.indexes().stream().filter(it -> it.name().isPresent() && isLost(it)).toList();
  }

  /** Returns whether a new table does not get an index as it is. */
  public static boolean isLost(Index index) {
    return index.elements().stream()
        .anyMatch(it -> it.column().isEmpty() || it.descending() || it.collation().isPresent());
  }
}
