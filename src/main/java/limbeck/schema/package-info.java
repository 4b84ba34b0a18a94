/**
 * The schema of a database as plain values: what models state, what a history builds, what a
 * catalog reports. Readers and inspectors put facts in, everything else compares and transforms
 * them; no positions, no comments of the source and no database connection are in here.
 */
@NullMarked
package limbeck.schema;

import org.jspecify.annotations.NullMarked;
