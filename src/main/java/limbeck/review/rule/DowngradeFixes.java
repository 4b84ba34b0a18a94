package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.DataOperation;
import limbeck.operation.Inverse;
import limbeck.operation.Invert;
import limbeck.operation.Operation;
import limbeck.python.syntax.Statement;
import limbeck.review.Fix;
import limbeck.review.RevisionFacts;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.WritesSteps;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.text.TextEdit;

/** Fixes of ways back: what undoes each step of the upgrade, the last one first. */
final class DowngradeFixes {
  private static final String INDENT = "    ";

  private DowngradeFixes() {}

  /** A {@code downgrade()} at the end of a script that has none. */
  static Optional<Fix> added(RevisionFacts facts) {
    SourceFile file = facts.script().file();
    int end = file.text().stripTrailing().length();
    return written(facts)
        .map(
            it ->
                fix(
                    facts,
                    "Write a downgrade that undoes the upgrade",
                    true,
                    new TextEdit(
                        new Span(end, file.text().length()),
                        "\n\n\ndef downgrade() -> None:\n" + it.lines()),
                    it));
  }

  /** The body of a {@code downgrade()} that does nothing, or something else. */
  static Optional<Fix> replaced(RevisionFacts facts, String title, boolean safe) {
    Optional<Statement.FunctionDef> function = Script.of(facts).function("downgrade");
    if (function.isEmpty() || function.get().body().isEmpty()) {
      return Optional.empty();
    }
    List<Statement> body = function.get().body();
    boolean documented = Script.isText(body.getFirst()) && body.size() > 1;
    SourceFile file = facts.script().file();
    Span first = body.get(documented ? 1 : 0).span();
    boolean text = body.size() == 1 && Script.isText(body.getFirst());
    Span last = body.getLast().span();
    // A body beside its def is another layout, and one with comments has something to say.
    boolean ownLines =
        file.line(first.start()) > file.line(function.get().nameSpan().start())
            && file.text()
                .substring(file.lineStart(file.line(first.start())), first.start())
                .equals(INDENT);
    if (!ownLines) {
      return Optional.empty();
    }
    return written(facts)
        .map(
            it -> {
              String lines = it.lines().stripTrailing();
              TextEdit edit =
                  text
                      ? new TextEdit(new Span(last.end(), last.end()), "\n" + lines)
                      : new TextEdit(new Span(first.start(), last.end()), lines.strip());
              return fix(facts, title, safe, edit, it);
            });
  }

  private static Fix fix(
      RevisionFacts facts, String title, boolean safe, TextEdit edit, WritesSteps.Body body) {
    List<TextEdit> edits = new ArrayList<>();
    imports(facts, body).ifPresent(edits::add);
    edits.add(edit);
    return new Fix(title, safe, edits);
  }

  /** The imports that the script does not have yet, behind its last one. */
  private static Optional<TextEdit> imports(RevisionFacts facts, WritesSteps.Body body) {
    String text = facts.script().file().text();
    List<String> missing =
        body.imports().stream().filter(it -> text.lines().noneMatch(it::equals)).toList();
    return missing.isEmpty() ? Optional.empty() : Script.of(facts).imported(missing);
  }

  private static Optional<WritesSteps.Body> written(RevisionFacts facts) {
    Optional<WritesSteps> writer = facts.surroundings().writer();
    Optional<List<Step>> steps = undoing(facts);
    return writer.isEmpty() || steps.isEmpty() || steps.get().isEmpty()
        ? Optional.empty()
        : writer.get().write(steps.get(), facts.after());
  }

  /** What undoes the upgrade; empty when a part of it cannot be undone, or only without rows. */
  private static Optional<List<Step>> undoing(RevisionFacts facts) {
    if (facts.steps().stream().anyMatch(it -> !it.understood() || it.failsForCertain())) {
      return Optional.empty();
    }
    List<Step> result = new ArrayList<>();
    for (StepReview step : facts.steps().reversed()) {
      for (StepFacts part : step.parts().reversed()) {
        if (isOfNewTables(part)) {
          continue;
        }
        Optional<List<Operation>> operations =
            switch (Invert.invert(part.operation(), part.before())) {
              case Inverse.Exact(List<Operation> exact) -> Optional.of(exact);
              case Inverse.Lossy(List<Operation> lossy, String _) -> Optional.of(lossy);
              case Inverse.None _ -> Optional.empty();
            };
        if (operations.isEmpty()
            || operations.get().stream().anyMatch(DowngradeFixes::demandsValue)) {
          return Optional.empty();
        }
        for (Operation operation : operations.get()) {
          result.add(new Step(operation, new Origin.Generated(""), step.autocommit()));
        }
      }
    }
    return Optional.of(result);
  }

  /** Rows of a table that the revision made go with it. */
  private static boolean isOfNewTables(StepFacts part) {
    return part.operation() instanceof DataOperation.ExecuteSql sql
        && !sql.writes().isEmpty()
        && sql.writes().stream().allMatch(part.lifetimes()::born);
  }

  private static boolean demandsValue(Operation operation) {
    if (!(operation instanceof AddColumn add)) {
      return false;
    }
    Column column = add.column();
    return !column.nullable()
        && column.serverDefault().isEmpty()
        && column.generation().isEmpty()
        && !column.autoincrement();
  }

  /** {@code DROP TYPE} at the end of the downgrade. */
  static Optional<Fix> dropsType(RevisionFacts facts, limbeck.schema.TypeName type) {
    Optional<Statement.FunctionDef> function = Script.of(facts).function("downgrade");
    String name =
        type.schema().map(it -> FixText.name(it) + ".").orElse("") + FixText.name(type.name());
    if (function.isEmpty() || !FixText.isPlain(name)) {
      return Optional.empty();
    }
    SourceFile file = facts.script().file();
    Span last = function.get().body().getLast().span();
    String margin =
        file.text()
            .substring(
                file.lineStart(file.line(function.get().body().getLast().span().start())),
                function.get().body().getLast().span().start());
    int line = file.line(last.end());
    int end = file.lineStart(line) + file.lineText(line).length();
    return margin.isBlank()
        ? Optional.of(
            new Fix(
                "Drop the enum type at the end of the downgrade",
                true,
                List.of(
                    new TextEdit(
                        new Span(end, end), "\n" + margin + FixText.execute("DROP TYPE " + name)))))
        : Optional.empty();
  }
}
