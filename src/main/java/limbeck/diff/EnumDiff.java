package limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Describe;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.operation.TypeSwap;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/** Compares enum types and their labels. */
final class EnumDiff {
  private final DiffOptions options;
  private final Collected found;

  EnumDiff(DiffOptions options, Collected found) {
    this.options = options;
    this.found = found;
  }

  /** Finds types that are new or gone. */
  void types(Side left, Side right) {
    for (EnumType type : right.original().enums().values()) {
      boolean isNew =
          right.normal().enumType(type.name()).isPresent()
              && left.original().enumType(type.name()).isEmpty();
      if (isNew) {
        found.add(
            Stage.CREATE_TYPE,
            new TypeOperation.CreateEnum(type, false),
            "enum type " + type.name() + " is new");
      }
    }
    for (EnumType type : left.original().enums().values()) {
      boolean gone =
          left.normal().enumType(type.name()).isPresent()
              && right.original().enumType(type.name()).isEmpty();
      if (gone) {
        found.add(
            Stage.DROP_TYPE,
            new TypeOperation.DropEnum(type.name(), false),
            "no column uses enum type " + type.name() + " any more");
      }
    }
  }

  /** Gives the types both sides have the wanted labels; returns the schema after that. */
  Schema labels(Side left, Side right) {
    Schema schema = left.original();
    for (EnumType before : left.original().enums().values()) {
      Optional<EnumType> after = right.original().enumType(before.name());
      boolean comparable =
          after.isPresent()
              && left.normal().enumType(before.name()).isPresent()
              && right.normal().enumType(before.name()).isPresent();
      if (comparable && !before.labels().equals(after.orElseThrow().labels())) {
        schema = relabel(schema, before, after.orElseThrow());
      }
    }
    return schema;
  }

  private Schema relabel(Schema start, EnumType before, EnumType after) {
    Schema schema = start;
    SortedMap<String, String> mapping = new TreeMap<>();
    for (StatedRename it : options.renames()) {
      if (it instanceof StatedRename.OfLabel(TypeName type, String from, String to)
          && type.equals(before.name())
          && before.labels().contains(from)
          && !after.labels().contains(from)
          && after.labels().contains(to)) {
        mapping.put(from, to);
      }
    }
    List<String> labels = new ArrayList<>(before.labels());
    for (String from : List.copyOf(mapping.keySet())) {
      String to = mapping.get(from);
      if (to != null && !labels.contains(to)) {
        labels.set(labels.indexOf(from), to);
        mapping.remove(from);
        schema =
            change(
                Stage.ENUM_LABELS,
                schema,
                new TypeOperation.RenameEnumLabel(before.name(), from, to),
                "label " + from + " of " + before.name() + " is stated to be " + to + " now");
      }
    }
    if (labels.equals(after.labels())) {
      return schema;
    }
    if (!isSubsequence(labels, after.labels())) {
      return swap(schema, labels, after, mapping);
    }
    boolean renamed = !labels.equals(before.labels()) || isRenamed(before.name());
    return addLabels(renamed ? Stage.ENUM_LABELS : Stage.ADD_ENUM_LABEL, schema, labels, after);
  }

  private boolean isRenamed(TypeName type) {
    return options.renames().stream()
        .anyMatch(it -> it instanceof StatedRename.OfType(_, TypeName to) && to.equals(type));
  }

  private Schema swap(
      Schema start, List<String> labels, EnumType after, SortedMap<String, String> mapping) {
    List<String> gone = labels.stream().filter(it -> !after.labels().contains(it)).toList();
    String because =
        gone.isEmpty()
            ? "the labels of enum type " + after.name() + " have another order"
            : "enum type " + after.name() + " has lost " + String.join(", ", gone);
    Schema schema = withoutSpeakers(start, after.name(), gone);
    List<Operation> operations = TypeSwap.swap(schema, after, mapping, options.names());
    found.addAll(Stage.ENUM_LABELS, operations, because);
    return Apply.after(operations, schema);
  }

  /** Drops what compares a column with a label that goes: the new type would refuse it. */
  private Schema withoutSpeakers(Schema start, TypeName type, List<String> gone) {
    Schema schema = start;
    for (Table table : start.tables().values()) {
      for (Column column : table.columns()) {
        if (Dependents.enumsOf(column.type()).contains(type)) {
          for (Operation drop : speakers(table, column, gone)) {
            Schema without = Apply.after(drop, schema);
            if (!without.equals(schema)) {
              schema =
                  change(
                      Stage.ENUM_LABELS,
                      schema,
                      drop,
                      Describe.describe(drop) + ": it speaks of a label that goes");
            }
          }
        }
      }
    }
    return schema;
  }

  private List<Operation> speakers(Table table, Column column, List<String> gone) {
    List<Operation> result = new ArrayList<>();
    for (Constraint it : table.constraints()) {
      boolean speaks =
          it instanceof Constraint.Check check
              && Dependents.uses(check, column.name())
              && speaks(Stream.of(check.condition()), gone);
      if (speaks) {
        options
            .names()
            .nameOf(it, table)
            .ifPresent(
                name ->
                    result.add(
                        new ConstraintOperation.DropConstraint(
                            table.name(), name, Optional.of(Invert.kind(it)), false, false)));
      }
    }
    for (Index it : table.indexes()) {
      if (Dependents.uses(it, column.name()) && speaks(it.expressions(), gone)) {
        options
            .names()
            .nameOf(it, table)
            .ifPresent(
                name ->
                    result.add(
                        new IndexOperation.DropIndex(
                            Optional.of(table.name()), Optional.empty(), name, false, false)));
      }
    }
    return result;
  }

  private static boolean speaks(Stream<SqlText> expressions, List<String> gone) {
    return expressions.anyMatch(
        it ->
            gone.stream()
                .anyMatch(label -> it.text().contains("'" + label.replace("'", "''") + "'")));
  }

  private Schema addLabels(Stage stage, Schema start, List<String> labels, EnumType after) {
    Schema schema = start;
    List<String> wanted = after.labels();
    for (int i = 0; i < wanted.size(); i++) {
      if (labels.contains(wanted.get(i))) {
        continue;
      }
      Optional<String> next =
          wanted.subList(i + 1, wanted.size()).stream().filter(labels::contains).findFirst();
      Optional<String> previous =
          next.isPresent() || i == 0 ? Optional.empty() : Optional.of(wanted.get(i - 1));
      schema =
          change(
              stage,
              schema,
              new TypeOperation.AddEnumLabel(after.name(), wanted.get(i), next, previous, false),
              "label " + wanted.get(i) + " of enum type " + after.name() + " is new");
    }
    return schema;
  }

  private Schema change(Stage stage, Schema schema, Operation operation, String because) {
    found.add(stage, operation, because);
    return Apply.apply(operation, schema, options.names()).schema();
  }

  private static boolean isSubsequence(List<String> part, List<String> whole) {
    int at = 0;
    for (String label : whole) {
      if (at < part.size() && part.get(at).equals(label)) {
        at++;
      }
    }
    return at == part.size();
  }
}
