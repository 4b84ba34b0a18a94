/** SQLite's lowering, judged by a real SQLite. */
@NullMarked
package limbeck.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
