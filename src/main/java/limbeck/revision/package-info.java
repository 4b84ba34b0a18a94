/**
 * Revisions and the graph they form. Readers bring revisions in; the fold gives the schema at any
 * of them.
 */
@NullMarked
package limbeck.revision;

import org.jspecify.annotations.NullMarked;
