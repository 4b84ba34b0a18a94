/**
 * The rules, one class each, each with a page of the same name under {@code resources/rules}. They
 * take the facts of one revision and answer with findings; no rule knows another.
 */
@NullMarked
package limbeck.review.rule;

import org.jspecify.annotations.NullMarked;
