/**
 * SQL expressions built with SQLAlchemy's constructs. Values of Python come in; the SQL text that
 * the library would write into DDL for one database goes out.
 */
@NullMarked
package limbeck.read.expression;

import org.jspecify.annotations.NullMarked;
