package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.Dialect;
import limbeck.revision.RevisionId;
import limbeck.schema.Schema;

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
    Workspace workspace = Workspace.open(request);
    Schema schema =
        switch (source) {
          case Source.OfModels() -> workspace.models().schema();
          case Source.OfHistory(Optional<String> at) -> {
            workspace.requireSoundHistory();
            List<RevisionId> ids =
                at.map(it -> workspace.scripts().resolve(it))
                    .orElseGet(() -> workspace.scripts().graph().effectiveHeads());
            yield workspace.history().at(ids);
          }
        };
    return new Result(schema, workspace.dialect(), workspace.problems());
  }
}
