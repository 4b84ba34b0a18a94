package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Dependents;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * What is over a column, and its like over a column beside it.
 *
 * @param indexes the indexes
 * @param keys primary key and unique constraints
 * @param checks the checks
 * @param references foreign keys of the column, and foreign keys that refer to it
 */
record Copies(
    List<OfIndex> indexes,
    List<OfConstraint> keys,
    List<OfConstraint> checks,
    List<OfConstraint> references) {
  /**
   * An index and its like.
   *
   * @param original over the column, with its name in the database
   * @param copy over the one beside it
   */
  record OfIndex(Index original, Index copy) {
    IndexName name() {
      return original.name().orElseThrow();
    }
  }

  /**
   * A constraint and its like.
   *
   * @param holder the table that has them
   * @param original over the column, with its name in the database
   * @param copy over the one beside it
   */
  record OfConstraint(TableName holder, Constraint original, Constraint copy) {
    ConstraintName name() {
      return original.name().orElseThrow();
    }

    /** The unique index a key rests on, under another name. */
    Index index(Constraint key, String name) {
      Index index =
          switch (key) {
            case Constraint.PrimaryKey it -> OnlineSteps.index(it.columns(), List.of(), false);
            case Constraint.Unique it ->
                OnlineSteps.index(it.columns(), it.include(), it.nullsNotDistinct());
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
                throw new IllegalStateException("no index under " + key);
          };
      return index.withName(Optional.of(new IndexName(name)));
    }
  }

  /** Returns the likes as originals, and the other way round. */
  Copies turned() {
    return new Copies(
        indexes.stream()
            .map(it -> new OfIndex(/* original= */ it.copy(), /* copy= */ it.original()))
            .toList(),
        turned(keys),
        turned(checks),
        turned(references));
  }

  private static List<OfConstraint> turned(List<OfConstraint> constraints) {
    return constraints.stream()
        .map(
            it ->
                new OfConstraint(it.holder(), /* original= */ it.copy(), /* copy= */ it.original()))
        .toList();
  }

  /** Returns what stays with a column that has been exchanged: no primary key, no reference. */
  Copies withoutSwitched() {
    return new Copies(
        indexes,
        keys.stream().filter(it -> it.original() instanceof Constraint.Unique).toList(),
        checks,
        List.of());
  }

  boolean hasPrimaryKey() {
    return keys.stream().anyMatch(it -> it.original() instanceof Constraint.PrimaryKey);
  }

  /** Returns whether other columns refer to the column. */
  boolean isReferred(TableName table, ColumnName column) {
    return references.stream()
        .map(it -> (Constraint.ForeignKey) it.original())
        .anyMatch(it -> it.target().equals(table) && it.targetColumns().contains(column));
  }

  /**
   * Finds what is over a column.
   *
   * @param copyName names a copy by the original's name
   */
  static Copies of(
      Schema schema,
      TableName table,
      ColumnName column,
      ColumnName beside,
      Function<String, String> copyName,
      Draft draft) {
    return of(
        schema, new ColumnPlace(table, column), Map.of(column, beside), List.of(), copyName, draft);
  }

  /**
   * Finds what is over a column, when others get one beside them, too.
   *
   * @param besides the columns beside, by those they are for
   * @param elsewhere columns that have to do with what is over them as well
   * @param copyName names a copy by the original's name
   */
  static Copies of(
      Schema schema,
      ColumnPlace place,
      Map<ColumnName, ColumnName> besides,
      List<ColumnName> elsewhere,
      Function<String, String> copyName,
      Draft draft) {
    TableName table = place.table();
    // A table orders its parts by name: under their names, all keep their places.
    Schema named = draft.options().names().named(schema);
    Schema alone =
        renamed(named, table, Map.of(place.column(), besides.get(place.column())), draft);
    Schema renamed = renamed(named, table, besides, draft);
    Copies result =
        new Copies(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Table holder : named.tables().values()) {
      Table like = renamed.table(holder.name()).orElseThrow();
      boolean own = holder.name().equals(table);
      for (int i = 0; i < holder.constraints().size(); i++) {
        Constraint original = holder.constraints().get(i);
        Constraint copy = like.constraints().get(i).withName(original.name());
        boolean over =
            !alone
                .table(holder.name())
                .orElseThrow()
                .constraints()
                .get(i)
                .withName(original.name())
                .equals(original);
        boolean other = own && elsewhere.stream().anyMatch(it -> Dependents.uses(original, it));
        if (over && !other && original.name().isPresent()) {
          ConstraintName name =
              new ConstraintName(copyName.apply(original.name().orElseThrow().text()));
          result.add(new OfConstraint(holder.name(), original, copy.withName(Optional.of(name))));
        }
      }
      for (int i = 0; own && i < holder.indexes().size(); i++) {
        Index original = holder.indexes().get(i);
        boolean other = elsewhere.stream().anyMatch(it -> Dependents.uses(original, it));
        if (Dependents.uses(original, place.column()) && !other && original.name().isPresent()) {
          IndexName name = new IndexName(copyName.apply(original.name().orElseThrow().text()));
          result.indexes.add(
              new OfIndex(original, like.indexes().get(i).withName(Optional.of(name))));
        }
      }
    }
    return result;
  }

  private static Schema renamed(
      Schema schema, TableName table, Map<ColumnName, ColumnName> names, Draft draft) {
    Schema result = schema;
    for (Map.Entry<ColumnName, ColumnName> it : names.entrySet()) {
      result =
          Apply.apply(
                  new ColumnOperation.AlterColumn(
                      table, it.getKey(), List.of(new ColumnChange.Rename(it.getValue()))),
                  result,
                  draft.options().names())
              .schema();
    }
    return result;
  }

  private void add(OfConstraint constraint) {
    switch (constraint.original()) {
      case Constraint.PrimaryKey _, Constraint.Unique _ -> keys.add(constraint);
      case Constraint.Check _ -> checks.add(constraint);
      case Constraint.ForeignKey _ -> references.add(constraint);
      case Constraint.Exclude _ -> {} // there is no way to build one beside another
    }
  }
}
