/** Tests of plans: two schemas and answers in, steps, questions and notes out. */
@NullMarked
package limbeck.plan;

import org.jspecify.annotations.NullMarked;
