/**
 * Models as SQLModel and SQLAlchemy build tables from them. Classes and calls of an evaluated
 * program come in; a schema, where each part of it is stated, and what could not be read go out.
 */
@NullMarked
package limbeck.read.model;

import org.jspecify.annotations.NullMarked;
