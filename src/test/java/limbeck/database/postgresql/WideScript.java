package limbeck.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.schema.ColumnName;
import limbeck.schema.ConstraintName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wide script of {@code src/test/cases/inspector}, run on the oldest and the newest version.
 */
@Tag("postgres")
@ParameterizedClass(name = "on version {0}")
@ValueSource(ints = {16, 18})
abstract class WideScript {
  static final Scope SCOPE = Scope.without(TableName.of("alembic_version"));

  @Parameter int major;
  ScratchDatabase database;
  Session session;
  Inspection inspection;
  Schema schema;

  @BeforeEach
  void read() throws IOException {
    database = SharedServer.of(major).createDatabase();
    session = database.open();
    run(session, Files.readString(Path.of("src/test/cases/inspector/wide.sql")));
    inspection = Inspector.inspect(session, SCOPE);
    schema = inspection.schema();
  }

  @AfterEach
  void close() {
    session.close();
    database.close();
  }

  Table table(String name) {
    return schema.table(TableName.of(name)).orElseThrow();
  }

  static void run(Session session, String script) {
    assertThat(session.execute(script)).isInstanceOf(Outcome.Done.class);
  }

  static List<ColumnName> names(String... names) {
    return Stream.of(names).map(ColumnName::new).toList();
  }

  static Optional<ConstraintName> named(String name) {
    return Optional.of(new ConstraintName(name));
  }

  static SqlType integer() {
    return new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
  }
}
