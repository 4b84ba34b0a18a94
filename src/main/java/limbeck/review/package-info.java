/**
 * Review of revisions: rules over what a step does to the schema it meets. Revisions and the schema
 * before them come in, findings go out.
 */
@NullMarked
package limbeck.review;

import org.jspecify.annotations.NullMarked;
