package limbeck.operation;

/**
 * A change to a schema or to its rows, free of any spelling.
 *
 * <p>Every directive of Alembic and every DDL statement is brought into these few by the readers;
 * the diff computes the same ones. Each group is a sealed interface of its own.
 */
public sealed interface Operation
    permits TableOperation,
        ColumnOperation,
        ConstraintOperation,
        IndexOperation,
        TypeOperation,
        ObjectOperation,
        DataOperation,
        Opaque {}
