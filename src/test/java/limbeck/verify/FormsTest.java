package limbeck.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.LockMode;
import limbeck.dialect.postgresql.Effects;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.read.sql.SqlReader;
import limbeck.schema.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every form of DDL, read as a script would be, foretold and then run on tables with rows: what the
 * server shows must be what was foretold.
 */
@Tag("postgres")
class FormsTest {
  private static final Path FOLDER = Path.of("src/test/cases/review");
  private static final Pattern VERSIONS = Pattern.compile("\\[(\\d*)(-?)(\\d*)] (.*)");
  private static final Pattern ALONE =
      Pattern.compile("(?i)VACUUM.*|.* CONCURRENTLY .*|.* CONCURRENTLY");

  @TestFactory
  Stream<DynamicTest> foretoldAsSeen() throws IOException {
    List<String> forms =
        Files.readAllLines(Path.of(System.getProperty("limbeck.forms", FOLDER + "/forms.sql")));
    Schema schema = read("base.sql");
    int[] majors =
        Stream.of(System.getProperty("limbeck.majors", "16,18").split(",", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    return IntStream.of(majors)
        .boxed()
        .flatMap(
            major ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        "PostgreSQL " + major, () -> compare(major, forms, schema))));
  }

  private static void compare(int major, List<String> forms, Schema schema) throws IOException {
    List<String> differences = new ArrayList<>();
    int count = 0;
    Tally blocking = new Tally();
    Tally refused = new Tally();
    List<String> missed = new ArrayList<>();
    try (ScratchDatabase template = SharedServer.of(major).createDatabase()) {
      try (Session session = template.open()) {
        run(session, Files.readString(FOLDER.resolve("base.sql")));
        run(session, Files.readString(FOLDER.resolve("rows.sql")));
      }
      try (ScratchDatabase shared = SharedServer.of(major).createDatabase(template);
          Session session = shared.open();
          Session watcher = shared.open();
          Session blocker = shared.open()) {
        Observer observer = new Observer(session, watcher, blocker);
        for (String line : forms) {
          Matcher versions = VERSIONS.matcher(line);
          boolean limited = versions.matches();
          if (limited && !includes(versions, major)) {
            continue;
          }
          count++;
          String form = limited ? versions.group(4) : line;
          Observation seen;
          if (ALONE.matcher(form).matches() && !form.startsWith("REFRESH")) {
            seen = alone(major, template, form);
          } else {
            session.begin();
            seen = observer.inTransaction(List.of(form));
            session.rollback();
          }
          Impact foretold = impact(form, schema, major);
          Agreement.differences(foretold, seen)
              .forEach(it -> differences.add(form + "\n    " + it));
          if (seen.refusal().isEmpty()) {
            blocking.count(blocks(foretold), blocks(seen));
          }
          Optional<String> certain =
              foretold.refusal().filter(Effect.MayFail::certain).map(Effect.MayFail::sqlState);
          Optional<String> state = seen.refusal().map(Observation.Refusal::sqlState);
          if (certain.isEmpty() && state.filter(it -> !isAboutRows(it)).isPresent()) {
            missed.add(form + " -- " + seen.refusal().get().message());
          }
          // A literal that does not read as its type is refused like a row's value would be.
          refused.count(
              certain.isPresent(),
              state.filter(it -> !isAboutRows(it) || certain.equals(state)).isPresent());
        }
      }
    }
    assertThat(differences)
        .as(
            "%d differences in %d forms; blocking: %s; refused: %s",
            differences.size(), count, blocking, refused)
        .isEmpty();
    System.out.printf(
        "PostgreSQL %d: %d forms; blocking: %s; refused: %s%n", major, count, blocking, refused);
    missed.forEach(it -> System.out.println("  refused, foretold as possible only: " + it));
    assertThat(count).isGreaterThanOrEqualTo(260);
    assertThat(blocking.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(blocking.recall()).isGreaterThanOrEqualTo(0.98);
    assertThat(refused.precision()).isGreaterThanOrEqualTo(0.98);
    // The others are foretold, too, but as possible: what an extension brings is not known.
    assertThat(refused.recall()).isGreaterThanOrEqualTo(0.95);
  }

  /** How often something was foretold and seen. */
  private static final class Tally {
    private int both;
    private int onlyForetold;
    private int onlySeen;

    void count(boolean foretold, boolean seen) {
      both += foretold && seen ? 1 : 0;
      onlyForetold += foretold && !seen ? 1 : 0;
      onlySeen += !foretold && seen ? 1 : 0;
    }

    double precision() {
      return (double) both / (both + onlyForetold);
    }

    double recall() {
      return (double) both / (both + onlySeen);
    }

    @Override
    public String toString() {
      return "%d right, %d too many, %d missed".formatted(both, onlyForetold, onlySeen);
    }
  }

  private static boolean blocks(Impact impact) {
    return impact.refusal().filter(Effect.MayFail::certain).isEmpty()
        && impact.tables().values().stream().anyMatch(Impact.OnTable::works)
        && impact.tables().values().stream()
            .anyMatch(it -> it.lock().filter(FormsTest::isStrong).isPresent());
  }

  private static boolean blocks(Observation seen) {
    return seen.tables().values().stream()
            .anyMatch(
                it ->
                    it.rewritten()
                        || it.scanned()
                        || !it.built().isEmpty()
                        || !it.rebuilt().isEmpty())
        && seen.tables().values().stream()
            .anyMatch(it -> it.lock().filter(FormsTest::isStrong).isPresent());
  }

  private static boolean isStrong(LockMode mode) {
    return mode.compareTo(LockMode.SHARE) >= 0;
  }

  private static boolean isAboutRows(String sqlState) {
    return sqlState.startsWith("23") || (sqlState.startsWith("22") && !sqlState.equals("22023"));
  }

  private static boolean includes(Matcher versions, int major) {
    String from = versions.group(1);
    String to = versions.group(2).isEmpty() ? "" : versions.group(3);
    return (from.isEmpty() || major >= Integer.parseInt(from))
        && (to.isEmpty() || major <= Integer.parseInt(to));
  }

  private static Observation alone(int major, ScratchDatabase template, String form) {
    try (ScratchDatabase copy = SharedServer.of(major).createDatabase(template);
        Session session = copy.open();
        Session watcher = copy.open();
        Session blocker = copy.open()) {
      return new Observer(session, watcher, blocker).alone(form);
    }
  }

  private static Impact impact(String form, Schema schema, int major) {
    List<Operation> operations = SqlReader.readAlone(form, schema);
    List<Effect> effects = Effects.ofStatement(operations, schema, major, Set.of(), true);
    return Impact.of(effects);
  }

  private static Schema read(String file) throws IOException {
    return Apply.after(
        SqlReader.readAlone(Files.readString(FOLDER.resolve(file)), Schema.EMPTY), Schema.EMPTY);
  }

  private static void run(Session session, String statements) {
    assertThat(session.execute(statements)).isInstanceOf(Outcome.Done.class);
  }
}
