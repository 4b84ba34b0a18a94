package limbeck.judge;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Revisions for the judge to run, with what Alembic must know about them.
 *
 * @param settings the judge's own parameters; see {@code jobs_alembic.py}
 */
public record History(Map<String, Object> settings) {
  /** Copies the settings. */
  public History {
    settings = Map.copyOf(settings);
  }

  /** Names a folder with revisions, or with {@code versions} in it; run with an env.py of ours. */
  public static History in(Path scriptFolder) {
    return new History(Map.of("script_dir", scriptFolder.toAbsolutePath().toString()));
  }

  /** Names a project by its alembic.ini; its own env.py is run, with DATABASE_URL set. */
  public static History ofProject(Path alembicIni) {
    return new History(
        Map.of("config", alembicIni.toAbsolutePath().toString(), "use_project_env", true));
  }

  /** Adds the models, which give the target metadata and so the naming convention. */
  public History withModels(Models models) {
    return with("models", models.asJson());
  }

  /** Adds a naming convention, as {@code MetaData(naming_convention=…)} takes it. */
  public History withNamingConvention(Map<String, String> convention) {
    return with("naming_convention", convention);
  }

  /** Adds folders that the scripts import from. */
  public History withImportPath(Path... folders) {
    return with("sys_path", Models.texts(List.of(folders)));
  }

  /** Adds keywords for {@code context.configure()}, such as {@code transaction_per_migration}. */
  public History withOptions(Map<String, Object> options) {
    return with("options", options);
  }

  /** Sets one of the judge's own parameters. */
  public History with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new History(more);
  }
}
