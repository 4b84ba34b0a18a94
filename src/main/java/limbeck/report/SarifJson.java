package limbeck.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import limbeck.review.Finding;
import limbeck.review.RuleSpec;
import limbeck.review.Severity;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.TextEdit;
import limbeck.workflow.ExplainRule;
import limbeck.workflow.ReviewRevisions;
import org.jspecify.annotations.Nullable;

/** Findings as SARIF 2.1.0, which code hosts read. */
public final class SarifJson {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private SarifJson() {}

  /** Returns the findings as one log of one run. */
  public static String write(ReviewRevisions.Result result) {
    Map<String, RuleSpec> rules = new TreeMap<>();
    result.findings().forEach(it -> rules.put(it.rule().id().text(), it.rule()));
    List<String> order = List.copyOf(rules.keySet());
    List<String> fingerprints = Finding.fingerprints(result.findings());
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "limbeck");
    driver.put("rules", rules.values().stream().map(SarifJson::rule).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "results",
        IntStream.range(0, fingerprints.size())
            .mapToObj(
                it -> {
                  Finding finding = result.findings().get(it);
                  int rule = order.indexOf(finding.rule().id().text());
                  return finding(finding, rule, fingerprints.get(it));
                })
            .toList());
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return JsonText.write(root);
  }

  private static Map<String, Object> rule(RuleSpec spec) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", spec.id().text());
    result.put("name", spec.name());
    result.put("shortDescription", Map.of("text", spec.name().replace('-', ' ')));
    ExplainRule.page(spec.name())
        .ifPresent(it -> result.put("help", Map.of("text", it, "markdown", it)));
    result.put("defaultConfiguration", Map.of("level", level(spec.severity())));
    result.put("properties", Map.of("category", spec.category().name()));
    return result;
  }

  private static Map<String, Object> finding(Finding finding, int index, String fingerprint) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.rule().id().text());
    result.put("ruleIndex", index);
    result.put("level", level(finding.severity()));
    result.put("message", Map.of("text", finding.message() + ". " + finding.why()));
    result.put(
        "locations",
        List.of(
            Map.of(
                "physicalLocation",
                Map.of(
                    "artifactLocation",
                    Map.of("uri", uri(finding.at().file())),
                    "region",
                    region(finding.at())))));
    result.put("partialFingerprints", Map.of("limbeck/v1", fingerprint));
    finding
        .fix()
        .ifPresent(
            fix ->
                result.put(
                    "fixes",
                    List.of(
                        Map.of(
                            "description",
                            Map.of("text", fix.title()),
                            "artifactChanges",
                            List.of(
                                Map.of(
                                    "artifactLocation",
                                    Map.of("uri", uri(finding.at().file())),
                                    "replacements",
                                    replacements(fix.edits(), finding.at().file())))))));
    return result;
  }

  /** A path as a reference: what is not plain is written in per cent. */
  private static String uri(SourceFile file) {
    StringBuilder out = new StringBuilder();
    for (byte part : file.path().replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (part & 0xff);
      if (letter < 128 && PLAIN.indexOf(letter) >= 0) {
        out.append(letter);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
      }
    }
    return out.toString();
  }

  private static List<Map<String, Object>> replacements(List<TextEdit> edits, SourceFile file) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (TextEdit edit : edits) {
      result.add(
          Map.of(
              "deletedRegion",
              region(file.at(edit.span())),
              "insertedContent",
              Map.of("text", edit.replacement())));
    }
    return result;
  }

  private static Map<String, Object> region(Location at) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("startLine", at.line());
    result.put("startColumn", at.column());
    result.put("endLine", at.file().line(at.span().end()));
    result.put("endColumn", at.file().column(at.span().end()));
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case LOW -> "note";
      case MEDIUM -> "warning";
      case HIGH, CRITICAL -> "error";
    };
  }
}
