/**
 * The command line: arguments become a request of one use case, its result becomes text and an exit
 * code. Words come in; output, messages and a number go out.
 */
@NullMarked
package limbeck.cli;

import org.jspecify.annotations.NullMarked;
