package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.judge.History;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Each case is a folder: {@code before.py}, {@code after.py}, the options in {@code args}, and the
 * revision that is expected. It is proven by limbeck itself, then run up, down and up again by real
 * Alembic; the catalog must be the one that {@code metadata.create_all} makes, {@code
 * compare_metadata} must be silent, and {@code limbeck check} too.
 */
@Tag("oracle")
@Tag("postgres")
class GenerateCasesTest {
  private static final Scope SCOPE = Scope.without(TableName.of("alembic_version"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", GenerateCasesTest::check);
  }

  private static void check(CaseFolder folder) {
    Path temporary = temporary();
    ScratchProject project = new ScratchProject(temporary);
    project.models(folder.read("before.py"));
    ScratchProject.Result first =
        project.run("generate", "-m", "create tables", "--rev-id", "001_create_tables");
    assertThat(first.code()).as("%s", first).isZero();
    int base = project.revisions().size();

    project.models(folder.read("after.py"));
    List<String> words =
        new ArrayList<>(List.of("generate", "-m", folder.name().replace('-', ' ')));
    if (base == 0) {
      words.addAll(List.of("--rev-id", "001_first"));
    }
    folder.readIfPresent("args").ifPresent(it -> words.addAll(it.lines().toList()));
    ScratchProject.Result second = project.run(words.toArray(String[]::new));
    assertThat(second.code()).as("%s", second).isZero();

    List<Path> revisions = project.revisions();
    if (revisions.size() == base) {
      folder.expectNothing("expected.py");
    } else {
      folder.expect("expected.py", project.read(revisions.getLast()));
      judge(project, revisions.size() - base);
      // Generate proved what it planned; this proves the file, read back.
      ScratchProject.Result verified = project.run("verify");
      assertThat(verified.code()).as("%s", verified).isZero();
    }
    ScratchProject.Result check = project.run("check");
    assertThat(check.code()).as("%s", check).isZero();
  }

  private static void judge(ScratchProject project, int added) {
    EmbeddedPostgres server = SharedServer.of(16);
    PythonJudge judge = PythonJudge.shared();
    Models models = Models.inFiles(project.modelsFile());
    History history = History.in(project.migrations()).withModels(models);
    try (ScratchDatabase wanted = server.createDatabase();
        ScratchDatabase database = server.createDatabase()) {
      String url = database.url().sqlalchemy();
      boolean fromBase = project.revisions().size() == added;
      String start = fromBase ? "base" : "001_create_tables";
      if (!fromBase) {
        judge.upgrade(history, url, start);
      }
      Inspection before = inspect(database);
      judge.upgrade(history, url, "head");
      Inspection after = inspect(database);
      createSchemas(wanted, after);
      judge.createAll(models, wanted.url().sqlalchemy());
      assertSame(after, inspect(wanted));
      assertThat(judge.compareMetadata(models, url)).isEmpty();
      judge.downgrade(history, url, start);
      assertSame(inspect(database), before);
      judge.upgrade(history, url, "head");
      assertSame(inspect(database), after);
    }
  }

  /** Makes the schemas that the revisions make: create_all makes none. */
  private static void createSchemas(ScratchDatabase database, Inspection like) {
    try (Session session = database.open()) {
      like.schema()
          .namespaces()
          .forEach(it -> session.query("CREATE SCHEMA \"" + it.text() + "\""));
    }
  }

  /** Asserts equal catalogs; only the order of columns may differ. */
  private static void assertSame(Inspection actual, Inspection expected) {
    assertThat(ordered(actual)).isEqualTo(ordered(expected));
  }

  private static Inspection ordered(Inspection inspection) {
    limbeck.schema.Schema schema = inspection.schema();
    for (Table table : inspection.schema().tables().values()) {
      schema =
          schema.with(
              table.withColumns(
                  table.columns().stream()
                      .sorted(java.util.Comparator.comparing(limbeck.schema.Column::name))
                      .toList()));
    }
    return new Inspection(schema, inspection.beyond());
  }

  private static Inspection inspect(ScratchDatabase database) {
    try (Session session = database.open()) {
      return Inspector.inspect(session, SCOPE);
    }
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("limbeck-case");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
