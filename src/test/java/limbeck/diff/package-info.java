/** Tests of differences: two schemas in, changes and rename candidates out. */
@NullMarked
package limbeck.diff;

import org.jspecify.annotations.NullMarked;
