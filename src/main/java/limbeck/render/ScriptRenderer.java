package limbeck.render;

import java.util.List;
import java.util.stream.Collectors;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/** Writes a revision as a script that Alembic 1.8 and newer runs, online and offline. */
public final class ScriptRenderer {
  private static final int INDENT = 4;

  private ScriptRenderer() {}

  /** Returns the text of the script. */
  public static String render(RevisionDraft draft, RenderOptions options) {
    Imports imports = new Imports();
    OperationCode operations = new OperationCode(options, imports);
    String upgrade = body(draft.upgrade(), draft.before(), operations);
    String downgrade =
        draft
            .downgradeRefused()
            .map(ScriptRenderer::refusal)
            .orElseGet(() -> body(draft.downgrade(), draft.after(), operations));
    String filled =
        options
            .template()
            .fill(
                hole ->
                    switch (hole) {
                      case MESSAGE -> docstringText(draft.message());
                      case ID -> draft.id().text();
                      case PARENTS -> parents(draft);
                      case CREATE_DATE -> draft.createDate();
                      case IMPORTS -> importLines(imports);
                      case ID_LITERAL -> PythonString.literal(draft.id().text());
                      case PARENTS_LITERAL -> literal(draft.parents());
                      case LABELS_LITERAL -> tuple(draft.branchLabels());
                      case DEPENDS_LITERAL -> scalarOrTuple(draft.dependsOn());
                      case UPGRADES -> upgrade;
                      case DOWNGRADES -> downgrade;
                    });
    return new ScriptLayout(filled).finish(draft.about(), draft.notes(), imports);
  }

  private static String body(List<Step> steps, Schema before, OperationCode operations) {
    String lines = BodyWriter.write(steps, before, operations);
    // The template has the indentation of the first line.
    return lines.isEmpty() ? "pass" : lines.strip();
  }

  private static String refusal(String reason) {
    Code error = Code.call("NotImplementedError", SqlInPython.words(reason));
    return CodePrinter.print("raise ", error, INDENT).strip();
  }

  /** Returns a message as it may stand in a docstring. */
  static String docstringText(String text) {
    return PythonString.inTripleQuotes(text.strip());
  }

  private static String parents(RevisionDraft draft) {
    return draft.parents().stream().map(RevisionId::text).collect(Collectors.joining(", "));
  }

  private static String literal(List<RevisionId> ids) {
    return scalarOrTuple(ids.stream().map(RevisionId::text).toList());
  }

  private static String scalarOrTuple(List<String> texts) {
    return texts.size() == 1 ? PythonString.literal(texts.getFirst()) : tuple(texts);
  }

  private static String tuple(List<String> texts) {
    if (texts.isEmpty()) {
      return "None";
    }
    Code tuple = new Code.TupleOf(texts.stream().map(Code::string).toList());
    return CodePrinter.flat(tuple).orElseThrow();
  }

  private static String importLines(Imports imports) {
    return imports.dialects().isEmpty()
        ? ""
        : "from sqlalchemy.dialects import " + String.join(", ", imports.dialects());
  }
}
