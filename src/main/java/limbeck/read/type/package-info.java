/**
 * Column types as the libraries spell them. Values of Python come in; types of the schema, the enum
 * types they need and the checks they bring go out.
 */
@NullMarked
package limbeck.read.type;

import org.jspecify.annotations.NullMarked;
