package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * Exchanges an enum type for one with other labels. PostgreSQL cannot remove or move a label, so
 * the old type steps aside, a new one takes its name, every column is converted by its labels, and
 * the old one is dropped. What compares the column with a label must step aside too, because it
 * would compare two types.
 */
public final class TypeSwap {
  private final Schema before;
  private final EnumType after;
  private final TypeName aside;
  private final SortedMap<String, String> labels;
  private final DefaultNames names;
  private final List<Operation> first = new ArrayList<>();
  private final List<Operation> conversions = new ArrayList<>();
  private final List<Operation> last = new ArrayList<>();

  private TypeSwap(
      Schema before, EnumType after, SortedMap<String, String> labels, DefaultNames names) {
    this.before = before;
    this.after = after;
    this.labels = labels;
    this.names = names;
    this.aside = free(before, after.name());
  }

  /**
   * Returns the operations of the exchange.
   *
   * @param before has the type, under its name, with the labels before
   * @param after the type with the labels after
   * @param labels what becomes of labels that are gone, by old label
   */
  public static List<Operation> swap(
      Schema before, EnumType after, SortedMap<String, String> labels, DefaultNames names) {
    return new TypeSwap(before, after, labels, names).operations();
  }

  /** Returns the type with one enum type, at any depth, replaced by another. */
  public static SqlType renamed(SqlType type, TypeName from, TypeName to) {
    return ApplyType.renamed(type, from, to);
  }

  private static TypeName free(Schema schema, TypeName name) {
    for (int number = 0; ; number++) {
      String suffix = "_old" + (number == 0 ? "" : Integer.toString(number));
      int room = 63 - suffix.length();
      String kept = name.name().length() > room ? name.name().substring(0, room) : name.name();
      TypeName candidate = new TypeName(name.schema(), kept + suffix);
      if (schema.enumType(candidate).isEmpty()) {
        return candidate;
      }
    }
  }

  private List<Operation> operations() {
    List<Operation> result = new ArrayList<>();
    result.add(new TypeOperation.RenameType(after.name(), aside));
    result.add(new TypeOperation.CreateEnum(after, false));
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        if (Dependents.enumsOf(column.type()).contains(after.name())) {
          stepAside(table, column);
          convert(table.name(), column);
        }
      }
    }
    result.addAll(first);
    result.addAll(conversions);
    result.addAll(last.reversed());
    result.add(new TypeOperation.DropEnum(aside, false));
    return result;
  }

  private void stepAside(Table table, Column column) {
    for (Constraint constraint : table.constraints()) {
      boolean compares =
          switch (constraint) {
            case Constraint.Check _, Constraint.Exclude _, Constraint.ForeignKey _ ->
                Dependents.uses(constraint, column.name());
            case Constraint.PrimaryKey _, Constraint.Unique _ -> false;
          };
      if (compares) {
        replace(table, constraint);
      }
    }
    for (Dependents.Reference it : Dependents.referencesTo(before, table.name(), column.name())) {
      replace(before.table(it.holder()).orElseThrow(), it.key());
    }
    for (Index index : table.indexes()) {
      boolean expression =
          index.where().isPresent()
              || index.elements().stream()
                  .anyMatch(it -> it.target() instanceof IndexElement.Target.OfExpression);
      if (expression && Dependents.uses(index, column.name())) {
        replace(table, index);
      }
    }
    for (Column computed : Dependents.computedFrom(table, column.name())) {
      Operation drop = new ColumnOperation.DropColumn(table.name(), computed.name(), false);
      if (!first.contains(drop)) {
        first.addLast(drop);
        last.add(new ColumnOperation.AddColumn(table.name(), computed, false));
      }
    }
  }

  private void replace(Table table, Constraint constraint) {
    var name = names.nameOf(constraint, table);
    if (name.isEmpty()) {
      return;
    }
    Operation drop =
        new ConstraintOperation.DropConstraint(
            table.name(), name.orElseThrow(), Optional.of(Invert.kind(constraint)), false, false);
    if (!first.contains(drop)) {
      first.add(drop);
      last.add(
          new ConstraintOperation.AddConstraint(
              table.name(), constraint.withName(name), Optional.empty()));
    }
  }

  private void replace(Table table, Index index) {
    var name = names.nameOf(index, table);
    if (name.isEmpty()) {
      return;
    }
    Operation drop =
        new IndexOperation.DropIndex(
            Optional.of(table.name()), Optional.empty(), name.orElseThrow(), false, false);
    if (!first.contains(drop)) {
      first.add(drop);
      last.add(new IndexOperation.CreateIndex(table.name(), index.withName(name), false, false));
    }
  }

  private void convert(TableName table, Column column) {
    if (column.generation().isPresent()
        && column.generation().orElseThrow() instanceof Generation.Computed) {
      Operation drop = new ColumnOperation.DropColumn(table, column.name(), false);
      if (!first.contains(drop)) {
        first.add(drop);
        last.add(new ColumnOperation.AddColumn(table, column, false));
      }
      return;
    }
    Optional<Default> value = column.serverDefault();
    if (value.isPresent()) {
      conversions.add(
          change(table, column.name(), new ColumnChange.SetDefault(value, Optional.empty())));
    }
    conversions.add(
        change(
            table,
            column.name(),
            new ColumnChange.SetType(
                Optional.of(ApplyType.renamed(column.type(), after.name(), aside)),
                column.type(),
                Optional.of(using(column)))));
    Optional<Default> kept = value.flatMap(this::mapped);
    if (kept.isPresent()) {
      conversions.add(
          change(table, column.name(), new ColumnChange.SetDefault(Optional.empty(), kept)));
    }
  }

  private static Operation change(TableName table, ColumnName column, ColumnChange change) {
    return new ColumnOperation.AlterColumn(table, column, List.of(change));
  }

  /** The default with its label mapped; none when its label is gone. */
  private Optional<Default> mapped(Default value) {
    if (value instanceof Default.Literal(String label) && !label.startsWith("{")) {
      String kept = labels.getOrDefault(label, label);
      return after.labels().contains(kept)
          ? Optional.of(new Default.Literal(kept))
          : Optional.empty();
    }
    return Optional.of(value);
  }

  private SqlText using(Column column) {
    String name = Identifiers.quoted(column.name().text());
    boolean array = column.type() instanceof SqlType.ArrayOf;
    String text = name + (array ? "::text[]" : "::text");
    String type = DescribeType.describe(column.type());
    if (labels.isEmpty()) {
      return new SqlText(text + "::" + type);
    }
    if (array) {
      for (Map.Entry<String, String> it : labels.entrySet()) {
        text =
            "array_replace("
                + text
                + ", "
                + literal(it.getKey())
                + ", "
                + literal(it.getValue())
                + ")";
      }
      return new SqlText(text + "::" + type);
    }
    StringBuilder cases = new StringBuilder("(CASE ").append(text);
    labels.forEach(
        (from, to) ->
            cases.append(" WHEN ").append(literal(from)).append(" THEN ").append(literal(to)));
    cases.append(" ELSE ").append(text).append(" END)::").append(type);
    return new SqlText(cases.toString());
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
