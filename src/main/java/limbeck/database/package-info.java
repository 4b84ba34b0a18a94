/**
 * Sessions with a real database. A URL and SQL statements come in; outcomes with rows or SQLSTATEs
 * go out as values.
 */
@NullMarked
package limbeck.database;

import org.jspecify.annotations.NullMarked;
