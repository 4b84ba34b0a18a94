package limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import limbeck.operation.Dependents;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * One of the two schemas: as its source spells it, and in the normal form in which it is compared.
 *
 * <p>What is unnamed gets a mark as its name on the way into the normal form, so that it is found
 * again on the way out.
 */
final class Side {
  private static final String MARK = "~";

  private final Schema original;
  private final Schema normal;
  private final Map<TableName, Map<String, Constraint>> markedConstraints = new HashMap<>();
  private final Map<TableName, Map<String, Index>> markedIndexes = new HashMap<>();

  /**
   * A constraint or index of a table.
   *
   * @param structure in normal form, without its name
   * @param name as stated
   * @param original as its source spells it
   */
  record Entry<T>(T structure, Optional<String> name, T original) {}

  Side(Schema original, UnaryOperator<Schema> normalForm) {
    this.original = original;
    SortedMap<TableName, Table> marked = new TreeMap<>();
    original.tables().forEach((name, table) -> marked.put(name, mark(table)));
    this.normal = normalForm.apply(original.withTables(marked));
  }

  private Table mark(Table table) {
    Map<String, Constraint> unnamedConstraints = new HashMap<>();
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint it : table.constraints()) {
      if (it.name().isPresent()) {
        constraints.add(it);
      } else {
        String mark = MARK + unnamedConstraints.size();
        unnamedConstraints.put(mark, it);
        constraints.add(it.withName(Optional.of(new ConstraintName(mark))));
      }
    }
    Map<String, Index> unnamedIndexes = new HashMap<>();
    List<Index> indexes = new ArrayList<>();
    for (Index it : table.indexes()) {
      if (it.name().isPresent()) {
        indexes.add(it);
      } else {
        String mark = MARK + unnamedIndexes.size();
        unnamedIndexes.put(mark, it);
        indexes.add(it.withName(Optional.of(new IndexName(mark))));
      }
    }
    markedConstraints.put(table.name(), unnamedConstraints);
    markedIndexes.put(table.name(), unnamedIndexes);
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  Schema original() {
    return original;
  }

  Schema normal() {
    return normal;
  }

  /** The table in normal form; as it is when the normal form has none of that name. */
  Table normal(TableName name) {
    return normal.table(name).or(() -> original.table(name)).orElseThrow();
  }

  /** The column in normal form. */
  Column normal(TableName table, Column column) {
    return normal(table).column(column.name()).orElse(column);
  }

  List<Entry<Constraint>> constraints(TableName name) {
    Table table = original.table(name).orElseThrow();
    List<Entry<Constraint>> result = new ArrayList<>();
    for (Constraint it : normal(name).constraints()) {
      String text = it.name().map(ConstraintName::text).orElse("");
      Optional<Constraint> unnamed =
          Optional.ofNullable(markedConstraints.getOrDefault(name, Map.of()).get(text));
      boolean marked = unnamed.isPresent();
      Constraint spelled = unnamed.or(() -> it.name().flatMap(table::constraint)).orElse(it);
      result.add(
          new Entry<>(
              structure(it),
              marked ? Optional.empty() : it.name().map(ConstraintName::text),
              spelled));
    }
    return result;
  }

  List<Entry<Index>> indexes(TableName name) {
    Table table = original.table(name).orElseThrow();
    List<Entry<Index>> result = new ArrayList<>();
    for (Index it : normal(name).indexes()) {
      String text = it.name().map(IndexName::text).orElse("");
      Optional<Index> unnamed =
          Optional.ofNullable(markedIndexes.getOrDefault(name, Map.of()).get(text));
      boolean marked = unnamed.isPresent();
      Index spelled = unnamed.or(() -> it.name().flatMap(table::index)).orElse(it);
      result.add(
          new Entry<>(
              it.withName(Optional.empty()),
              marked ? Optional.empty() : it.name().map(IndexName::text),
              spelled));
    }
    return result;
  }

  /** The keys of the table, named or not, that foreign keys can rest on: over just the columns. */
  List<Object> keys(TableName name, Set<ColumnName> columns) {
    List<Object> result = new ArrayList<>();
    for (Entry<Constraint> it : constraints(name)) {
      if (ConstraintDiff.keyColumns(it.structure()).equals(columns)) {
        result.add(it.structure());
      }
    }
    for (Entry<Index> it : indexes(name)) {
      if (ConstraintDiff.keyColumns(it.structure()).equals(columns)) {
        result.add(it.structure());
      }
    }
    return result;
  }

  /** A foreign key's pairs of columns have no order; the target's key may be left unsaid. */
  private Constraint structure(Constraint constraint) {
    Constraint unnamed = constraint.withName(Optional.empty());
    if (!(unnamed instanceof Constraint.ForeignKey key)) {
      return unnamed;
    }
    List<ColumnName> targets = Dependents.targetColumns(key, normal);
    if (targets.size() != key.columns().size()) {
      return unnamed;
    }
    SortedMap<ColumnName, ColumnName> pairs = new TreeMap<>();
    for (int i = 0; i < targets.size(); i++) {
      pairs.put(key.columns().get(i), targets.get(i));
    }
    return new Constraint.ForeignKey(
        key.name(),
        List.copyOf(pairs.keySet()),
        key.target(),
        List.copyOf(pairs.values()),
        key.onDelete(),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        key.validated());
  }
}
