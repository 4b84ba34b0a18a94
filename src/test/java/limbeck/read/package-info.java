/** Tests of the readers: cases in, schemas and revisions out, judged by the real libraries. */
@org.jspecify.annotations.NullMarked
package limbeck.read;
