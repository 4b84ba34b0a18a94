package limbeck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import limbeck.review.Finding;
import limbeck.review.Severity;
import limbeck.workflow.ReviewRevisions;

/** Findings in the forms that build servers show beside the code. */
public final class Annotations {
  private Annotations() {}

  /** Returns workflow commands of GitHub Actions. */
  public static String github(ReviewRevisions.Result result) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : result.findings()) {
      String level =
          switch (finding.severity()) {
            case LOW -> "notice";
            case MEDIUM -> "warning";
            case HIGH, CRITICAL -> "error";
          };
      out.append("::")
          .append(level)
          .append(" file=")
          .append(property(finding.at().file().path()))
          .append(",line=")
          .append(finding.at().line())
          .append(",col=")
          .append(finding.at().column())
          .append(",title=")
          .append(property(finding.rule().id() + " " + finding.rule().name()))
          .append("::")
          .append(data(finding.message() + "\n" + finding.why()))
          .append('\n');
    }
    return out.toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** Returns a code quality report of GitLab. */
  public static String gitlab(ReviewRevisions.Result result) {
    List<String> fingerprints = Finding.fingerprints(result.findings());
    return JsonText.write(
        IntStream.range(0, fingerprints.size())
            .mapToObj(it -> issue(result.findings().get(it), fingerprints.get(it)))
            .toList());
  }

  private static Map<String, Object> issue(Finding finding, String fingerprint) {
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("description", finding.message());
    issue.put("check_name", finding.rule().id() + " " + finding.rule().name());
    issue.put("fingerprint", fingerprint);
    issue.put(
        "severity",
        switch (finding.severity()) {
          case LOW -> "info";
          case MEDIUM -> "minor";
          case HIGH -> "major";
          case CRITICAL -> "critical";
        });
    issue.put(
        "location",
        Map.of("path", finding.at().file().path(), "lines", Map.of("begin", finding.at().line())));
    return issue;
  }

  /** Returns a report in the form of JUnit, one test case for each finding. */
  public static String junit(ReviewRevisions.Result result) {
    List<Finding> findings = result.findings();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    int tests = Math.max(1, findings.size());
    out.append("<testsuite name=\"limbeck review\" tests=\"")
        .append(tests)
        .append("\" failures=\"")
        .append(findings.size())
        .append("\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
    if (findings.isEmpty()) {
      out.append("  <testcase classname=\"limbeck.review\" name=\"no findings\"/>\n");
    }
    for (Finding finding : findings) {
      out.append("  <testcase classname=\"")
          .append(xml(finding.at().file().path()))
          .append("\" name=\"")
          .append(
              xml(finding.rule().id() + " " + finding.rule().name() + " " + finding.at().line()))
          .append("\">\n    <failure type=\"")
          .append(finding.severity().name().toLowerCase(Locale.ROOT))
          .append("\" message=\"")
          .append(xml(finding.message()))
          .append("\">")
          .append(xml(finding.at() + "\n" + finding.why()))
          .append("</failure>\n  </testcase>\n");
    }
    return out.append("</testsuite>\n").toString();
  }

  private static String xml(String text) {
    // XML 1.0 has no way to write most control characters.
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns a comment for a pull request. */
  public static String markdown(ReviewRevisions.Result result) {
    StringBuilder out = new StringBuilder("## Review of the migrations\n\n");
    if (result.findings().isEmpty()) {
      return out.append("No findings in ")
          .append(result.revisions())
          .append(result.revisions() == 1 ? " revision.\n" : " revisions.\n")
          .toString();
    }
    out.append("| | rule | where | what |\n|---|---|---|---|\n");
    for (Finding finding : result.findings()) {
      out.append("| ")
          .append(mark(finding.severity()))
          .append(" | `")
          .append(finding.rule().id())
          .append(' ')
          .append(finding.rule().name())
          .append("` | `")
          .append(finding.at().file().path())
          .append(':')
          .append(finding.at().line())
          .append("` | ")
          .append(cell(finding.message()))
          .append(" |\n");
    }
    out.append("\n<details><summary>Why</summary>\n\n");
    result.findings().stream()
        .map(it -> "- **" + it.rule().id() + " " + it.rule().name() + "**: " + it.why() + "\n")
        .distinct()
        .forEach(out::append);
    return out.append("\n</details>\n").toString();
  }

  private static String mark(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
