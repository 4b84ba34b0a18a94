package limbeck.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import limbeck.cli.Console;
import limbeck.cli.Program;

/** A small project in a temporary folder, worked on as a user would: with files and commands. */
final class ScratchProject implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      [alembic]
      script_location = migrations
      prepend_sys_path = .
      sqlalchemy.url = postgresql+psycopg://localhost/none
      """;

  private static final String ENVIRONMENT =
      """
      from alembic import context

      from models import METADATA

      target_metadata = METADATA

      context.configure(target_metadata=target_metadata)
      """;

  private final Path folder;
  private final String url;
  private final String configure;

  ScratchProject(Path folder) {
    this(folder, "postgresql+psycopg://localhost/none", "");
  }

  private ScratchProject(Path folder, String url, String configure) {
    this.folder = folder;
    this.url = url;
    this.configure = configure;
    write("alembic.ini", CONFIGURATION.replace("postgresql+psycopg://localhost/none", url));
    write("migrations/script.py.mako", template());
    try {
      Files.createDirectories(versions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets up a project for MariaDB. */
  static ScratchProject onMariadb(Path folder) {
    return new ScratchProject(folder, "mariadb+pymysql://localhost/none", "");
  }

  /** Sets up a project for SQLite, in batch mode as Alembic advises. */
  static ScratchProject onSqlite(Path folder) {
    return new ScratchProject(folder, "sqlite:///none.db", ", render_as_batch=True");
  }

  /**
   * What a command did.
   *
   * @param code its exit code
   * @param out standard output
   * @param err standard error
   */
  record Result(int code, String out, String err) {
    @Override
    public String toString() {
      return "exit " + code + "\n--- standard output\n" + out + "\n--- standard error\n" + err;
    }
  }

  private static String template() {
    try {
      return Files.readString(Path.of("examples/todo/migrations/script.py.mako"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the models, and an env.py that takes their metadata. */
  void models(String source) {
    write("models.py", source);
    String metadata =
        source.contains("(SQLModel, table=True)")
            ? "from sqlmodel import SQLModel\n\nimport models  # noqa: F401\n\ntarget_metadata = SQLModel.metadata"
            : "from models import Base\n\ntarget_metadata = Base.metadata";
    write(
        "migrations/env.py",
        ENVIRONMENT
            .replace("from models import METADATA\n\ntarget_metadata = METADATA", metadata)
            .replace("=target_metadata)", "=target_metadata" + configure + ")"));
  }

  /** Runs a command in the project's folder. */
  Result run(String... words) {
    return runIn(folder, words);
  }

  /** Runs a command in any project's folder. */
  static Result runIn(Path folder, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-C", folder.toString()));
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("SOURCE_DATE_EPOCH", "1767225600"),
            false);
    int code = new Program(console).run(all.toArray(String[]::new));
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Returns the revision files, in order of their names. */
  List<Path> revisions() {
    try (Stream<Path> files = Files.list(versions())) {
      return files.filter(it -> it.toString().endsWith(".py")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of its database, as the files of the cases have it. */
  String database() {
    return url.substring(0, url.indexOf(':')).replaceFirst("\\+.*", "");
  }

  Path folder() {
    return folder;
  }

  Path migrations() {
    return folder.resolve("migrations");
  }

  Path modelsFile() {
    return folder.resolve("models.py");
  }

  private Path versions() {
    return migrations().resolve("versions");
  }

  /** Deletes the folder. */
  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
