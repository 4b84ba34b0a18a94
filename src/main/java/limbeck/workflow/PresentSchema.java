package limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import limbeck.database.DatabaseUrl;
import limbeck.database.Session;
import limbeck.revision.RevisionId;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.ToolFailure;

/** The schema before, where it is not taken from the history but from a database or from SQL. */
final class PresentSchema {
  private final Workspace workspace;
  private final List<RevisionId> parents;

  /**
   * Makes a reader.
   *
   * @param parents the revisions that a new one follows
   */
  PresentSchema(Workspace workspace, List<RevisionId> parents) {
    this.workspace = workspace;
    this.parents = parents;
  }

  /**
   * Reads it.
   *
   * @throws ToolFailure when the project is for another database, or the database is not where the
   *     history ends: a revision that follows the history would not fit it
   */
  Schema read(SchemaOf.Source source) {
    if (workspace.dialectName() != DialectName.POSTGRESQL) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          source.title()
              + " is read as PostgreSQL, and this project is for "
              + workspace.dialectName().sqlalchemyName(),
          "leave the option out to compare with the history");
    }
    SchemaOf.Result result =
        switch (source) {
          case SchemaOf.Source.OfDatabase(String url) -> {
            requireAtHead(url);
            yield SchemaOf.ofDatabase(url, versionTable());
          }
          case SchemaOf.Source.OfSql(Path file) -> SchemaOf.ofSql(file);
          case SchemaOf.Source.OfModels() -> SchemaOf.ofModels(workspace);
          case SchemaOf.Source.OfHistory(Optional<String> at) -> SchemaOf.ofHistory(workspace, at);
        };
    workspace.report(result.problems());
    return result.schema();
  }

  private TableName versionTable() {
    StatedEnvironment environment = workspace.environment();
    return new TableName(environment.versionTableSchema(), environment.versionTable());
  }

  private void requireAtHead(String url) {
    SortedSet<String> wanted = texts(parents);
    SortedSet<String> present = new TreeSet<>();
    TableName table = versionTable();
    String quoted =
        table.schema().map(it -> workspace.dialect().quote(it) + ".").orElse("")
            + workspace.dialect().quote(table.name());
    try (Session session = Session.open(DatabaseUrl.parse(url))) {
      String literal = "'" + quoted.replace("'", "''") + "'";
      if (session.query("SELECT to_regclass(" + literal + ")").firstValue().isPresent()) {
        present.addAll(session.query("SELECT version_num FROM " + quoted).firstColumn());
      }
    }
    if (!present.equals(wanted)) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "the database is at "
              + (present.isEmpty() ? "no revision" : String.join(", ", present))
              + ", and the history ends "
              + (wanted.isEmpty() ? "at none" : "at " + String.join(", ", wanted)),
          "bring it to the end of the history first, or stamp it if its schema is there already");
    }
  }

  private static SortedSet<String> texts(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::text).collect(Collectors.toCollection(TreeSet::new));
  }
}
