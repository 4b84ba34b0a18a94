package limbeck.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Conversion;
import limbeck.operation.Identifiers;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TypeFamily;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/**
 * Plans new names and types of columns of large tables as series: the new column comes beside the
 * old one, both are written, and the old one goes. Where that is not to be had it says why, and the
 * column is changed in place.
 */
final class ExpandContract {
  private final Draft draft;
  private final List<Change> changes;
  private final List<Operation> operations;
  private final TypeGroup types;
  private final Obstacles obstacles;
  private final LabelSeries labels;
  private final Set<Operation> done = Collections.newSetFromMap(new IdentityHashMap<>());

  ExpandContract(Difference difference, Draft draft) {
    this.draft = draft;
    this.changes = difference.changes();
    this.operations = difference.operations();
    this.types = new TypeGroup(draft);
    this.obstacles = new Obstacles(draft);
    this.labels = new LabelSeries(difference, draft);
  }

  /** Returns whether a series has done already what the operation is for. */
  boolean isDone(Operation operation) {
    return done.contains(operation);
  }

  /** Plans the change as a series; false when it is not one for it. */
  boolean plan(Change change) {
    if (done.containsAll(change.operations())) {
      return true;
    }
    types.finishBeforeUsersOfExchanged(change.operations());
    if (labels.plan(change, types, done)) {
      return true;
    }
    Optional<ColumnOperation.AlterColumn> renamed = rename(change);
    Optional<ColumnPlace> retyped = retyped(change);
    boolean planned =
        renamed.isPresent()
            ? rename(renamed.orElseThrow(), change.because())
            : retyped.isPresent() && retype(retyped.orElseThrow(), change);
    if (!planned) {
      types.finishBefore(change.operations());
    }
    return planned;
  }

  /** Plans what is left to do of the series begun. */
  void finish() {
    types.finish();
  }

  private static Optional<ColumnOperation.AlterColumn> rename(Change change) {
    return change.operations().size() == 1
            && change.operations().getFirst() instanceof ColumnOperation.AlterColumn alter
            && alter.changes().size() == 1
            && alter.changes().getFirst() instanceof ColumnChange.Rename
        ? Optional.of(alter)
        : Optional.empty();
  }

  /** The column that gets another type, and at most another default or other rules to count by. */
  private static Optional<ColumnPlace> retyped(Change change) {
    Optional<ColumnPlace> found = Optional.empty();
    for (Operation operation : change.operations()) {
      if (!(operation instanceof ColumnOperation.AlterColumn alter)) {
        return Optional.empty();
      }
      for (ColumnChange it : alter.changes()) {
        boolean type = it instanceof ColumnChange.SetType;
        if (!type && !(it instanceof ColumnChange.SetDefault) && !isOfIdentity(it)) {
          return Optional.empty();
        }
        found = type ? Optional.of(new ColumnPlace(alter.table(), alter.column())) : found;
      }
    }
    return found;
  }

  /** Whether an identity goes on counting by other rules. */
  private static boolean isOfIdentity(ColumnChange change) {
    return change instanceof ColumnChange.SetGeneration(var from, var to)
        && from.orElse(null) instanceof Generation.Identity
        && to.orElse(null) instanceof Generation.Identity;
  }

  private static Optional<Generation> lastGeneration(Change change, Column column) {
    Optional<Generation> result = column.generation();
    for (Operation operation : change.operations()) {
      for (ColumnChange it : ((ColumnOperation.AlterColumn) operation).changes()) {
        result = it instanceof ColumnChange.SetGeneration set ? set.to() : result;
      }
    }
    return result;
  }

  private boolean isOnline(ColumnPlace place) {
    return draft.options().isOnline(place.table())
        && !draft.hasNoRows(place.table())
        && !draft.addedHere(place);
  }

  private boolean rename(ColumnOperation.AlterColumn operation, String because) {
    ColumnPlace place = new ColumnPlace(operation.table(), operation.column());
    ColumnName to = ((ColumnChange.Rename) operation.changes().getFirst()).to();
    if (!isOnline(place)) {
      return false;
    }
    Table table = draft.schema().table(place.table()).orElseThrow();
    Column column = table.column(place.column()).orElseThrow();
    Copies copies = Copies.of(draft.schema(), place.table(), column.name(), to, it -> it, draft);
    Optional<String> obstacle =
        obstacles
            .of(place, column)
            .or(() -> RenameSeries.obstacle(table, column, copies))
            .or(
                () ->
                    column.autoincrement() || column.generation().isPresent()
                        ? Optional.of("the database generates its values")
                        : Optional.empty());
    if (obstacle.isPresent()) {
      inPlace(place, "renamed", obstacle.orElseThrow());
      return false;
    }
    Optional<Change> retyping =
        changes.stream()
            .filter(it -> retyped(it).equals(Optional.of(new ColumnPlace(place.table(), to))))
            .findFirst();
    if (retyping.isPresent()) {
      return renameAndRetype(place, to, retyping.orElseThrow(), copies, because);
    }
    new RenameSeries(draft, RenameSeries.mirror(draft, place, to), it -> finalName(place, it))
        .plan(because);
    return true;
  }

