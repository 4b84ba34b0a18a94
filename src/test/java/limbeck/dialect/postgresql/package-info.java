/** Normal forms and effects of PostgreSQL, judged by real servers. */
@NullMarked
package limbeck.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
