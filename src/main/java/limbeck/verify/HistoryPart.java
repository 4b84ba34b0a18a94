package limbeck.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import limbeck.revision.Step;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The steps of a history that some tables come from, with those the tables needed on the way:
 * earlier names, and what they referred to once. Steps over schemas, types and sequences all stay.
 *
 * <p>When too little is kept, PostgreSQL refuses a step, and the proof begins from the schema the
 * history leaves.
 *
 * @param steps in order
 * @param tables the tables they build, of the schema before or of former times
 */
record HistoryPart(List<Step> steps, Set<TableName> tables) {
  /** Copies the steps. */
  HistoryPart {
    steps = List.copyOf(steps);
    tables = Set.copyOf(tables);
  }

  /**
   * What one step is about.
   *
   * @param always whether it concerns every part
   * @param subjects the tables it changes
   * @param targets the tables it makes them refer to
   * @param needs the tables it needs in any case
   */
  private record Concern(
      boolean always, Set<TableName> subjects, Set<TableName> targets, Set<TableName> needs) {
    static final Concern ALWAYS = new Concern(true, Set.of(), Set.of(), Set.of());
    static final Concern NEVER = new Concern(false, Set.of(), Set.of(), Set.of());

    static Concern of(TableName table) {
      return new Concern(false, Set.of(table), Set.of(), Set.of());
    }

    boolean isOf(Set<TableName> tables) {
      return subjects.stream().anyMatch(tables::contains);
    }
  }

