/**
 * Results as text: for the terminal, as JSON, as SQL. A result comes in, text goes out; nothing is
 * computed here.
 */
@NullMarked
package limbeck.report;

import org.jspecify.annotations.NullMarked;
