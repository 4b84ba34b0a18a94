/**
 * Python understood without running it: modules of a project and their imports. Source files come
 * in; syntax trees and values known without running Python go out.
 */
@NullMarked
package limbeck.python;

import org.jspecify.annotations.NullMarked;
