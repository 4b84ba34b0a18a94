package limbeck.verify;

import java.util.Optional;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.operation.Creation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/** Has PostgreSQL itself spell a schema: what two texts mean is the same when it prints one. */
public final class DatabaseSpelling {
  private DatabaseSpelling() {}

  /** Creates the schema in a scratch database and reads it back; empty when it is refused. */
  public static Optional<Schema> of(Schema schema, EmbeddedPostgres server, Dialect dialect) {
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      return new StepRunner(session, dialect)
              .run(
                  Creation.of(schema).stream()
                      .map(it -> Step.of(it, new Origin.Generated("part of the schema")))
                      .toList(),
                  Schema.EMPTY)
              .isPresent()
          ? Optional.empty()
          : Optional.of(Inspector.inspect(session, Scope.everything()).schema());
    }
  }
}
