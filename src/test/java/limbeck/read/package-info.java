/**
 * Tests of the readers: cases come in, schemas and revisions go out, judged by the real libraries.
 */
@NullMarked
package limbeck.read;

import org.jspecify.annotations.NullMarked;
