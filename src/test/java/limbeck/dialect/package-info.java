/** Tests of the dialects: rendered SQL against real Alembic, normal forms, whole schemas. */
@NullMarked
package limbeck.dialect;

import org.jspecify.annotations.NullMarked;
