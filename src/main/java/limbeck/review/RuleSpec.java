package limbeck.review;

import java.util.Set;
import java.util.regex.Pattern;
import limbeck.schema.DialectName;

/**
 * What is fixed about a rule; its page says the rest.
 *
 * @param id never reused
 * @param name names the pattern, not the remedy, in kebab case; also the page's file name
 * @param category the kind of harm
 * @param severity of its findings, unless a finding says otherwise
 * @param databases on which it applies
 * @param fix what its fixes may do
 * @param onByDefault whether it looks without being asked to; a matter of taste does not
 */
public record RuleSpec(
    RuleId id,
    String name,
    Category category,
    Severity severity,
    Set<DialectName> databases,
    FixSafety fix,
    boolean onByDefault) {
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

  /** Copies the databases and rejects a name of another form. */
  public RuleSpec {
    databases = Set.copyOf(databases);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("rule name " + name);
    }
  }

  /** Makes the spec of a rule that looks without being asked to. */
  public RuleSpec(
      RuleId id,
      String name,
      Category category,
      Severity severity,
      Set<DialectName> databases,
      FixSafety fix) {
    this(id, name, category, severity, databases, fix, true);
  }

  /** Whether a rule offers fixes, and of what kind. */
  public enum FixSafety {
    /** It offers none: a person must decide. */
    NONE,
    /** Its fixes end in the same schema with less harm. */
    SAFE,
    /** Its fixes may change what the revision does, and are applied on request only. */
    UNSAFE
  }
}
