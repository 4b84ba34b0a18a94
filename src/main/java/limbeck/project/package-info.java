/**
 * The user's project on disk: its Alembic configuration, its own modules, what its env.py says. A
 * directory comes in; the configuration record, module sources and script files go out.
 */
@NullMarked
package limbeck.project;

import org.jspecify.annotations.NullMarked;
