/**
 * The proof of a revision: it runs up, down and up again on a scratch database with rows in it. A
 * claim comes in, a verdict with its evidence goes out.
 */
@NullMarked
package limbeck.verify;

import org.jspecify.annotations.NullMarked;