  /** The column of the new name has the new type at once, and each is kept like the other. */
  private boolean renameAndRetype(
      ColumnPlace place, ColumnName to, Change change, Copies copies, String because) {
    Column column =
        draft.schema().table(place.table()).orElseThrow().column(place.column()).orElseThrow();
    Retyping retyping = retyping(new ColumnPlace(place.table(), to), column, change);
    Optional<Default> wanted = lastDefault(change, column);
    boolean moves =
        !wanted.equals(column.serverDefault())
            || (wanted.isPresent()
                && TypeFamily.of(retyping.from()) != TypeFamily.of(retyping.to()));
    Optional<String> obstacle =
        retyping
            .obstacle()
            .or(() -> moves ? Optional.of("its default changes with its type") : Optional.empty())
            .or(
                () ->
                    copies.references().isEmpty()
                        ? Optional.empty()
                        : Optional.of("a foreign key is over it, and its type changes too"));
    if (obstacle.isPresent()) {
      inPlace(place, "renamed", obstacle.orElseThrow());
      return false;
    }
    done.addAll(change.operations());
    Mirror mirror =
        new Mirror(
            place.table(),
            column,
            column.withName(to).withType(type(change).to()),
            Identifiers.rename(retyping.there().orElseThrow(), to.text(), place.column().text()),
            retyping.back().orElseThrow());
    new RenameSeries(draft, mirror, it -> finalName(place, it))
        .plan(because + ", and " + change.because());
    note(mirror.besidePlace(), retyping.up(), retyping.down());
    return true;
  }

  /** The name something over the column is to have: the difference may give it another one. */
  private String finalName(ColumnPlace place, String name) {
    for (Operation operation : operations) {
      boolean renames =
          switch (operation) {
            case IndexOperation.RenameIndex it ->
                it.table().equals(place.table()) && it.from().text().equals(name);
            case ConstraintOperation.RenameConstraint it ->
                it.table().equals(place.table()) && it.from().text().equals(name);
            default -> false; // nothing else gives a name
          };
      if (renames) {
        done.add(operation);
        return operation instanceof IndexOperation.RenameIndex index
            ? index.to().text()
            : ((ConstraintOperation.RenameConstraint) operation).to().text();
      }
    }
    return name;
  }

  private boolean retype(ColumnPlace place, Change change) {
    if (!isRetypedBeside(place, change)) {
      return false;
    }
    Optional<String> obstacle = obstacle(place, change);
    if (obstacle.isPresent()) {
      inPlace(place, "given another type", obstacle.orElseThrow());
      return false;
    }
    Map<ColumnPlace, Change> together = together(place, change);
    together.keySet().forEach(types::finishBeforeSharing);
    List<ColumnName> names = together.keySet().stream().map(ColumnPlace::column).toList();
    List<TypeGroup.Member> members = new ArrayList<>();
    together.forEach((it, its) -> members.add(member(it, its, names)));
    types.add(members);
    together.values().forEach(it -> done.addAll(it.operations()));
    return true;
  }

  /** Whether the column is one of a large table, and another type is more than another word. */
  private boolean isRetypedBeside(ColumnPlace place, Change change) {
    if (!isOnline(place)) {
      return false;
    }
    Retyping retyping = retyping(place, column(place), change);
    return type(change).using().isPresent()
        || !PostgresLocks.keepsRows(retyping.from(), retyping.to());
  }

  private Optional<String> obstacle(ColumnPlace place, Change change) {
    Table table = draft.schema().table(place.table()).orElseThrow();
    Column column = column(place);
    return obstacles
        .of(place, column)
        .or(() -> Obstacles.taken(table, column))
        .or(
            () ->
                column.generation().filter(Generation.Computed.class::isInstance).isPresent()
                    ? Optional.of("the database computes its values")
                    : Optional.empty())
        .or(() -> retyping(place, column, change).obstacle());
  }

