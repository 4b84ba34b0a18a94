package limbeck.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * What a step touches, so that steps that have nothing to do with each other can change places.
 *
 * @param parts what it touches
 * @param everything whether it may touch anything at all
 */
record Footprint(Set<Part> parts, boolean everything) {
  /**
   * Something a step touches.
   *
   * @param owner a table, or a word for what belongs to none
   * @param name a column, constraint or index of it; empty is all of it
   */
  record Part(String owner, String name) {}

  private static final Footprint ALL = new Footprint(Set.of(), true);

  Footprint {
    parts = Set.copyOf(parts);
  }

  /** Returns the footprint of columns only. */
  static Footprint of(List<ColumnPlace> places) {
    Collector collector = new Collector(Schema.EMPTY);
    places.forEach(it -> collector.column(it.table(), it.column()));
    return new Footprint(collector.parts, false);
  }

  /**
   * Returns the footprint of an operation.
   *
   * @param before the schema before it
   */
  static Footprint of(Operation operation, Schema before) {
    Collector collector = new Collector(before);
    boolean known = collector.add(operation);
    return known ? new Footprint(collector.parts, false) : ALL;
  }

  boolean touches(ColumnPlace place) {
    String owner = place.table().toString();
    return everything
        || parts.contains(new Part(owner, place.column().text()))
        || parts.contains(new Part(owner, ""));
  }

  boolean touches(TypeName type) {
    return everything || parts.contains(new Part("type", type.toString()));
  }

  private static final class Collector {
    private final Schema before;
    private final Set<Part> parts = new LinkedHashSet<>();

    Collector(Schema before) {
      this.before = before;
    }

    /** Adds what the operation touches; false when that is not known. */
    boolean add(Operation operation) {
      return switch (operation) {
        case TableOperation it -> {
          table(it);
          yield true;
        }
        case ColumnOperation it -> {
          column(it);
          yield true;
        }
        case ConstraintOperation it -> {
          constraint(it);
          yield true;
        }
        case IndexOperation it -> index(it);
        case TypeOperation it -> {
          type(it);
          yield true;
        }
        case DataOperation it -> data(it);
        case ObjectOperation _, Opaque _ -> false;
      };
    }

    private void part(TableName table, String name) {
      parts.add(new Part(table.toString(), name));
    }

    private void column(TableName table, ColumnName column) {
      part(table, column.text());
    }

    private void columns(TableName table, List<ColumnName> columns) {
      columns.forEach(it -> column(table, it));
    }

    private void mentioned(TableName table, Optional<SqlText> sql) {
      for (Column column : before.table(table).map(Table::columns).orElse(List.of())) {
        if (sql.filter(it -> Identifiers.mentions(it, column.name().text())).isPresent()) {
          column(table, column.name());
        }
      }
    }

    private void types(Column column) {
      Dependents.enumsOf(column.type()).forEach(this::type);
      sequence(column.serverDefault());
    }

    private void sequence(Optional<Default> value) {
      if (value.isPresent()
          && value.orElseThrow() instanceof Default.NextValue(SequenceName sequence)) {
        parts.add(new Part("sequence", sequence.toString()));
      }
    }

    private void type(TypeName type) {
      parts.add(new Part("type", type.toString()));
    }

    /** Tables, indexes and sequences of a schema share their names. */
    private void relation(String name) {
      parts.add(new Part("relation", name));
    }

    private void relation(Constraint constraint) {
      boolean indexed =
          switch (constraint) {
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
            case Constraint.ForeignKey _, Constraint.Check _ -> false;
          };
      constraint.name().filter(_ -> indexed).ifPresent(it -> relation(it.text()));
    }

    private void whole(Table table) {
      part(table.name(), "");
      relation(table.name().name());
      table.constraints().forEach(this::relation);
      table.indexes().stream().flatMap(it -> it.name().stream()).forEach(it -> relation(it.text()));
      table.columns().forEach(this::types);
      table.foreignKeys().forEach(it -> columns(it.target(), it.targetColumns()));
    }

    private void table(TableOperation operation) {
      switch (operation) {
        case TableOperation.CreateTable it -> whole(it.table());
        case TableOperation.DropTable it -> {
          part(it.table(), "");
          before.table(it.table()).ifPresent(this::whole);
        }
        case TableOperation.RenameTable it -> {
          part(it.from(), "");
          part(it.to(), "");
          relation(it.from().name());
          relation(it.to().name());
        }
        case TableOperation.SetTableComment it -> part(it.table(), " comment");
        case TableOperation.AttachPartition it -> {
          part(it.table(), "");
          part(it.partition(), "");
        }
        case TableOperation.DetachPartition it -> {
          part(it.table(), "");
          part(it.partition(), "");
        }
        case TableOperation.OrderColumns it -> columns(it.table(), it.to());
      }
    }

