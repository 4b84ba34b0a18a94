/** mysql's lowering, judged by a real SQLite. */
@NullMarked
package limbeck.dialect.mysql;

import org.jspecify.annotations.NullMarked;
