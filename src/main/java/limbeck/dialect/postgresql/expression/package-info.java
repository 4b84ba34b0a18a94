/**
 * SQL expressions of PostgreSQL in one form: what a model states and what the catalog prints for
 * it. Text and the types of columns come in, canonical text goes out.
 */
@NullMarked
package limbeck.dialect.postgresql.expression;

import org.jspecify.annotations.NullMarked;
