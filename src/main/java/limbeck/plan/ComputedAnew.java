package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Dependents;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.Generation;
import limbeck.schema.Table;

/**
 * Computed columns of large tables that are computed anew: PostgreSQL writes the table for a stored
 * one whatever is done, so that it is done at once, in a revision of its own, together with the
 * types of the columns it is computed from.
 */
final class ComputedAnew {
  private final Draft draft;
  private final Set<ColumnPlace> anew = new HashSet<>();
  private final Set<ColumnPlace> sources = new HashSet<>();

  ComputedAnew(Difference difference, Draft draft) {
    this.draft = draft;
    // What stands over the table goes before and comes after; it may not be gone in between.
    boolean objects =
        difference.operations().stream().anyMatch(ObjectOperation.DropObject.class::isInstance);
    if (draft.options().strategy() == Strategy.ONLINE && !objects) {
      for (Operation it : difference.operations()) {
        if (it instanceof ColumnOperation.DropColumn drop) {
          find(drop, difference);
        }
      }
    }
  }

  private void find(ColumnOperation.DropColumn drop, Difference difference) {
    ColumnPlace place = new ColumnPlace(drop.table(), drop.column());
    Optional<Table> table = draft.schema().table(drop.table());
    Optional<Column> column = table.flatMap(it -> it.column(drop.column()));
    boolean computed =
        column.flatMap(Column::generation).orElse(null) instanceof Generation.Computed;
    boolean again =
        difference.operations().stream()
            .anyMatch(
                it ->
                    it instanceof ColumnOperation.AddColumn add
                        && place.equals(new ColumnPlace(add.table(), add.column().name())));
    if (computed && again && draft.options().isOnline(drop.table())) {
      anew.add(place);
      for (Column it : table.orElseThrow().columns()) {
        if (Dependents.computedFrom(table.orElseThrow(), it.name())
            .contains(column.orElseThrow())) {
          sources.add(new ColumnPlace(drop.table(), it.name()));
        }
      }
    }
  }

  /** Plans a change by the given steps, if it has to do with such a column; says whether it has. */
  boolean plan(Change change, Runnable steps) {
    List<ColumnPlace> concerned = new ArrayList<>();
    List<ColumnPlace> retyped = new ArrayList<>();
    for (Operation operation : change.operations()) {
      switch (operation) {
        case ColumnOperation.DropColumn it ->
            concerned.add(new ColumnPlace(it.table(), it.column()));
        case ColumnOperation.AddColumn it ->
            concerned.add(new ColumnPlace(it.table(), it.column().name()));
        case ColumnOperation.AlterColumn it -> {
          ColumnPlace place = new ColumnPlace(it.table(), it.column());
          boolean type = it.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance);
          if (type && sources.contains(place)) {
            retyped.add(place);
          }
        }
        default -> {} // nothing else is about one column
      }
    }
    boolean own = !retyped.isEmpty() || concerned.stream().anyMatch(anew::contains);
    if (own) {
      draft.during(Phase.Kind.DIRECT, () -> draft.meaning(Releases.Meaning.ADMITS_AFTER, steps));
    }
    retyped.forEach(this::note);
    return own;
  }

  private void note(ColumnPlace place) {
    draft.note(
        SafetyNote.Kind.HUMAN,
        place
            + " is given another type in place, because a stored column is computed from it, and"
            + " PostgreSQL writes the whole table for that one in any case. When nobody may wait so"
            + " long, make that one a plain column first, which a trigger computes.");
  }
}
