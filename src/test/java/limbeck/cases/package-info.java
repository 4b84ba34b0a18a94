/**
 * Cases: folders that a person can read, with what goes in and what is expected. Folders come in,
 * one test for each comes out.
 */
@NullMarked
package limbeck.cases;

import org.jspecify.annotations.NullMarked;
