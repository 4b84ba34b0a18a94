/**
 * A real PostgreSQL server of the tool's own, started and thrown away within fractions of a second.
 * A major version comes in; a running server with scratch databases goes out.
 */
@NullMarked
package limbeck.database.embedded;

import org.jspecify.annotations.NullMarked;
