package limbeck.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
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
    assertThat(ids).hasSizeGreaterThanOrEqualTo(90);
  }

  private static void check(Rule rule) {
    RulePage page = RulePage.read(rule.spec().name());
    assertThat(page.headings()).isEqualTo(HEADINGS);
    assertThat(page.blocks()).extracting(RulePage.Block::heading).contains("Bad", "Good");
    PageReview review = new PageReview(rule);
    RulePage.Block bad = new RulePage.Block("", "", "");
    for (RulePage.Block block : page.blocks()) {
      switch (block.kind()) {
        case "before" -> review.before(block.code());
        case "models" -> review.models(block.code());
        case "running" -> review.running(block.code());
        case "base" -> review.base(block.code());
        case "ledger" -> review.ledger(block.code());
        case "fixed" -> checkFix(review, rule, bad, block);
        default -> {
          List<String> found = review.findings(block.kind(), block.code());
          assertThat(found)
              .as(block.code())
              .containsExactlyInAnyOrderElementsOf(PageReview.marked(block.code()));
          boolean isBad = block.heading().equals("Bad");
          assertThat(found.stream().anyMatch(it -> it.contains(rule.spec().id().text())))
              .as("%s under %s", block.code(), block.heading())
              .isEqualTo(isBad);
          bad = isBad ? block : bad;
        }
      }
    }
    boolean offersFix = rule.spec().fix() != RuleSpec.FixSafety.NONE;
    assertThat(page.blocks().stream().anyMatch(it -> it.kind().equals("fixed")))
        .isEqualTo(offersFix);
  }

  /** A fix parses, removes its finding, adds none, and is what the page shows. */
  private static void checkFix(
      PageReview review, Rule rule, RulePage.Block bad, RulePage.Block fixed) {
    boolean whole = bad.kind().equals("script");
    String plain = PageReview.plain(bad.code());
    String source = whole ? plain : PageReview.script(plain);
    List<Finding> before = review.review(bad.kind(), source);
    List<TextEdit> edits = new ArrayList<>();
    for (Finding finding : before) {
      if (finding.rule().equals(rule.spec())) {
        assertThat(finding.fix()).as(finding.message()).isPresent();
        assertThat(finding.fix().orElseThrow().safe())
            .isEqualTo(rule.spec().fix() == RuleSpec.FixSafety.SAFE);
        edits.addAll(finding.fix().orElseThrow().edits());
      }
    }
    String result = TextEdit.apply(source, edits);
    assertThat(result).isEqualTo(whole ? fixed.code() : PageReview.script(fixed.code()));
    List<RuleId> left = ids(review.review(bad.kind(), result));
    assertThat(left).as("findings after the fix").doesNotContain(rule.spec().id());
    assertThat(ids(before)).as("findings before the fix").containsAll(left);
    Schema unfixed = review.afterScript(source, review.before());
    // What did not run before ends nowhere.
    if (rule.spec().fix() == RuleSpec.FixSafety.SAFE && !unfixed.toString().contains("Unknown[")) {
      Dialect dialect = Dialects.of(DialectName.POSTGRESQL);
      assertThat(dialect.normalize(review.afterScript(result, review.before())))
          .isEqualTo(dialect.normalize(unfixed));
    }
  }

  private static List<RuleId> ids(List<Finding> findings) {
    return findings.stream().map(it -> it.rule().id()).toList();
  }
}
