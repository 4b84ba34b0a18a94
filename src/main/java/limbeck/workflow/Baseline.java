package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import limbeck.project.Project;
import limbeck.review.Finding;
import limbeck.text.ToolFailure;

/** The file of findings that are known: one fingerprint a line, sorted, {@code #} for remarks. */
final class Baseline {
  private final Optional<Path> file;
  private final boolean reads;

  private Baseline(Optional<Path> file, boolean reads) {
    this.file = file;
    this.reads = reads;
  }

  static Baseline of(ReviewRevisions.Request request, Project project) {
    Optional<Path> file =
        request
            .baseline()
            .or(() -> project.settings().review().baseline().map(it -> project.root().resolve(it)));
    if (request.writeBaseline() && file.isEmpty()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "there is no file to write the baseline to",
          "name one: --baseline FILE --write-baseline");
    }
    return new Baseline(file, !request.writeBaseline());
  }

  /** Returns the findings that the file does not hold. */
  List<Finding> without(List<Finding> findings) {
    if (file.isEmpty() || !reads) {
      return findings;
    }
    Set<String> known = new HashSet<>();
    try {
      Files.readAllLines(file.get(), StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(it -> !it.isEmpty() && !it.startsWith("#"))
          .forEach(known::add);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "cannot read the baseline " + file.get() + ": " + FileReason.of(e),
          "write it with --write-baseline",
          e);
    }
    List<String> fingerprints = Finding.fingerprints(findings);
    return IntStream.range(0, findings.size())
        .filter(it -> !known.contains(fingerprints.get(it)))
        .mapToObj(findings::get)
        .toList();
  }

  void write(List<Finding> findings) {
    List<String> lines = Finding.fingerprints(findings).stream().sorted().toList();
    try {
      Files.writeString(
          file.orElseThrow(),
          "# Findings of limbeck review that are known; a line goes when its finding does.\n"
              + String.join("\n", lines)
              + "\n");
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot write the baseline " + file.orElseThrow() + ": " + FileReason.of(e),
          "check that you may write there",
          e);
    }
  }
}
