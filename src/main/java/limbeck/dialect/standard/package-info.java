/**
 * DDL that most databases share, written once, and the few questions a database answers for it. An
 * operation and the schema before it come in, SQL text goes out; the packages of the databases
 * build on this one and on nothing of each other.
 */
@NullMarked
package limbeck.dialect.standard;

import org.jspecify.annotations.NullMarked;