  /** The column and those that get another type too and have an index, a key or a check with it. */
  private Map<ColumnPlace, Change> together(ColumnPlace place, Change change) {
    Map<ColumnPlace, Change> result = new LinkedHashMap<>(Map.of(place, change));
    Table table = draft.schema().table(place.table()).orElseThrow();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Change other : changes) {
        Optional<ColumnPlace> its = retyped(other).filter(it -> it.table().equals(table.name()));
        boolean joins =
            its.isPresent()
                && !result.containsKey(its.orElseThrow())
                && !done.containsAll(other.operations())
                && table.column(its.orElseThrow().column()).isPresent()
                && result.keySet().stream()
                    .anyMatch(it -> Obstacles.share(table, it.column(), its.orElseThrow().column()))
                && isRetypedBeside(its.orElseThrow(), other)
                && obstacle(its.orElseThrow(), other).isEmpty();
        if (joins) {
          result.put(its.orElseThrow(), other);
          grows = true;
        }
      }
    }
    return result;
  }

  private TypeGroup.Member member(ColumnPlace place, Change change, List<ColumnName> together) {
    Retyping retyping = retyping(place, column(place), change);
    boolean alike =
        TypeFamily.of(retyping.from()) == TypeFamily.of(retyping.to())
            && retyping.up().path() == Conversion.Path.AUTOMATIC
            && retyping.down().path() == Conversion.Path.AUTOMATIC;
    TypeSeries series =
        new TypeSeries(
            draft,
            place,
            new TypeSeries.Change(
                type(change).to(),
                retyping.there().orElseThrow(),
                retyping.back().orElseThrow(),
                lastDefault(change, column(place)),
                lastGeneration(change, column(place)),
                alike && retyping.up().loss() != Conversion.Loss.MAY_CHANGE,
                alike ? Releases.Meaning.ADMITS_AFTER : Releases.Meaning.EXCHANGES,
                together,
                UnaryOperator.identity()));
    return new TypeGroup.Member(
        series, change.because(), () -> note(place, retyping.up(), retyping.down()));
  }

  private Column column(ColumnPlace place) {
    return draft.schema().table(place.table()).orElseThrow().column(place.column()).orElseThrow();
  }

  /**
   * How values go from one type to the other and back.
   *
   * @param place which column, by the name it has when it gets the other type
   * @param from the old type
   * @param to the new type
   * @param there the new value, if it is known
   * @param back the old value, if it is known
   * @param up what the database does by itself on the way there
   * @param down the same on the way back
   */
  private record Retyping(
      ColumnPlace place,
      SqlType from,
      SqlType to,
      Optional<SqlText> there,
      Optional<SqlText> back,
      Conversion up,
      Conversion down) {
    Optional<String> obstacle() {
      if (there.isEmpty()) {
        return Optional.of("it is not known what its values become");
      }
      return back.isPresent()
          ? Optional.empty()
          : Optional.of(
              "it is not known what the new values are in the old type (say it by "
                  + Shell.option("--using-down", place + "=", "SQL")
                  + ")");
    }
  }

  private Retyping retyping(ColumnPlace place, Column column, Change change) {
    SqlType from = column.type().on(draft.options().dialect());
    SqlType to = type(change).to().on(draft.options().dialect());
    Conversion up = Conversion.of(place.column(), from, to);
    Conversion down = Conversion.of(place.column(), to, from);
    return new Retyping(
        place,
        from,
        to,
        Optional.ofNullable(draft.options().answers().usings().get(place))
            .or(type(change)::using)
            .or(() -> expression(place, up)),
        Optional.ofNullable(draft.options().answers().usingsDown().get(place))
            .or(() -> expression(place, down)),
        up,
        down);
  }

  private void note(ColumnPlace place, Conversion up, Conversion down) {
    if (up.loss() != Conversion.Loss.NOTHING) {
      draft.note(
          up.loss() == Conversion.Loss.MAY_CHANGE
              ? SafetyNote.Kind.DATA_LOSS
              : SafetyNote.Kind.HUMAN,
          "The new type of " + place + ": " + up.why() + ".");
    }
    if (down.loss() != Conversion.Loss.NOTHING) {
      draft.note(
          SafetyNote.Kind.COMPATIBILITY,
          "Until the last phase "
              + place
              + " is kept in its old type as well, and refuses or changes what that cannot hold: "
              + down.why()
              + ".");
    }
  }

  private static ColumnChange.SetType type(Change change) {
    return change.operations().stream()
        .flatMap(it -> ((ColumnOperation.AlterColumn) it).changes().stream())
        .filter(ColumnChange.SetType.class::isInstance)
        .map(ColumnChange.SetType.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Default> lastDefault(Change change, Column column) {
    Optional<Default> result = column.serverDefault();
    for (Operation operation : change.operations()) {
      for (ColumnChange it : ((ColumnOperation.AlterColumn) operation).changes()) {
        result = it instanceof ColumnChange.SetDefault set ? set.to() : result;
      }
    }
    return result;
  }

  private Optional<SqlText> expression(ColumnPlace place, Conversion conversion) {
    return switch (conversion.path()) {
      case AUTOMATIC -> Optional.of(new SqlText(draft.sql().column(place.column())));
      case STATED -> conversion.using();
      case UNKNOWN -> Optional.empty();
    };
  }

  private void inPlace(ColumnPlace place, String what, String why) {
    draft.note(SafetyNote.Kind.HUMAN, place + " is " + what + " in place, because " + why + ".");
  }
}
