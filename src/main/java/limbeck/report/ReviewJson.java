package limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.LockMode;
import limbeck.dialect.ServerNote;
import limbeck.review.Finding;
import limbeck.review.Fix;
import limbeck.review.Statistics;
import limbeck.review.StepReview;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.TextEdit;
import limbeck.workflow.FixedScript;
import limbeck.workflow.ReviewRevisions;
import limbeck.workflow.TraceRevisions;
import org.jspecify.annotations.Nullable;

/** The result of {@code review} for a program. */
public final class ReviewJson {
  /** Goes up when a key changes its meaning or goes; new keys do not count. */
  private static final int SCHEMA_VERSION = 1;

  private ReviewJson() {}

  /** Returns the result as one document. */
  public static String write(ReviewRevisions.Result result) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema_version", SCHEMA_VERSION);
    root.putAll(JsonText.document("review"));
    root.put("revisions", result.revisions());
    root.put("failing", result.failing());
    root.put("findings", findings(result));
    root.put("steps", steps(result));
    Map<String, @Nullable Object> coverage = new LinkedHashMap<>();
    coverage.put("statements", result.steps().size());
    coverage.put("understood", result.understood());
    root.put("coverage", coverage);
    root.put("fixes", result.fixed().stream().map(ReviewJson::fixed).toList());
    root.put("allowed", result.allowed());
    root.put("known", result.known());
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }

  private static List<Map<String, @Nullable Object>> findings(ReviewRevisions.Result review) {
    List<String> fingerprints = Finding.fingerprints(review.findings());
    List<Map<String, @Nullable Object>> result = new ArrayList<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      result.add(finding(review.findings().get(i), fingerprints.get(i), review));
    }
    return result;
  }

  private static Map<String, @Nullable Object> finding(
      Finding finding, String fingerprint, ReviewRevisions.Result review) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("rule", finding.rule().id().text());
    result.put("name", finding.rule().name());
    result.put("category", finding.rule().category().name().toLowerCase(Locale.ROOT));
    result.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    result.put("revision", review.revisionOf().get(finding.at().file().path()));
    result.put("file", finding.at().file().path());
    result.put("line", finding.at().line());
    result.put("column", finding.at().column());
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("kind", finding.subject().kind());
    object.put("table", finding.subject().table().orElse(null));
    object.put("name", finding.subject().name());
    result.put("object", object);
    result.put("message", finding.message());
    result.put("why", finding.why());
    result.put("fix", finding.fix().map(it -> fix(it, finding.at().file())).orElse(null));
    result.put("fingerprint", fingerprint);
    return result;
  }

  private static Map<String, @Nullable Object> fix(Fix fix, SourceFile file) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("title", fix.title());
    result.put("safe", fix.safe());
    List<Map<String, Object>> edits = new ArrayList<>();
    for (TextEdit edit : fix.edits()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("start", edit.span().start());
      one.put("end", edit.span().end());
      one.put("line", file.line(edit.span().start()));
      one.put("column", file.column(edit.span().start()));
      one.put("replacement", edit.replacement());
      edits.add(one);
    }
    result.put("edits", edits);
    return result;
  }

  private static List<Map<String, @Nullable Object>> steps(ReviewRevisions.Result review) {
    List<Map<String, @Nullable Object>> result = new ArrayList<>();
    for (int i = 0; i < review.steps().size(); i++) {
      Map<String, @Nullable Object> step = step(review.steps().get(i), review.statistics());
      if (i < review.traces().size()) {
        step.put("trace", trace(review.traces().get(i)));
      }
      result.add(step);
    }
    return result;
  }

  private static Map<String, @Nullable Object> step(StepReview step, Statistics statistics) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    Optional<Location> at = step.location();
    result.put("revision", step.revision().text());
    result.put("line", at.map(Location::line).orElse(null));
    result.put("sql", step.sql());
    result.put("transaction", step.transaction());
    result.put("autocommit", step.autocommit());
    List<Map<String, @Nullable Object>> effects = new ArrayList<>();
    step.impact().tables().forEach((table, it) -> effects.add(effect(table, it, statistics)));
    result.put("effects", effects);
    result.put("blocks", step.blocks());
    result.put("fails", step.fails().map(ReviewJson::failure).orElse(null));
    result.put("loses", step.impact().loses());
    result.put("breaks", step.impact().breaks());
    result.put("understood", step.understood());
    result.put("unknown", step.impact().unknown());
    result.put("notes", step.notes().stream().map(ReviewJson::note).toList());
    return result;
  }

  private static Map<String, @Nullable Object> effect(
      TableName table, Impact.OnTable effect, Statistics statistics) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("table", table.toString());
    result.put("lock", effect.lock().map(LockMode::sql).orElse(null));
    result.put("rewrites", effect.rewrites());
    result.put("scans", effect.scans());
    result.put("builds", List.copyOf(effect.builds()));
    result.put("rebuilds", List.copyOf(effect.rebuilds()));
    result.put("writes_rows", effect.writesRows());
    statistics
        .size(table)
        .ifPresent(
            it -> {
              result.put("rows", it.rows().isPresent() ? it.rows().getAsLong() : null);
              result.put("bytes", it.bytes());
            });
    statistics.seconds(table, effect).ifPresent(it -> result.put("seconds", it));
    return result;
  }

  private static Map<String, Object> note(ServerNote note) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("what", note.what());
    result.put("source", note.source());
    result.put("measured", note.measured());
    return result;
  }

  private static Map<String, @Nullable Object> failure(Effect.MayFail failure) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("when", failure.certain() ? "certain" : "possible");
    result.put("sqlstate", failure.sqlState());
    result.put("why", failure.why());
    result.put("probe", failure.probe().map(SqlText::text).orElse(null));
    return result;
  }

  private static Map<String, @Nullable Object> fixed(FixedScript script) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("file", script.file());
    result.put("titles", script.titles());
    result.put("outcome", script.outcome().name().toLowerCase(Locale.ROOT));
    result.put("why", script.why());
    return result;
  }

  private static Map<String, @Nullable Object> trace(TraceRevisions.Traced traced) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("outcome", traced.outcome().name().toLowerCase(Locale.ROOT));
    result.put("details", traced.details());
    result.put("lost", traced.lost());
    result.put("changed", traced.changed());
    return result;
  }
}
