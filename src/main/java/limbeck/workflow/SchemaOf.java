package limbeck.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.database.DatabaseUrl;
import limbeck.database.Session;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.operation.Apply;
import limbeck.operation.Describe;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.read.model.Models;
import limbeck.read.model.Subject;
import limbeck.read.sql.SqlReader;
import limbeck.revision.RevisionId;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.Location;
import limbeck.text.ToolFailure;

/** States the schema of a project's models or history, of a database, or of a file of SQL. */
public final class SchemaOf {
  private SchemaOf() {}

  /** Where the schema is taken from. */
  public sealed interface Source {
    /** Returns what it is, in words for the user. */
    default String title() {
      return switch (this) {
        case OfModels() -> "the models";
        case OfHistory(Optional<String> at) ->
            at.map(it -> "the history at " + it).orElse("the history");
        case OfDatabase _ -> "the database";
        case OfSql(Path file) -> file.toString();
      };
    }

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

    /**
     * A file of PostgreSQL's SQL, such as pg_dump writes.
     *
     * @param file its path
     */
    record OfSql(Path file) implements Source {}
  }

  /**
   * What was found.
   *
   * @param schema the schema
   * @param dialect the database it is for
   * @param problems what was not understood
   * @param asOfToday scripts that were read with the application as it is today, since nothing
   *     tells what it was when they were written
   * @param places where models state tables and columns, by {@code table} and {@code table.column}
   */
  public record Result(
      Schema schema,
      Dialect dialect,
      List<Problem> problems,
      List<String> asOfToday,
      SortedMap<String, Location> places) {
    /** Copies the collections. */
    public Result {
      problems = List.copyOf(problems);
      asOfToday = List.copyOf(asOfToday);
      places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    Result(Schema schema, Dialect dialect, List<Problem> problems) {
      this(schema, dialect, problems, List.of(), Collections.emptySortedMap());
    }
  }

  /** States it. */
  public static Result run(ProjectRequest request, Source source) {
    return switch (source) {
      case Source.OfModels() -> ofModels(Workspace.open(request));
      case Source.OfHistory(Optional<String> at) -> ofHistory(Workspace.open(request), at);
      case Source.OfDatabase(String url) -> ofDatabase(url, TableName.of("alembic_version"));
      case Source.OfSql(Path file) -> ofSql(file);
    };
  }

  static Result ofModels(Workspace workspace) {
    Schema schema = workspace.models().schema();
    return new Result(
        schema, workspace.dialect(), workspace.problems(), List.of(), places(workspace.models()));
  }

  private static SortedMap<String, Location> places(Models models) {
    SortedMap<String, Location> result = new TreeMap<>();
    models
        .positions()
        .forEach(
            (subject, at) -> {
              switch (subject) {
                case Subject.OfTable(TableName table) -> result.put(table.toString(), at);
                case Subject.OfColumn(TableName table, ColumnName column) ->
                    result.put(table + "." + column, at);
                case Subject.OfConstraint _, Subject.OfIndex _ -> {}
              }
            });
    return result;
  }

  static Result ofHistory(Workspace workspace, Optional<String> at) {
    workspace.requireSoundHistory();
    List<RevisionId> ids =
        at.map(it -> workspace.scripts().resolve(it))
            .orElseGet(() -> workspace.scripts().graph().effectiveHeads());
    Schema schema = workspace.history().at(ids);
    return new Result(
        schema,
        workspace.dialect(),
        workspace.problems(),
        workspace.scriptsAsOfToday(),
        Collections.emptySortedMap());
  }

  static Result ofSql(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "cannot read " + file + ": " + FileReason.of(e),
          "name a file of SQL, such as pg_dump --schema-only writes");
    }
    List<Operation> operations = SqlReader.readAlone(text, Schema.EMPTY);
    Schema schema = Apply.after(operations, Schema.EMPTY);
    List<Problem> problems =
        operations.stream()
            .filter(Opaque.class::isInstance)
            .map(it -> Problem.warning(file + ": " + Describe.describe(it), Optional.empty()))
            .toList();
    return new Result(schema, Dialects.of(DialectName.POSTGRESQL), problems);
  }

  static Result ofDatabase(String url, TableName versionTable) {
    try (Session session = Session.open(DatabaseUrl.parse(url))) {
      Scope scope = Scope.without(versionTable);
      Inspection found = Inspector.inspect(session, scope);
      List<Problem> problems =
          found.beyond().stream()
              .map(it -> Problem.warning("not part of the schema shown: " + it, Optional.empty()))
              .toList();
      return new Result(found.schema(), Dialects.of(DialectName.POSTGRESQL), problems);
    }
  }
}
