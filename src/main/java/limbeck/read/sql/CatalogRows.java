package limbeck.read.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.DefaultNames;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The rows that PostgreSQL's catalogs and the information schema have for a schema, as far as
 * scripts ask for them: names, and what belongs to what.
 */
final class CatalogRows {
  private static final String DEFAULT_SCHEMA = "public";

  private final Schema schema;

  CatalogRows(Schema schema) {
    this.schema = schema;
  }

  /** Returns the rows of joined relations by column name; empty when they are not known here. */
  Optional<List<Map<String, String>>> of(Set<String> relations) {
    if (relations.equals(Set.of("information_schema.columns"))) {
      return Optional.of(columns());
    }
    if (relations.equals(Set.of("information_schema.tables"))
        || relations.equals(Set.of("pg_tables"))) {
      return Optional.of(tables());
    }
    if (relations.equals(Set.of("information_schema.table_constraints"))
        || relations.equals(Set.of("pg_constraint"))
        || relations.equals(Set.of("pg_constraint", "pg_class"))) {
      return Optional.of(constraints());
    }
    if (relations.equals(Set.of("pg_indexes"))
        || relations.equals(Set.of("pg_index"))
        || relations.equals(Set.of("pg_class", "pg_index"))) {
      return Optional.of(indexes());
    }
    if (relations.equals(Set.of("pg_type"))
        || relations.equals(Set.of("pg_type", "pg_namespace"))) {
      return Optional.of(types());
    }
    if (relations.equals(Set.of("pg_enum", "pg_type"))) {
      return Optional.of(labels());
    }
    if (relations.equals(Set.of("information_schema.schemata"))
        || relations.equals(Set.of("pg_namespace"))) {
      return Optional.of(schemas());
    }
    if (relations.equals(Set.of("information_schema.views"))
        || relations.equals(Set.of("pg_views"))) {
      return Optional.of(views(CarriedObject.Kind.VIEW));
    }
    if (relations.equals(Set.of("pg_matviews"))) {
      return Optional.of(views(CarriedObject.Kind.MATERIALIZED_VIEW));
    }
    return relations.equals(Set.of("pg_extension")) ? Optional.of(extensions()) : Optional.empty();
  }

