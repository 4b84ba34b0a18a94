/**
 * Tests of the house as a whole: its walls and its scripts. The class files and scripts come in,
 * what breaks a rule comes out.
 */
@NullMarked
package limbeck;

import org.jspecify.annotations.NullMarked;
