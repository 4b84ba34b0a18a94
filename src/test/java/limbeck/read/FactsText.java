package limbeck.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import limbeck.schema.DialectName;
import org.jspecify.annotations.Nullable;

/**
 * A schema as text that a person can read, made of the facts that SQLAlchemy and the reader state
 * about it. White space inside SQL does not count.
 */
final class FactsText {
  private final StringBuilder text = new StringBuilder();
  private final DialectName dialect;

  private FactsText(DialectName dialect) {
    this.dialect = dialect;
  }

  /** Writes the facts of a schema, as JSON has them. */
  static String of(Map<?, ?> facts, DialectName dialect) {
    FactsText printer = new FactsText(dialect);
    maps(facts.get("tables")).forEach(printer::table);
    if (dialect == DialectName.POSTGRESQL) {
      maps(facts.get("enums"))
          .forEach(it -> printer.line("enum " + dotted(it) + " " + it.get("labels")));
    }
    maps(facts.get("sequences"))
        .forEach(
            it ->
                printer.line(
                    "sequence " + dotted(it) + " start " + map(it.get("options")).get("start")));
    return printer.text.toString();
  }

  private void line(String line) {
    text.append(line.replaceAll("\\s+$", "")).append('\n');
  }

  private void table(Map<?, ?> table) {
    line("table " + dotted(table) + comment(table));
    maps(table.get("columns")).forEach(this::column);
    TreeSet<String> constraints = new TreeSet<>();
    maps(table.get("constraints")).forEach(it -> constraints.add("  " + constraint(it)));
    constraints.forEach(this::line);
    TreeSet<String> indexes = new TreeSet<>();
    maps(table.get("indexes")).forEach(it -> indexes.add("  " + flat(it.get("ddl"))));
    indexes.forEach(this::line);
  }

  private void column(Map<?, ?> column) {
    boolean counts = Boolean.TRUE.equals(column.get("autoincrement"));
    boolean nullable = Boolean.TRUE.equals(column.get("nullable"));
    // SQLAlchemy writes DECIMAL where the house keeps NUMERIC; databases know one type.
    String type = flat(column.get("type")).replace("DECIMAL", "NUMERIC");
    line(
        "  "
            + column.get("name")
            + " "
            + type
            + (nullable ? "" : " not null")
            + suffix(" default ", column.get("default"))
            + (counts ? " counting" : "")
            + identity(column.get("identity"))
            + computed(column.get("computed"))
            + comment(column));
  }

  /** SQLite has no comments. */
  private String comment(Map<?, ?> subject) {
    return dialect == DialectName.SQLITE ? "" : suffix(" comment ", subject.get("comment"));
  }

  private static String identity(@Nullable Object identity) {
    if (identity == null) {
      return "";
    }
    Map<?, ?> parts = map(identity);
    StringBuilder result = new StringBuilder(" identity");
    for (String key :
        List.of("always", "start", "increment", "minimum", "maximum", "cycle", "cache")) {
      if (parts.get(key) != null) {
        result.append(' ').append(key).append('=').append(parts.get(key));
      }
    }
    return result.toString();
  }

  private static String computed(@Nullable Object computed) {
    return computed == null
        ? ""
        : " computed ("
            + flat(map(computed).get("sql"))
            + ") stored="
            + map(computed).get("stored");
  }

  private static String constraint(Map<?, ?> it) {
    String kind = (String) Objects.requireNonNull(it.get("kind"));
    StringBuilder result =
        new StringBuilder(kind.replace('_', ' ')).append(suffix(" ", it.get("name")));
    if (it.get("columns") != null) {
      result.append(' ').append(it.get("columns"));
    }
    if (it.get("target") != null) {
      result.append(" -> ").append(target(it.get("target"))).append(it.get("target_columns"));
    }
    result
        .append(suffix(" on delete ", it.get("on_delete")))
        .append(suffix(" on update ", it.get("on_update")))
        .append(suffix(" match ", it.get("match")))
        .append(suffix(" ", it.get("deferral")));
    if (kind.equals("unique")) {
      boolean distinct = Boolean.TRUE.equals(it.get("nulls_not_distinct"));
      result.append(distinct ? " nulls not distinct" : "");
      List<?> include = (List<?>) Objects.requireNonNullElse(it.get("include"), List.of());
      result.append(include.isEmpty() ? "" : " include " + include);
    }
    if (kind.equals("exclude")) {
      List<?> elements = (List<?>) Objects.requireNonNullElse(it.get("elements"), List.of());
      result.append(" using ").append(it.get("method"));
      result.append(elements.stream().map(FactsText::excluded).toList());
      result.append(suffix(" where ", it.get("where")));
    }
    if (it.get("sql") != null) {
      result.append(" (").append(flat(it.get("sql"))).append(')');
    }
    return result.toString();
  }

  private static String excluded(Object element) {
    Map<?, ?> parts = map(element);
    Object expression = parts.get("column") == null ? parts.get("sql") : parts.get("column");
    return flat(expression)
        + suffix(" ", parts.get("operator_class"))
        + " with "
        + parts.get("operator");
  }

  private static String target(@Nullable Object target) {
    if (target instanceof List<?> pair) {
      return (pair.getFirst() == null ? "" : pair.getFirst() + ".") + pair.getLast();
    }
    return dotted(map(target));
  }

  private static String dotted(Map<?, ?> named) {
    Object schema = named.get("schema");
    return (schema == null ? "" : schema + ".") + named.get("name");
  }

  private static String suffix(String before, @Nullable Object value) {
    return value == null ? "" : before + flat(value);
  }

  /** Takes away what means nothing: the driver's doubling of %, white space, the usual order. */
  private static String flat(@Nullable Object sql) {
    return sql == null
        ? ""
        : sql.toString().replace("%%", "%").replaceAll("\\s+", " ").replace(" ASC", "").strip();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }

  private static List<Map<?, ?>> maps(@Nullable Object value) {
    List<Map<?, ?>> all = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(it -> all.add(map(it)));
    }
    return all;
  }
}
