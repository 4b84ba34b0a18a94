/**
 * SQL text as far as it is understood without a database. Text of one or more statements comes in;
 * tokens, single statements and the tables they touch go out.
 */
@NullMarked
package limbeck.sql;

import org.jspecify.annotations.NullMarked;
