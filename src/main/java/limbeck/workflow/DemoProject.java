package limbeck.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import limbeck.text.ToolFailure;

/** A copy of the example project, with its models changed, to try the tool on. */
public final class DemoProject {
  private static final Path CHANGE = Path.of("changes", "priority-and-due-date");

  private DemoProject() {}

  /**
   * Copies the example to a new temporary folder and changes its models.
   *
   * @return the folder
   * @throws ToolFailure when the example is not where the tool was built, or cannot be copied
   */
  public static Path create() {
    Path example =
        Path.of(System.getProperty("limbeck.home", "target"))
            .toAbsolutePath()
            .resolveSibling("examples")
            .resolve("todo");
    if (!Files.isDirectory(example)) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "the example project is not at " + example,
          "run the demo from a checkout of limbeck: ./limbeck demo");
    }
    try {
      Path folder = Files.createTempDirectory("limbeck-demo-");
      copy(example, folder);
      copy(example.resolve(CHANGE), folder);
      return folder;
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "the example project cannot be copied: " + FileReason.of(e),
          "check that the temporary folder can be written to",
          e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.filter(it -> !it.toString().contains("__pycache__")).toList();
    }
    for (Path source : all) {
      Path target = to.resolve(from.relativize(source).toString());
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
