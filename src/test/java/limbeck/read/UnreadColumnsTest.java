package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import limbeck.read.model.Models;
import limbeck.read.model.Subject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides a column and is not known is said; nothing is guessed from the annotation. */
class UnreadColumnsTest {
  private static final String SQLMODEL =
      """
      import acme
      from sqlmodel import Field, SQLModel

      class T(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
      """;

  private static final String DECLARATIVE =
      """
      import acme
      from sqlalchemy import Column, Integer, String
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

      class Base(DeclarativeBase):
          pass

      class T(Base):
          __tablename__ = "t"
          id: Mapped[int] = mapped_column(primary_key=True)
      """;

  @TempDir Path folder;

  @Test
  void fieldOfUndefinedFunction() throws IOException {
    assertUnread(read(SQLMODEL + "    title: str = make_field()\n"));
  }

  @Test
  void fieldOfAnotherPackage() throws IOException {
    assertUnread(read(SQLMODEL + "    title: str = acme.make_field()\n"));
    assertUnread(read(SQLMODEL + "    title: str = acme.Maker(3).field()\n"));
  }

  @Test
  void fieldWithOptionsThatAreNotKnown() throws IOException {
    assertUnread(read(SQLMODEL + "    title: str = Field(**acme.options())\n"));
  }

  @Test
  void wholeColumnThatIsNotKnown() throws IOException {
    assertUnread(read(SQLMODEL + "    title: str = Field(sa_column=acme.column())\n"));
  }

  @Test
  void defaultsOfKnownPackagesAreDefaults() throws IOException {
    String source =
        "import datetime, uuid\n"
            + SQLMODEL
            + "    title: str = str(uuid.uuid4())\n"
            + "    at: datetime.date = datetime.date.today()\n";
    Models models = read(source);
    assertThat(models.problems()).isEmpty();
    assertThat(title(models).type()).isInstanceOf(SqlType.Varchar.class);
  }

  @Test
  void mappedAttributeOfUndefinedFunction() throws IOException {
    assertUnread(read(DECLARATIVE + "    title: Mapped[str] = make_column()\n"));
    assertUnread(read(DECLARATIVE + "    title: Mapped[str] = acme.make_column()\n"));
  }

  @Test
  void relationshipOfAnotherPackageIsNone() throws IOException {
    Models models = read(DECLARATIVE + "    others: Mapped[list[\"T\"]] = acme.related()\n");
    assertThat(models.problems()).isEmpty();
    assertThat(models.doubtful()).isEmpty();
  }

  @Test
  void attributeThatMayBeColumnIsDoubtful() throws IOException {
    Models models = read(DECLARATIVE + "    title = acme.make_column()\n");
    assertThat(models.doubtful()).containsOnlyKeys(column());
    assertThat(models.problems()).hasSize(1);
  }

  @Test
  void columnWithOptionsThatAreNotKnownIsDoubtful() throws IOException {
    for (String options : List.of("nullable=acme.flag()", "**acme.options()", "unique=acme.u()")) {
      Models models = read(DECLARATIVE + "    title = Column(String(9), " + options + ")\n");
      assertThat(models.doubtful()).as(options).containsOnlyKeys(column());
      assertThat(models.problems()).as(options).hasSize(1);
    }
  }

  private static void assertUnread(Models models) {
    assertThat(title(models).isUnread()).as("%s", title(models)).isTrue();
    assertThat(models.problems()).hasSize(1);
    assertThat(models.problems().getFirst().message()).contains("title");
  }

  private static Subject.OfColumn column() {
    return new Subject.OfColumn(TableName.of("t"), new ColumnName("title"));
  }

  private static Column title(Models models) {
    return models
        .schema()
        .table(TableName.of("t"))
        .orElseThrow()
        .column(new ColumnName("title"))
        .orElseThrow();
  }

  private Models read(String source) throws IOException {
    Files.writeString(folder.resolve("models.py"), source);
    return ReadModels.read(folder, List.of("models"), DialectName.POSTGRESQL);
  }
}
