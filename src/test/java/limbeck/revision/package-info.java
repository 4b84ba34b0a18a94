/** Tests of revisions and their graph. */
@NullMarked
package limbeck.revision;

import org.jspecify.annotations.NullMarked;
