/**
 * Cases of {@code generate}: a changed model comes in, what the user gets and what the judges say
 * of it go out.
 */
@NullMarked
package limbeck.generate;

import org.jspecify.annotations.NullMarked;
