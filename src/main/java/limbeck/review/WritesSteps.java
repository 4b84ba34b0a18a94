package limbeck.review;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/** Writes steps as Python, for fixes; how a project wants its scripts is known elsewhere. */
@FunctionalInterface
public interface WritesSteps {
  /**
   * The body of a function.
   *
   * @param lines with the indentation of a function's body, ended by a line break
   * @param imports what they use besides {@code op}, each a whole import statement
   */
  record Body(String lines, SortedSet<String> imports) {
    /** Copies the imports. */
    public Body {
      imports = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(imports));
    }
  }

  /**
   * Returns the body; empty when there is none, or it needs more than imports.
   *
   * @param before the schema before the first step
   */
  Optional<Body> write(List<Step> steps, Schema before);
}
