/**
 * DDL written as SQL. Statements come in; the operations they stand for go out, or the reason why
 * they were not understood.
 */
@NullMarked
package limbeck.read.sql;

import org.jspecify.annotations.NullMarked;
