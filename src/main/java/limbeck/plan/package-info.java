/**
 * Migration plans. The difference of two schemas and a person's answers come in; the steps of an
 * upgrade and of its downgrade, with what is risky and what is still to be asked, go out.
 */
@NullMarked
package limbeck.plan;

import org.jspecify.annotations.NullMarked;
