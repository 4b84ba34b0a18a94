/**
 * Source text as the tool sees it: files with line numbers, spans in them, edits to them, and a
 * small pretty-printer. Text comes in, positions and text go out.
 */
@NullMarked
package limbeck.text;

import org.jspecify.annotations.NullMarked;
