package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.diff.Difference;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Renames a large table while programs use both names: a view of the old name stands for it, which
 * PostgreSQL lets programs write as well (CREATE VIEW, "Updatable Views").
 */
final class TableRename {
  private final Draft draft;
  private final List<Operation> operations;

  TableRename(Difference difference, Draft draft) {
    this.draft = draft;
    this.operations = difference.operations();
  }

  /** Plans the new name; false when a view cannot stand for the old one. */
  boolean plan(TableOperation.RenameTable rename, String because) {
    if (!draft.options().isOnline(rename.from())) {
      return false;
    }
    Optional<String> obstacle = obstacle(rename);
    if (obstacle.isPresent()) {
      draft.note(
          SafetyNote.Kind.HUMAN,
          rename.from()
              + " is renamed without a view under its old name, because "
              + obstacle.orElseThrow()
              + ".");
      return false;
    }
    Table table = draft.schema().table(rename.from()).orElseThrow();
    CarriedObject view = view(rename, table);
    draft.meaning(
        Releases.Meaning.ADMITS_AFTER,
        () -> {
          draft.add(
              rename,
              because + "; a view of the old name stands for it",
              Classification.TRANSFORMING,
              "rows are kept under the new name");
          draft.add(
              new ObjectOperation.CreateObject(view, false),
              "programs of the version before read and write through it",
              Classification.ADDITIVE,
              "it holds no rows of its own");
        });
    draft.note(
        SafetyNote.Kind.HUMAN,
        "Programs that do not own "
            + rename.to()
            + " need the same rights on the view "
            + rename.from()
            + " that they had on the table. COPY, TRUNCATE and LOCK do not go through it.");
    draft.during(
        Phase.Kind.CONTRACT,
        () ->
            draft.add(
                Invert.drop(view),
                "no program uses the old name any more"
                    + MirrorSteps.allowed(
                        "view-or-function-dropped", rename.to() + " has the rows"),
                Classification.TRANSFORMING,
                "it holds no rows of its own"));
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        "Programs that still use table " + rename.from() + " fail from the last phase on.");
    return true;
  }

  private CarriedObject view(TableOperation.RenameTable rename, Table table) {
    List<String> columns =
        table.columns().stream().map(Column::name).map(draft.sql()::column).toList();
    return new CarriedObject(
        CarriedObject.Kind.VIEW,
        new ObjectName(rename.from().schema(), rename.from().name()),
        new SqlText(
            "CREATE VIEW "
                + draft.sql().table(rename.from())
                + " AS SELECT "
                + String.join(", ", columns)
                + " FROM "
                + draft.sql().table(rename.to())));
  }

  private Optional<String> obstacle(TableOperation.RenameTable rename) {
    TableName from = rename.from();
    boolean taken =
        operations.stream()
            .anyMatch(
                operation ->
                    switch (operation) {
                      case TableOperation.CreateTable it -> it.table().name().equals(from);
                      case TableOperation.RenameTable it -> it.to().equals(from);
                      default -> false; // nothing else takes a table's name
                    });
    if (taken) {
      return Optional.of("another table takes that name");
    }
    boolean changes =
        operations.stream()
            .filter(it -> Touched.table(it).filter(rename.to()::equals).isPresent())
            .anyMatch(TableRename::isInTheWay);
    return changes
        ? Optional.of("columns of it change at the same time, on which the view would depend")
        : Optional.empty();
  }

  private static boolean isInTheWay(Operation operation) {
    return switch (operation) {
      case TableOperation.DropTable _, ColumnOperation.DropColumn _ -> true;
      case ColumnOperation.AlterColumn it ->
          it.changes().stream()
              .anyMatch(
                  change ->
                      change instanceof ColumnChange.SetType
                          || change instanceof ColumnChange.Rename);
      default -> false; // a view does not depend on anything else
    };
  }
}
