/**
 * Python's syntax: the tree, the tokens, and the parser that makes them from text. The tree follows
 * the names and shapes of CPython's own {@code ast} module, so that both can be compared node by
 * node.
 */
@NullMarked
package limbeck.python.syntax;

import org.jspecify.annotations.NullMarked;
