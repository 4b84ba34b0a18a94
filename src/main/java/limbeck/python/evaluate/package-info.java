/**
 * The evaluator: Python's meaning over known values, without running Python. Modules and their
 * syntax trees come in; values, and calls to a host in the order in which they would run, go out.
 */
@NullMarked
package limbeck.python.evaluate;

import org.jspecify.annotations.NullMarked;
