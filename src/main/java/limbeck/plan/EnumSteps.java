package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import limbeck.diff.Change;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/** Plans steps about enum types and their labels. */
final class EnumSteps {
  private final Draft draft;

  EnumSteps(Draft draft) {
    this.draft = draft;
  }

  void add(TypeOperation operation, String because) {
    switch (operation) {
      case TypeOperation.CreateEnum it ->
          draft.add(it, because, Classification.ADDITIVE, "the type is new");
      case TypeOperation.DropEnum it ->
          draft.add(it, because, Classification.TRANSFORMING, "no column uses the type");
      case TypeOperation.AddEnumLabel it ->
          draft.add(
              it,
              because
                  + (draft.options().isPostgresql()
                      ? "; PostgreSQL lets nobody use it before the transaction ends"
                      : ""),
              Classification.ADDITIVE,
              "existing rows stay as they are",
              draft.options().isPostgresql(),
              java.util.Optional.empty());
      case TypeOperation.RenameEnumLabel it -> {
        draft.add(it, because, Classification.TRANSFORMING, "rows follow the label");
        draft.note(
            SafetyNote.Kind.COMPATIBILITY,
            "Programs that still write "
                + it.from()
                + " into a "
                + it.type()
                + " fail from this moment on.");
      }
      case TypeOperation.RenameType it ->
          draft.add(it, because, Classification.TRANSFORMING, "columns follow the type");
    }
  }

  /** Whether the change exchanges a type for one with other labels. */
  static boolean isSwap(Change change) {
    List<Operation> operations = change.operations();
    return operations.size() >= 3
        && operations.get(0) instanceof TypeOperation.RenameType rename
        && operations.get(1) instanceof TypeOperation.CreateEnum create
        && create.type().name().equals(rename.from());
  }

  void swap(Change change) {
    EnumType after = ((TypeOperation.CreateEnum) change.operations().get(1)).type();
    List<String> gone = unmapped(after);
    users(after.name(), draft.schema()).forEach(it -> look(it, gone, after, false));
    for (Operation operation : change.operations()) {
      boolean converts =
          operation instanceof ColumnOperation.AlterColumn alter
              && alter.changes().getFirst() instanceof ColumnChange.SetType;
      draft.add(
          operation,
          change.because()
              + "; PostgreSQL can neither remove nor move a label, so the type is exchanged",
          Classification.TRANSFORMING,
          converts ? "values are carried over by their labels" : "it belongs to the exchange");
    }
  }

  /** Returns the labels that go, and of which nobody has said what they become. */
  List<String> unmapped(EnumType after) {
    List<String> gone =
        new ArrayList<>(draft.schema().enumType(after.name()).orElseThrow().labels());
    gone.removeAll(after.labels());
    gone.removeAll(mapped(after.name()));
    return gone;
  }

  private Set<String> mapped(TypeName type) {
    Set<String> result = new java.util.TreeSet<>();
    draft
        .options()
        .answers()
        .labels()
        .forEach(
            (place, mapping) -> {
              boolean ofType =
                  draft
                      .schema()
                      .table(place.table())
                      .flatMap(it -> it.column(place.column()))
                      .filter(it -> Dependents.enumsOf(it.type()).contains(type))
                      .isPresent();
              if (ofType) {
                result.addAll(mapping.keySet());
              }
            });
    return result;
  }

  /**
   * Has the upgrade stop when rows have a label that goes, and asks what they are to become.
   *
   * @param gone the labels; with none there is nothing to look for
   * @param alone whether it looks outside a transaction, so that nobody waits for its end
   */
  void look(ColumnPlace place, List<String> gone, EnumType after, boolean alone) {
    if (gone.isEmpty() || draft.hasNoRows(place.table())) {
      return;
    }
    draft.addFleeting(
        noRowsWith(place, gone, draft.schema(), draft.sql()),
        "rows that still have a label that goes could not be converted",
        Classification.DATA,
        "it only looks",
        alone);
    for (String label : gone) {
      askFor(draft, place, "Enum type " + after.name(), label, after.labels());
    }
  }

  /** Asks what becomes of rows that have a label that goes. */
  static void askFor(
      Draft draft, ColumnPlace place, String owner, String label, List<String> after) {
    if (!draft.options().answers().unfilled().contains(place)) {
      draft.ask(
          new Question(
              "map:" + place + ":" + label,
              owner
                  + " has no label "
                  + label
                  + " any more. What do rows of "
                  + place.table()
                  + " become that have it in "
                  + place.column()
                  + "?",
              options(place, label, after)));
    }
  }

  private static List<Question.Option> options(
      ColumnPlace place, String label, List<String> after) {
    List<Question.Option> options = new ArrayList<>();
    for (String it : after) {
      options.add(
          new Question.Option(
              "they become " + it,
              Shell.option("--map", place + ":" + label + "=" + it, ""),
              false));
    }
    options.add(
        new Question.Option(
            "stop the upgrade when there are such rows",
            Shell.option("--no-fill", place.toString(), ""),
            true));
    return options;
  }

  /** The columns of a type, arrays of it included. */
  static List<ColumnPlace> users(TypeName type, Schema schema) {
    List<ColumnPlace> result = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        if (Dependents.enumsOf(column.type()).contains(type)) {
          result.add(new ColumnPlace(table.name(), column.name()));
        }
      }
    }
    return result;
  }

  static DataOperation.RequireNoRows noRowsWith(
      ColumnPlace place, List<String> labels, Schema schema, RowSql sql) {
    Column column = schema.table(place.table()).orElseThrow().column(place.column()).orElseThrow();
    String list = String.join(", ", labels.stream().map(RowSql::literal).toList());
    String name = sql.column(place.column());
    String condition =
        column.type() instanceof SqlType.ArrayOf
            ? name + "::text[] && ARRAY[" + list + "]"
            : name + "::text IN (" + list + ")";
    return new DataOperation.RequireNoRows(
        place.table(), sql.rowsWhere(place.table(), condition), lostLabels(place, labels));
  }

  /** Says that rows have labels that go. */
  static String lostLabels(ColumnPlace place, List<String> labels) {
    return "Rows of "
        + place.table()
        + " have "
        + String.join(" or ", labels)
        + " in "
        + place.column()
        + ", which will not be a label any more; give them another one first.";
  }
}
