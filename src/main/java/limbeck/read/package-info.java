/**
 * Readers: the only place that knows how SQLModel, SQLAlchemy, Alembic and SQL spell things. Values
 * of Python and SQL text come in, schemas and operations go out; what could not be read goes out as
 * a problem with its place and reason.
 */
@NullMarked
package limbeck.read;

import org.jspecify.annotations.NullMarked;
