package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.project.Settings;
import limbeck.review.Finding;
import limbeck.review.ReviewSettings;
import limbeck.review.Rule;
import limbeck.review.RuleId;
import limbeck.review.Rules;
import limbeck.review.Severity;
import limbeck.text.ToolFailure;

/** Which rules look, how much their findings matter, and from when on the command fails. */
final class RuleChoice {
  private final List<Rule> active = new ArrayList<>();
  private final Map<RuleId, Severity> severities = new HashMap<>();
  private final Optional<Severity> failOn;
  private final int major;

  private RuleChoice(Map<String, String> stated, Optional<Severity> failOn, int major) {
    this.failOn = failOn;
    this.major = major;
    Map<RuleId, Boolean> switched = new HashMap<>();
    stated.forEach((name, value) -> state(name, value, switched));
    for (Rule rule : Rules.ALL) {
      if (switched.getOrDefault(rule.spec().id(), rule.spec().onByDefault())) {
        active.add(rule);
      }
    }
  }

  private void state(String name, String value, Map<RuleId, Boolean> switched) {
    Rule rule =
        Rules.find(name)
            .orElseThrow(
                () ->
                    new ToolFailure(
                        ToolFailure.Code.USAGE,
                        "there is no rule '" + name + "'",
                        "list the rules with: limbeck explain"));
    switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "off" -> switched.put(rule.spec().id(), false);
      case "on" -> switched.put(rule.spec().id(), true);
      default -> {
        switched.put(rule.spec().id(), true);
        severities.put(
            rule.spec().id(),
            ReviewRevisions.severity(value)
                .orElseThrow(
                    () ->
                        new ToolFailure(
                            ToolFailure.Code.USAGE,
                            "'" + value + "' is no severity, for the rule " + name,
                            "write off, on, low, medium, high or critical")));
      }
    }
  }

  /** Reads the settings, over which the command line goes. */
  static RuleChoice of(ReviewRevisions.Request request, Settings.Review settings) {
    Map<String, String> stated = new TreeMap<>(settings.rules());
    for (String rule : request.rules()) {
      int equals = rule.indexOf('=');
      stated.put(
          equals < 0 ? rule : rule.substring(0, equals),
          equals < 0 ? "on" : rule.substring(equals + 1));
    }
    String failOn = request.failOn().or(settings::failOn).orElse("low");
    Optional<Severity> least =
        failOn.equals("never")
            ? Optional.empty()
            : Optional.of(
                ReviewRevisions.severity(failOn)
                    .orElseThrow(
                        () ->
                            new ToolFailure(
                                ToolFailure.Code.USAGE,
                                "'" + failOn + "' is no severity to fail on",
                                "write low, medium, high, critical or never")));
    int major =
        request
            .pgVersion()
            .or(settings::pgVersion)
            .map(RuleChoice::major)
            .orElse(ReviewSettings.USUAL_MAJOR);
    return new RuleChoice(stated, least, major);
  }

  private static int major(String text) {
    String first = text.strip().split("\\.", -1)[0];
    boolean number = first.matches("\\d{1,2}");
    if (!number || Integer.parseInt(first) < 12) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "'" + text + "' is no version of PostgreSQL that is known",
          "give a major version from 12 on, such as 16");
    }
    return Integer.parseInt(first);
  }

  List<Rule> active() {
    return List.copyOf(active);
  }

  ReviewSettings settings(Workspace workspace) {
    return new ReviewSettings(
        workspace.dialectName(), major, workspace.environment().transactionPerMigration());
  }

  /** Returns the findings with the severities that the project wants. */
  List<Finding> severities(List<Finding> findings) {
    return findings.stream()
        .map(
            it -> {
              Severity other = severities.get(it.rule().id());
              return other == null
                  ? it
                  : new Finding(
                      it.rule(), other, it.at(), it.subject(), it.message(), it.why(), it.fix());
            })
        .toList();
  }

  /** Returns whether a finding makes the command fail. */
  boolean counts(Finding finding) {
    return failOn.filter(it -> finding.severity().compareTo(it) >= 0).isPresent();
  }
}
