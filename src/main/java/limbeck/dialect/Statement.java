package limbeck.dialect;

import limbeck.operation.Operation;
import limbeck.schema.SqlText;

/**
 * One SQL statement that carries out an operation, or part of it.
 *
 * @param sql the statement, without semicolon
 * @param source the operation it belongs to
 * @param transactional false when the database refuses it inside a transaction
 */
public record Statement(SqlText sql, Operation source, boolean transactional) {}
