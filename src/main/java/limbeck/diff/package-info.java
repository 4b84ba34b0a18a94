/**
 * The difference of two schemas. Two schemas and what is known about them come in; changes in an
 * order that can be carried out, and possible renames with their evidence, go out.
 */
@NullMarked
package limbeck.diff;

import org.jspecify.annotations.NullMarked;
