package limbeck.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFinderTest {
  @TempDir Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void begin() throws IOException {
    folder = new ProjectFolder(directory.toRealPath());
    // The top of a repository, so that nothing above the temporary directory is looked at.
    Files.createDirectory(folder.path(".git"));
  }

  private void scripts(String location) {
    folder.with(location + "/env.py", "").with(location + "/script.py.mako", "\"\"\"x\"\"\"\n");
  }

  @Test
  void anIniFileInTheDirectoryIsRead() {
    scripts("migrations");
    folder.with(
        "alembic.ini",
        """
        [alembic]
        script_location = %(here)s/migrations
        prepend_sys_path = .
        file_template = %%(year)d_%%(rev)s
        truncate_slug_length = 20
        timezone = UTC
        sqlalchemy.url = postgresql://u:p%%40@h/db
        """);
    Project project = folder.find();
    assertThat(project.root()).isEqualTo(folder.root());
    assertThat(project.scriptLocation()).isEqualTo(folder.path("migrations"));
    assertThat(project.versionLocations()).containsExactly(folder.path("migrations/versions"));
    assertThat(project.systemPath()).containsExactly(folder.root());
    assertThat(project.naming())
        .isEqualTo(new Project.FileNaming("%(year)d_%(rev)s", 20, Optional.of("UTC")));
    assertThat(project.databaseUrl()).contains("postgresql://u:p%40@h/db");
    assertThat(project.template().orElseThrow().text()).isEqualTo("\"\"\"x\"\"\"\n");
  }

  @Test
  void tomlIsReadAndTheIniFileWinsKeyByKey() {
    scripts("migrations");
    folder
        .with(
            "pyproject.toml",
            """
            [tool.alembic]
            script_location = "%(here)s/migrations"
            version_locations = ["%(here)s/a", "b"]
            recursive_version_locations = true
            file_template = "%%(rev)s"
            truncate_slug_length = 11
            [[tool.alembic.post_write_hooks]]
            name = "format"
            type = "exec"
            executable = "ruff"
            """)
        .with("alembic.ini", "[alembic]\nfile_template = %%(slug)s\n");
    Project project = folder.find();
    assertThat(project.versionLocations()).containsExactly(folder.path("a"), folder.path("b"));
    assertThat(project.recursive()).isTrue();
    assertThat(project.naming().fileTemplate()).isEqualTo("%(slug)s");
    assertThat(project.naming().truncateSlugLength()).isEqualTo(11);
    assertThat(project.hooks()).hasSize(1);
    assertThat(project.hooks().getFirst().options()).containsEntry("executable", "ruff");
    assertThat(project.configuration())
        .containsExactly(folder.path("alembic.ini"), folder.path("pyproject.toml"));
  }

  @Test
  void versionLocationsAreSplitByTheSeparatorStated() {
    scripts("m");
    folder.with(
        "alembic.ini",
        "[alembic]\nscript_location = m\nversion_locations = a b:c\npath_separator = :\n");
    assertThat(folder.find().versionLocations())
        .containsExactly(folder.path("a b"), folder.path("c"));
  }

  @Test
  void withoutASeparatorBlanksAndCommasSplit() {
    scripts("m");
    folder.with("alembic.ini", "[alembic]\nscript_location = m\nversion_locations = a, b c\n");
    assertThat(folder.find().versionLocations())
        .containsExactly(folder.path("a"), folder.path("b"), folder.path("c"));
  }

  @Test
  void theOnlyEnvironmentBelowIsFound() {
    folder.with("backend/alembic.ini", "[alembic]\nscript_location = app/alembic\n");
    scripts("backend/app/alembic");
    Project project = folder.find();
    assertThat(project.root()).isEqualTo(folder.path("backend"));
    assertThat(project.scriptLocation()).isEqualTo(folder.path("backend/app/alembic"));
  }

  @Test
  void aLocationWrittenForTheFolderAboveIsUnderstood() {
    folder.with("backend/alembic.ini", "[alembic]\nscript_location = backend/migrations\n");
    scripts("backend/migrations");
    Project project = folder.find();
    assertThat(project.root()).isEqualTo(folder.root());
    assertThat(project.scriptLocation()).isEqualTo(folder.path("backend/migrations"));
  }

  @Test
  void theEnvironmentAboveIsFound() {
    folder.with("alembic.ini", "[alembic]\nscript_location = m\n").with("app/models/x.py", "");
    scripts("m");
    Project project = ProjectFinder.find(ProjectFinder.Request.in(folder.path("app/models")));
    assertThat(project.scriptLocation()).isEqualTo(folder.path("m"));
  }

  @Test
  void severalEnvironmentsAreListed() {
    folder
        .with("one/alembic.ini", "[alembic]\nscript_location = m\n")
        .with("two/alembic.ini", "[alembic]\nscript_location = m\n");
    assertThatThrownBy(folder::find)
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("several Alembic environments: ")
        .hasMessageContaining("/one, ")
        .hasMessageContaining("/two");
  }

  @Test
  void anotherSectionIsUsedWhenNamedAndProposedWhenNot() {
    scripts("m");
    folder.with(
        "alembic.ini",
        "[alembic]\nx = 1\n[billing]\nscript_location = m\n[loggers]\nkeys = root\n");
    assertThatThrownBy(folder::find)
        .isInstanceOfSatisfying(
            ToolFailure.class,
            it -> assertThat(it.help()).isEqualTo("choose an environment with -n: billing"));
    Project project =
        ProjectFinder.find(
            new ProjectFinder.Request(
                folder.root(),
                Optional.of(Path.of("alembic.ini")),
                Optional.of("billing"),
                List.of()));
    assertThat(project.scriptLocation()).isEqualTo(folder.path("m"));
  }

  @Test
  void anIniFileBesideEnvPyNeedsNoLocation() {
    scripts("migrations");
    folder.with("migrations/alembic.ini", "[alembic]\n");
    Project project = folder.find();
    assertThat(project.scriptLocation()).isEqualTo(folder.path("migrations"));
    assertThat(project.root()).isEqualTo(folder.root());
  }

  @Test
  void aPackageResourceIsLookedUp() {
    folder.with(
        "alembic.ini", "[alembic]\nscript_location = shop.db:migrations\nprepend_sys_path = src\n");
    scripts("src/shop/db/migrations");
    assertThat(folder.find().scriptLocation()).isEqualTo(folder.path("src/shop/db/migrations"));
  }

  @Test
  void nothingFoundSaysHowToBegin() {
    assertThatThrownBy(folder::find)
        .isInstanceOfSatisfying(
            ToolFailure.class, it -> assertThat(it.help()).contains("alembic init"));
  }

  @Test
  void settingsComeFromLimbeckTomlFirst() {
    scripts("m");
    folder
        .with("alembic.ini", "[alembic]\nscript_location = m\n")
        .with("pyproject.toml", "[tool.limbeck]\ndialect = \"sqlite\"\n");
    assertThat(folder.find().settings().dialect()).contains("sqlite");
    folder.with("limbeck.toml", "models = [\"app.models\"]\n[fill]\ntask.status = \"'open'\"\n");
    Settings settings = folder.find().settings();
    assertThat(settings.dialect()).isEmpty();
    assertThat(settings.models()).isEqualTo(List.of("app.models"));
    assertThat(settings.answers().values("--fill")).containsExactly("task.status='open'");
  }

  @Test
  void anUnknownSettingIsNamedWithItsPlace() {
    scripts("m");
    folder
        .with("alembic.ini", "[alembic]\nscript_location = m\n")
        .with("limbeck.toml", "\nmodel = [\"app\"]\n");
    assertThatThrownBy(folder::find)
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("limbeck.toml:2:1: unknown key model");
  }

  @Test
  void brokenTomlIsNamedWithItsPlace() {
    folder.with("pyproject.toml", "[tool.alembic]\nscript_location = \n");
    assertThatThrownBy(folder::find)
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("pyproject.toml:2:");
  }
}
