/**
 * Revision files written as Python. A draft of a revision and the style of the project come in; the
 * text of the script, its file name and its identifier go out.
 */
@NullMarked
package limbeck.render;

import org.jspecify.annotations.NullMarked;
