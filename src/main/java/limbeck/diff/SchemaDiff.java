package limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.operation.AssumedTables;
import limbeck.operation.ColumnOperation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Finds what makes one schema into another.
 *
 * <p>Both are compared in the database's normal form, so that two spellings of one thing are no
 * difference; what has to be made is made in the spelling of the wanted schema. The order of
 * columns, and of declarations in general, is no difference.
 */
public final class SchemaDiff {
  private final DiffOptions options;
  private final Collected found = new Collected();

  private SchemaDiff(DiffOptions options) {
    this.options = options;
  }

  /**
   * Returns the changes that make {@code from} into {@code to}, in an order a database can follow.
   *
   * @param from the schema as it is
   * @param to the schema as it is wanted
   */
  public static Difference between(Schema from, Schema to, DiffOptions options) {
    return new SchemaDiff(options).run(from, to);
  }

  private Difference run(Schema from, Schema to) {
    Schema asked = AssumedTables.creatable(filtered(to));
    Schema there = AssumedTables.asIn(asked, filtered(from));
    SharedNames shared = new SharedNames(options, found);
    Schema present = shared.freed(there, asked);
    Schema stated = shared.waiting(there, asked);
    Renames renames = new Renames(options, found);
    Schema named = renames.apply(present, stated);
    Narrowed narrowed = Narrowed.of(named, new UnreadColumns(found).asPresent(named, stated));
    Schema renamed = narrowed.from();
    Schema wanted = narrowed.to();
    // Each for itself, so both cores can work.
    List<Side> sides =
        Stream.of(wanted, renamed)
            .parallel()
            .map(it -> new Side(it, options.normalForm()))
            .toList();
    Side right = sides.getFirst();
    Side start = sides.getLast();
    Schema relabelled = new EnumDiff(options, found).labels(start, right);
    Side left = relabelled.equals(renamed) ? start : new Side(relabelled, options.normalForm());

    new EnumDiff(options, found).types(left, right);
    Disturbed disturbed = columns(left, right);
    new NewTables(left, right, disturbed, found).create();
    new ConstraintDiff(left, right, disturbed, renames, options, found).run();
    new DroppedTables(left, right, options, found).drop();
    new ObjectDiff(options, disturbed, found).run(left, right);
    shared.finish();
    new RenameScoring(left, right, found).score();
    return found.difference();
  }

  private Schema filtered(Schema schema) {
    SortedMap<TableName, Table> kept = new TreeMap<>();
    schema
        .tables()
        .forEach(
            (name, table) -> {
              if (options.includes().test(name)) {
                kept.put(name, table);
              }
            });
    return schema.withTables(kept);
  }

  /** Compares the columns of the tables both sides have; says what has to step aside for them. */
  private Disturbed columns(Side left, Side right) {
    Disturbed disturbed = new Disturbed();
    for (Table after : right.original().tables().values()) {
      Optional<Table> before = left.original().table(after.name());
      if (before.isPresent()) {
        boolean same =
            left.normal(after.name()).equals(right.normal(after.name()))
                && before.orElseThrow().equals(after);
        if (!same) {
          table(left, right, before.orElseThrow(), after, disturbed);
        }
      }
    }
    for (Table before : left.original().tables().values()) {
      if (right.original().table(before.name()).isEmpty()) {
        disturbed.table(before.name());
      }
    }
    return disturbed;
  }

  private void table(Side left, Side right, Table before, Table after, Disturbed disturbed) {
    TableName name = after.name();
    Table normalBefore = left.normal(name);
    Table normalAfter = right.normal(name);
    List<Column> added = new ArrayList<>();
    for (Column column : after.columns()) {
      if (before.column(column.name()).isEmpty()) {
        added.add(column);
      }
    }
    List<Column> dropped = new ArrayList<>();
    for (Column column : before.columns()) {
      if (after.column(column.name()).isEmpty()) {
        dropped.add(column);
        disturbed.column(name, column.name());
      }
    }
    ColumnDiff columns = new ColumnDiff(left, right, before, after, disturbed, options, found);
    columns.compare();
    for (Column column : added) {
      found.add(
          ColumnDiff.isComputed(column) ? Stage.ADD_COMPUTED_COLUMN : Stage.ADD_COLUMN,
          new ColumnOperation.AddColumn(name, column, false),
          "column " + name + "." + column.name() + " is new");
    }
    for (Column column : dropped) {
      found.add(
          ColumnDiff.isComputed(column) ? Stage.DROP_COMPUTED_COLUMN : Stage.DROP_COLUMN,
          new ColumnOperation.DropColumn(name, column.name(), false),
          "column " + name + "." + column.name() + " is gone");
    }
    if (!normalBefore.comment().equals(normalAfter.comment())) {
      found.add(
          Stage.COMMENT,
          new TableOperation.SetTableComment(name, before.comment(), after.comment()),
          "the comment on table " + name + " differs");
    }
    if (!normalBefore.options().equals(normalAfter.options())) {
      found.note(
          "table "
              + name
              + ": its options differ ("
              + normalBefore.options()
              + " and "
              + normalAfter.options()
              + "), which no operation changes");
    }
  }
}
