/**
 * The judge of the oracle tests: real Alembic, SQLAlchemy, SQLModel and CPython in a process of
 * their own. Models, histories and source texts come in, what the real tools make of them comes
 * out.
 */
@NullMarked
package limbeck.judge;

import org.jspecify.annotations.NullMarked;
