package limbeck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
  @TempDir Path all = Path.of("");

  @BeforeEach
  void makeCases() throws IOException {
    for (String name : List.of("second", "first")) {
      Path folder = Files.createDirectories(all.resolve("area").resolve(name));
      Files.writeString(folder.resolve("expected.txt"), "as before\n");
    }
    Files.writeString(all.resolve("area/README.md"), "no case");
  }

  private CaseFolder first(boolean golden) {
    return CaseFolder.in(all, "area", "area/first", golden).getFirst();
  }

  @Test
  void listsTheCasesOfAnAreaByName() {
    assertThat(CaseFolder.in(all, "area", "", false))
        .map(CaseFolder::path)
        .containsExactly("area/first", "area/second");
    assertThat(CaseFolder.in(all, "area", "other/first", false)).isEmpty();
    assertThatThrownBy(() -> CaseFolder.in(all, "nowhere", "", false))
        .hasMessageContaining("no folder of cases");
  }

  @Test
  void comparesWithTheExpectedFile() {
    CaseFolder first = first(false);

    first.expect("expected.txt", "as before\n");
    assertThatThrownBy(() -> first.expect("expected.txt", "other\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected.txt");
    assertThatThrownBy(() -> first.expect("new.txt", "x"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("./dev golden area/first");
    assertThatThrownBy(() -> first.expectNothing("expected.txt"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void writesWhatIsExpectedWhenAsked() {
    CaseFolder first = first(true);
    first.expect("expected.txt", "other\n");
    first.expect("sql/postgresql.sql", "x");

    assertThat(first.read("expected.txt")).isEqualTo("other\n");
    assertThat(first.readIfPresent("sql/postgresql.sql")).contains("x");
    first.expectNothing("expected.txt");
    assertThat(first.readIfPresent("expected.txt")).isEmpty();
  }
}
