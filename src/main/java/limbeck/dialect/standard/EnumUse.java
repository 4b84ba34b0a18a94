package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/**
 * A column whose type is an enum type.
 *
 * @param table the table it is in
 * @param column the column
 */
public record EnumUse(Table table, Column column) {
  /** Returns the columns of an enum type, by table and position. */
  public static List<EnumUse> of(TypeName type, DialectName dialect, Schema schema) {
    List<EnumUse> result = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        if (column.type().on(dialect).equals(new SqlType.EnumReference(type))) {
          result.add(new EnumUse(table, column));
        }
      }
    }
    return result;
  }

  /** Returns the statement that replaces one label by another in the rows. */
  public String relabel(Spelling spelling, String from, String to) {
    String name = spelling.quoting().column(column.name());
    return "UPDATE "
        + spelling.quoting().table(table.name())
        + " SET "
        + name
        + " = "
        + spelling.literal(to)
        + " WHERE "
        + name
        + " = "
        + spelling.literal(from);
  }
}
