/**
 * The catalog of PostgreSQL read as a schema. A session comes in; the same values that models and
 * histories are read as go out, with a list of what those values cannot hold.
 */
@NullMarked
package limbeck.database.postgresql;

import org.jspecify.annotations.NullMarked;
