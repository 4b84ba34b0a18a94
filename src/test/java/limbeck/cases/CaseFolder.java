package limbeck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One case: a folder {@code src/test/cases/AREA/NAME} with inputs and expected files.
 *
 * <p>{@code -Dlimbeck.case=AREA/NAME} runs that case alone (or several, with commas). {@code
 * -Dlimbeck.golden=true} writes the expected files instead of comparing with them; {@code ./dev
 * golden} does both.
 */
public final class CaseFolder {
  private static final Path ALL = Path.of("src/test/cases");

  private final Path all;
  private final Path folder;
  private final boolean golden;

  CaseFolder(Path all, Path folder, boolean golden) {
    this.all = all;
    this.folder = folder;
    this.golden = golden;
  }

  /** Makes one test for each case of an area, named by the case. */
  public static Stream<DynamicTest> tests(String area, Consumer<CaseFolder> check) {
    return in(area).stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.name(), it.folder.toAbsolutePath().toUri(), () -> check.accept(it)));
  }

  /** Returns the cases of an area in the order of their names; only the chosen one, if any. */
  public static List<CaseFolder> in(String area) {
    return in(
        ALL, area, System.getProperty("limbeck.case", ""), Boolean.getBoolean("limbeck.golden"));
  }

  static List<CaseFolder> in(Path all, String area, String chosen, boolean golden) {
    Path place = all.resolve(area);
    if (!Files.isDirectory(place)) {
      throw new IllegalStateException("There is no folder of cases " + place + ".");
    }
    try (Stream<Path> folders = Files.list(place)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(it -> new CaseFolder(all, it, golden))
          .filter(it -> chosen.isEmpty() || List.of(chosen.split(",")).contains(it.path()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder's name, such as {@code new-table}. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** Returns area and name, such as {@code generate/new-table}. */
  public String path() {
    return all.relativize(folder).toString().replace('\\', '/');
  }

  /** Returns the path of a file of the case, which need not exist. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Reads an input. */
  public String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file that only some cases have. */
  public Optional<String> readIfPresent(String name) {
    return Files.exists(file(name)) ? Optional.of(read(name)) : Optional.empty();
  }

  /** Requires that an expected file holds this text; writes it instead when asked to. */
  public void expect(String name, String actual) {
    if (golden) {
      write(name, actual);
    } else if (!Files.exists(file(name))) {
      fail(
          file(name)
              + " is missing; './dev golden "
              + path()
              + "' writes it. It would be:\n"
              + actual);
    } else {
      assertThat(actual).as("%s", file(name)).isEqualTo(read(name));
    }
  }

  /** Requires that a case has no such expected file; deletes it instead when asked to. */
  public void expectNothing(String name) {
    if (!golden) {
      assertThat(file(name)).as("nothing comes out for it").doesNotExist();
      return;
    }
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return path();
  }
}
