/** Tests of the reading of raw SQL. */
@NullMarked
package limbeck.read.sql;

import org.jspecify.annotations.NullMarked;
