package limbeck.report;

import java.util.Locale;
import limbeck.operation.Describe;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** A schema as an outline for people. */
public final class SchemaText {
  private SchemaText() {}

  /** Returns an outline: types, then tables with columns, constraints and indexes. */
  public static String write(Schema schema) {
    StringBuilder out = new StringBuilder();
    for (EnumType type : schema.enums().values()) {
      out.append("enum ").append(type.name()).append(": ");
      out.append(String.join(", ", type.labels())).append('\n');
    }
    for (Table table : schema.tables().values()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      table(table, out);
    }
    schema.sequences().keySet().forEach(it -> out.append("\nsequence ").append(it).append('\n'));
    for (CarriedObject object : schema.objects().values()) {
      String kind = object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      out.append('\n').append(kind).append(' ').append(object.name()).append('\n');
    }
    return out.toString();
  }

  private static void table(Table table, StringBuilder out) {
    out.append("table ").append(table.name());
    table.comment().ifPresent(it -> out.append("  -- ").append(it));
    out.append('\n');
    for (Column column : table.columns()) {
      out.append("  ").append(Describe.column(column)).append('\n');
    }
    for (Constraint constraint : table.constraints()) {
      out.append("  ").append(Describe.constraint(constraint)).append('\n');
    }
    for (Index index : table.indexes()) {
      out.append("  ").append(Describe.index(index, table.name())).append('\n');
    }
  }
}
