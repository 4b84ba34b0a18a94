/**
 * Raw SQL of PostgreSQL read as operations. The text of one or several statements comes in with the
 * schema it meets; operations go out, and what is not understood goes out as {@code Opaque} with
 * the reason.
 */
@NullMarked
package limbeck.read.sql;

import org.jspecify.annotations.NullMarked;
