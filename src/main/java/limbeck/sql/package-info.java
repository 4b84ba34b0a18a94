/**
 * SQL as text: what its tokens are, where one statement ends and the next begins, and what kind of
 * statement each is. Text of any origin comes in, tokens and statements with positions go out;
 * nothing here knows a schema or an operation.
 */
@NullMarked
package limbeck.sql;

import org.jspecify.annotations.NullMarked;