    private void column(ColumnOperation operation) {
      switch (operation) {
        case ColumnOperation.AddColumn it -> {
          column(it.table(), it.column().name());
          types(it.column());
        }
        case ColumnOperation.DropColumn it -> known(it.table(), it.column());
        case ColumnOperation.AlterColumn it -> {
          known(it.table(), it.column());
          for (ColumnChange change : it.changes()) {
            switch (change) {
              case ColumnChange.SetType type ->
                  types(Column.of(it.column().text(), type.to(), true));
              case ColumnChange.Rename(ColumnName to) -> column(it.table(), to);
              case ColumnChange.SetDefault set -> sequence(set.to());
              case ColumnChange.SetNullable _,
                  ColumnChange.SetGeneration _,
                  ColumnChange.SetAutoincrement _,
                  ColumnChange.SetComment _ -> {}
            }
          }
        }
      }
    }

    private void known(TableName table, ColumnName column) {
      column(table, column);
      before.table(table).flatMap(it -> it.column(column)).ifPresent(this::types);
    }

    private void constraint(ConstraintOperation operation) {
      switch (operation) {
        case ConstraintOperation.AddConstraint it -> {
          over(it.table(), it.constraint());
          it.constraint().name().ifPresent(name -> part(it.table(), name.text()));
          relation(it.constraint());
          it.usingIndex().ifPresent(name -> part(it.table(), name.text()));
        }
        case ConstraintOperation.DropConstraint it -> named(it.table(), it.name().text());
        case ConstraintOperation.RenameConstraint it -> {
          named(it.table(), it.from().text());
          part(it.table(), it.to().text());
          relation(it.to().text());
        }
        case ConstraintOperation.ValidateConstraint it -> named(it.table(), it.name().text());
        case ConstraintOperation.SetDeferral it -> named(it.table(), it.name().text());
      }
    }

    private void named(TableName table, String name) {
      part(table, name);
      Optional<Constraint> found =
          before.table(table).flatMap(it -> it.constraint(new limbeck.schema.ConstraintName(name)));
      found.ifPresent(this::relation);
      found.ifPresent(it -> over(table, it));
      if (found.isEmpty()) {
        // The schema leaves it unnamed; what the database calls it may be an index's name.
        part(table, "");
        relation(name);
      }
    }

    private void over(TableName table, Constraint constraint) {
      switch (constraint) {
        case Constraint.PrimaryKey it -> {
          columns(table, it.columns());
          part(table, " key");
        }
        case Constraint.Unique it -> {
          columns(table, it.columns());
          columns(table, it.include());
        }
        case Constraint.ForeignKey it -> {
          columns(table, it.columns());
          columns(it.target(), Dependents.targetColumns(it, before));
        }
        case Constraint.Check it -> mentioned(table, Optional.of(it.condition()));
        case Constraint.Exclude _ -> part(table, "");
      }
    }

    private boolean index(IndexOperation operation) {
      switch (operation) {
        case IndexOperation.CreateIndex it -> {
          it.index().name().ifPresent(name -> part(it.table(), name.text()));
          it.index().name().ifPresent(name -> relation(name.text()));
          over(it.table(), it.index());
        }
        case IndexOperation.DropIndex it -> {
          if (it.table().isEmpty()) {
            return false;
          }
          TableName table = it.table().orElseThrow();
          part(table, it.name().text());
          relation(it.name().text());
          before
              .table(table)
              .flatMap(found -> found.index(it.name()))
              .ifPresent(found -> over(table, found));
        }
        case IndexOperation.RenameIndex it -> {
          part(it.table(), it.from().text());
          part(it.table(), it.to().text());
          relation(it.from().text());
          relation(it.to().text());
          before
              .table(it.table())
              .flatMap(found -> found.index(it.from()))
              .ifPresent(found -> over(it.table(), found));
        }
      }
      return true;
    }

    private void over(TableName table, Index index) {
      for (Column column : before.table(table).map(Table::columns).orElse(List.of())) {
        if (Dependents.uses(index, column.name())) {
          column(table, column.name());
        }
      }
    }

    private void type(TypeOperation operation) {
      switch (operation) {
        case TypeOperation.CreateEnum it -> type(it.type().name());
        case TypeOperation.DropEnum it -> type(it.name());
        case TypeOperation.AddEnumLabel it -> type(it.type());
        case TypeOperation.RenameEnumLabel it -> type(it.type());
        case TypeOperation.RenameType it -> {
          type(it.from());
          type(it.to());
        }
      }
    }

    private boolean data(DataOperation operation) {
      return switch (operation) {
        case DataOperation.Backfill it -> {
          column(it.table(), it.column());
          mentioned(it.table(), Optional.of(it.value()));
          mentioned(it.table(), it.where());
          yield true;
        }
        case DataOperation.InsertRows it -> {
          part(it.table(), "");
          yield true;
        }
        case DataOperation.RequireNoRows it -> {
          mentioned(it.table(), Optional.of(it.query()));
          part(it.table(), " rows");
          yield true;
        }
        case DataOperation.ExecuteSql _ -> false;
      };
    }
  }
}
