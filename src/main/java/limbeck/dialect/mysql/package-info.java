/**
 * MySQL and MariaDB: its spelling of operations and the normal form of a schema in it. Operations
 * and schemas come in, statements and normalized schemas go out.
 */
@NullMarked
package limbeck.dialect.mysql;

import org.jspecify.annotations.NullMarked;
