package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Identifiers;
import limbeck.schema.CarriedObject;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** Objects carried as text that seem to use a table or a column: their text mentions its name. */
final class Dependencies {
  private Dependencies() {}

  /**
   * Returns whether a view certainly uses a table, or a column of it: no other table that it
   * mentions has a column of that name.
   */
  static boolean isCertain(
      Schema schema, String view, TableName table, Optional<ColumnName> column) {
    return schema.objects().values().stream()
        .filter(it -> it.name().toString().equals(view))
        .allMatch(
            it ->
                schema.tables().values().stream()
                    .filter(other -> !other.name().equals(table))
                    .filter(other -> reads(it, other.name()))
                    .noneMatch(
                        other ->
                            other.column(column.orElse(new ColumnName(table.name()))).isPresent()));
  }

  /** Whether a table's name stands behind FROM or JOIN, and not only as a column's. */
  static boolean reads(CarriedObject view, TableName table) {
    return view.definition()
        .text()
        .matches("(?is).*\\b(from|join)\\b[^()]*\\b\\Q" + table.name() + "\\E\\b.*");
  }

  /** Returns the names of views and materialized views. */
  static List<String> viewsOf(Schema schema, TableName table, Optional<ColumnName> column) {
    return schema.objects().values().stream()
        .filter(
            it ->
                it.kind() == CarriedObject.Kind.VIEW
                    || it.kind() == CarriedObject.Kind.MATERIALIZED_VIEW)
        .filter(it -> Identifiers.mentions(it.definition(), table.name()))
        .filter(
            it ->
                column.isEmpty()
                    || Identifiers.mentions(it.definition(), column.get().text())
                    || it.definition().text().contains("*"))
        .map(it -> it.name().toString())
        .toList();
  }
}
