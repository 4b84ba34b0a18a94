package limbeck.operation;

import java.util.function.UnaryOperator;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlText;
import limbeck.schema.Table;

/** Changes the expressions of a table: of its checks, exclusions, indexes and computed columns. */
final class TableTexts {
  private final UnaryOperator<SqlText> change;

  private TableTexts(UnaryOperator<SqlText> change) {
    this.change = change;
  }

  static Table map(Table table, UnaryOperator<SqlText> change) {
    TableTexts texts = new TableTexts(change);
    Table result =
        table
            .withColumns(table.columns().stream().map(texts::column).toList())
            .withConstraints(table.constraints().stream().map(texts::constraint).toList())
            .withIndexes(table.indexes().stream().map(texts::index).toList());
    return result.equals(table) ? table : result;
  }

  private Column column(Column column) {
    return column.withGeneration(
        column
            .generation()
            .map(
                it ->
                    switch (it) {
                      case Generation.Identity identity -> identity;
                      case Generation.Computed(SqlText sql, var stored) ->
                          new Generation.Computed(change.apply(sql), stored);
                    }));
  }

  private Constraint constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> it;
      case Constraint.Unique it -> it;
      case Constraint.ForeignKey it -> it;
      case Constraint.Check it ->
          new Constraint.Check(it.name(), change.apply(it.condition()), it.validated());
      case Constraint.Exclude it ->
          new Constraint.Exclude(
              it.name(),
              it.method(),
              it.elements().stream()
                  .map(
                      element ->
                          new Constraint.ExcludeElement(
                              element(element.expression()), element.operator()))
                  .toList(),
              it.where().map(change),
              it.deferral());
    };
  }

  private Index index(Index index) {
    return new Index(
        index.name(),
        index.elements().stream().map(this::element).toList(),
        index.unique(),
        index.method(),
        index.include(),
        index.where().map(change),
        index.nullsNotDistinct(),
        index.options(),
        index.valid());
  }

  private IndexElement element(IndexElement element) {
    return element.target() instanceof IndexElement.Target.OfExpression(SqlText sql)
        ? new IndexElement(
            new IndexElement.Target.OfExpression(change.apply(sql)),
            element.operatorClass(),
            element.collation(),
            element.descending(),
            element.nullsFirst())
        : element;
  }
}