  /** Returns the part of a history that builds what is reached. */
  static HistoryPart of(List<Step> history, Reach.Reached reached) {
    TablesByName names = new TablesByName();
    Map<IndexName, Set<TableName>> indexes = new HashMap<>();
    for (Step step : history) {
      learn(step.operation(), names, indexes);
    }
    List<Concern> concerns =
        history.stream()
            .map(it -> concern(it.operation(), names, indexes, reached.objects()))
            .toList();
    Set<TableName> whole = new TreeSet<>(reached.tables());
    Set<TableName> kept = new TreeSet<>(reached.tables());
    kept.addAll(reached.edge());
    int size;
    do {
      size = kept.size() + whole.size();
      // Backwards, since names and needs lead to what was before.
      for (int i = concerns.size() - 1; i >= 0; i--) {
        Concern concern = concerns.get(i);
        if (concern.isOf(kept)) {
          kept.addAll(concern.subjects());
          kept.addAll(concern.needs());
        }
        if (concern.isOf(whole)) {
          kept.addAll(concern.targets());
          if (history.get(i).operation() instanceof TableOperation.RenameTable) {
            whole.addAll(concern.subjects());
          }
        }
      }
    } while (size < kept.size() + whole.size());
    Edge edge = new Edge(whole, kept);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < concerns.size(); i++) {
      if (concerns.get(i).always() || concerns.get(i).isOf(kept)) {
        edge.cut(history.get(i)).ifPresent(steps::add);
      }
    }
    return new HistoryPart(steps, kept);
  }

  /** Takes the foreign keys away that lead from a table nobody touches to one that is not there. */
  private static final class Edge {
    private final Set<TableName> whole;
    private final Set<TableName> kept;
    private final Set<Cut> cuts = new HashSet<>();

    private record Cut(TableName table, ConstraintName name) {}

    Edge(Set<TableName> whole, Set<TableName> kept) {
      this.whole = whole;
      this.kept = kept;
    }

    Optional<Step> cut(Step step) {
      return switch (step.operation()) {
        case TableOperation.CreateTable(Table table, boolean ifNotExists)
            when !whole.contains(table.name()) -> {
          table.constraints().forEach(it -> note(table, it));
          Operation rest =
              new TableOperation.CreateTable(Part.withinEdge(table, kept), ifNotExists);
          yield Optional.of(new Step(rest, step.origin(), step.autocommit()));
        }
        case ConstraintOperation.AddConstraint add when !whole.contains(add.table()) ->
            Optional.of(step).filter(_ -> !note(bare(add.table()), add.constraint()));
        case ConstraintOperation.DropConstraint drop ->
            Optional.of(step).filter(_ -> !cuts.remove(new Cut(drop.table(), drop.name())));
        case ConstraintOperation.ValidateConstraint it ->
            Optional.of(step).filter(_ -> !cuts.contains(new Cut(it.table(), it.name())));
        case ConstraintOperation.RenameConstraint it -> {
          boolean isCut = cuts.remove(new Cut(it.table(), it.from()));
          if (isCut) {
            cuts.add(new Cut(it.table(), it.to()));
          }
          yield Optional.of(step).filter(_ -> !isCut);
        }
        case TableOperation.RenameTable(TableName from, TableName to) -> {
          for (Cut cut : List.copyOf(cuts)) {
            if (cut.table().equals(from) && cuts.remove(cut)) {
              cuts.add(new Cut(to, cut.name()));
            }
          }
          yield Optional.of(step);
        }
        case TableOperation _,
            ColumnOperation _,
            ConstraintOperation _,
            IndexOperation _,
            TypeOperation _,
            ObjectOperation _,
            DataOperation _,
            Opaque _ ->
            Optional.of(step);
      };
    }

    /** Remembers a constraint that is left out, by its name or the one PostgreSQL would give it. */
    private boolean note(Table table, Constraint constraint) {
      if (!(constraint instanceof Constraint.ForeignKey key) || !Part.leadsOut(key, kept)) {
        return false;
      }
      DefaultNames.postgresql()
          .nameOf(key, table)
          .ifPresent(it -> cuts.add(new Cut(table.name(), it)));
      return true;
    }

    private static Table bare(TableName name) {
      return new Table(
          name, List.of(), List.of(), List.of(), Optional.empty(), Collections.emptySortedMap());
    }
  }

  private static void learn(
      Operation operation, TablesByName names, Map<IndexName, Set<TableName>> indexes) {
    if (operation instanceof TableOperation.CreateTable create) {
      names.add(create.table().name());
      create
          .table()
          .indexes()
          .forEach(
              index -> index.name().ifPresent(it -> learn(it, create.table().name(), indexes)));
    } else if (operation instanceof TableOperation.RenameTable rename) {
      names.add(rename.to());
    } else if (operation instanceof IndexOperation.CreateIndex create) {
      create.index().name().ifPresent(it -> learn(it, create.table(), indexes));
    } else if (operation instanceof IndexOperation.RenameIndex rename) {
      learn(rename.to(), rename.table(), indexes);
    }
  }

  private static void learn(
      IndexName name, TableName table, Map<IndexName, Set<TableName>> indexes) {
    indexes.computeIfAbsent(name, _ -> new HashSet<>()).add(table);
  }

  private static Concern concern(
      Operation operation,
      TablesByName names,
      Map<IndexName, Set<TableName>> indexes,
      Set<String> objects) {
    return switch (operation) {
      case TableOperation it -> concern(it, names);
      case ColumnOperation it -> Concern.of(it.table());
      case ConstraintOperation it -> concern(it);
      case IndexOperation it -> concern(it, indexes);
      case TypeOperation _ -> Concern.ALWAYS;
      case ObjectOperation it -> concern(it, objects);
      case DataOperation it -> concern(it, names);
      case Opaque _ -> Concern.ALWAYS;
    };
  }

  private static Concern concern(TableOperation operation, TablesByName names) {
    return switch (operation) {
      case TableOperation.CreateTable(Table table, var _) -> {
        Set<TableName> targets = new HashSet<>();
        table.foreignKeys().forEach(it -> targets.add(it.target()));
        yield new Concern(false, Set.of(table.name()), targets, KnownTables.parents(table, names));
      }
      case TableOperation.DropTable it -> Concern.of(it.table());
      case TableOperation.RenameTable(TableName from, TableName to) ->
          new Concern(false, Set.of(from, to), Set.of(), Set.of());
      case TableOperation.SetTableComment it -> Concern.of(it.table());
      case TableOperation.OrderColumns it -> Concern.of(it.table());
      case TableOperation.AttachPartition it ->
          new Concern(false, Set.of(it.table(), it.partition()), Set.of(), Set.of());
      case TableOperation.DetachPartition it ->
          new Concern(false, Set.of(it.table(), it.partition()), Set.of(), Set.of());
    };
  }

  private static Concern concern(ConstraintOperation operation) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint it ->
          it.constraint() instanceof Constraint.ForeignKey key
              ? new Concern(false, Set.of(it.table()), Set.of(key.target()), Set.of())
              : Concern.of(it.table());
      case ConstraintOperation.DropConstraint it -> Concern.of(it.table());
      case ConstraintOperation.RenameConstraint it -> Concern.of(it.table());
      case ConstraintOperation.ValidateConstraint it -> Concern.of(it.table());
      case ConstraintOperation.SetDeferral it -> Concern.of(it.table());
    };
  }

  private static Concern concern(IndexOperation operation, Map<IndexName, Set<TableName>> indexes) {
    return switch (operation) {
      case IndexOperation.CreateIndex it -> Concern.of(it.table());
      case IndexOperation.DropIndex it -> {
        Set<TableName> holders =
            it.table().map(Set::of).orElseGet(() -> indexes.getOrDefault(it.name(), Set.of()));
        yield new Concern(holders.isEmpty(), holders, Set.of(), Set.of());
      }
      case IndexOperation.RenameIndex it -> Concern.of(it.table());
    };
  }

  private static Concern concern(ObjectOperation operation, Set<String> objects) {
    return switch (operation) {
      case ObjectOperation.CreateObject it ->
          about(Schema.objectKey(it.object().kind(), it.object().name()), objects);
      case ObjectOperation.DropObject it -> about(Schema.objectKey(it.kind(), it.name()), objects);
      case ObjectOperation.RenameObject it -> {
        Concern from = about(Schema.objectKey(it.from().kind(), it.from().name()), objects);
        yield from.equals(Concern.ALWAYS)
            ? from
            : about(Schema.objectKey(it.to().kind(), it.to().name()), objects);
      }
      case ObjectOperation.CreateNamespace _,
          ObjectOperation.DropNamespace _,
          ObjectOperation.CreateSequence _,
          ObjectOperation.AlterSequence _,
          ObjectOperation.DropSequence _,
          ObjectOperation.RenameSequence _ ->
          Concern.ALWAYS;
    };
  }

  /** Extensions and domains stand in for types that a former column may have had. */
  private static Concern about(String key, Set<String> objects) {
    boolean type =
        key.startsWith(CarriedObject.Kind.EXTENSION.name() + " ")
            || key.startsWith(CarriedObject.Kind.DOMAIN.name() + " ");
    return type || objects.contains(key) ? Concern.ALWAYS : Concern.NEVER;
  }

  private static Concern concern(DataOperation operation, TablesByName names) {
    return switch (operation) {
      case DataOperation.ExecuteSql it -> {
        Set<TableName> named = names.in(it.statement().text());
        named.addAll(it.reads());
        named.addAll(it.writes());
        yield new Concern(named.isEmpty(), named, Set.of(), Set.of());
      }
      case DataOperation.Backfill it ->
          new Concern(
              false,
              Set.of(it.table()),
              Set.of(),
              names.in(it.value() + " " + it.where().map(Object::toString).orElse("")));
      case DataOperation.InsertRows it -> Concern.of(it.table());
      case DataOperation.RequireNoRows it ->
          new Concern(false, Set.of(it.table()), Set.of(), names.in(it.query().text()));
    };
  }
}