  private static Map<String, String> row(String... pairs) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      row.put(pairs[i], pairs[i + 1]);
    }
    return row;
  }

  private static String schemaOf(TableName name) {
    return name.schema().orElse(DEFAULT_SCHEMA);
  }

  private List<Map<String, String>> columns() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        Map<String, String> row =
            row(
                "table_schema", schemaOf(table.name()),
                "table_name", table.name().name(),
                "column_name", column.name().text(),
                "is_nullable", column.nullable() ? "YES" : "NO");
        dataType(column.type()).ifPresent(it -> row.put("data_type", it));
        rows.add(row);
      }
    }
    return rows;
  }

  /** The words of the standard for a type, where they are beyond doubt. */
  private static Optional<String> dataType(SqlType type) {
    return Optional.ofNullable(
        switch (type) {
          case SqlType.IntegerType(SqlType.IntegerSize size) ->
              switch (size) {
                case SMALL -> "smallint";
                case NORMAL -> "integer";
                case BIG -> "bigint";
              };
          case SqlType.Varchar _ -> "character varying";
          case SqlType.Char _ -> "character";
          case SqlType.Text _ -> "text";
          case SqlType.BooleanType _ -> "boolean";
          case SqlType.Date _ -> "date";
          case SqlType.Timestamp(boolean zone, _) ->
              zone ? "timestamp with time zone" : "timestamp without time zone";
          case SqlType.Json(boolean binary) -> binary ? "jsonb" : "json";
          case SqlType.Uuid _ -> "uuid";
          case SqlType.DoublePrecision _ -> "double precision";
          case SqlType.Real _ -> "real";
          case SqlType.Numeric _ -> "numeric";
          case SqlType.Binary _ -> "bytea";
          case SqlType.ArrayOf _ -> "ARRAY";
          case SqlType.EnumReference _ -> "USER-DEFINED";
          case SqlType.Floating _,
              SqlType.Time _,
              SqlType.Interval _,
              SqlType.TextEnum _,
              SqlType.Named _,
              SqlType.Variant _,
              SqlType.Unknown _ ->
              null;
        });
  }

  private List<Map<String, String>> schemas() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String builtIn : List.of(DEFAULT_SCHEMA, "information_schema", "pg_catalog")) {
      rows.add(row("schema_name", builtIn, "nspname", builtIn));
    }
    schema
        .namespaces()
        .forEach(it -> rows.add(row("schema_name", it.text(), "nspname", it.text())));
    return rows;
  }

  private List<Map<String, String>> views(CarriedObject.Kind kind) {
    return schema.objects().values().stream()
        .filter(it -> it.kind() == kind)
        .map(
            it ->
                row(
                    "table_schema", it.name().schema().orElse(DEFAULT_SCHEMA),
                    "schemaname", it.name().schema().orElse(DEFAULT_SCHEMA),
                    "table_name", it.name().name(),
                    "viewname", it.name().name(),
                    "matviewname", it.name().name()))
        .toList();
  }

  /** Alembic's own table is there from the beginning. */
  private List<TableName> tableNames() {
    List<TableName> names = new ArrayList<>(schema.tables().keySet());
    TableName versions = TableName.of("alembic_version");
    if (!names.contains(versions)) {
      names.add(versions);
    }
    return names;
  }

  private List<Map<String, String>> tables() {
    return tableNames().stream()
        .map(
            it ->
                row(
                    "table_schema", schemaOf(it),
                    "schemaname", schemaOf(it),
                    "table_name", it.name(),
                    "tablename", it.name(),
                    "table_type", "BASE TABLE"))
        .toList();
  }

  private List<Map<String, String>> constraints() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      Table named = DefaultNames.postgresql().named(table);
      for (Constraint constraint : named.constraints()) {
        constraint
            .name()
            .ifPresent(
                it ->
                    rows.add(
                        row(
                            "constraint_name", it.text(),
                            "conname", it.text(),
                            "table_schema", schemaOf(table.name()),
                            "constraint_schema", schemaOf(table.name()),
                            "table_name", table.name().name(),
                            "conrelid", table.name().name(),
                            "relname", table.name().name(),
                            "constraint_type", kind(constraint),
                            "contype", letter(constraint))));
      }
    }
    return rows;
  }

  private static String kind(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> "PRIMARY KEY";
      case Constraint.Unique _ -> "UNIQUE";
      case Constraint.Check _ -> "CHECK";
      case Constraint.ForeignKey _ -> "FOREIGN KEY";
      case Constraint.Exclude _ -> "EXCLUDE";
    };
  }

  private static String letter(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> "p";
      case Constraint.Unique _ -> "u";
      case Constraint.Check _ -> "c";
      case Constraint.ForeignKey _ -> "f";
      case Constraint.Exclude _ -> "x";
    };
  }

  private List<Map<String, String>> indexes() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      Table named = DefaultNames.postgresql().named(table);
      for (Index index : named.indexes()) {
        index.name().ifPresent(it -> rows.add(index(it.text(), table.name(), index.valid())));
      }
      for (Constraint constraint : named.constraints()) {
        boolean indexed =
            constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        if (indexed) {
          constraint.name().ifPresent(it -> rows.add(index(it.text(), table.name(), true)));
        }
      }
    }
    return rows;
  }

  private static Map<String, String> index(String name, TableName table, boolean valid) {
    return row(
        "indexname",
        name,
        "relname",
        name,
        "oid",
        name,
        "indexrelid",
        name,
        "schemaname",
        schemaOf(table),
        "tablename",
        table.name(),
        "indrelid",
        table.name(),
        "indisvalid",
        valid ? "t" : "f",
        "relkind",
        "i");
  }

  private List<Map<String, String>> types() {
    return schema.enums().values().stream().map(CatalogRows::type).toList();
  }

  private static Map<String, String> type(EnumType type) {
    return row(
        "typname", type.name().name(),
        "nspname", type.name().schema().orElse(DEFAULT_SCHEMA),
        "typtype", "e");
  }

  private List<Map<String, String>> labels() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (EnumType type : schema.enums().values()) {
      for (String label : type.labels()) {
        Map<String, String> row = type(type);
        row.put("enumlabel", label);
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Map<String, String>> extensions() {
    return schema.objects().values().stream()
        .filter(it -> it.kind() == CarriedObject.Kind.EXTENSION)
        .map(it -> row("extname", it.name().name()))
        .toList();
  }
}
