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

/** Fixes written into scripts, with the texts from before. */
final class AppliedFixes {
  private final boolean unsafe;
  private final Map<Path, Changed> changed = new LinkedHashMap<>();

  /**
   * A script that was changed.
   *
   * @param path where
   * @param shown its name for the user
   * @param before its text before the first fix
   * @param titles what the fixes did
   * @param safe whether all of them were to end in the same schema
   */
  record Changed(Path path, String shown, String before, List<String> titles, boolean safe) {
    Changed {
      titles = List.copyOf(titles);
    }
  }

  /**
   * Begins with nothing applied.
   *
   * @param unsafe whether fixes that may change what a revision does are wanted, too
   */
  AppliedFixes(boolean unsafe) {
    this.unsafe = unsafe;
  }

  /**
   * Applies the fixes of findings; what two of them would change is changed by the first, and a
   * script that would not be Python any more is left.
   *
   * @return whether a script was changed
   */
  boolean apply(Workspace workspace, List<Finding> findings) {
    boolean any = false;
    for (Path path : workspace.scripts().paths().values()) {
      String shown = workspace.project().display(path);
      List<Fix> fixes = new ArrayList<>();
      List<TextEdit> edits = new ArrayList<>();
      for (Finding finding : findings) {
        if (finding.at().file().path().equals(shown) && finding.fix().isPresent()) {
          Fix fix = finding.fix().get();
          boolean free = fix.edits().stream().noneMatch(it -> touches(it, edits));
          if ((fix.safe() || unsafe) && free) {
            fixes.add(fix);
            edits.addAll(fix.edits());
          }
        }
      }
      any |= !edits.isEmpty() && apply(path, shown, fixes, edits);
    }
    return any;
  }

  private static boolean touches(TextEdit edit, List<TextEdit> others) {
    return others.stream()
        .anyMatch(
            it -> edit.span().start() <= it.span().end() && it.span().start() <= edit.span().end());
  }

  private boolean apply(Path path, String shown, List<Fix> fixes, List<TextEdit> edits) {
    String text = read(path, shown);
    String fixed = TextEdit.apply(text, edits);
    if (fixed.equals(text)
        || !Parser.parse(new SourceFile(path.toString(), fixed)).problems().isEmpty()) {
      return false;
    }
    RevisionFiles.replace(path, fixed, shown);
    Changed earlier = changed.getOrDefault(path, new Changed(path, shown, text, List.of(), true));
    List<String> titles = new ArrayList<>(earlier.titles());
    fixes.forEach(it -> titles.add(it.title()));
    boolean safe = earlier.safe() && fixes.stream().allMatch(Fix::safe);
    changed.put(path, new Changed(path, shown, earlier.before(), titles, safe));
    return true;
  }

  private static String read(Path path, String shown) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot read " + shown + ": " + FileReason.of(e),
          "check that you may read the file",
          e);
    }
  }

  /** Returns the scripts that were changed, in the order of their changing. */
  List<Changed> changed() {
    return List.copyOf(changed.values());
  }

  /** Puts the text from before back. */
  void takeBack(Changed script) {
    RevisionFiles.replace(script.path(), script.before(), script.shown());
  }
}
