package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.schema.Column;
import limbeck.schema.EnumType;
import limbeck.schema.InlineEnum;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/**
 * MySQL and MariaDB have no enum types: the labels are part of each column's own type. A schema
 * that is to be planned for them says so.
 */
final class InlineEnums {
  private InlineEnums() {}

  /** Returns the schema with the labels in its columns' types, and no enum types. */
  static Schema of(Schema schema) {
    if (schema.enums().isEmpty()) {
      return schema;
    }
    Schema result =
        new Schema(
            schema.tables(),
            new TreeMap<>(),
            schema.sequences(),
            schema.namespaces(),
            schema.objects());
    for (Table table : schema.tables().values()) {
      List<Column> columns =
          table.columns().stream().map(it -> it.withType(inline(it.type(), schema))).toList();
      if (!columns.equals(table.columns())) {
        result = result.with(table.withColumns(columns));
      }
    }
    return result;
  }

  private static SqlType inline(SqlType type, Schema schema) {
    if (!(type instanceof SqlType.EnumReference reference)) {
      return type;
    }
    Optional<EnumType> known = schema.enumType(reference.name());
    return known.<SqlType>map(it -> InlineEnum.of(it.labels())).orElse(type);
  }
}
