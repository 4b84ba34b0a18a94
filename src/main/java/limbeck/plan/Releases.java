package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** Which versions of the application work between the phases of a plan. */
final class Releases {
  /** What a step means to running programs. */
  enum Meaning {
    /** Nothing. */
    NOTHING,
    /** The version after cannot do without it. */
    ADMITS_AFTER,
    /** The version before does not survive it. */
    ENDS_BEFORE,
    /** Both: from one moment to the next the one works and not the other. */
    EXCHANGES
  }

  private final List<List<Draft.Planned>> phases;
  private final boolean online;

  Releases(List<List<Draft.Planned>> phases, Draft draft) {
    this.phases = phases;
    this.online = draft.options().strategy() == Strategy.ONLINE;
  }

  /** Returns what works once a phase has run; empty for a plan that is not online. */
  Optional<Phase.Works> after(int phase) {
    boolean ended =
        phases.subList(0, phase + 1).stream()
            .flatMap(List::stream)
            .map(Releases::meaning)
            .anyMatch(it -> it == Meaning.ENDS_BEFORE || it == Meaning.EXCHANGES);
    boolean waits =
        phases.subList(phase + 1, phases.size()).stream()
            .flatMap(List::stream)
            .map(Releases::meaning)
            .anyMatch(it -> it == Meaning.ADMITS_AFTER || it == Meaning.EXCHANGES);
    return online ? Optional.of(new Phase.Works(!ended, !waits)) : Optional.empty();
  }

  private static Meaning meaning(Draft.Planned step) {
    return step.meaning()
        .orElseGet(
            () ->
                step.kind() == Phase.Kind.CONTRACT
                    ? Meaning.ENDS_BEFORE
                    : meaning(step.operation(), step.before()));
  }

  private static Meaning meaning(Operation operation, Schema before) {
    return switch (operation) {
      case TableOperation it -> table(it);
      case ColumnOperation it -> column(it, before);
      case ConstraintOperation it ->
          it instanceof ConstraintOperation.DropConstraint ? Meaning.ADMITS_AFTER : Meaning.NOTHING;
      case IndexOperation _ -> Meaning.NOTHING;
      case TypeOperation it -> type(it);
      case ObjectOperation it -> object(it);
      case DataOperation.RequireNoRows _ -> Meaning.NOTHING;
      case DataOperation _ -> Meaning.ADMITS_AFTER;
      case Opaque _ -> Meaning.EXCHANGES;
    };
  }

  private static Meaning table(TableOperation operation) {
    return switch (operation) {
      case TableOperation.CreateTable _ -> Meaning.ADMITS_AFTER;
      case TableOperation.DropTable _ -> Meaning.ENDS_BEFORE;
      case TableOperation.RenameTable _ -> Meaning.EXCHANGES;
      case TableOperation.AttachPartition _ -> Meaning.ADMITS_AFTER;
      case TableOperation.DetachPartition _ -> Meaning.ENDS_BEFORE;
      case TableOperation.SetTableComment _, TableOperation.OrderColumns _ -> Meaning.NOTHING;
    };
  }

  private static Meaning column(ColumnOperation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> {
        Column column = it.column();
        boolean mayBeLeftOut =
            column.nullable()
                || column.serverDefault().isPresent()
                || column.generation().isPresent()
                || column.autoincrement();
        yield mayBeLeftOut ? Meaning.ADMITS_AFTER : Meaning.EXCHANGES;
      }
      case ColumnOperation.DropColumn _ -> Meaning.ENDS_BEFORE;
      case ColumnOperation.AlterColumn it ->
          it.changes().stream()
              .map(change -> change(it, change, before))
              .max(Meaning::compareTo)
              .orElse(Meaning.NOTHING);
    };
  }

  private static Meaning change(
      ColumnOperation.AlterColumn operation, ColumnChange change, Schema before) {
    Optional<Column> column =
        before.table(operation.table()).flatMap((Table it) -> it.column(operation.column()));
    return switch (change) {
      case ColumnChange.SetType it -> {
        boolean keeps =
            column.isPresent()
                && it.using().isEmpty()
                && PostgresLocks.keepsRows(
                    column.orElseThrow().type().on(DialectName.POSTGRESQL),
                    it.to().on(DialectName.POSTGRESQL));
        yield keeps ? Meaning.ADMITS_AFTER : Meaning.EXCHANGES;
      }
      case ColumnChange.SetNullable(boolean nullable) ->
          nullable ? Meaning.ADMITS_AFTER : Meaning.NOTHING;
      case ColumnChange.SetDefault it -> {
        boolean required = column.filter(found -> !found.nullable()).isPresent();
        yield it.to().isPresent()
            ? Meaning.ADMITS_AFTER
            : required ? Meaning.ENDS_BEFORE : Meaning.NOTHING;
      }
      case ColumnChange.SetGeneration _, ColumnChange.SetAutoincrement _ -> Meaning.ADMITS_AFTER;
      case ColumnChange.SetComment _ -> Meaning.NOTHING;
      case ColumnChange.Rename _ -> Meaning.EXCHANGES;
    };
  }

  private static Meaning type(TypeOperation operation) {
    return switch (operation) {
      case TypeOperation.CreateEnum _, TypeOperation.AddEnumLabel _ -> Meaning.ADMITS_AFTER;
      case TypeOperation.DropEnum _ -> Meaning.NOTHING;
      case TypeOperation.RenameEnumLabel _, TypeOperation.RenameType _ -> Meaning.EXCHANGES;
    };
  }

  private static Meaning object(ObjectOperation operation) {
    return switch (operation) {
      case ObjectOperation.CreateNamespace _,
          ObjectOperation.CreateSequence _,
          ObjectOperation.CreateObject _ ->
          Meaning.ADMITS_AFTER;
      case ObjectOperation.DropNamespace _,
          ObjectOperation.DropSequence _,
          ObjectOperation.DropObject _ ->
          Meaning.ENDS_BEFORE;
      case ObjectOperation.AlterSequence _ -> Meaning.NOTHING;
      case ObjectOperation.RenameSequence _, ObjectOperation.RenameObject _ -> Meaning.EXCHANGES;
    };
  }
}
