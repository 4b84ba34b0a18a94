package limbeck.read.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ColumnReader;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableItems;
import limbeck.read.table.TableSet;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;

/** Assignments to columns and tables that were made already: {@code T.__table__.c.x.nullable}. */
final class LaterChanges {
  /** What decides DDL and is looked at when it is written, not when the column is made. */
  private static final Set<String> OF_COLUMN =
      Set.of(
          "nullable",
          "comment",
          "server_default",
          "type",
          "name",
          "primary_key",
          "autoincrement",
          "computed",
          "identity");

  private static final Set<String> OF_TABLE = Set.of("name", "schema", "primary_key", "indexes");

  private final ReadContext context;
  private final TypeTranslator types;
  private final ColumnReader columns;
  private final TableFamily family;

  LaterChanges(
      ReadContext context, TypeTranslator types, ColumnReader columns, TableFamily family) {
    this.context = context;
    this.types = types;
    this.columns = columns;
    this.family = family;
  }

  /** Carries the assignments out in order; what cannot be is reported. */
  void apply(ModelRecorder recorder) {
    for (ModelRecorder.Assignment assignment : recorder.assignments()) {
      if (assignment.target() instanceof Value.Attribute(Value owner, String name)) {
        if (OF_COLUMN.contains(name) && !isClassAttribute(owner)) {
          changeColumn(owner, name, assignment);
        }
        if (name.equals("comment") || OF_TABLE.contains(name)) {
          family.table(owner).ifPresent(it -> changeTable(it, name, assignment));
        }
      }
    }
  }

  /** What a mapped class shows is not the column itself. */
  private static boolean isClassAttribute(Value owner) {
    return owner instanceof Value.Attribute(Value of, String _) && of instanceof ClassValue;
  }

  private void changeColumn(Value owner, String name, ModelRecorder.Assignment assignment) {
    for (TableSet set : family.sets().values()) {
      List<TableSet.Located> found = set.columns(owner);
      for (TableSet.Located it : found) {
        change(it.table(), it.column(), name, assignment);
      }
      if (!found.isEmpty()) {
        set.index();
      }
    }
  }

  private void change(
      TableDraft table, ColumnDraft column, String name, ModelRecorder.Assignment assignment) {
    String subject = table.name() + "." + column.columnName();
    Value value = assignment.value();
    Optional<ColumnDraft> changed =
        assignment.uncertain().isPresent()
            ? Optional.empty()
            : switch (name) {
              case "nullable" -> Constants.flag(value).map(it -> column.withNullable(it));
              case "comment" ->
                  Constants.isNone(value) || Constants.text(value).isPresent()
                      ? Optional.of(column.withComment(Constants.text(value)))
                      : Optional.empty();
              case "server_default" ->
                  Optional.of(
                      column.withServerDefault(
                          Constants.isNone(value)
                              ? Optional.empty()
                              : Optional.of(
                                  columns.serverDefault(value, subject, assignment.at()))));
              case "type" ->
                  Optional.of(
                      column.withType(
                          types.translate(
                              value, TableItems.scope(table), subject, assignment.at())));
              default -> Optional.empty();
            };
    if (changed.isPresent()) {
      table.add(changed.get());
      return;
    }
    String reason = name + " of " + subject + " is set afterwards, to what cannot be told";
    context.problems().add(reason, name + " of " + subject, assignment.at());
    table.doubt(column.columnName(), reason);
  }

  private void changeTable(TableDraft table, String name, ModelRecorder.Assignment assignment) {
    Value value = assignment.value();
    boolean known = Constants.isNone(value) || Constants.text(value).isPresent();
    if (name.equals("comment") && known && assignment.uncertain().isEmpty()) {
      table.comment(Constants.text(value));
      return;
    }
    context
        .problems()
        .add(
            name + " of the table " + table.name() + " is set afterwards",
            name + " of " + table.name(),
            assignment.at());
    table.partial();
  }
}
