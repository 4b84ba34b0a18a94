package limbeck.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** What goes along when a column, key or table goes. */
public final class Dependents {
  private Dependents() {}

  /**
   * A foreign key with the table that holds it.
   *
   * @param holder the referring table
   * @param key the foreign key
   */
  public record Reference(TableName holder, Constraint.ForeignKey key) {}

  /** Returns whether the constraint is over the column, its expressions included. */
  public static boolean uses(Constraint constraint, ColumnName column) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> it.columns().contains(column);
      case Constraint.Unique it -> it.columns().contains(column) || it.include().contains(column);
      case Constraint.ForeignKey it -> it.columns().contains(column);
      case Constraint.Check it -> Identifiers.mentions(it.condition(), column.text());
      case Constraint.Exclude it ->
          it.elements().stream().anyMatch(element -> uses(element.expression(), column))
              || mentions(it.where(), column);
    };
  }

  /** Returns whether the index is over the column, its expressions included. */
  public static boolean uses(Index index, ColumnName column) {
    return index.elements().stream().anyMatch(it -> uses(it, column))
        || index.include().contains(column)
        || mentions(index.where(), column);
  }

  private static boolean uses(IndexElement element, ColumnName column) {
    return switch (element.target()) {
      case IndexElement.Target.OfColumn(ColumnName name) -> name.equals(column);
      case IndexElement.Target.OfExpression(SqlText sql) ->
          Identifiers.mentions(sql, column.text());
    };
  }

  private static boolean mentions(Optional<SqlText> sql, ColumnName column) {
    return sql.isPresent() && Identifiers.mentions(sql.orElseThrow(), column.text());
  }

  /** Returns the computed columns of the table whose expression uses the column. */
  public static List<Column> computedFrom(Table table, ColumnName column) {
    return table.columns().stream()
        .filter(it -> !it.name().equals(column))
        .filter(
            it ->
                it.generation().isPresent()
                    && it.generation().orElseThrow() instanceof Generation.Computed computed
                    && Identifiers.mentions(computed.expression(), column.text()))
        .toList();
  }

  /** Returns the foreign keys of other tables that refer to the table. */
  public static List<Reference> referencesTo(Schema schema, TableName target) {
    List<Reference> result = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      if (!table.name().equals(target)) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
          if (key.target().equals(target)) {
            result.add(new Reference(table.name(), key));
          }
        }
      }
    }
    return result;
  }

  /** Returns the foreign keys of all tables that refer to the column. */
  public static List<Reference> referencesTo(Schema schema, TableName target, ColumnName column) {
    List<Reference> result = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(target) && targetColumns(key, schema).contains(column)) {
          result.add(new Reference(table.name(), key));
        }
      }
    }
    return result;
  }

  /** Returns the columns the key refers to: those of the target's primary key when unstated. */
  public static List<ColumnName> targetColumns(Constraint.ForeignKey key, Schema schema) {
    return targetColumns(key, schema.table(key.target()));
  }

  static List<ColumnName> targetColumns(Constraint.ForeignKey key, Optional<Table> target) {
    return key.targetColumns().isEmpty()
        ? target.flatMap(Table::primaryKey).map(Constraint.PrimaryKey::columns).orElse(List.of())
        : key.targetColumns();
  }

  /**
   * Returns the foreign keys that would stand on nothing without the given constraint or index:
   * those whose target columns no other key or unique index of the table covers.
   */
  public static List<Reference> restingOn(Schema schema, Table table, Set<ColumnName> columns) {
    List<Reference> result = new ArrayList<>();
    for (Table holder : schema.tables().values()) {
      for (Constraint.ForeignKey key : holder.foreignKeys()) {
        if (key.target().equals(table.name())
            && new HashSet<>(targetColumns(key, schema)).equals(columns)) {
          result.add(new Reference(holder.name(), key));
        }
      }
    }
    return result;
  }

  /** Returns whether some key, unique constraint or full unique index is over just the columns. */
  public static boolean isKey(Table table, Set<ColumnName> columns) {
    boolean constrained =
        table.constraints().stream()
            .anyMatch(
                it ->
                    switch (it) {
                      case Constraint.PrimaryKey key ->
                          new HashSet<>(key.columns()).equals(columns);
                      case Constraint.Unique key -> new HashSet<>(key.columns()).equals(columns);
                      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
                          false;
                    });
    return constrained
        || table.indexes().stream()
            .anyMatch(
                it ->
                    it.unique()
                        && it.where().isEmpty()
                        && it.elements().stream().allMatch(e -> e.column().isPresent())
                        && it.elements().stream()
                            .map(e -> e.column().orElseThrow())
                            .collect(java.util.stream.Collectors.toSet())
                            .equals(columns));
  }

  /** Returns the name of the enum type inside a type, arrays and variants included. */
  public static List<TypeName> enumsOf(SqlType type) {
    return switch (type) {
      case SqlType.EnumReference(TypeName name) -> List.of(name);
      case SqlType.ArrayOf(SqlType element, _) -> enumsOf(element);
      case SqlType.Variant(SqlType base, var variants) -> {
        List<TypeName> result = new ArrayList<>(enumsOf(base));
        variants.values().forEach(it -> result.addAll(enumsOf(it)));
        yield List.copyOf(result);
      }
      case SqlType.IntegerType _,
          SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.TextEnum _,
          SqlType.Named _,
          SqlType.Unknown _ ->
          List.of();
    };
  }
}
