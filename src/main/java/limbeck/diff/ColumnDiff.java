package limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Conversion;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.operation.TypeFamily;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Compares the columns that a table has before and after. */
final class ColumnDiff {
  private final Side left;
  private final Side right;
  private final Table before;
  private final Table after;
  private final TableName table;
  private final Disturbed disturbed;
  private final DiffOptions options;
  private final Collected found;

  ColumnDiff(
      Side left,
      Side right,
      Table before,
      Table after,
      Disturbed disturbed,
      DiffOptions options,
      Collected found) {
    this.left = left;
    this.right = right;
    this.before = before;
    this.after = after;
    this.table = after.name();
    this.disturbed = disturbed;
    this.options = options;
    this.found = found;
  }

  static boolean isComputed(Column column) {
    return column.generation().isPresent()
        && column.generation().orElseThrow() instanceof Generation.Computed;
  }

  void compare() {
    for (Column to : after.columns()) {
      before.column(to.name()).ifPresent(from -> compare(from, to));
    }
    // A computed column cannot stay when a column it is computed from goes or gets another type.
    for (Column to : after.columns()) {
      Optional<Column> from = before.column(to.name());
      boolean stays =
          from.isPresent()
              && isComputed(from.orElseThrow())
              && isComputed(to)
              && !disturbed.isReplaced(table, to.name());
      if (stays && restsOnChanged(from.orElseThrow())) {
        replace(from.orElseThrow(), to, "a column it is computed from changes");
      }
    }
  }

  private boolean restsOnChanged(Column computed) {
    return before.columns().stream()
        .filter(it -> Dependents.computedFrom(before, it.name()).contains(computed))
        .anyMatch(
            it ->
                after.column(it.name()).isEmpty()
                    || disturbed.isReplaced(table, it.name())
                    || !isSame(
                        left.normal(table, it).type(),
                        right.normal(table, after.column(it.name()).orElseThrow()).type()));
  }

  /** A text that is held to labels is one that is held to none, or to some of them only. */
  private static boolean isSame(SqlType from, SqlType to) {
    if (to instanceof SqlType.TextEnum(List<String> wanted, int length)) {
      return switch (from) {
        case SqlType.TextEnum(List<String> labels, int was) ->
            was == length && wanted.containsAll(labels);
        case SqlType.Varchar(Optional<Integer> was, Optional<String> _) ->
            was.equals(Optional.of(length));
        default -> false; // it is stored in another way
      };
    }
    return from instanceof SqlType.TextEnum(List<String> _, int length)
        ? to.equals(new SqlType.Varchar(Optional.of(length), Optional.empty()))
        : from.equals(to);
  }

  private void replace(Column from, Column to, String why) {
    disturbed.replaced(table, to.name());
    String because = "column " + table + "." + to.name() + ": " + why;
    found.add(
        isComputed(from) ? Stage.DROP_COMPUTED_COLUMN : Stage.DROP_COLUMN,
        new ColumnOperation.DropColumn(table, from.name(), false),
        because);
    found.add(Stage.ADD_COMPUTED_COLUMN, new ColumnOperation.AddColumn(table, to, false), because);
  }

  private void compare(Column from, Column to) {
    Column normalFrom = left.normal(table, from);
    Column normalTo = right.normal(table, to);
    boolean recomputed = isComputed(normalTo) && !computesTheSame(normalFrom, normalTo);
    boolean retypedComputed = isComputed(normalTo) && !isSame(normalFrom.type(), normalTo.type());
    if (recomputed || retypedComputed) {
      replace(from, to, "its expression or type differs");
      return;
    }
    if (!normalFrom.comment().equals(normalTo.comment())) {
      found.add(
          Stage.COMMENT,
          alter(to, new ColumnChange.SetComment(from.comment(), to.comment())),
          "the comment on column " + table + "." + to.name() + " differs");
    }
    List<Operation> operations = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    leaveGeneration(from, to, normalFrom, normalTo, operations, reasons);
    Optional<Default> current = type(from, to, normalFrom, normalTo, operations, reasons);
    defaults(current, from, to, normalFrom, normalTo, operations, reasons);
    enterGeneration(from, to, normalFrom, normalTo, operations, reasons);
    if (!operations.isEmpty()) {
      found.addAll(
          Stage.ALTER_COLUMN,
          operations,
          "column " + table + "." + to.name() + ": " + String.join(", ", reasons));
    }
  }

  /** What the models leave open, STORED or VIRTUAL, is as the database has it. */
  private static boolean computesTheSame(Column from, Column to) {
    boolean open =
        from.generation().isPresent()
            && from.generation().get() instanceof Generation.Computed(var is, var _)
            && to.generation().isPresent()
            && to.generation().get() instanceof Generation.Computed(var wanted, var stored)
            && stored.isEmpty()
            && is.equals(wanted);
    return open || from.generation().equals(to.generation());
  }

  private Operation alter(Column column, ColumnChange change) {
    return new ColumnOperation.AlterColumn(table, column.name(), List.of(change));
  }

