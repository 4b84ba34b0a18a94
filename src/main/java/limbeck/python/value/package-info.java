/**
 * Values of Python expressions known without running Python. The evaluator makes them, readers
 * translate them.
 */
@NullMarked
package limbeck.python.value;

import org.jspecify.annotations.NullMarked;
