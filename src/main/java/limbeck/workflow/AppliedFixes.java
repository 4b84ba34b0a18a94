package limbeck.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import limbeck.python.syntax.Parser;
import limbeck.review.Finding;
import limbeck.review.Fix;
import limbeck.text.SourceFile;
import limbeck.text.TextEdit;
import limbeck.text.ToolFailure;

/** Safe fixes written into scripts, with the texts from before. */
final class AppliedFixes {
  private final Map<Path, String> before = new LinkedHashMap<>();

  private AppliedFixes() {}

  /** Applies the safe fixes of findings; a script that would not be Python any more is left. */
  static AppliedFixes of(Workspace workspace, List<Finding> findings) {
    AppliedFixes result = new AppliedFixes();
    for (Path path : workspace.scripts().paths().values()) {
      String shown = workspace.project().display(path);
      List<TextEdit> edits = new ArrayList<>();
      findings.stream()
          .filter(it -> it.at().file().path().equals(shown))
          .flatMap(it -> it.fix().stream())
          .filter(Fix::safe)
          .forEach(it -> edits.addAll(it.edits()));
      if (!edits.isEmpty()) {
        result.apply(path, edits);
      }
    }
    return result;
  }

  private void apply(Path path, List<TextEdit> edits) {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      String fixed = TextEdit.apply(text, edits);
      if (Parser.parse(new SourceFile(path.toString(), fixed)).problems().isEmpty()) {
        RevisionFiles.replace(path, fixed, path.toString());
        before.put(path, text);
      }
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot read " + path + ": " + FileReason.of(e),
          "check that you may read the file",
          e);
    }
  }

  /** Puts the texts from before back. */
  void takeBack() {
    before.forEach((path, text) -> RevisionFiles.replace(path, text, path.toString()));
  }
}
