package limbeck.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import limbeck.python.ModuleSource;
import limbeck.python.syntax.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules beyond the project: of its environment, and of packages that are known. */
class ProjectModulesTest {
  private static final String SITE = ".venv/lib/python3.13/site-packages/";

  @TempDir Path folder;

  @BeforeEach
  void project() throws IOException {
    write("alembic.ini", "[alembic]\nscript_location = migrations\n");
    write("migrations/env.py", "");
    write("app/models.py", "A = 1\n");
    write(SITE + "acme/__init__.py", "B = 2\n");
    write(SITE + "acme-1.0.dist-info/METADATA", "Name: acme\nRequires-Dist: SQLAlchemy>=2\n");
    write(SITE + "acme-1.0.dist-info/RECORD", "acme/__init__.py,,\n");
    write(SITE + "other/__init__.py", "C = 3\n");
    write(SITE + "other-1.0.dist-info/METADATA", "Requires-Dist: sqlalchemy; extra == 'db'\n");
    write(SITE + "other-1.0.dist-info/RECORD", "other/__init__.py,,\n");
    write(SITE + "sqlalchemy/__init__.py", "");
    write(SITE + "sqlalchemy-2.0.51.dist-info/METADATA", "Name: SQLAlchemy\n");
    write(SITE + "sqlalchemy-2.0.51.dist-info/RECORD", "sqlalchemy/__init__.py,,\n");
  }

  @Test
  void packagesThatNeedSqlalchemyAreRead() {
    ModuleSource modules = modules(List.of());
    assertThat(modules.find("app.models")).isPresent();
    assertThat(modules.find("acme")).isPresent();
    assertThat(modules.find("other")).isEmpty();
    assertThat(modules.find("sqlalchemy")).isEmpty();
  }

  @Test
  void packageThatHoldsTheModelsIsRead() {
    assertThat(modules(List.of("other.models")).find("other")).isPresent();
  }

  @Test
  void knownPackagesStandInForMissingOnes() {
    ModuleSource modules = modules(List.of());
    for (String name :
        List.of(
            "fastapi_users_db_sqlalchemy",
            "fastapi_users_db_sqlalchemy.access_token",
            "fastapi_users_db_sqlalchemy.generics",
            "advanced_alchemy.base",
            "advanced_alchemy.mixins",
            "advanced_alchemy.types")) {
      ModuleSource.Found found = modules.find(name).orElseThrow();
      assertThat(Parser.parse(found.file()).problems()).as(name).isEmpty();
    }
  }

  @Test
  void installedVersion() {
    assertThat(environment().flatMap(it -> it.version("SQLAlchemy"))).contains("2.0.51");
  }

  @Test
  void lockedVersions() throws IOException {
    write("uv.lock", "[[package]]\nname = \"sqlalchemy\"\nversion = \"2.0.45\"\n");
    write("requirements.txt", "sqlmodel[x]==0.0.8  # pinned\nuuid7>=0.1,<0.2\n");
    write("pyproject.toml", "[project]\ndependencies = [\"greenlet>=3,<4\", \"other~=1.2\"]\n");
    LockedVersions locked = new LockedVersions(found());
    assertThat(locked.exact("sqlalchemy")).contains("2.0.45");
    assertThat(locked.exact("sqlmodel")).contains("0.0.8");
    assertThat(locked.exact("uuid7")).isEmpty();
    assertThat(locked.conditions("uuid7")).containsExactly(">=0.1,<0.2");
    assertThat(locked.conditions("greenlet")).containsExactly(">=3,<4");
    assertThat(locked.conditions("other")).containsExactly("~=1.2");
  }

  private ProjectModules modules(List<String> models) {
    return ProjectModules.of(found(), List.of(), environment(), models);
  }

  private Optional<VirtualEnvironment> environment() {
    return VirtualEnvironment.find(found(), Optional.empty(), Optional.empty());
  }

  private Project found() {
    return ProjectFinder.find(ProjectFinder.Request.in(folder));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
