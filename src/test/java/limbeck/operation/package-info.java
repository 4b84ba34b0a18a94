/** Tests of operations on schemas: schemas and operations in, schemas and problems out. */
@NullMarked
package limbeck.operation;

import org.jspecify.annotations.NullMarked;
