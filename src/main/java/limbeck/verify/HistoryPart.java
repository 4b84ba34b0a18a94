package limbeck.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Step;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
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

  /** What one step is about. */
  private record Concern(boolean always, Set<TableName> subjects, Set<TableName> needs) {
    static final Concern ALWAYS = new Concern(true, Set.of(), Set.of());
    static final Concern NEVER = new Concern(false, Set.of(), Set.of());

    static Concern of(TableName table) {
      return new Concern(false, Set.of(table), Set.of());
    }
  }

  /** Returns the part of a history that builds tables and objects. */
  static HistoryPart of(List<Step> history, Set<TableName> tables, Set<String> objects) {
    TablesByName names = new TablesByName();
    Map<IndexName, Set<TableName>> indexes = new HashMap<>();
    for (Step step : history) {
      learn(step.operation(), names, indexes);
    }
    List<Concern> concerns =
        history.stream().map(it -> concern(it.operation(), names, indexes, objects)).toList();
    Set<TableName> kept = new TreeSet<>(tables);
    int size;
    do {
      size = kept.size();
      // Backwards, since names and needs lead to what was before.
      for (Concern concern : concerns.reversed()) {
        if (isKept(concern, kept)) {
          kept.addAll(concern.subjects());
          kept.addAll(concern.needs());
        }
      }
    } while (size < kept.size());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < concerns.size(); i++) {
      if (isKept(concerns.get(i), kept)) {
        steps.add(history.get(i));
      }
    }
    return new HistoryPart(steps, kept);
  }

  private static boolean isKept(Concern concern, Set<TableName> kept) {
    return concern.always() || concern.subjects().stream().anyMatch(kept::contains);
  }

  private static void learn(
      Operation operation, TablesByName names, Map<IndexName, Set<TableName>> indexes) {
    if (operation instanceof TableOperation.CreateTable create) {
      names.add(create.table().name());
      create
          .table()
          .indexes()
          .forEach(index -> index.name().ifPresent(it -> learn(it, create.table().name(), indexes)));
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
      case ColumnOperation it -> Concern.of(table(it));
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
        Set<TableName> needs = new HashSet<>(Reach.parents(table, names));
        table.foreignKeys().forEach(it -> needs.add(it.target()));
        yield new Concern(false, Set.of(table.name()), needs);
      }
      case TableOperation.DropTable it -> Concern.of(it.table());
      case TableOperation.RenameTable(TableName from, TableName to) ->
          new Concern(false, Set.of(from, to), Set.of());
      case TableOperation.SetTableComment it -> Concern.of(it.table());
      case TableOperation.OrderColumns it -> Concern.of(it.table());
    };
  }

  private static TableName table(ColumnOperation operation) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> it.table();
      case ColumnOperation.DropColumn it -> it.table();
      case ColumnOperation.AlterColumn it -> it.table();
    };
  }

  private static Concern concern(ConstraintOperation operation) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint it ->
          it.constraint() instanceof Constraint.ForeignKey key
              ? new Concern(false, Set.of(it.table()), Set.of(key.target()))
              : Concern.of(it.table());
      case ConstraintOperation.DropConstraint it -> Concern.of(it.table());
      case ConstraintOperation.RenameConstraint it -> Concern.of(it.table());
      case ConstraintOperation.ValidateConstraint it -> Concern.of(it.table());
    };
  }

  private static Concern concern(
      IndexOperation operation, Map<IndexName, Set<TableName>> indexes) {
    return switch (operation) {
      case IndexOperation.CreateIndex it -> Concern.of(it.table());
      case IndexOperation.DropIndex it -> {
        Set<TableName> holders =
            it.table().map(Set::of).orElseGet(() -> indexes.getOrDefault(it.name(), Set.of()));
        yield new Concern(holders.isEmpty(), holders, Set.of());
      }
      case IndexOperation.RenameIndex it -> Concern.of(it.table());
    };
  }

  private static Concern concern(ObjectOperation operation, Set<String> objects) {
    return switch (operation) {
      case ObjectOperation.CreateObject it ->
          about(Schema.objectKey(it.object().kind(), it.object().name()), objects);
      case ObjectOperation.DropObject it -> about(Schema.objectKey(it.kind(), it.name()), objects);
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
        yield new Concern(named.isEmpty(), named, Set.of());
      }
      case DataOperation.Backfill it ->
          new Concern(
              false,
              Set.of(it.table()),
              names.in(it.value() + " " + it.where().map(Object::toString).orElse("")));
      case DataOperation.InsertRows it -> Concern.of(it.table());
      case DataOperation.RequireNoRows it ->
          new Concern(false, Set.of(it.table()), names.in(it.query().text()));
    };
  }

}
