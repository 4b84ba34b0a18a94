package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import limbeck.schema.DialectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What event listeners may do to tables is said to be unknown; what they do to rows is left out.
 */
class ListenersTest {
  private static final String HEAD =
      """
      import sqlalchemy as sa
      from sqlalchemy import event
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

      class Base(DeclarativeBase):
          pass

      class T(Base):
          __tablename__ = "t"
          id: Mapped[int] = mapped_column(primary_key=True)

      """;

  @TempDir Path folder;

  @Test
  void whatRunsAtCreation() throws IOException {
    String message = "what runs at after_create of the table t is not part of the schema shown";
    assertThat(problems("event.listen(T.__table__, 'after_create', sa.DDL('CREATE INDEX'))\n"))
        .containsExactly(message);
    assertThat(
            problems(
                """
                @event.listens_for(T.__table__, "after_create")
                def made(target, connection, **kw):
                    connection.execute(sa.text("CREATE TRIGGER x"))
                """))
        .containsExactly(message);
  }

  @Test
  void whatChangesTablesWhileTheyArePutTogether() throws IOException {
    assertThat(
            problems(
                """
                @event.listens_for(sa.Table, "after_parent_attach")
                def attach(table, metadata):
                    table.append_column(sa.Column("extra", sa.Integer))
                """))
        .singleElement()
        .asString()
        .contains("after_parent_attach");
  }

  @Test
  void whatConcernsRowsAndRelationsIsNothing() throws IOException {
    assertThat(
            problems(
                """
                @event.listens_for(T, "before_insert")
                def fill(mapper, connection, target):
                    target.id = 5

                @event.listens_for(Base, "mapper_configured", propagate=True)
                def note(mapper, cls):
                    print(cls.__name__)
                """))
        .isEmpty();
  }

  private List<String> problems(String source) throws IOException {
    Files.writeString(folder.resolve("models.py"), HEAD + source);
    return ReadModels.read(folder, List.of("models"), DialectName.POSTGRESQL).problems().stream()
        .map(ReadProblem::message)
        .toList();
  }
}
