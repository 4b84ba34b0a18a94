/**
 * Access to Python values as the libraries see them. Values come in; canonical library names,
 * constants and bound arguments go out.
 */
@NullMarked
package limbeck.read.value;

import org.jspecify.annotations.NullMarked;
