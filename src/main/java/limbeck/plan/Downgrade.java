package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Conversion;
import limbeck.operation.DataOperation;
import limbeck.operation.Describe;
import limbeck.operation.DescribeType;
import limbeck.operation.IndexOperation;
import limbeck.operation.Inverse;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Plans the way back: each step undone, the last one first, with what rows need on that way. */
final class Downgrade {
  private final Draft draft;
  private final Replacements replacements;
  private final LostReferences lost;
  private final KeptColumns keptColumns;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> refusals = new LinkedHashSet<>();
  private final List<Draft.Planned> planned;
  private final Set<ColumnPlace> addedHere = new HashSet<>();
  private Schema schema;

  /**
   * Sets up the way back of a phase.
   *
   * @param planned its steps
   * @param after the schema after them
   */
  Downgrade(Draft draft, Replacements replacements, List<Draft.Planned> planned, Schema after) {
    this.draft = draft;
    this.replacements = replacements;
    this.planned = planned;
    this.schema = after;
    this.lost = new LostReferences(draft);
    this.keptColumns = new KeptColumns(draft, emitter());
    for (Draft.Planned it : planned) {
      if (it.operation() instanceof ColumnOperation.AddColumn add) {
        addedHere.add(new ColumnPlace(add.table(), add.column().name()));
      }
    }
  }

  private KeptColumns.Emitter emitter() {
    return new KeptColumns.Emitter() {
      @Override
      public void accept(Operation operation, String because, boolean autocommit) {
        emit(operation, because, autocommit);
      }

      @Override
      public boolean isRepeatable() {
        return Downgrade.this.isRepeatable();
      }
    };
  }

  /** Whether the way back so far can be gone again when a later step is broken off. */
  private boolean isRepeatable() {
    return steps.stream()
        .allMatch(
            it ->
                it.autocommit()
                    || switch (it.operation()) {
                      case ColumnOperation.AddColumn add -> add.ifNotExists();
                      case TableOperation.CreateTable create -> create.ifNotExists();
                      case IndexOperation.CreateIndex create -> create.ifNotExists();
                      case DataOperation.ExecuteSql _ -> true;
                      default -> false; // what it leaves behind would stand in its own way
                    });
  }

  List<Step> steps() {
    for (Draft.Planned planned : planned.reversed()) {
      Operation operation = planned.operation();
      if (isOfNewColumn(planned)) {
        continue;
      }
      if (planned.undo().isPresent()) {
        planned
            .undo()
            .orElseThrow()
            .forEach(it -> emit(it.operation(), undoes(planned), it.autocommit()));
        continue;
      }
      switch (Invert.invert(operation, planned.before(), draft.options().names())) {
        case Inverse.Exact(List<Operation> operations) -> {
          if (operation instanceof TypeOperation.AddEnumLabel added && !operations.isEmpty()) {
            look(added);
          }
          operations.forEach(it -> add(it, planned));
        }
        case Inverse.Lossy(List<Operation> operations, String lost) -> {
          operations.forEach(it -> add(it, planned));
          if (!isKept(operation)) {
            draft.note(
                SafetyNote.Kind.DATA_LOSS, "The downgrade does not bring back " + lost + ".");
          }
        }
        case Inverse.None(String reason) ->
            refusals.add(Describe.describe(operation) + " cannot be undone: " + reason);
      }
    }
    return steps;
  }

  private boolean isKept(Operation operation) {
    if (draft.options().answers().moves().stream().anyMatch(it -> cameFrom(it, operation))) {
      return true;
    }
    return operation instanceof TableOperation.DropTable table
        ? draft.archive().table(table.table()).isPresent()
        : operation instanceof ColumnOperation.DropColumn column
            && draft.archive().column(new ColumnPlace(column.table(), column.column())).isPresent();
  }

  private static boolean cameFrom(Move move, Operation dropped) {
    return switch (dropped) {
      case ColumnOperation.DropColumn it ->
          move.from().equals(new ColumnPlace(it.table(), it.column()));
      case TableOperation.DropTable it -> move.from().table().equals(it.table());
      default -> false; // nothing else drops what can move
    };
  }

