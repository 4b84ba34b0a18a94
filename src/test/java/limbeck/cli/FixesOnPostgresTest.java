package limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fixes of the rules' pages, applied by {@code review --fix} to a project of the page's own
 * code, and proven on PostgreSQL.
 */
@Tag("postgres")
class FixesOnPostgresTest {
  private static final Path PAGES = Path.of("src/main/resources/rules");
  private static final String HEAD =
      """
      import sqlalchemy as sa
      from alembic import op

      revision = "%s"
      down_revision = %s


      def upgrade():
      """;

  @TempDir private Path folder;

  /** The blocks of a page by kind, in order. */
  private record Block(String kind, String code) {}

  @TestFactory
  Stream<DynamicTest> fixesOfPagesAreProven() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(PAGES)) {
      pages =
          files
              .filter(it -> blocks(it).stream().anyMatch(block -> block.kind().startsWith("fixed")))
              .sorted()
              .toList();
    }
    assertThat(pages).hasSizeGreaterThanOrEqualTo(15);
    return pages.stream()
        .map(it -> DynamicTest.dynamicTest(String.valueOf(it.getFileName()), () -> check(it)));
  }

  private static List<Block> blocks(Path page) {
    List<Block> result = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    String kind = "";
    boolean inside = false;
    try {
      for (String line : Files.readAllLines(page)) {
        if (inside && line.equals("```")) {
          result.add(new Block(kind, code.toString()));
          code.setLength(0);
          inside = false;
        } else if (inside) {
          code.append(line.replaceAll("  # finding: .*", "")).append('\n');
        } else if (line.startsWith("```python")) {
          kind = line.substring("```python".length()).strip();
          inside = true;
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return result;
  }

  private void check(Path page) throws IOException {
    List<Block> blocks = blocks(page);
    int fixed = blocks.stream().map(Block::kind).toList().indexOf("fixed");
    String before =
        blocks.stream()
            .filter(it -> it.kind().equals("before"))
            .map(Block::code)
            .collect(Collectors.joining());
    Block bad = blocks.get(fixed - 1);
    String name = String.valueOf(page.getFileName()).replace(".md", "");
    Path project = Files.createDirectories(folder.resolve(name));
    Path versions = Files.createDirectories(project.resolve("migrations/versions"));
    Files.writeString(project.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
    Files.writeString(project.resolve("migrations/env.py"), "target_metadata = None\n");
    Files.writeString(
        versions.resolve("a.py"),
        HEAD.formatted("a", "None")
            + (before.isBlank() ? "    pass\n" : indented(before))
            + "\n\ndef downgrade():\n    pass\n");
    String script =
        bad.kind().equals("script")
            ? bad.code()
            : HEAD.formatted("b", "\"a\"") + indented(bad.code());
    Files.writeString(versions.resolve("b.py"), script);
    boolean unsafe = Files.readString(page).contains("--unsafe-fixes");
    String json = review(project, name + "=on", unsafe ? "--unsafe-fixes" : "--fix");
    assertThat(json).as(json).contains("\"outcome\" : \"proven\"").doesNotContain("taken_back");
    assertThat(json).doesNotContain("\"name\" : \"" + name + "\"");
    assertThat(Files.readString(versions.resolve("b.py"))).isNotEqualTo(script);
  }

  private static String indented(String code) {
    return code.lines().map(it -> "    " + it + "\n").collect(Collectors.joining());
  }

  private static String review(Path project, String rule, String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> words =
        new ArrayList<>(
            List.of("review", "b", "-C", project.toString(), "--rule", rule, "--format", "json"));
    words.add("--no-cache");
    words.addAll(List.of(options));
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    new Program(new Console(print, print, Map.of(), false)).run(words.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFixThatIsNotProvenIsTakenBack() throws IOException {
    Path project = Files.createDirectories(folder.resolve("taken"));
    Path versions = Files.createDirectories(project.resolve("migrations/versions"));
    Files.writeString(project.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
    Files.writeString(project.resolve("migrations/env.py"), "target_metadata = None\n");
    Files.writeString(
        versions.resolve("a.py"),
        HEAD.formatted("a", "None")
            + "    op.create_table(\"task\", sa.Column(\"id\", sa.Integer(), primary_key=True))\n");
    // What the statement does is not known, so nothing can be proven of the whole.
    String script =
        HEAD.formatted("b", "\"a\"")
            + "    op.execute(open(\"more.sql\").read())\n"
            + "    op.create_index(\"ix_task_id\", \"task\", [\"id\"])\n"
            + "\n\ndef downgrade():\n    op.drop_index(\"ix_task_id\")\n";
    Files.writeString(versions.resolve("b.py"), script);
    String json = review(project, "no-lock-timeout=off", "--fix");
    assertThat(json).contains("\"outcome\" : \"taken_back\"", "not provable");
    assertThat(Files.readString(versions.resolve("b.py"))).isEqualTo(script);
  }
}
