package limbeck.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentReaderTest {
  @TempDir Path directory;

  /** What was read, and the modules that were evaluated for it. */
  private record Reading(Environment environment, Evaluator program) {}

  private Reading read(String env) throws Exception {
    ProjectFolder folder = new ProjectFolder(directory.toRealPath());
    folder
        .with("alembic.ini", "[alembic]\nscript_location = m\nsqlalchemy.url = sqlite:///x.db\n")
        .with("app/__init__.py", "")
        .with(
            "app/models.py", "from sqlmodel import SQLModel\nclass A(SQLModel, table=True): ...\n")
        .with("m/env.py", env);
    Project project = folder.find();
    EnvironmentReader reader = new EnvironmentReader(project, Host.SILENT);
    Evaluator program = new Evaluator(DiskModuleSource.of(project), reader.host());
    return new Reading(reader.read(program), program);
  }

  private static final String USUAL =
      """
      from logging.config import fileConfig
      from alembic import context
      from sqlalchemy import engine_from_config, pool
      from sqlmodel import SQLModel
      from app import models
      config = context.config
      if config.config_file_name is not None:
          fileConfig(config.config_file_name)
      target_metadata = SQLModel.metadata

      def run_migrations_offline():
          url = config.get_main_option("sqlalchemy.url")
          context.configure(url=url, target_metadata=target_metadata, literal_binds=True)
          with context.begin_transaction():
              context.run_migrations()

      def run_migrations_online():
          connectable = engine_from_config(
              config.get_section(config.config_ini_section, {}), prefix="sqlalchemy."
          )
          with connectable.connect() as connection:
              context.configure(
                  connection=connection,
                  target_metadata=target_metadata,
                  compare_server_default=True,
                  version_table="versions",
                  include_object=lambda *a: True,
              )
              with context.begin_transaction():
                  context.run_migrations()

      if context.is_offline_mode():
          run_migrations_offline()
      else:
          run_migrations_online()
      """;

  @Test
  void theUsualFileIsUnderstood() throws Exception {
    Reading reading = read(USUAL);
    Environment environment = reading.environment();
    assertThat(environment.problems()).isEmpty();
    assertThat(environment.targetMetadata()).isPresent();
    assertThat(environment.targetMetadata().orElseThrow()).isNotInstanceOf(Value.Unknown.class);
    assertThat(environment.url()).contains("sqlite:///x.db");
    assertThat(environment.versionTable()).isEqualTo("versions");
    assertThat(environment.compareServerDefault()).isTrue();
    assertThat(environment.compareType()).isTrue();
    assertThat(environment.hooks()).containsOnlyKeys("include_object");
    assertThat(reading.program().classes()).extracting(it -> it.name()).contains("A");
  }

  @Test
  void asynchronousFilesAreFollowed() throws Exception {
    Environment environment =
        read("""
                import asyncio
                from alembic import context
                from sqlalchemy.ext.asyncio import async_engine_from_config
                from app.models import A
                config = context.config
                config.set_main_option("sqlalchemy.url", "postgresql+asyncpg://u:p%%40@h/d")
                target_metadata = A.metadata

                def do_run_migrations(connection):
                    context.configure(
                        connection=connection,
                        target_metadata=target_metadata,
                        render_as_batch=True,
                        transaction_per_migration=True,
                    )
                    with context.begin_transaction():
                        context.run_migrations()

                async def run_async_migrations():
                    connectable = async_engine_from_config(config.get_section("alembic"))
                    async with connectable.connect() as connection:
                        await connection.run_sync(do_run_migrations)
                    await connectable.dispose()

                def run_migrations_online():
                    asyncio.run(run_async_migrations())

                if context.is_offline_mode():
                    pass
                else:
                    run_migrations_online()
                """)
            .environment();
    assertThat(environment.problems()).isEmpty();
    assertThat(environment.renderAsBatch()).isTrue();
    assertThat(environment.transactionPerMigration()).isTrue();
    assertThat(environment.url()).contains("postgresql+asyncpg://u:p%40@h/d");
  }

  @Test
  void keywordsOfADictionaryCount() throws Exception {
    Environment environment =
        read("""
                from alembic import context
                options = {"version_table_schema": "ops", "include_schemas": True}
                def run(connection):
                    context.configure(connection=connection, **options)
                """)
            .environment();
    assertThat(environment.versionTableSchema()).contains("ops");
    assertThat(environment.includeSchemas()).isTrue();
    assertThat(environment.targetMetadata()).isEmpty();
  }

  @Test
  void whatCannotBeToldIsSaidWithItsPlace() throws Exception {
    Environment environment =
        read("""
                import os
                from alembic import context
                context.configure(
                    connection=1, version_table=os.environ["TABLE"], compare_type=my_choice()
                )
                """)
            .environment();
    assertThat(environment.versionTable()).isEqualTo("alembic_version");
    assertThat(environment.problems()).hasSize(2);
    assertThat(environment.problems().getFirst().message())
        .startsWith("version_table cannot be told");
    assertThat(environment.problems().getFirst().at().line()).isBetween(3, 4);
  }

  @Test
  void aFileThatConfiguresNothingIsSaid() throws Exception {
    assertThat(read("x = 1\n").environment().problems().getFirst().message())
        .contains("no call of context.configure()");
  }
}
