/**
 * What a database makes of an operation: the statements, and the normal form of a schema in it. An
 * operation and the schema before it come in, statements go out; each database has a package below.
 */
@NullMarked
package limbeck.dialect;

import org.jspecify.annotations.NullMarked;
