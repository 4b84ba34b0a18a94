package limbeck.workflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.dialect.Dialect;
import limbeck.dialect.Lowering;
import limbeck.operation.Operation;
import limbeck.project.Project;
import limbeck.read.table.NamingConvention;
import limbeck.render.RenderOptions;
import limbeck.render.ScriptTemplate;
import limbeck.render.Spelling;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.text.ToolFailure;

/** How a project wants its scripts, from what was read of it. */
final class Rendering {
  private static final Map<NamingConvention.Kind, String> KEYS =
      new EnumMap<>(
          Map.of(
              NamingConvention.Kind.INDEX, "ix",
              NamingConvention.Kind.PRIMARY_KEY, "pk",
              NamingConvention.Kind.UNIQUE, "uq",
              NamingConvention.Kind.CHECK, "ck",
              NamingConvention.Kind.FOREIGN_KEY, "fk"));

  private Rendering() {}

  static RenderOptions of(Workspace workspace) {
    SortedMap<String, String> convention = new TreeMap<>();
    workspace
        .stated()
        .convention()
        .ifPresent(
            it ->
                it.templates()
                    .forEach(
                        (kind, template) -> {
                          String key = KEYS.get(kind);
                          if (key != null) {
                            convention.put(key, template);
                          }
                        }));
    return new RenderOptions(
        workspace.dialectName(),
        template(workspace.project()),
        convention,
        workspace.environment().renderAsBatch() || workspace.dialectName() == DialectName.SQLITE,
        workspace.versions().sqlalchemyTwo(),
        spelling(workspace.dialect()),
        workspace.environment().enforcesForeignKeys());
  }

  private static ScriptTemplate template(Project project) {
    if (project.template().isEmpty()) {
      return ScriptTemplate.DEFAULT;
    }
    return switch (ScriptTemplate.parse(project.template().get().text())) {
      case ScriptTemplate.Parsed.Understood(ScriptTemplate template) -> template;
      case ScriptTemplate.Parsed.NotUnderstood _ -> ScriptTemplate.DEFAULT;
    };
  }

  /** Returns what could not be followed of the project's style. */
  static List<Problem> problems(Project project) {
    return project.template().stream()
        .flatMap(
            it ->
                switch (ScriptTemplate.parse(it.text())) {
                  case ScriptTemplate.Parsed.Understood _ -> Stream.<Problem>empty();
                  case ScriptTemplate.Parsed.NotUnderstood(String why) ->
                      Stream.of(
                          Problem.warning(
                              it.path()
                                  + " holds Python of its own ("
                                  + why
                                  + "), so Alembic's usual template is used",
                              Optional.empty()));
                })
        .toList();
  }

  private static Spelling spelling(Dialect dialect) {
    return new Spelling() {
      @Override
      public List<SqlText> statements(Operation operation, Schema before) {
        return switch (dialect.lower(operation, before)) {
          case Lowering.Statements(var statements) ->
              statements.stream().map(limbeck.dialect.Statement::sql).toList();
          case Lowering.Unsupported(String reason) ->
              throw new ToolFailure(
                  ToolFailure.Code.PROJECT,
                  dialect.name().sqlalchemyName() + " cannot do this: " + reason,
                  "change the models, or write this revision by hand");
        };
      }

      @Override
      public String type(SqlType type) {
        return dialect.spell(type);
      }

      @Override
      public String quote(String identifier) {
        return dialect.quote(identifier);
      }
    };
  }
}
