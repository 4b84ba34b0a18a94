package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.database.DatabaseUrl;
import limbeck.database.Session;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.revision.RevisionId;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** States the schema of a project's models, or of its history. */
public final class SchemaOf {
  private SchemaOf() {}

  /** Where the schema is taken from. */
  public sealed interface Source {
    /** The models. */
    record OfModels() implements Source {}

    /**
     * The history.
     *
     * @param at a revision as on Alembic's command line; empty is all heads
     */
    record OfHistory(Optional<String> at) implements Source {}

    /**
     * A PostgreSQL database, without Alembic's version table.
     *
     * @param url in the form of libpq or of SQLAlchemy
     */
    record OfDatabase(String url) implements Source {}
  }

  /**
   * What was found.
   *
   * @param schema the schema
   * @param dialect the database it is for
   * @param problems what was not understood
   */
  public record Result(Schema schema, Dialect dialect, List<Problem> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** States it. */
  public static Result run(ProjectRequest request, Source source) {
    return switch (source) {
      case Source.OfModels() -> ofModels(Workspace.open(request));
      case Source.OfHistory(Optional<String> at) -> ofHistory(Workspace.open(request), at);
      case Source.OfDatabase(String url) -> ofDatabase(url);
    };
  }

  private static Result ofModels(Workspace workspace) {
    Schema schema = workspace.models().schema();
    return new Result(schema, workspace.dialect(), workspace.problems());
  }

  private static Result ofHistory(Workspace workspace, Optional<String> at) {
    workspace.requireSoundHistory();
    List<RevisionId> ids =
        at.map(it -> workspace.scripts().resolve(it))
            .orElseGet(() -> workspace.scripts().graph().effectiveHeads());
    Schema schema = workspace.history().at(ids);
    return new Result(schema, workspace.dialect(), workspace.problems());
  }

  private static Result ofDatabase(String url) {
    try (Session session = Session.open(DatabaseUrl.parse(url))) {
      Scope scope = Scope.without(TableName.of("alembic_version"));
      Inspection found = Inspector.inspect(session, scope);
      List<Problem> problems =
          found.beyond().stream()
              .map(it -> Problem.warning("not part of the schema shown: " + it, Optional.empty()))
              .toList();
      return new Result(found.schema(), Dialects.of(DialectName.POSTGRESQL), problems);
    }
  }
}
