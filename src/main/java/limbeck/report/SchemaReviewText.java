package limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import limbeck.operation.Describe;
import limbeck.review.design.SchemaReport;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.TableName;
import limbeck.workflow.ReviewSchema;

/** A schema that was looked at as a whole, in its parts, for people: plain or as Markdown. */
public final class SchemaReviewText {
  private final Style style;
  private final boolean markdown;

  private SchemaReviewText(Style style, boolean markdown) {
    this.style = style;
    this.markdown = markdown;
  }

  /** Returns it for a terminal. */
  public static String text(ReviewSchema.Result result, Style style) {
    return new SchemaReviewText(style, false).write(result);
  }

  /** Returns it as Markdown. */
  public static String markdown(ReviewSchema.Result result) {
    return new SchemaReviewText(Style.PLAIN, true).write(result);
  }

  private String write(ReviewSchema.Result result) {
    SchemaReport report = result.report();
    StringBuilder out = new StringBuilder();
    if (markdown) {
      out.append("# Review of the schema: ").append(result.source()).append("\n\n");
    }
    part(out, "Entity overview", report.entities().stream().map(this::entity).toList());
    out.append(heading("Tables"));
    report.entities().forEach(it -> table(it, out));
    List<String> relations =
        new ArrayList<>(report.relations().stream().map(this::relation).toList());
    report.links().stream().map(this::link).forEach(relations::add);
    part(out, "Relations", relations);
    part(out, "Index rationale", report.indexes().stream().map(this::index).toList());
    part(out, "Findings", report.remarks().stream().map(this::remark).toList());
    return out.toString();
  }

  private String heading(String title) {
    return markdown ? "## " + title + "\n\n" : style.bold(title) + "\n";
  }

  private void part(StringBuilder out, String title, List<String> lines) {
    out.append(heading(title));
    for (String line : lines.isEmpty() ? List.of(item("none")) : lines) {
      out.append(line).append('\n');
    }
    out.append('\n');
  }

  /** One line, or what it is wrapped to. */
  private String item(String text) {
    return markdown ? "- " + text : "  " + style.wrap(text, "    ").substring(4);
  }

  private String name(String text) {
    return markdown ? "`" + text + "`" : text;
  }

  private String entity(SchemaReport.Entity entity) {
    String role =
        switch (entity.role()) {
          case ENTITY -> "entity";
          case DEPENDENT -> "part of another";
          case ASSOCIATION -> "joins others";
          case ALONE -> "alone";
        };
    String key =
        entity
            .table()
            .primaryKey()
            .map(Constraint.PrimaryKey::columns)
            .map(it -> it.stream().map(Object::toString).collect(Collectors.joining(", ")))
            .map(it -> "key (" + it + ")")
            .orElse("no key");
    return item(
        name(entity.table().name().toString())
            + ": "
            + role
            + ", "
            + counted(entity.table().columns().size(), "column")
            + ", "
            + key
            + ", refers to "
            + entity.refersTo()
            + ", referred to by "
            + entity.referredBy());
  }

  private static String counted(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private void table(SchemaReport.Entity entity, StringBuilder out) {
    if (markdown) {
      out.append("### ").append(entity.table().name()).append("\n\n");
      entity.table().comment().ifPresent(it -> out.append(it).append("\n\n"));
      entity.table().columns().forEach(it -> out.append(item(column(it))).append('\n'));
    } else {
      out.append("  ").append(style.bold(entity.table().name().toString())).append('\n');
      entity.table().columns().forEach(it -> out.append("    ").append(column(it)).append('\n'));
    }
    for (Constraint constraint : entity.table().constraints()) {
      String text = Describe.constraint(constraint);
      out.append(markdown ? item(text) : "    " + text).append('\n');
    }
    out.append('\n');
  }

  private static String column(Column column) {
    return Describe.column(column);
  }

  private String relation(SchemaReport.Relation relation) {
    return item(
        name(relation.from() + "(" + String.join(", ", relation.columns()) + ")")
            + " → "
            + name(relation.to() + "(" + String.join(", ", relation.targets()) + ")")
            + ": "
            + relation.cardinality()
            + ", on delete "
            + relation.onDelete()
            + ", "
            + (relation.index().isEmpty() ? "no index" : "index " + name(relation.index())));
  }

  private String link(SchemaReport.Link link) {
    return item(
        link.tables().stream()
                .map(TableName::toString)
                .map(this::name)
                .collect(Collectors.joining(" ↔ "))
            + ": many to many, through "
            + name(link.via().toString()));
  }

  private String index(SchemaReport.IndexUse index) {
    return item(
        name(index.table() + "." + index.name())
            + " ("
            + String.join(", ", index.columns())
            + ")"
            + (index.unique() ? ", unique" : "")
            + ": "
            + String.join("; ", index.reasons()));
  }

  private String remark(SchemaReport.Remark remark) {
    String severity = remark.severity().name().toLowerCase(Locale.ROOT);
    String shown =
        switch (remark.severity()) {
          case LOW -> severity;
          case MEDIUM -> style.yellow(severity);
          case HIGH, CRITICAL -> style.red(severity);
        };
    String head = shown + " " + name(remark.check()) + ": " + remark.message();
    return markdown
        ? item(head + ". " + remark.why())
        : item(head) + "\n" + style.wrap(remark.why(), "    ");
  }
}
