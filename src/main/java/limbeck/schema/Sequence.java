package limbeck.schema;

import java.util.Optional;

/**
 * A sequence that no column owns.
 *
 * @param name its name
 * @param type {@code integer}, {@code bigint}…; empty is the database's default
 * @param options what it states
 */
public record Sequence(SequenceName name, Optional<SqlType> type, SequenceOptions options) {}
