package limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import limbeck.workflow.ProjectRequest;
import limbeck.workflow.ReviewRevisions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The forms that build servers read, held against what those ask for. */
class ReviewFormatsTest {
  private static final String SCRIPT =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "b"
      down_revision = %s


      def upgrade():
          op.create_table("tä&sk", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("<n>", sa.JSON()))
      %s
      """;

  @TempDir private Path folder;
  private ReviewRevisions.Result result = review();

  @BeforeEach
  void project() throws IOException {
    Path versions = Files.createDirectories(folder.resolve("migra tions/versions"));
    Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migra tions\n");
    Files.writeString(folder.resolve("migra tions/env.py"), "target_metadata = None\n");
    Files.writeString(
        versions.resolve("a b%.py"),
        SCRIPT.formatted("None", "").replace("revision = \"b\"", "revision = \"a\""));
    Files.writeString(
        versions.resolve("b.py"),
        SCRIPT
            .formatted(
                "\"a\"",
                """
                    op.create_index("ix_<n>", "tä&sk", ["<n>"])
                    op.execute("DELETE FROM nothing")
                    op.execute("DELETE FROM nothing")
                    op.drop_table("tä&sk")
                """)
            .replace("    op.create_table(\"tä&sk\", sa", "    op.create_table(\"other\", sa"));
    result = review("a:heads");
  }

  private ReviewRevisions.Result review(String... target) {
    if (target.length == 0) {
      return new ReviewRevisions.Result(
          0,
          List.of(),
          List.of(),
          new java.util.TreeMap<>(),
          0,
          0,
          Optional.empty(),
          false,
          List.of(),
          List.of(),
          limbeck.review.Statistics.NONE,
          List.of());
    }
    return ReviewRevisions.run(
        new ReviewRevisions.Request(
            ProjectRequest.in(folder),
            Optional.of(target[0]),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            List.of("no-lock-timeout=on"),
            false,
            false,
            false,
            LocalDate.of(2027, 1, 1)));
  }

  @Test
  void sarifKeepsToItsSchema() throws IOException {
    JsonSchema schema =
        new JsonSchema(
            new LinkedHashMap<String, @Nullable Object>(
                JSON.std.mapFrom(
                    Files.readString(
                        Path.of("src/test/resources/schemas/sarif-2.1.0-rtm.5.json")))));
    assertThat(schema.problems(JSON.std.mapFrom("{\"version\": \"2\"}")))
        .contains("$: lacks runs", "$.version: 2 not in [2.1.0]");
    assertThat(result.findings()).hasSizeGreaterThan(5);
    assertThat(schema.problems(JSON.std.mapFrom(SarifJson.write(result)))).isEmpty();
    assertThat(schema.problems(JSON.std.mapFrom(SarifJson.write(review())))).isEmpty();
  }

  @Test
  void sarifHasHelpAndFingerprintsThatDoNotMove() throws IOException {
    String before = SarifJson.write(result);
    assertThat(before).contains("migra%20tions/versions/b.py", "\"help\"", "## What it finds");
    List<String> fingerprints = fingerprints(before);
    assertThat(fingerprints).doesNotHaveDuplicates().hasSize(result.findings().size());
    Path script = folder.resolve("migra tions/versions/b.py");
    Files.writeString(
        script,
        Files.readString(script).replace("def upgrade():", "# one\n# two\n\n\ndef upgrade():"));
    assertThat(fingerprints(SarifJson.write(review("a:heads")))).isEqualTo(fingerprints);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static List<String> fingerprints(String sarif) throws IOException {
    List<String> result = new ArrayList<>();
    Map<?, ?> run = (Map<?, ?>) list(JSON.std.mapFrom(sarif).get("runs")).getFirst();
    for (Object finding : list(run.get("results"))) {
      result.add(String.valueOf(((Map<?, ?>) finding).get("partialFingerprints")));
    }
    return result;
  }

  @Test
  void gitlabGetsTheFieldsItAsksFor() throws IOException {
    List<Object> issues = JSON.std.listFrom(Annotations.gitlab(result));
    assertThat(issues).hasSize(result.findings().size());
    List<Object> fingerprints = new ArrayList<>();
    for (Object issue : issues) {
      Map<?, ?> fields = (Map<?, ?>) issue;
      assertThat((String) fields.get("description")).isNotBlank();
      assertThat((String) fields.get("check_name")).startsWith("LK");
      assertThat(Set.of("info", "minor", "major", "critical", "blocker"))
          .contains((String) fields.get("severity"));
      Map<?, ?> location = map(fields.get("location"));
      assertThat((String) location.get("path")).endsWith(".py").doesNotStartWith("./");
      assertThat((Integer) map(location.get("lines")).get("begin")).isPositive();
      fingerprints.add(fields.get("fingerprint"));
    }
    assertThat(fingerprints).doesNotHaveDuplicates();
  }

  @Test
  void junitIsWellFormedAndCounts() throws Exception {
    Document document = parse(Annotations.junit(result));
    Element suite = document.getDocumentElement();
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.getLength()));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(String.valueOf(suite.getElementsByTagName("failure").getLength()));
    for (String attribute : List.of("name", "tests", "failures", "errors", "skipped", "time")) {
      assertThat(suite.hasAttribute(attribute)).as(attribute).isTrue();
    }
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      assertThat(one.getAttribute("name")).isNotBlank();
      assertThat(one.getAttribute("classname")).isNotBlank();
    }
    Element none = parse(Annotations.junit(review())).getDocumentElement();
    assertThat(none.getAttribute("failures")).isEqualTo("0");
    assertThat(none.getElementsByTagName("testcase").getLength()).isEqualTo(1);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
