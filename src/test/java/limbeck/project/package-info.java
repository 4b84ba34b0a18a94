/** Tests of the user's project on disk. */
@NullMarked
package limbeck.project;

import org.jspecify.annotations.NullMarked;
