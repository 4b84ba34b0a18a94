package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
      List<String> listing =
          git(folder, "ls-tree", "-r", "--name-only", "-z", reference, "--", ".");
      for (String name : String.join("", listing).split("\0", -1)) {
        boolean deep = name.contains("/") && !workspace.project().recursive();
        if (name.endsWith(".py") && !deep) {
          header(folder, reference, name, result);
        }
      }
    }
    return result;
  }

  private void header(
      Path folder, String reference, String name, SortedMap<String, RevisionHeader> result) {
    String text = String.join("\n", git(folder, "show", reference + ":./" + name)) + "\n";
    SourceFile file = new SourceFile(workspace.project().display(folder.resolve(name)), text);
    workspace.scriptReader().header(file).header().ifPresent(it -> result.put(it.id().text(), it));
  }

  private static List<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new ToolFailure(
            ToolFailure.Code.USAGE,
            "git does not know the base: " + output.strip().lines().findFirst().orElse(""),
            "fetch it first, for example: git fetch origin main");
      }
      return output.lines().toList();
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
}
