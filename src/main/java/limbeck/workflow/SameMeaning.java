package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.diff.Difference;
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
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/**
 * Two texts of SQL may mean the same: where only texts differ, PostgreSQL itself spells both. What
 * it spells alike is no difference.
 */
final class SameMeaning {
  private final Table present;
  private final Table presentSpelled;
  private final Table wanted;
  private final Table wantedSpelled;

  private SameMeaning(Table present, Table presentSpelled, Table wanted, Table wantedSpelled) {
    this.present = DefaultNames.postgresql().named(present);
    this.presentSpelled = presentSpelled;
    this.wanted = wanted;
    this.wantedSpelled = wantedSpelled;
  }

  /** Returns whether a difference may be one of spelling: one text takes the place of another. */
  static boolean mayBeSpelling(Difference difference) {
    Set<Object> gone = new HashSet<>();
    List<Object> come = new ArrayList<>();
    for (Operation operation : difference.operations()) {
      switch (operation) {
        case ColumnOperation.AlterColumn it -> {
          if (it.changes().stream().anyMatch(SameMeaning::replacesText)) {
            return true;
          }
        }
        case ConstraintOperation.DropConstraint it -> gone.add(it.table());
        case ConstraintOperation.AddConstraint it -> {
          if (it.constraint() instanceof Constraint.Check
              || it.constraint() instanceof Constraint.Exclude) {
            come.add(it.table());
          }
        }
        case IndexOperation.DropIndex it -> gone.add(it.name());
        case IndexOperation.CreateIndex it -> {
          boolean text =
              it.index().where().isPresent()
                  || it.index().elements().stream().anyMatch(e -> e.column().isEmpty());
          it.index().name().filter(_ -> text).ifPresent(come::add);
        }
        case ColumnOperation _,
            ConstraintOperation _,
            IndexOperation _,
            TableOperation _,
            TypeOperation _,
            ObjectOperation _,
            DataOperation _,
            Opaque _ -> {}
      }
    }
    return come.stream().anyMatch(gone::contains);
  }

  private static boolean replacesText(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetDefault it -> it.from().isPresent() && it.to().isPresent();
      case ColumnChange.SetGeneration it ->
          it.from().filter(Generation.Computed.class::isInstance).isPresent()
              && it.to().filter(Generation.Computed.class::isInstance).isPresent();
      case ColumnChange.SetType _,
          ColumnChange.SetNullable _,
          ColumnChange.SetAutoincrement _,
          ColumnChange.SetComment _,
          ColumnChange.Rename _ ->
          false;
    };
  }

  /**
   * Returns the wanted schema with the present spelling of what PostgreSQL spells alike; unchanged
   * when no server can be asked.
   */
  static Schema settle(Schema before, Schema wanted) {
    Optional<Schema> left = spelled(KnownNames.adopt(before, wanted));
    Schema named = KnownNames.adopt(wanted, before);
    Optional<Schema> right = left.isEmpty() ? left : spelled(named);
    if (right.isEmpty()) {
      return wanted;
    }
    Schema result = wanted;
    for (Table table : wanted.tables().values()) {
      Optional<Table> present = before.table(table.name());
      Optional<Table> presentSpelled = left.orElseThrow().table(table.name());
      Optional<Table> wantedSpelled = right.orElseThrow().table(table.name());
      if (present.isPresent() && presentSpelled.isPresent() && wantedSpelled.isPresent()) {
        result =
            result.with(
                new SameMeaning(present.get(), presentSpelled.get(), table, wantedSpelled.get())
                    .settled(named.table(table.name()).orElse(table)));
      }
    }
    return result;
  }

  /** PostgreSQL may spell anew what it has spelled itself, an IN list for one; but only once. */
  private static Optional<Schema> spelled(Schema schema) {
    return Proofs.spelledByDatabase(schema).flatMap(Proofs::spelledByDatabase);
  }

  /**
   * Returns the wanted table in the present spelling.
   *
   * @param adopted the wanted table with names of its constraints as far as the present one has the
   *     same
   */
  private Table settled(Table adopted) {
    List<Column> columns = wanted.columns().stream().map(this::settled).toList();
    Table named = DefaultNames.postgresql().named(adopted);
    List<Constraint> constraints = new ArrayList<>();
    List<Constraint> free = new ArrayList<>(named.constraints());
    for (Constraint constraint : wanted.constraints()) {
      // A table orders its constraints by their names, so the place of one says nothing.
      Constraint like =
          free.stream().filter(it -> isNamed(it, constraint)).findFirst().orElseThrow();
      free.remove(like);
      constraints.add(settled(constraint, like));
    }
    List<Index> indexes = wanted.indexes().stream().map(this::settled).toList();
    return wanted.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
  }

  private static boolean isNamed(Constraint named, Constraint constraint) {
    return named.withName(constraint.name()).equals(constraint)
        && (constraint.name().isEmpty() || constraint.name().equals(named.name()));
  }

  private Column settled(Column column) {
    Optional<Column> spelled = presentSpelled.column(column.name());
    boolean same = spelled.isPresent() && spelled.equals(wantedSpelled.column(column.name()));
    return same ? present.column(column.name()).orElse(column) : column;
  }

  private Constraint settled(Constraint constraint, Constraint named) {
    Optional<Constraint> spelled = named.name().flatMap(presentSpelled::constraint);
    boolean same =
        spelled.isPresent() && spelled.equals(named.name().flatMap(wantedSpelled::constraint));
    return same ? named.name().flatMap(present::constraint).orElse(constraint) : constraint;
  }

  private Index settled(Index index) {
    Optional<Index> spelled = index.name().flatMap(presentSpelled::index);
    boolean same =
        spelled.isPresent() && spelled.equals(index.name().flatMap(wantedSpelled::index));
    return same ? index.name().flatMap(present::index).orElse(index) : index;
  }
}
