package limbeck.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule's page: its headings, and the blocks of code under each.
 *
 * @param headings of the second level, in order
 * @param blocks of code, in order
 */
record RulePage(List<String> headings, List<Block> blocks) {
  static final Path FOLDER = Path.of("src/main/resources/rules");

  /**
   * A block of code.
   *
   * @param heading under which
   * @param kind what stands behind {@code python}: empty, {@code before} or {@code fixed}
   * @param code its lines
   */
  record Block(String heading, String kind, String code) {}

  static RulePage read(String name) {
    List<String> headings = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    String kind = "";
    boolean inside = false;
    for (String line : lines(FOLDER.resolve(name + ".md"))) {
      if (inside && line.equals("```")) {
        blocks.add(new Block(headings.getLast(), kind, code.toString()));
        code.setLength(0);
        inside = false;
      } else if (inside) {
        code.append(line).append('\n');
      } else if (line.startsWith("```python")) {
        kind = line.substring("```python".length()).strip();
        inside = true;
      } else if (line.startsWith("## ")) {
        headings.add(line.substring(3));
      }
    }
    return new RulePage(headings, blocks);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
