/**
 * Review of a schema as a whole: its entities, relations and indexes, and what of them will hurt. A
 * schema comes in, a report goes out.
 */
@NullMarked
package limbeck.review.design;

import org.jspecify.annotations.NullMarked;
