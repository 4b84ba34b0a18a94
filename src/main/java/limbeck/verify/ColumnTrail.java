package limbeck.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Step;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Where the columns of a schema are after some steps, and which had their values rewritten. */
final class ColumnTrail {
  /** A column of a table. */
  record Place(TableName table, ColumnName column) {}

  private final Map<TableName, Map<ColumnName, Place>> places = new TreeMap<>();
  private final Set<Place> rewritten = new HashSet<>();
  private final Set<TableName> written = new HashSet<>();
  private final Map<TypeName, TypeName> typeNames = new HashMap<>();
  private final Schema start;

  private ColumnTrail(Schema start) {
    this.start = start;
    for (Table table : start.tables().values()) {
      Map<ColumnName, Place> columns = new TreeMap<>();
      table.columns().forEach(it -> columns.put(it.name(), new Place(table.name(), it.name())));
      places.put(table.name(), columns);
    }
  }

  /** Returns a trail at its beginning. */
  static ColumnTrail at(Schema start) {
    return new ColumnTrail(start);
  }

  /** Follows every column through one more operation. */
  void pass(Operation operation) {
    follow(operation);
  }

  /** Returns what a table was called at the beginning; empty when it was not there. */
  Optional<TableName> origin(TableName now) {
    return places.entrySet().stream()
        .filter(it -> it.getValue().values().stream().anyMatch(place -> place.table().equals(now)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Returns where a column was at the beginning; empty when it was not there. */
  Optional<Place> origin(Place now) {
    for (Map.Entry<TableName, Map<ColumnName, Place>> table : places.entrySet()) {
      for (Map.Entry<ColumnName, Place> column : table.getValue().entrySet()) {
        if (column.getValue().equals(now)) {
          return Optional.of(new Place(table.getKey(), column.getKey()));
        }
      }
    }
    return Optional.empty();
  }

  /** Follows every column of the schema through the steps. */
  static ColumnTrail follow(Schema start, List<Step> steps) {
    ColumnTrail trail = new ColumnTrail(start);
    steps.forEach(step -> trail.follow(step.operation()));
    return trail;
  }

  /** Follows them through more steps. */
  ColumnTrail then(List<Step> steps) {
    steps.forEach(step -> follow(step.operation()));
    return this;
  }

  /** Returns where a column is now; empty when it was dropped on the way. */
  Optional<Place> now(TableName table, ColumnName column) {
    return Optional.ofNullable(places.getOrDefault(table, Map.of()).get(column));
  }

  /** Returns whether steps rewrite the column's values on purpose: a conversion, a backfill. */
  boolean rewrites(Place place) {
    return rewritten.contains(place);
  }

  /** Returns whether free SQL of the steps writes rows of the table. */
  boolean writes(TableName table) {
    return written.contains(table);
  }

  private void follow(Operation operation) {
    switch (operation) {
      case TableOperation table -> follow(table);
      case ColumnOperation column -> follow(column);
      case DataOperation data -> follow(data);
      case Opaque opaque -> written.addAll(opaque.touches());
      case TypeOperation type -> follow(type);
      case ConstraintOperation _, IndexOperation _, ObjectOperation _ -> {}
    }
  }

  /** A label's new name is another text in every row that has it. */
  private void follow(TypeOperation operation) {
    if (operation instanceof TypeOperation.RenameEnumLabel label) {
      for (Map.Entry<TableName, Map<ColumnName, Place>> table : places.entrySet()) {
        table
            .getValue()
            .forEach(
                (column, place) -> {
                  if (typesOf(table.getKey(), column).contains(label.type())) {
                    rewritten.add(place);
                  }
                });
      }
    } else if (operation instanceof TypeOperation.RenameType(TypeName from, TypeName to)) {
      typeNames.put(to, typeNames.getOrDefault(from, from));
    }
  }

  private Set<TypeName> typesOf(TableName table, ColumnName column) {
    List<TypeName> original =
        Dependents.enumsOf(start.table(table).orElseThrow().column(column).orElseThrow().type());
    Set<TypeName> result = new HashSet<>(original);
    typeNames.forEach(
        (now, then) -> {
          if (original.contains(then)) {
            result.add(now);
          }
        });
    return result;
  }

  private void follow(TableOperation operation) {
    switch (operation) {
      case TableOperation.DropTable drop -> replace(drop.table(), null, Optional.empty());
      case TableOperation.RenameTable(TableName from, TableName to) -> {
        for (Map<ColumnName, Place> columns : places.values()) {
          columns.replaceAll(
              (_, place) -> place.table().equals(from) ? new Place(to, place.column()) : place);
        }
        for (Place place : List.copyOf(rewritten)) {
          if (place.table().equals(from)) {
            rewritten.add(new Place(to, place.column()));
          }
        }
        if (written.contains(from)) {
          written.add(to);
        }
      }
      case TableOperation.CreateTable _,
          TableOperation.SetTableComment _,
          TableOperation.AttachPartition _,
          TableOperation.DetachPartition _,
          TableOperation.OrderColumns _ -> {}
    }
  }

  private void follow(ColumnOperation operation) {
    switch (operation) {
      case ColumnOperation.AddColumn _ -> {}
      case ColumnOperation.DropColumn drop ->
          replace(drop.table(), drop.column(), Optional.empty());
      case ColumnOperation.AlterColumn(TableName table, ColumnName column, var changes) -> {
        ColumnName name = column;
        for (ColumnChange change : changes) {
          if (change instanceof ColumnChange.Rename(ColumnName to)) {
            replace(table, name, Optional.of(new Place(table, to)));
            name = to;
          } else if (change instanceof ColumnChange.SetType) {
            rewritten.add(new Place(table, name));
          }
        }
      }
    }
  }

  private void follow(DataOperation operation) {
    switch (operation) {
      case DataOperation.Backfill fill -> rewritten.add(new Place(fill.table(), fill.column()));
      case DataOperation.ExecuteSql sql -> written.addAll(sql.writes());
      case DataOperation.InsertRows insert -> written.add(insert.table());
      case DataOperation.RequireNoRows _ -> {}
    }
  }

  /** Moves or forgets what is at a place; a missing column stands for the whole table. */
  private void replace(
      TableName table, @org.jspecify.annotations.Nullable ColumnName column, Optional<Place> to) {
    for (Map<ColumnName, Place> columns : places.values()) {
      columns
          .entrySet()
          .removeIf(entry -> to.isEmpty() && matches(entry.getValue(), table, column));
      columns.replaceAll((_, place) -> matches(place, table, column) ? to.orElse(place) : place);
    }
    if (to.isPresent() && column != null && rewritten.contains(new Place(table, column))) {
      rewritten.add(to.get());
    }
  }

  private static boolean matches(
      Place place, TableName table, @org.jspecify.annotations.Nullable ColumnName column) {
    return place.table().equals(table) && (column == null || place.column().equals(column));
  }
}
