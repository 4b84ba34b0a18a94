package limbeck.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import limbeck.review.MappedModels;
import limbeck.text.ToolFailure;

/** The models of the branch a review compares with: those of the release that is running. */
final class BaseModels {
  private BaseModels() {}

  /** Reads them from git; empty when they cannot be read in full there. */
  static Optional<MappedModels> of(ProjectRequest request, Path root, String reference) {
    try {
      Path folder = Files.createTempDirectory("limbeck-base");
      try {
        return read(request, root, folder, reference);
      } finally {
        delete(folder);
      }
    } catch (IOException | ToolFailure unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<MappedModels> read(
      ProjectRequest request, Path root, Path folder, String reference) throws IOException {
    List<String> command = new ArrayList<>(List.of("archive", "--format=zip", reference, "--"));
    String names =
        new String(
            GitRevisions.git(root, "ls-tree", "-r", "--name-only", "-z", reference, "--", "."),
            StandardCharsets.UTF_8);
    // What matches nothing is an error to git.
    Stream.of(".py", ".ini", ".toml")
        .filter(it -> names.contains(it + "\0"))
        .forEach(it -> command.add(":(glob)**/*" + it));
    byte[] archive = GitRevisions.git(root, command.toArray(String[]::new));
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(folder)) {
          Files.createDirectories(file.resolveSibling(""));
          Files.write(file, in.readAllBytes());
        }
      }
    }
    Path start = request.directory().toAbsolutePath().normalize();
    Path inside = root.toAbsolutePath().normalize().relativize(start);
    StatedModels models = Workspace.open(request.at(folder.resolve(inside))).stated();
    return models.problems().isEmpty() && !models.schema().tables().isEmpty()
        ? Optional.of(new MappedModels(models.schema(), models.classes()))
        : Optional.empty();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
