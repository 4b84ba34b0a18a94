package limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.Describe;
import limbeck.project.Project;
import limbeck.schema.DialectName;
import limbeck.workflow.cache.CacheFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are kept from one run to the next state what the source states now. */
class KeptModelsTest {
  private static final String ENVIRONMENT =
      """
      from alembic import context
      from app.models import Base
      context.configure(connection=None, target_metadata=Base.metadata, version_table="versions")
      """;

  private static final String MODELS =
      """
      import enum
      from sqlalchemy import MetaData, String, text
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
      from app.limits import LENGTH, unknown_thing
      class Mood(enum.Enum):
          SAD = 1
          GLAD = 2
      class Base(DeclarativeBase):
          metadata = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"})
      class User(Base):
          __tablename__ = "users"
          id: Mapped[int] = mapped_column(primary_key=True)
          name: Mapped[str] = mapped_column(String(LENGTH), unique=True)
          mood: Mapped[Mood] = mapped_column(default=Mood.GLAD)
          label: Mapped[str] = mapped_column(String(9))  # limbeck: fill 'none'
          odd: Mapped[str] = mapped_column(unknown_thing())
      """;

  @TempDir private Path directory;

  private record Planned(List<String> steps, List<String> notes, List<String> problems) {}

  @BeforeEach
  void project() {
    file("alembic.ini", "[alembic]\nscript_location = migrations\n");
    file("migrations/env.py", ENVIRONMENT);
    file("migrations/versions/.keep", "");
    file("app/__init__.py", "");
    file("app/models.py", MODELS);
    file("app/limits.py", "LENGTH = 20\n");
  }

  private Path top() {
    return directory.resolve("project");
  }

  private void file(String name, String text) {
    Path path = top().resolve(name);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<CacheFolder> folder() {
    return Optional.of(new CacheFolder(directory.resolve("cache"), "build"));
  }

  private ProjectRequest request(Optional<CacheFolder> cache) {
    ProjectRequest plain = ProjectRequest.in(top());
    return new ProjectRequest(
        plain.directory(),
        plain.configuration(),
        plain.section(),
        plain.dialect(),
        plain.models(),
        plain.scripts(),
        plain.namingConvention(),
        cache);
  }

  private Planned plan(Optional<CacheFolder> cache) {
    PlanMigration.Result result = PlanMigration.run(request(cache), Choices.NONE);
    return new Planned(
        result.plan().stream()
            .flatMap(it -> Stream.concat(it.upgrade().stream(), it.downgrade().stream()))
            .map(it -> Describe.describe(it.operation()))
            .toList(),
        result.plan().stream()
            .flatMap(it -> Stream.concat(it.notes().stream(), it.questions().stream()))
            .map(Object::toString)
            .toList(),
        result.problems().stream().map(KeptModelsTest::text).toList());
  }

  private static String text(Problem problem) {
    return problem.message() + problem.at().map(it -> " " + it).orElse("");
  }

  private boolean isKept() {
    Project project = Projects.find(request(Optional.empty()));
    ModelSourceOf sources = ModelSourceOf.of(project, ProjectRequest.ModelSource.CONFIGURED);
    return KeptModels.of(project, sources, DialectName.POSTGRESQL, folder())
        .flatMap(KeptModels::find)
        .isPresent();
  }

  /** Plans three ways that must come to the same: without a cache, filling it, and out of it. */
  private Planned checked() {
    Planned expected = plan(Optional.empty());
    assertThat(plan(folder())).isEqualTo(expected);
    assertThat(isKept()).isTrue();
    assertThat(plan(folder())).isEqualTo(expected);
    return expected;
  }

  @Test
  void whatIsKeptPlansTheSame() {
    Planned planned = checked();
    assertThat(planned.steps()).anyMatch(it -> it.contains("users"));
    assertThat(planned.problems()).anyMatch(it -> it.contains("unknown_thing"));
    assertThat(planned.problems()).anyMatch(it -> it.contains("app/models.py:4"));
  }

  @Test
  void everyChangeOfTheSourceCounts() {
    checked();
    file("app/limits.py", "LENGTH = 30\n");
    assertThat(isKept()).isFalse();
    checked();
    file("app/models.py", MODELS.replace("String(9)", "String(8)"));
    assertThat(isKept()).isFalse();
    checked();
    file("app/models.py", MODELS.replace("fill 'none'", "fill 'more'"));
    assertThat(isKept()).isFalse();
    checked();
  }

  @Test
  void aModuleThatAppearsOrGoesCounts() throws IOException {
    file(
        "app/models.py",
        MODELS.replace(
            "class Base", "try:\n    import app.more\nexcept ImportError:\n    pass\nclass Base"));
    checked();
    file("app/more.py", "X = 1\n");
    assertThat(isKept()).isFalse();
    checked();
    Files.delete(top().resolve("app/more.py"));
    assertThat(isKept()).isFalse();
    checked();
  }

  @Test
  void theEnvironmentAndTheConfigurationCount() {
    checked();
    file("migrations/env.py", ENVIRONMENT.replace("\"versions\"", "\"users\""));
    assertThat(isKept()).isFalse();
    assertThat(checked().steps()).noneMatch(it -> it.contains("users"));
    file("alembic.ini", "[alembic]\nscript_location = migrations\nmode = other\n");
    assertThat(isKept()).isFalse();
    checked();
  }

  @Test
  void placesInTheEnvironmentAreTheSame() {
    file(
        "migrations/env.py",
        "# äöü äöü äöü äöü\n# äöü\nfrom app.models import Base\n\n"
            + ENVIRONMENT.replace("version_table=\"versions\"", "version_table=unknown()"));
    assertThat(checked().problems()).anyMatch(it -> it.contains("env.py:"));
  }

  @Test
  void functionsOfTheEnvironmentAreStillAsked() {
    file(
        "migrations/env.py",
        """
        from alembic import context
        from app.models import Base
        def include_object(object, name, type_, reflected, compare_to):
            return name != "users"
        context.configure(connection=None, target_metadata=Base.metadata, include_object=include_object)
        """);
    assertThat(checked().steps()).noneMatch(it -> it.contains("users"));
  }

  @Test
  void aConventionWithFunctionsIsNotKept() {
    file(
        "app/models.py",
        MODELS
            .replace("{\"uq\":", "{\"short\": short, \"uq\":")
            .replace("class Mood", "def short(constraint, table):\n    return 'u'\nclass Mood"));
    Planned expected = plan(Optional.empty());
    assertThat(plan(folder())).isEqualTo(expected);
    assertThat(isKept()).isFalse();
  }

  @Test
  void aSpoiledFileIsAsGoodAsNone() throws IOException {
    checked();
    try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    assertThat(isKept()).isFalse();
    checked();
  }
}
