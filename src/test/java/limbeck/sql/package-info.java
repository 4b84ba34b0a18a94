/** Tests of SQL as text. */
@NullMarked
package limbeck.sql;

import org.jspecify.annotations.NullMarked;
