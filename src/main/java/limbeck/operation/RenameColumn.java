package limbeck.operation;

import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Carries a column's new name to everything that is over the column. */
final class RenameColumn {
  private final ColumnName from;
  private final ColumnName to;

  private RenameColumn(ColumnName from, ColumnName to) {
    this.from = from;
    this.to = to;
  }

  static void rename(TableName table, ColumnName from, ColumnName to, Fold fold) {
    RenameColumn renaming = new RenameColumn(from, to);
    // What the database named after the old column keeps that name.
    fold.set(
        fold.schema()
            .mapTable(table, it -> renaming.inOwnTable(namedWhereUsed(it, from, fold.names()))));
    fold.changeAll(it -> renaming.inReferrer(it, table));
  }

  private static Table namedWhereUsed(Table table, ColumnName column, DefaultNames names) {
    if (!names.inDatabase()) {
      return table;
    }
    return table
        .withConstraints(
            table.constraints().stream()
                .map(it -> Dependents.uses(it, column) ? it.withName(names.nameOf(it, table)) : it)
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(it -> Dependents.uses(it, column) ? it.withName(names.nameOf(it, table)) : it)
                .toList());
  }

  private Table inOwnTable(Table table) {
    return table
        .withColumns(table.columns().stream().map(this::inColumn).toList())
        .withConstraints(table.constraints().stream().map(this::inConstraint).toList())
        .withIndexes(table.indexes().stream().map(this::inIndex).toList());
  }

  private Table inReferrer(Table table, TableName target) {
    boolean concerned =
        table.foreignKeys().stream()
            .anyMatch(it -> it.target().equals(target) && it.targetColumns().contains(from));
    if (!concerned) {
      return table;
    }
    return table.withConstraints(
        table.constraints().stream()
            .map(
                it ->
                    it instanceof Constraint.ForeignKey key && key.target().equals(target)
                        ? withColumns(key, key.columns(), inColumns(key.targetColumns()))
                        : it)
            .toList());
  }

  private Column inColumn(Column column) {
    Column named = column.name().equals(from) ? column.withName(to) : column;
    return named.withGeneration(
        named
            .generation()
            .map(
                it ->
                    switch (it) {
                      case Generation.Identity identity -> identity;
                      case Generation.Computed(SqlText sql, Optional<Boolean> stored) ->
                          new Generation.Computed(inText(sql), stored);
                    }));
  }

  private Constraint inConstraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it ->
          new Constraint.PrimaryKey(it.name(), inColumns(it.columns()), it.deferral());
      case Constraint.Unique it ->
          new Constraint.Unique(
              it.name(),
              inColumns(it.columns()),
              inColumns(it.include()),
              it.nullsNotDistinct(),
              it.deferral());
      case Constraint.ForeignKey it -> withColumns(it, inColumns(it.columns()), it.targetColumns());
      case Constraint.Check it ->
          new Constraint.Check(it.name(), inText(it.condition()), it.validated());
      case Constraint.Exclude it ->
          new Constraint.Exclude(
              it.name(),
              it.method(),
              it.elements().stream()
                  .map(
                      element ->
                          new Constraint.ExcludeElement(
                              inElement(element.expression()), element.operator()))
                  .toList(),
              it.where().map(this::inText),
              it.deferral());
    };
  }

  private static Constraint.ForeignKey withColumns(
      Constraint.ForeignKey key, List<ColumnName> columns, List<ColumnName> targetColumns) {
    return new Constraint.ForeignKey(
        key.name(),
        columns,
        key.target(),
        targetColumns,
        key.onDelete(),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        key.validated());
  }

  private Index inIndex(Index index) {
    return new Index(
        index.name(),
        index.elements().stream().map(this::inElement).toList(),
        index.unique(),
        index.method(),
        inColumns(index.include()),
        index.where().map(this::inText),
        index.nullsNotDistinct(),
        index.options(),
        index.valid());
  }

  private IndexElement inElement(IndexElement element) {
    IndexElement.Target target =
        switch (element.target()) {
          case IndexElement.Target.OfColumn(ColumnName name) ->
              new IndexElement.Target.OfColumn(name.equals(from) ? to : name);
          case IndexElement.Target.OfExpression(SqlText sql) ->
              new IndexElement.Target.OfExpression(inText(sql));
        };
    return new IndexElement(
        target,
        element.operatorClass(),
        element.collation(),
        element.descending(),
        element.nullsFirst());
  }

  private List<ColumnName> inColumns(List<ColumnName> columns) {
    return columns.stream().map(it -> it.equals(from) ? to : it).toList();
  }

  private SqlText inText(SqlText sql) {
    return Identifiers.rename(sql, from.text(), to.text());
  }
}