  private void leaveGeneration(
      Column from,
      Column to,
      Column normalFrom,
      Column normalTo,
      List<Operation> operations,
      List<String> reasons) {
    boolean leaves =
        isComputed(normalFrom)
            ? !isComputed(normalTo)
            : normalFrom.generation().isPresent() && normalTo.generation().isEmpty();
    if (leaves) {
      operations.add(
          alter(to, new ColumnChange.SetGeneration(from.generation(), Optional.empty())));
      reasons.add("it is no longer generated");
    }
    if (normalFrom.autoincrement() && !normalTo.autoincrement()) {
      operations.add(alter(to, new ColumnChange.SetAutoincrement(false)));
      reasons.add("it no longer counts by itself");
    }
    // Before the type, so that a downgrade fills in values of the type there was.
    if (normalTo.generation().isEmpty()) {
      allowNull(normalFrom, normalTo, to, operations, reasons);
    }
  }

  /** Changes the type; returns the default that is left then. */
  private Optional<Default> type(
      Column from,
      Column to,
      Column normalFrom,
      Column normalTo,
      List<Operation> operations,
      List<String> reasons) {
    boolean unknown =
        normalFrom.type() instanceof SqlType.Unknown || normalTo.type() instanceof SqlType.Unknown;
    if (unknown) {
      found.note("the type of " + table + "." + to.name() + " is not known, so it is not compared");
      return from.serverDefault();
    }
    if (isSame(normalFrom.type(), normalTo.type())) {
      return from.serverDefault();
    }
    disturbed.column(table, to.name());
    boolean incomparable =
        TypeFamily.of(normalFrom.type()) != TypeFamily.of(normalTo.type())
            || TypeFamily.of(normalTo.type()) == TypeFamily.ENUM
            || TypeFamily.of(normalTo.type()) == TypeFamily.ARRAY
            || TypeFamily.of(normalTo.type()) == TypeFamily.NAMED;
    Optional<Default> left = from.serverDefault();
    if (incomparable || options.names().referencesHoldIndexes()) {
      disturbed.converted(table, to.name());
    }
    if (incomparable) {
      disturbed.incomparable(table, to.name());
      if (left.isPresent()) {
        operations.add(alter(to, new ColumnChange.SetDefault(left, Optional.empty())));
        left = Optional.empty();
      }
    }
    operations.add(
        alter(
            to,
            new ColumnChange.SetType(
                Optional.of(from.type()),
                to.type(),
                Conversion.of(to.name(), normalFrom.type(), normalTo.type()).using())));
    reasons.add("its type differs");
    return left;
  }

  private void defaults(
      Optional<Default> current,
      Column from,
      Column to,
      Column normalFrom,
      Column normalTo,
      List<Operation> operations,
      List<String> reasons) {
    if (isUnknown(normalFrom.serverDefault()) || isUnknown(normalTo.serverDefault())) {
      if (!from.serverDefault().equals(to.serverDefault())) {
        found.note(
            "the default of " + table + "." + to.name() + " is not known, so it is not compared");
      }
    } else if (current.isEmpty()
        ? normalTo.serverDefault().isPresent()
        : !normalFrom.serverDefault().equals(normalTo.serverDefault())) {
      operations.add(alter(to, new ColumnChange.SetDefault(current, to.serverDefault())));
      if (!normalFrom.serverDefault().equals(normalTo.serverDefault())) {
        reasons.add("its server default differs");
      }
    }
    if (normalFrom.nullable() && !normalTo.nullable()) {
      operations.add(alter(to, new ColumnChange.SetNullable(false)));
      reasons.add("NULL is no longer allowed");
    }
  }

  private static boolean isUnknown(Optional<Default> value) {
    return value.isPresent() && value.orElseThrow() instanceof Default.Unknown;
  }

  private void enterGeneration(
      Column from,
      Column to,
      Column normalFrom,
      Column normalTo,
      List<Operation> operations,
      List<String> reasons) {
    if (!normalFrom.autoincrement() && normalTo.autoincrement()) {
      operations.add(alter(to, new ColumnChange.SetAutoincrement(true)));
      reasons.add("it counts by itself now");
    }
    boolean becomes = normalTo.generation().isPresent() && !computesTheSame(normalFrom, normalTo);
    if (becomes) {
      Optional<Generation> left = isComputed(normalFrom) ? Optional.empty() : from.generation();
      operations.add(alter(to, new ColumnChange.SetGeneration(left, to.generation())));
      reasons.add("its identity differs");
    }
    if (normalTo.generation().isPresent()) {
      allowNull(normalFrom, normalTo, to, operations, reasons);
    }
  }

  private void allowNull(
      Column normalFrom,
      Column normalTo,
      Column to,
      List<Operation> operations,
      List<String> reasons) {
    if (!normalFrom.nullable() && normalTo.nullable()) {
      operations.add(alter(to, new ColumnChange.SetNullable(true)));
      reasons.add("NULL is allowed now");
    }
  }
}
