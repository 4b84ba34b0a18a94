package limbeck.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import limbeck.project.Project;
import limbeck.review.CreateAllCalls;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import org.jspecify.annotations.Nullable;

/** Finds where the application itself creates tables, beside the history. */
final class SchemaOwners {
  /** Files of so many bytes are data, and so many files are no application any more. */
  private static final long LARGEST = 300_000;

  private static final int MOST = 2_000;

  private static final Set<String> OTHERS =
      Set.of("tests", "test", "node_modules", "site-packages", "versions", "build", "dist", "docs");

  private SchemaOwners() {}

  static List<Location> of(Project project) {
    Set<Path> roots = new TreeSet<>(project.systemPath());
    roots.add(project.root());
    List<Location> result = new ArrayList<>();
    int[] seen = {0};
    for (Path root : roots) {
      walk(root, new Visitor(project, result, seen));
    }
    return result.stream().distinct().toList();
  }

  /** What cannot be read is no part of the application. */
  private static void walk(Path root, Visitor visitor) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(root, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Project project;
    private final List<Location> result;
    private final int[] seen;

    Visitor(Project project, List<Location> result, int[] seen) {
      this.project = project;
      this.result = result;
      this.seen = seen;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean other =
          OTHERS.contains(name)
              || name.startsWith(".")
              || Files.isRegularFile(folder.resolve("pyvenv.cfg"));
      return other && !folder.equals(project.root())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = String.valueOf(file.getFileName());
      boolean test = name.startsWith("test_") || name.equals("conftest.py");
      if (name.endsWith(".py") && !test && attributes.size() < LARGEST) {
        seen[0]++;
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (text.contains("create_all")) {
          result.addAll(CreateAllCalls.in(new SourceFile(project.display(file), text)));
        }
      }
      return seen[0] < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
