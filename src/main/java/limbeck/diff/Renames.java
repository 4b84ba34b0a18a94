package limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Carries out the renames somebody has stated, before anything is compared. */
final class Renames {
  private final DiffOptions options;
  private final Collected found;
  private final Map<TableName, TableName> oldNames = new HashMap<>();
  private final Set<TableName> renamedInside = new HashSet<>();
  private Schema schema = Schema.EMPTY;
  private Schema unrenamed = Schema.EMPTY;

  Renames(DiffOptions options, Collected found) {
    this.options = options;
    this.found = found;
  }

  /** Returns the schema after the renames; one that does not fit the schemas becomes a note. */
  Schema apply(Schema present, Schema wanted) {
    schema = present;
    unrenamed = present;
    List<StatedRename> waiting = new ArrayList<>(options.renames());
    // A name that another rename frees first is taken then; so try until nothing moves.
    boolean moved = true;
    while (moved) {
      moved = waiting.removeIf(it -> tableOrType(it, wanted)) || tableAside(waiting, wanted);
    }
    moved = true;
    while (moved) {
      moved = waiting.removeIf(it -> column(it, wanted)) || columnAside(waiting, wanted);
    }
    for (StatedRename it : waiting) {
      if (!(it instanceof StatedRename.OfLabel)) {
        found.note("That " + text(it) + ", does not fit: " + reason(it) + ".");
      }
    }
    return schema;
  }

  /** Breaks up a ring of tables that take each other's names; says whether there was one. */
  private boolean tableAside(List<StatedRename> waiting, Schema wanted) {
    Optional<StatedRename.OfTable> one =
        RenameRing.tables(waiting)
            .filter(it -> schema.table(it.from()).isPresent() && wanted.table(it.to()).isPresent())
            .findFirst();
    if (one.isEmpty()) {
      return false;
    }
    StatedRename.OfTable it = one.orElseThrow();
    TableName aside = RenameRing.aside(it.from(), schema, wanted);
    oldNames.put(aside, it.from());
    rename(new TableOperation.RenameTable(it.from(), aside), aside(it, it.to().toString()));
    waiting.set(waiting.indexOf(it), new StatedRename.OfTable(aside, it.to()));
    return true;
  }

  /** Breaks up a ring of columns that take each other's names; says whether there was one. */
  private boolean columnAside(List<StatedRename> waiting, Schema wanted) {
    for (StatedRename.OfColumn it : RenameRing.columns(waiting).toList()) {
      TableName table = nameAfter(it.table());
      boolean fits =
          schema.table(table).flatMap(t -> t.column(it.from())).isPresent()
              && wanted.table(table).flatMap(t -> t.column(it.to())).isPresent();
      if (fits) {
        ColumnName aside = RenameRing.aside(table, it.from(), schema, wanted);
        renamedInside.add(table);
        rename(
            new ColumnOperation.AlterColumn(
                table, it.from(), List.of(new ColumnChange.Rename(aside))),
            aside(it, it.to().toString()));
        waiting.set(waiting.indexOf(it), new StatedRename.OfColumn(it.table(), aside, it.to()));
        return true;
      }
    }
    return false;
  }

  private static String aside(StatedRename rename, String to) {
    return text(rename) + "; it steps aside, until what is called " + to + " has its own new name";
  }

  /** The table as it was before the renames, by its name after; empty when none touched it. */
  Optional<Table> before(TableName name) {
    boolean touched = oldNames.containsKey(name) || renamedInside.contains(name);
    return !touched ? Optional.empty() : unrenamed.table(oldNames.getOrDefault(name, name));
  }

  private boolean tableOrType(StatedRename rename, Schema wanted) {
    return switch (rename) {
      case StatedRename.OfTable(TableName from, TableName to) -> {
        boolean fits =
            schema.table(from).isPresent()
                && schema.table(to).isEmpty()
                && wanted.table(to).isPresent();
        if (fits) {
          Optional<TableName> aside = Optional.ofNullable(oldNames.remove(from));
          oldNames.put(to, aside.orElse(from));
          namespace(to, wanted);
          if (!from.schema().equals(to.schema()) && !from.name().equals(to.name())) {
            TableName between = new TableName(to.schema(), from.name());
            rename(new TableOperation.RenameTable(from, between), text(rename));
            rename(new TableOperation.RenameTable(between, to), text(rename));
          } else {
            rename(new TableOperation.RenameTable(from, to), text(rename));
          }
        }
        yield fits;
      }
      case StatedRename.OfType(var from, var to) -> {
        boolean fits = schema.enumType(from).isPresent() && schema.enumType(to).isEmpty();
        if (fits) {
          rename(new TypeOperation.RenameType(from, to), text(rename));
        }
        yield fits;
      }
      case StatedRename.OfColumn _, StatedRename.OfLabel _ -> false;
    };
  }

  /** A table can only move into a namespace that exists. */
  private void namespace(TableName to, Schema wanted) {
    if (to.schema().isPresent()) {
      SchemaName name = new SchemaName(to.schema().orElseThrow());
      if (wanted.namespaces().contains(name) && !schema.namespaces().contains(name)) {
        rename(
            new limbeck.operation.ObjectOperation.CreateNamespace(name, false),
            "schema " + name + " is new");
      }
    }
  }

  private boolean column(StatedRename rename, Schema wanted) {
    if (!(rename instanceof StatedRename.OfColumn(var stated, ColumnName from, ColumnName to))) {
      return false;
    }
    TableName table = nameAfter(stated);
    Optional<Table> present = schema.table(table);
    boolean fits =
        present.isPresent()
            && present.orElseThrow().column(from).isPresent()
            && present.orElseThrow().column(to).isEmpty()
            && wanted.table(table).flatMap(it -> it.column(to)).isPresent();
    if (fits) {
      renamedInside.add(table);
      rename(
          new ColumnOperation.AlterColumn(table, from, List.of(new ColumnChange.Rename(to))),
          text(rename));
    }
    return fits;
  }

  private TableName nameAfter(TableName stated) {
    return oldNames.entrySet().stream()
        .filter(it -> it.getValue().equals(stated))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(stated);
  }

  private void rename(Operation operation, String because) {
    schema = Apply.apply(operation, schema, options.names()).schema();
    found.add(Stage.RENAME, operation, because);
  }

  private static String text(StatedRename rename) {
    return switch (rename) {
      case StatedRename.OfTable it -> "table " + it.from() + " is stated to be " + it.to() + " now";
      case StatedRename.OfColumn it ->
          "column " + it.table() + "." + it.from() + " is stated to be " + it.to() + " now";
      case StatedRename.OfType it -> "type " + it.from() + " is stated to be " + it.to() + " now";
      case StatedRename.OfLabel it ->
          "label " + it.from() + " of " + it.type() + " is stated to be " + it.to() + " now";
    };
  }

  private String reason(StatedRename rename) {
    return switch (rename) {
      case StatedRename.OfTable it ->
          schema.table(it.from()).isEmpty()
              ? "there is no table " + it.from()
              : "there is no new table " + it.to();
      case StatedRename.OfColumn it ->
          schema.table(nameAfter(it.table())).flatMap(t -> t.column(it.from())).isEmpty()
              ? "there is no column " + it.table() + "." + it.from()
              : "there is no new column " + it.table() + "." + it.to();
      case StatedRename.OfType it -> "there is no type " + it.from() + ", or there is " + it.to();
      case StatedRename.OfLabel it -> "there is no type " + it.type();
    };
  }
}