  /** Whether a step only finishes a column that a step before it adds: its drop undoes both. */
  private boolean isOfNewColumn(Draft.Planned planned) {
    return planned.undo().isEmpty()
        && planned.classified().step().operation() instanceof ColumnOperation.AlterColumn alter
        && addedHere.contains(new ColumnPlace(alter.table(), alter.column()))
        && alter.changes().stream().allMatch(Downgrade::isPlain);
  }

  private static boolean isPlain(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetNullable _, ColumnChange.SetDefault _, ColumnChange.SetComment _ -> true;
      case ColumnChange.SetType _,
          ColumnChange.SetGeneration _,
          ColumnChange.SetAutoincrement _,
          ColumnChange.Rename _ ->
          false;
    };
  }

  /** Why there is no way back, if there is none. */
  Optional<String> refused() {
    return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refusals));
  }

  private void add(Operation operation, Draft.Planned undone) {
    switch (operation) {
      case ColumnOperation.AddColumn it -> addColumn(it, undone);
      case ColumnOperation.AlterColumn it -> alterColumn(it, undone);
      case ConstraintOperation.AddConstraint it -> {
        if (it.constraint() instanceof Constraint.ForeignKey key) {
          lost.before(it.table(), key, schema)
              .forEach(step -> emit(step, "what rows refer to here does not come back"));
        }
        emit(it, undoes(undone));
      }
      case TableOperation.CreateTable it -> {
        Optional<Archive.Kept> kept = draft.archive().table(it.table().name());
        if (kept.isPresent()) {
          new KeptRows(draft, emitter()).createAgain(it, kept.orElseThrow(), undoes(undone));
        } else {
          emit(it, undoes(undone));
        }
        MovedRows.down(draft, schema, it.table())
            .forEach(step -> emit(step, "what has moved away comes back"));
      }
      case ColumnOperation.DropColumn _,
          TableOperation _,
          ConstraintOperation.DropConstraint _,
          ConstraintOperation.RenameConstraint _,
          ConstraintOperation.ValidateConstraint _,
          ConstraintOperation.SetDeferral _,
          IndexOperation _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          emit(operation, undoes(undone));
    }
  }

  private static String undoes(Draft.Planned undone) {
    return "undoes: " + Describe.describe(undone.classified().step().operation());
  }

  private void emit(Operation operation, String because) {
    emit(operation, because, false);
  }

  private void emit(Operation operation, String because, boolean autocommit) {
    List<ReferenceIndexes.Bare> bare =
        ReferenceIndexes.leftBare(operation, schema, draft.options().names());
    bare.forEach(it -> put(it.drop(), "a foreign key needs the index that goes", false));
    put(operation, because, autocommit);
    bare.forEach(it -> put(it.add(), "with the foreign key comes an index of its own", false));
  }

  private void put(Operation operation, String because, boolean autocommit) {
    lost.pass(operation);
    boolean concurrent =
        operation instanceof IndexOperation index
            && switch (index) {
              case IndexOperation.CreateIndex it -> it.concurrently();
              case IndexOperation.DropIndex it -> it.concurrently();
              case IndexOperation.RenameIndex _ -> false;
            };
    Schema before = schema;
    steps.add(new Step(operation, new Origin.Generated(because), autocommit || concurrent));
    schema = Apply.apply(operation, schema, draft.options().names()).schema();
    if (operation instanceof ConstraintOperation.DropConstraint drop) {
      ReferenceIndexes.leftBy(drop, before, draft.original(), draft.options().names())
          .forEach(it -> emit(it, "the index that was made for the foreign key would stay behind"));
    }
  }

  private void look(TypeOperation.AddEnumLabel added) {
    for (ColumnPlace place : EnumSteps.users(added.type(), schema)) {
      emit(
          EnumSteps.noRowsWith(place, List.of(added.label()), schema, draft.sql()),
          "rows that have the new label could not be converted back");
    }
    draft.note(
        SafetyNote.Kind.HUMAN,
        "The downgrade stops when rows have "
            + added.label()
            + ", the label of "
            + added.type()
            + " that was new.");
  }

  private void addColumn(ColumnOperation.AddColumn operation, Draft.Planned undone) {
    Column column = operation.column();
    ColumnPlace place = new ColumnPlace(operation.table(), column.name());
    boolean filledByDatabase =
        column.serverDefault().isPresent()
            || column.generation().isPresent()
            || column.autoincrement();
    Optional<SqlText> stated =
        Optional.ofNullable(draft.options().answers().fillsDown().get(place))
            .or(() -> schema.table(place.table()).flatMap(it -> replacements.wayBack(place, it)));
    Optional<Archive.Kept> kept = draft.archive().column(place);
    if (kept.isPresent()) {
      Optional<SqlText> neutral = neutral(place, column.type(), undone);
      keptColumns.addAgain(operation, kept.get(), stated, filledByDatabase, neutral);
      return;
    }
    boolean numbered =
        draft.options().isMysql() || CountingKeys.hasRowNumbers(draft, place.table());
    if (numbered && stated.isEmpty() && counted(place)) {
      number(operation, undone);
      return;
    }
    boolean plain = stated.isEmpty() && (column.nullable() || filledByDatabase);
    Optional<SqlText> value = stated;
    if (!plain && value.isEmpty()) {
      value = neutral(place, column.type(), undone);
      value.ifPresent(
          it ->
              draft.note(
                  SafetyNote.Kind.DATA_LOSS,
                  "The downgrade fills "
                      + place
                      + " with "
                      + it
                      + "; say otherwise with "
                      + Shell.option("--fill-down", place + "=", "SQL")
                      + "."));
    }
    if (plain) {
      emit(operation, undoes(undone));
    } else if (value.isEmpty()) {
      requireEmpty(place);
      emit(operation, undoes(undone));
    } else {
      fill(operation, place, value.orElseThrow(), filledByDatabase, undone);
    }
  }

  /** Whether the column counted at first; it has stopped since, as its key was dropped. */
  private boolean counted(ColumnPlace place) {
    return draft
        .original()
        .table(place.table())
        .flatMap(it -> it.column(place.column()))
        .filter(Column::autoincrement)
        .isPresent();
  }

  private void number(ColumnOperation.AddColumn operation, Draft.Planned undone) {
    Column column = operation.column();
    emit(
        new ColumnOperation.AddColumn(
            operation.table(), column.withNullable(true), operation.ifNotExists()),
        undoes(undone));
    CountingKeys.numbers(draft, operation.table(), column.name())
        .forEach(it -> emit(it, "the rows are numbered anew"));
    emit(
        new ColumnOperation.AlterColumn(
            operation.table(), column.name(), List.of(new ColumnChange.SetNullable(false))),
        "every row has a number now");
  }

  private void requireEmpty(ColumnPlace place) {
    emit(
        new DataOperation.RequireNoRows(
            place.table(),
            draft.sql().anyRow(place.table()),
            "Table "
                + place.table()
                + " has rows, and the values of "
                + place.column()
                + " were dropped; it cannot be NOT NULL again."),
        "the column comes back NOT NULL, and nothing is known to fill it with");
    draft.note(
        SafetyNote.Kind.HUMAN,
        "The downgrade stops when "
            + place.table()
            + " has rows, because "
            + place
            + " must be given; say with what by "
            + Shell.option("--fill-down", place + "=", "SQL")
            + ".");
  }

  private void fill(
      ColumnOperation.AddColumn operation,
      ColumnPlace place,
      SqlText value,
      boolean everyRow,
      Draft.Planned undone) {
    Column column = operation.column();
    emit(
        new ColumnOperation.AddColumn(
            operation.table(), column.withNullable(true), operation.ifNotExists()),
        undoes(undone));
    emit(
        new DataOperation.Backfill(
            place.table(),
            place.column(),
            value,
            everyRow ? Optional.empty() : Optional.of(draft.sql().isNull(place.column()))),
        "the rows need a value again");
    if (!column.nullable()) {
      emit(
          new ColumnOperation.AlterColumn(
              place.table(), place.column(), List.of(new ColumnChange.SetNullable(false))),
          "every row has a value now");
    }
  }

  /** Keys and checks over the column went before it, and come back after it. */
  private Optional<SqlText> neutral(ColumnPlace place, SqlType type, Draft.Planned undone) {
    return NeutralValue.of(
        place,
        RowSql.neutral(type.on(draft.options().dialect()), schema),
        Stream.of(undone.before(), draft.original())
            .flatMap(it -> it.table(place.table()).stream()));
  }

  private void alterColumn(ColumnOperation.AlterColumn operation, Draft.Planned undone) {
    for (ColumnChange change : operation.changes()) {
      ColumnPlace place = new ColumnPlace(operation.table(), operation.column());
      ColumnChange planned = change;
      if (change instanceof ColumnChange.SetType type && draft.options().isPostgresql()) {
        planned = convertBack(place, type, undone);
      } else if (change instanceof ColumnChange.SetNullable(boolean nullable) && !nullable) {
        requireBack(place);
      }
      emit(
          new ColumnOperation.AlterColumn(operation.table(), operation.column(), List.of(planned)),
          undoes(undone));
    }
  }

  private ColumnChange convertBack(
      ColumnPlace place, ColumnChange.SetType change, Draft.Planned undone) {
    Optional<SqlText> using =
        Optional.ofNullable(draft.options().answers().usingsDown().get(place)).or(change::using);
    Conversion conversion =
        Conversion.of(
            place.column(),
            change.from().orElse(change.to()).on(draft.options().dialect()),
            change.to().on(draft.options().dialect()));
    if (using.isEmpty() && conversion.path() == Conversion.Path.UNKNOWN) {
      using = Optional.of(replacement(place, change.to(), conversion.why(), undone));
    } else if (conversion.loss() == Conversion.Loss.MAY_FAIL
        && !KnownLabels.allFit(change.from().orElse(change.to()), change.to(), schema)) {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "The downgrade of " + place + " may stop: " + conversion.why() + ".");
    }
    return new ColumnChange.SetType(change.from(), change.to(), using);
  }

  /** What values become that have no way back: NULL, a neutral value, or there must be none. */
  private SqlText replacement(ColumnPlace place, SqlType to, String why, Draft.Planned undone) {
    String type = DescribeType.describe(to.on(draft.options().dialect()));
    String otherwise = Shell.option("--using-down", place + "=", "SQL");
    boolean nullable =
        schema
            .table(place.table())
            .flatMap(it -> it.column(place.column()))
            .filter(Column::nullable)
            .isPresent();
    Optional<SqlText> value =
        nullable ? Optional.of(new SqlText("NULL")) : neutral(place, to, undone);
    if (value.isEmpty()) {
      emit(
          new DataOperation.RequireNoRows(
              place.table(),
              draft.sql().anyRow(place.table()),
              "Table " + place.table() + " has rows, and for " + place.column() + " " + why + "."),
          "there is no way back for values, so there must be none");
      draft.note(
          SafetyNote.Kind.HUMAN,
          "The downgrade stops when "
              + place.table()
              + " has rows, because for "
              + place
              + " "
              + why
              + "; say what its values become by "
              + otherwise
              + ".");
      return new SqlText("NULL::" + type);
    }
    draft.note(
        SafetyNote.Kind.DATA_LOSS,
        "The downgrade replaces every value of "
            + place
            + " by "
            + value.orElseThrow()
            + ", because "
            + why
            + "; say otherwise by "
            + otherwise
            + ".");
    return new SqlText(value.orElseThrow() + "::" + type);
  }

  private void requireBack(ColumnPlace place) {
    Optional<Column> column = schema.table(place.table()).flatMap(it -> it.column(place.column()));
    Optional<SqlText> value =
        Optional.ofNullable(draft.options().answers().fillsDown().get(place))
            .or(
                () ->
                    column
                        .flatMap(Column::serverDefault)
                        .flatMap(it -> NotNullSteps.constant(it, draft.options())));
    if (value.isPresent()) {
      emit(
          new DataOperation.Backfill(
              place.table(),
              place.column(),
              value.orElseThrow(),
              Optional.of(draft.sql().isNull(place.column()))),
          "rows that came without a value meanwhile need one");
    } else {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "The downgrade stops when rows have no value in "
              + place
              + "; say with what to fill them by "
              + Shell.option("--fill-down", place + "=", "SQL")
              + ".");
    }
  }
}
