package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.text.ToolFailure;

/**
 * A PostgreSQL of the tool's own with empty databases, for programs that judge the tool from
 * outside.
 */
public final class ScratchServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  private ScratchServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param major the version, as in {@code 16}
   */
  public static ScratchServer start(String major) {
    int version;
    try {
      version = Integer.parseInt(major);
    } catch (NumberFormatException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "'" + major + "' is no version of PostgreSQL",
          "write a major version, such as " + Proofs.POSTGRESQL_MAJOR,
          e);
    }
    return new ScratchServer(EmbeddedPostgres.start(version, EmbeddedPostgres.Flags.FAST));
  }

  /** Creates empty databases and returns their URLs, in SQLAlchemy's form. */
  public List<String> databases(int count) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ScratchDatabase database = server.createDatabase();
      result.add(database.url().sqlalchemy());
    }
    return result;
  }

  @Override
  public void close() {
    server.close();
  }
}
