/** Tests of the smallest parts. */
@NullMarked
package limbeck.text;

import org.jspecify.annotations.NullMarked;
