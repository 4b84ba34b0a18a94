package limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source file keeps to, whatever room it is in. */
class SourcesTest {
  private static final int LINES = 500;
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("^public .*?\\b(class|interface|record|enum) (\\w+)");

  @Test
  void noFileIsLongerThanAPersonReads() throws IOException {
    assertThat(sources(".java", ".py", ".sh"))
        .filteredOn(file -> lines(file).size() > LINES)
        .as("files of more than %d lines are two files", LINES)
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatComesInAndWhatGoesOut() throws IOException {
    for (Path file : sources(".java")) {
      if (file.startsWith("tools")) {
        continue; // single files, run from source
      }
      Path description = description(file);
      assertThat(description).as("beside %s", file).exists();
      String text = Files.readString(description);
      assertThat(text).as("%s", description).contains("@NullMarked");
      if (description.startsWith("src/test")) {
        continue;
      }
      String words = text.substring(0, Math.max(0, text.indexOf("*/")));
      assertThat(words.split("\\.(\\s|$)", -1).length - 1)
          .as("sentences in %s", description)
          .isGreaterThanOrEqualTo(2);
    }
  }

  /** The tests of a room share its package, and so its description. */
  private static Path description(Path file) {
    Path own = file.resolveSibling("package-info.java");
    Path tests = Path.of("src/test/java");
    if (Files.exists(own) || !file.startsWith(tests)) {
      return own;
    }
    return Path.of("src/main/java").resolve(tests.relativize(own));
  }

  @Test
  void everyPublicTypeIsDescribed() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path file : sources(".java")) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher type = PUBLIC_TYPE.matcher(lines.get(i));
        if (type.find() && !described(lines, i)) {
          missing.add(file + ": " + type.group(2));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean described(List<String> lines, int type) {
    int above = type - 1;
    while (above > 0 && lines.get(above).startsWith("@")) {
      above--;
    }
    return above >= 0 && lines.get(above).strip().endsWith("*/");
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    // Written so that this file does not find itself.
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    assertThat(sources(".java", ".py", ".sh"))
        .filteredOn(file -> lines(file).stream().anyMatch(it -> later.matcher(it).find()))
        .isEmpty();
  }

  @Test
  void everySuppressionHasAReason() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Path file : sources(".java")) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        boolean suppresses = lines.get(i).strip().startsWith("@SuppressWarnings(");
        boolean above = i > 0 && lines.get(i - 1).strip().startsWith("//");
        if (suppresses && !above && !lines.get(i).contains("//")) {
          bare.add(file + ":" + (i + 1));
        }
      }
    }
    assertThat(bare).isEmpty();
  }

  private static List<Path> sources(String... endings) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(Path.of("src/main"), Path.of("src/test"), Path.of("tools"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            // Cases hold what users write, not what we write.
            .filter(file -> !file.startsWith("src/test/cases"))
            .filter(file -> Stream.of(endings).anyMatch(it -> file.toString().endsWith(it)))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
