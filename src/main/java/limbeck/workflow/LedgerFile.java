package limbeck.workflow;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.project.Project;
import limbeck.review.Ledger;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.text.ToolFailure;

/**
 * The ledger: one revision a line, with what it follows and a digest, parted by tabs and sorted, so
 * that branches which add revisions seldom touch the same lines; {@code #} for remarks.
 */
final class LedgerFile {
  private static final String NAME = "limbeck.ledger";
  private static final String NO_PARENT = "-";
  private static final String HEAD =
      """
      # What revisions hold that databases may have run: identifier, down_revision, digest.
      # limbeck review compares with it; limbeck review --record writes it.
      """;

  private final Path file;
  private final String shown;
  private final boolean stated;

  private final boolean named;

  private LedgerFile(Path file, String shown, boolean stated, boolean named) {
    this.file = file;
    this.shown = shown;
    this.stated = stated;
    this.named = named;
  }

  /** Finds the file that the command line or the settings name, else the usual one. */
  static LedgerFile of(ReviewRevisions.Request request, Project project) {
    Optional<Path> stated =
        request
            .ledger()
            .or(() -> project.settings().review().ledger().map(it -> project.root().resolve(it)));
    Path file = stated.orElseGet(() -> project.root().resolve(NAME));
    return new LedgerFile(
        file, project.display(file), stated.isPresent(), request.ledger().isPresent());
  }

  String shown() {
    return shown;
  }

  /** Reads it; without the usual file nothing is recorded. */
  Ledger read() {
    if (!stated && !Files.exists(file)) {
      return Ledger.EMPTY;
    }
    SourceFile text = new SourceFile(shown, text());
    List<Ledger.Entry> entries = new ArrayList<>();
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.lineText(line).strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        entries.add(entry(text, line, content));
      }
    }
    return new Ledger(entries);
  }

  private String text() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "cannot read the ledger " + shown + ": " + FileReason.of(e),
          "write it with: limbeck review --record" + option(),
          e);
    }
  }

  /** What names the file on the command line, when it was named there. */
  private String option() {
    return named ? " --ledger " + shown : "";
  }

  private Ledger.Entry entry(SourceFile text, int line, String content) {
    String[] fields = content.split("\\s+", -1);
    if (fields.length != 3 || !fields[2].matches("[0-9a-f]{64}")) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          shown + ":" + line + ": this is no line of a ledger",
          "a line holds identifier, down_revision and digest; after a conflict keep the lines of"
              + " both sides, or write it anew with: limbeck review --record"
              + option());
    }
    int start = text.lineStart(line);
    return new Ledger.Entry(
        id(fields[0]),
        fields[1].equals(NO_PARENT)
            ? List.of()
            : Stream.of(fields[1].split(",", -1)).map(LedgerFile::id).toList(),
        fields[2],
        text.at(new Span(start, start + text.lineText(line).length())));
  }

  private static RevisionId id(String text) {
    return new RevisionId(URLDecoder.decode(text, StandardCharsets.UTF_8));
  }

  private static String text(RevisionId id) {
    return URLEncoder.encode(id.text(), StandardCharsets.UTF_8);
  }

  /** Records all revisions as they are; returns how many. */
  int write(RevisionGraph graph) {
    List<String> lines = graph.revisions().stream().map(LedgerFile::line).sorted().toList();
    try {
      Files.writeString(
          file, HEAD + lines.stream().map(it -> it + "\n").collect(Collectors.joining()));
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot write the ledger " + shown + ": " + FileReason.of(e),
          "check that you may write there",
          e);
    }
    return lines.size();
  }

  private static String line(RevisionHeader revision) {
    String parents =
        revision.parents().isEmpty()
            ? NO_PARENT
            : revision.parents().stream().map(LedgerFile::text).collect(Collectors.joining(","));
    return text(revision.id()) + "\t" + parents + "\t" + Ledger.digest(revision);
  }
}
