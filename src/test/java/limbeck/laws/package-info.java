/**
 * The laws that operations, differences and plans keep, tried on random schemas. A seed goes in; a
 * law that is broken comes out with the seed and the smallest schemas that break it.
 */
@NullMarked
package limbeck.laws;

import org.jspecify.annotations.NullMarked;
