/**
 * The use cases, one class each: a request comes in as a record, a result goes out as a record.
 * Files are read and written here, and clock and chance are asked here; nothing is printed.
 */
@NullMarked
package limbeck.workflow;

import org.jspecify.annotations.NullMarked;
