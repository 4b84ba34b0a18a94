package limbeck.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import limbeck.review.Rule;
import limbeck.review.RuleSpec;
import limbeck.review.Rules;
import limbeck.text.ToolFailure;

/** Tells what a rule is about. */
public final class ExplainRule {
  private ExplainRule() {}

  /** Returns all rules, in the order of their identifiers. */
  public static List<RuleSpec> all() {
    return Rules.ALL.stream().map(Rule::spec).toList();
  }

  /**
   * Returns the page of a rule.
   *
   * @param nameOrId such as {@code column-dropped} or {@code LK101}
   * @throws ToolFailure when there is no such rule
   */
  public static String of(String nameOrId) {
    RuleSpec spec =
        Rules.find(nameOrId)
            .map(Rule::spec)
            .orElseThrow(
                () ->
                    new ToolFailure(
                        ToolFailure.Code.USAGE,
                        "there is no rule '" + nameOrId + "'",
                        "list the rules with: limbeck explain"));
    return page(spec.name()).orElse("# " + spec.name() + "\n");
  }

  /** Returns the page of the rule of that name. */
  public static Optional<String> page(String name) {
    try (InputStream page = ExplainRule.class.getResourceAsStream("/rules/" + name + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
