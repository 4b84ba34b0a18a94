package limbeck.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.read.ReadScript;
import limbeck.revision.Revision;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.text.TextEdit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of a rule is its test: what it calls bad is found, what it calls good is not. */
class RulePagesTest {
  private static final List<String> HEADINGS =
      List.of(
          "What it finds", "Why it matters", "Bad", "Good", "Fix", "When to suppress", "Sources");
  private static final String MARKER = "  # finding: ";
  private static final String HEAD =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "b"
      down_revision = "a"


      def upgrade():
      """;

  @TestFactory
  Stream<DynamicTest> pages() {
    return Rules.ALL.stream()
        .map(rule -> DynamicTest.dynamicTest(rule.spec().name(), () -> check(rule)));
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    List<String> names = Rules.ALL.stream().map(it -> it.spec().name()).toList();
    try (Stream<java.nio.file.Path> files = Files.list(RulePage.FOLDER)) {
      assertThat(files.map(it -> it.getFileName().toString().replace(".md", "")).toList())
          .containsExactlyInAnyOrderElementsOf(names);
    }
    assertThat(names).doesNotHaveDuplicates();
    List<RuleId> ids = Rules.ALL.stream().map(it -> it.spec().id()).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted();
  }

  private static void check(Rule rule) {
    RulePage page = RulePage.read(rule.spec().name());
    assertThat(page.headings()).isEqualTo(HEADINGS);
    assertThat(page.blocks()).extracting(RulePage.Block::heading).contains("Bad", "Good");
    DialectName database =
        rule.spec().databases().contains(DialectName.POSTGRESQL)
            ? DialectName.POSTGRESQL
            : rule.spec().databases().stream().sorted().findFirst().orElseThrow();
    Schema before = Schema.EMPTY;
    String bad = "";
    for (RulePage.Block block : page.blocks()) {
      switch (block.kind()) {
        case "before" -> before = after(block.code(), database, Schema.EMPTY);
        case "fixed" -> checkFix(rule, bad, block.code(), database, before);
        default -> {
          List<String> found = findings(block.code(), database, before);
          assertThat(found).as(block.code()).isEqualTo(marked(block.code()));
          boolean isBad = block.heading().equals("Bad");
          assertThat(found.stream().anyMatch(it -> it.contains(rule.spec().id().text())))
              .as("%s under %s", block.code(), block.heading())
              .isEqualTo(isBad);
          bad = isBad ? block.code() : bad;
        }
      }
    }
    boolean offersFix = rule.spec().fix() != RuleSpec.FixSafety.NONE;
    assertThat(page.blocks().stream().anyMatch(it -> it.kind().equals("fixed")))
        .isEqualTo(offersFix);
  }

  private static void checkFix(
      Rule rule, String bad, String fixed, DialectName database, Schema before) {
    String source = script(plain(bad));
    List<TextEdit> edits = new ArrayList<>();
    for (Finding finding : review(source, database, before)) {
      assertThat(finding.fix()).as(finding.message()).isPresent();
      edits.addAll(finding.fix().orElseThrow().edits());
    }
    String result = TextEdit.apply(source, edits);
    assertThat(result).isEqualTo(script(fixed));
    assertThat(review(result, database, before)).as("findings after the fix").isEmpty();
    if (rule.spec().fix() == RuleSpec.FixSafety.SAFE) {
      assertThat(after(fixed, database, before)).isEqualTo(after(plain(bad), database, before));
    }
  }

  private static List<String> findings(String code, DialectName database, Schema before) {
    int first = HEAD.lines().toList().size();
    return review(script(plain(code)), database, before).stream()
        .map(it -> (it.at().line() - first) + " " + it.rule().id())
        .toList();
  }

  private static List<String> marked(String code) {
    List<String> result = new ArrayList<>();
    List<String> lines = code.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int marker = lines.get(i).indexOf(MARKER);
      if (marker >= 0) {
        result.add((i + 1) + " " + lines.get(i).substring(marker + MARKER.length()).strip());
      }
    }
    return result;
  }

  private static List<Finding> review(String source, DialectName database, Schema before) {
    Revision revision = ReadScript.script(source, database, before);
    return new Reviewer(Rules.ALL, database).review(revision, before);
  }

  private static Schema after(String code, DialectName database, Schema before) {
    Revision revision = ReadScript.script(script(code), database, before);
    return Apply.after(revision.upgrade().stream().map(Step::operation).toList(), before);
  }

  private static String plain(String code) {
    return code.lines()
        .map(it -> it.contains(MARKER) ? it.substring(0, it.indexOf(MARKER)) : it)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String script(String code) {
    return HEAD
        + code.lines()
            .map(it -> it.isBlank() ? "" : "    " + it)
            .collect(Collectors.joining("\n", "", "\n"));
  }
}
