package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.judge.History;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A naming convention comes into a project that has databases already: the revision fits those, and
 * a database that is built from the beginning under the convention.
 */
@Tag("oracle")
@Tag("postgres")
class ConventionTest {
  private static final String MODELS =
      """
      import sqlalchemy as sa
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


      class Base(DeclarativeBase):
          metadata = sa.MetaData(CONVENTION)


      class Author(Base):
          __tablename__ = "author"

          id: Mapped[int] = mapped_column(primary_key=True)
          name: Mapped[str] = mapped_column(sa.String(100), unique=True)


      class Book(Base):
          __tablename__ = "Book"
          __table_args__ = (sa.CheckConstraint("pages > 0", name="CHECKED"),)

          id: Mapped[int] = mapped_column(primary_key=True)
          pages: Mapped[int]
          author_id: Mapped[int] = mapped_column(sa.ForeignKey("author.id"))
      """;

  private static final String CONVENTION =
      """
      naming_convention={
              "uq": "uq_%(table_name)s_%(column_0_name)s",
              "ck": "ck_%(table_name)s_%(constraint_name)s",
              "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
              "pk": "pk_%(table_name)s",
          }\
      """;

  @TempDir private Path folder;

  @Test
  void fitsDatabasesOfBeforeAndAfter() {
    ScratchProject project = new ScratchProject(folder);
    PythonJudge judge = PythonJudge.shared();
    project.models(MODELS.replace("CONVENTION", "").replace("CHECKED", "ck_Book_paged"));
    generate(project, "create", "--rev-id", GenerateCasesTest.FIRST);
    ReusedDatabase old = ReusedDatabase.emptied(16, "convention_old");
    judge.upgrade(
        History.in(project.migrations()).withModels(Models.inFiles(project.modelsFile())),
        old.url().sqlalchemy(),
        "head");

    project.models(MODELS.replace("CONVENTION", CONVENTION).replace("CHECKED", "paged"));
    generate(project, "name by convention");
    // The models are imported anew, as another file.
    History history = History.in(project.migrations()).withModels(Models.inFiles(copied(project)));
    ReusedDatabase fresh = ReusedDatabase.emptied(16, "convention_new");
    judge.upgrade(history, fresh.url().sqlalchemy(), "head");
    judge.upgrade(history, old.url().sqlalchemy(), "head");

    assertThat(schema(old)).isEqualTo(schema(fresh));
    assertThat(schema(old).table(TableName.of("Book")).orElseThrow().constraints().toString())
        .contains("pk_Book", "ck_Book_paged", "fk_Book_author_id_author");
  }

  private static Path copied(ScratchProject project) {
    project.write("models_now.py", project.read(project.modelsFile()));
    return project.folder().resolve("models_now.py");
  }

  private static Schema schema(ReusedDatabase database) {
    try (Session session = database.open()) {
      return Inspector.inspect(session, Scope.without(TableName.of("alembic_version"))).schema();
    }
  }

  private static void generate(ScratchProject project, String message, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "generate";
    words[1] = "-m";
    words[2] = message;
    System.arraycopy(more, 0, words, 3, more.length);
    ScratchProject.Result result = project.run(words);
    assertThat(result.code()).as("%s", result).isZero();
  }
}
