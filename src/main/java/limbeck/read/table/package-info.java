/**
 * Tables, columns, constraints and indexes as the libraries build them. Arguments of their
 * constructors come in as values; finished tables of the schema go out, named by the project's
 * naming convention.
 */
@NullMarked
package limbeck.read.table;

import org.jspecify.annotations.NullMarked;
