package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.text.ToolFailure;

/** Compares any two schemas: of models, a history, a database or a file of SQL. */
public final class DiffSchemas {
  private DiffSchemas() {}

  /**
   * What was found.
   *
   * @param differences what makes the first schema into the second, each one line
   * @param notes what could not be compared
   * @param problems what was not understood on either side
   */
  public record Result(List<String> differences, List<String> notes, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Compares them.
   *
   * @param from the first schema
   * @param to the second
   * @throws ToolFailure when a side cannot be read at all
   */
  public static Result run(ProjectRequest request, SchemaOf.Source from, SchemaOf.Source to) {
    SchemaOf.Result left = SchemaOf.run(request, from);
    SchemaOf.Result right = SchemaOf.run(request, to);
    Dialect dialect = shared(from, left, to, right);
    Schema before = left.schema();
    Schema after = right.schema();
    if (from instanceof SchemaOf.Source.OfModels != to instanceof SchemaOf.Source.OfModels) {
      before =
          from instanceof SchemaOf.Source.OfModels
              ? Comparison.completed(before, after, dialect.name())
              : before;
      after =
          to instanceof SchemaOf.Source.OfModels
              ? Comparison.completed(after, before, dialect.name())
              : after;
    }
    Difference difference = difference(before, after, dialect);
    List<Problem> problems = new ArrayList<>(left.problems());
    right.problems().stream().filter(it -> !problems.contains(it)).forEach(problems::add);
    return new Result(
        difference.operations().stream().map(Describe::describe).toList(),
        difference.notes(),
        problems);
  }

  private static Dialect shared(
      SchemaOf.Source from, SchemaOf.Result left, SchemaOf.Source to, SchemaOf.Result right) {
    boolean same = left.dialect().name() == right.dialect().name();
    if (!same) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "%s is for %s and %s for %s"
              .formatted(
                  from.title(),
                  left.dialect().name().sqlalchemyName(),
                  to.title(),
                  right.dialect().name().sqlalchemyName()),
          "compare schemas of one database, or say --dialect postgresql");
    }
    return Dialects.of(left.dialect().name());
  }

  /** Where texts differ, PostgreSQL itself says whether they mean the same. */
  private static Difference difference(Schema before, Schema after, Dialect dialect) {
    boolean postgresql = dialect.name() == DialectName.POSTGRESQL;
    DiffOptions options =
        DiffOptions.of(
            dialect::normalize, postgresql ? DefaultNames.postgresql() : DefaultNames.none());
    Difference difference = SchemaDiff.between(before, after, options);
    if (difference.isEmpty() || !postgresql) {
      return difference;
    }
    return SchemaDiff.between(before, SameMeaning.settle(before, after), options);
  }
}
