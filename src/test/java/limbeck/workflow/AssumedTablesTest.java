package limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import limbeck.report.SchemaSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that begin after the application has made its first tables by itself. */
class AssumedTablesTest {
  private static final String HEAD =
      """
      from alembic import op
      import sqlalchemy as sa
      """;

  private static final String MODELS =
      """
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
      import sqlalchemy as sa
      class Base(DeclarativeBase): ...
      class User(Base):
          __tablename__ = "users"
          id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
          email: Mapped[str] = mapped_column(sa.String(80), unique=True)
          age: Mapped[int | None] = mapped_column(sa.SmallInteger)
      """;

  @TempDir private Path project;
  private String latest = "None";

  private void file(String name, String text) {
    Path path = project.resolve(name);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revision(String id, String upgrade, String downgrade) {
    file(
        "versions/" + id + ".py",
        HEAD
            + "revision = '%s'\ndown_revision = %s\n".formatted(id, latest)
            + "def upgrade():\n"
            + upgrade.indent(4)
            + "def downgrade():\n"
            + downgrade.indent(4));
    latest = "'" + id + "'";
  }

  private ProjectRequest request(boolean models) {
    if (models) {
      file("app.py", MODELS);
      file(
          "env.py",
          """
          from alembic import context
          from app import Base
          context.configure(target_metadata=Base.metadata)
          """);
      file(
          "alembic.ini",
          """
          [alembic]
          script_location = .
          prepend_sys_path = .
          """);
    }
    return new ProjectRequest(
        project,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ProjectRequest.ModelSource.CONFIGURED,
        models ? List.of() : List.of(project.resolve("versions")),
        models ? Optional.empty() : Optional.of("{}"),
        Optional.empty());
  }

  private SchemaOf.Result schema() {
    return SchemaOf.run(request(false), new SchemaOf.Source.OfHistory(Optional.empty()));
  }

  private List<String> said() {
    return schema().problems().stream()
        .map(it -> it.message() + it.at().map(at -> " (line " + at.line() + ")").orElse(""))
        .toList();
  }

  private List<String> differences() {
    return Check.run(request(true)).differences();
  }

  @Test
  void aTableIsAssumedOnceAndCarried() {
    revision(
        "a1",
        """
        op.add_column("users", sa.Column("age", sa.SmallInteger()))
        op.create_index("ix_users_email", "users", ["email"])
        """,
        "op.drop_index('ix_users_email', 'users')\nop.drop_column('users', 'age')");
    revision("a2", "op.alter_column('users', 'age', nullable=False)", "pass");
    revision("a3", "op.drop_constraint('users_email_key', 'users')", "pass");
    assertThat(said())
        .containsExactly(
            "revision a1: no revision before creates table users: it is assumed, with what the"
                + " revisions touch of it (line 6)");
    assertThat(SchemaSql.write(schema().schema(), schema().dialect()))
        .contains("-- users: no revision creates this table")
        .contains("age SMALLINT NOT NULL")
        .contains("CREATE INDEX ix_users_email ON users (email)");
  }

  @Test
  void aForeignKeyToItTellsTheTypeOfItsKey() {
    revision(
        "a1",
        """
        op.create_table("notes",
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("user_id", sa.BigInteger(), sa.ForeignKey("users.id")))
        """,
        "op.drop_table('notes')");
    assertThat(said()).hasSize(1).first().asString().contains("creates table users");
    assertThat(SchemaSql.write(schema().schema(), schema().dialect()))
        .contains("id BIGINT NOT NULL")
        .contains("FOREIGN KEY(user_id) REFERENCES users (id)");
  }

  @Test
  void whatIsNotKnownOfItIsNoDifference() {
    revision("a1", "op.create_index('ix_users_email', 'users', ['email'], unique=True)", "pass");
    revision("a2", "op.drop_index('ix_users_email', 'users')", "pass");
    revision("a3", "op.drop_column('users', 'name')", "pass");
    assertThat(differences()).isEmpty();
  }

  @Test
  void whatIsKnownOfItIsADifference() {
    revision("a1", "op.add_column('users', sa.Column('age', sa.Integer()))", "pass");
    revision("a2", "op.add_column('users', sa.Column('old', sa.Text()))", "pass");
    assertThat(differences())
        .anyMatch(it -> it.contains("users.age") && it.contains("SMALLINT"))
        .anyMatch(it -> it.contains("drop column users.old"))
        .hasSize(2);
  }

  @Test
  void aTableThatTheModelsDoNotHaveEitherIsLeftAlone() {
    revision("a1", "op.add_column('users', sa.Column('age', sa.SmallInteger()))", "pass");
    revision("a2", "op.add_column('of_another_program', sa.Column('n', sa.Integer()))", "pass");
    assertThat(differences()).isEmpty();
  }

  @Test
  void theWayBackIsComparedWithoutIt() {
    revision(
        "a1",
        "op.add_column('users', sa.Column('age', sa.SmallInteger()))",
        "op.drop_column('users', 'age')");
    assertThat(
            ExplainRevisions.run(request(false), "a1")
                .explanations()
                .getFirst()
                .wayBack()
                .inverse())
        .isTrue();
  }

  @Test
  void underAnotherNameItIsStillAssumed() {
    revision("a1", "op.rename_table('users', 'people')", "pass");
    revision("a2", "op.add_column('people', sa.Column('age', sa.SmallInteger()))", "pass");
    assertThat(said()).hasSize(1);
    assertThat(schema().schema().tables()).hasSize(1);
  }
}
