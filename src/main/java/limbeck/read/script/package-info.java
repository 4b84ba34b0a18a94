/**
 * Migration scripts. A script of an evaluated program and the schema before it come in; the
 * revision with its operations goes out.
 */
@NullMarked
package limbeck.read.script;

import org.jspecify.annotations.NullMarked;
