package limbeck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import limbeck.operation.Describe;
import limbeck.review.design.SchemaReport;
import limbeck.schema.Constraint;
import limbeck.schema.TableName;
import limbeck.workflow.ReviewSchema;
import org.jspecify.annotations.Nullable;

/** A schema that was looked at as a whole, for a program. */
public final class SchemaReviewJson {
  private SchemaReviewJson() {}

  /** Returns the result as one document. */
  public static String write(ReviewSchema.Result result) {
    SchemaReport report = result.report();
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema_version", JsonText.VERSION);
    root.putAll(JsonText.document("schema-review"));
    root.put("source", result.source());
    root.put("failing", result.failing());
    root.put("entities", report.entities().stream().map(SchemaReviewJson::entity).toList());
    root.put("tables", report.entities().stream().map(SchemaReviewJson::table).toList());
    root.put("relations", report.relations().stream().map(SchemaReviewJson::relation).toList());
    root.put("links", report.links().stream().map(SchemaReviewJson::link).toList());
    root.put("indexes", report.indexes().stream().map(SchemaReviewJson::index).toList());
    root.put("findings", report.remarks().stream().map(SchemaReviewJson::remark).toList());
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }

  private static Map<String, Object> entity(SchemaReport.Entity entity) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("table", entity.table().name().toString());
    result.put("role", entity.role().name().toLowerCase(Locale.ROOT));
    result.put("columns", entity.table().columns().size());
    result.put(
        "primary_key",
        entity
            .table()
            .primaryKey()
            .map(Constraint.PrimaryKey::columns)
            .map(it -> it.stream().map(Object::toString).toList())
            .orElse(List.of()));
    result.put("refers_to", entity.refersTo());
    result.put("referred_by", entity.referredBy());
    return result;
  }

  private static Map<String, Object> table(SchemaReport.Entity entity) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", entity.table().name().toString());
    result.put("columns", entity.table().columns().stream().map(Describe::column).toList());
    result.put(
        "constraints", entity.table().constraints().stream().map(Describe::constraint).toList());
    return result;
  }

  private static Map<String, @Nullable Object> relation(SchemaReport.Relation relation) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("from", relation.from().toString());
    result.put("columns", relation.columns());
    result.put("to", relation.to().toString());
    result.put("targets", relation.targets());
    result.put("cardinality", relation.cardinality());
    result.put("on_delete", relation.onDelete());
    result.put("index", relation.index().isEmpty() ? null : relation.index());
    return result;
  }

  private static Map<String, Object> link(SchemaReport.Link link) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("via", link.via().toString());
    result.put("tables", link.tables().stream().map(TableName::toString).toList());
    return result;
  }

  private static Map<String, Object> index(SchemaReport.IndexUse index) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("table", index.table().toString());
    result.put("name", index.name());
    result.put("columns", index.columns());
    result.put("unique", index.unique());
    result.put("reasons", index.reasons());
    return result;
  }

  private static Map<String, @Nullable Object> remark(SchemaReport.Remark remark) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("check", remark.check());
    result.put("severity", remark.severity().name().toLowerCase(Locale.ROOT));
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("kind", remark.subject().kind());
    object.put("table", remark.subject().table().orElse(null));
    object.put("name", remark.subject().name());
    result.put("object", object);
    result.put("message", remark.message());
    result.put("why", remark.why());
    return result;
  }
}
