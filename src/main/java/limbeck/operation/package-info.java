/**
 * Operations: the one language of the house for changes to a schema. Readers and the diff make
 * them; apply, invert, lower, render and review take them.
 */
@NullMarked
package limbeck.operation;

import org.jspecify.annotations.NullMarked;
