package limbeck.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import limbeck.project.GitCommand;
import limbeck.revision.RevisionHeader;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** The revisions of another branch, read from git. */
final class GitRevisions {
  private final Workspace workspace;

  GitRevisions(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Returns the headers of the revisions that a reference holds, by identifier.
   *
   * @throws ToolFailure when there is no git, or no such reference
   */
  SortedMap<String, RevisionHeader> headers(String reference) {
    SortedMap<String, RevisionHeader> result = new TreeMap<>();
    for (Path folder : workspace.project().versionLocations()) {
      if (Files.isDirectory(folder)) {
        headers(folder, reference, result);
      }
    }
    return result;
  }

  /** One archive holds all files: a process for each would take longer than the review. */
  private void headers(Path folder, String reference, SortedMap<String, RevisionHeader> result) {
    byte[] archive = git(folder, "archive", "--format=zip", reference, "--", ".");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        boolean deep = name.contains("/") && !workspace.project().recursive();
        if (name.endsWith(".py") && !deep) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          SourceFile file = new SourceFile(workspace.project().display(folder.resolve(name)), text);
          workspace
              .scriptReader()
              .header(file)
              .header()
              .ifPresent(it -> result.put(it.id().text(), it));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns what a command of git prints.
   *
   * @throws ToolFailure when there is no git, or it refuses
   */
  static byte[] git(Path folder, String... arguments) {
    try {
      Process process = GitCommand.of(folder, List.of(arguments)).start();
      process.getOutputStream().close();
      CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> errors(process));
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        String why = new String(errors.join(), StandardCharsets.UTF_8);
        throw new ToolFailure(
            ToolFailure.Code.USAGE,
            "git does not know the base: " + why.strip().lines().findFirst().orElse(""),
            "fetch it first, for example: git fetch origin main");
      }
      return output;
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot run git: " + e.getMessage(),
          "install git, or name the revisions as a range FROM:TO",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT, "git was interrupted", "run the command again", e);
    }
  }

  private static byte[] errors(Process process) {
    try {
      return process.getErrorStream().readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
