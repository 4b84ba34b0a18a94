package limbeck.operation;

import java.util.Locale;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/**
 * Expressions that speak of a label, or cast to a type: PostgreSQL keeps which one they mean, so
 * they follow its new name.
 */
final class LabelTexts {
  private LabelTexts() {}

  /** Returns the table in which what certainly means the label has its new name. */
  static Table follow(Table table, TypeOperation.RenameEnumLabel operation, Schema schema) {
    boolean concerned =
        table.columns().stream()
            .anyMatch(it -> Dependents.enumsOf(it.type()).contains(operation.type()));
    return concerned ? TableTexts.map(table, it -> follow(it, table, operation, schema)) : table;
  }

  private static SqlText follow(
      SqlText sql, Table table, TypeOperation.RenameEnumLabel operation, Schema schema) {
    boolean speaks = false;
    for (Column column : table.columns()) {
      if (Identifiers.mentions(sql, column.name().text())) {
        boolean own = Dependents.enumsOf(column.type()).contains(operation.type());
        if (!own && mayEqual(column.type(), operation.from(), schema)) {
          return sql; // The text may be a value of this column.
        }
        speaks |= own;
      }
    }
    return speaks && !isCast(sql, operation.type())
        ? Identifiers.replaceLiteral(sql, operation.from(), operation.to())
        : sql;
  }

  /** Whether a text could be a value of the type. */
  private static boolean mayEqual(SqlType type, String text, Schema schema) {
    return switch (type) {
      case SqlType.IntegerType _,
          SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Uuid _ ->
          false;
      case SqlType.EnumReference(TypeName name) ->
          schema.enumType(name).filter(it -> !it.labels().contains(text)).isEmpty();
      case SqlType.ArrayOf(SqlType element, int _) -> mayEqual(element, text, schema);
      case SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.TextEnum _,
          SqlType.Variant _,
          SqlType.Named _,
          SqlType.Unknown _ ->
          true;
    };
  }

  /** Whether something is cast, and to another type: it may be text that is compared. */
  private static boolean isCast(SqlText sql, TypeName type) {
    String without =
        Identifiers.renameType(sql, type.name(), "").text().replaceAll("::\\s*(\\[\\s*])*", "");
    return without.contains("::") || without.toLowerCase(Locale.ROOT).contains("cast");
  }
}
