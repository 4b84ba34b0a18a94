package limbeck.review.rule;

import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Keyword;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Statement;
import limbeck.review.Fix;
import limbeck.review.RevisionFacts;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.Column;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.text.TextEdit;

/** Fixes that add a line or mend a word. */
final class ScriptFixes {
  private ScriptFixes() {}

  /** {@code import sqlmodel}, where the other imports are. */
  static Optional<Fix> imports(RevisionFacts facts, String module) {
    return Script.of(facts)
        .imported(List.of("import " + module))
        .map(it -> new Fix("Import " + module, true, List.of(it)));
  }

  /** A timeout, before anything else is done. */
  static Optional<Fix> timeout(RevisionFacts facts, StepReview step, String setting, String time) {
    Optional<Statement> first =
        Script.of(facts)
            .function("upgrade")
            .flatMap(it -> it.body().stream().filter(line -> !Script.isText(line)).findFirst());
    if (first.isEmpty() || step.autocommit()) {
      return Optional.empty();
    }
    SourceFile file = facts.script().file();
    int start = first.get().span().start();
    String margin = file.text().substring(file.lineStart(file.line(start)), start);
    String line = FixText.execute("SET LOCAL " + setting + " = '" + time + "'");
    return margin.isBlank()
        ? Optional.of(
            new Fix(
                "Set " + setting + " for this transaction",
                true,
                List.of(new TextEdit(new Span(start, start), line + "\n" + margin))))
        : Optional.empty();
  }

  /** The moment of each row instead of the moment of the statement. */
  static Optional<Fix> moment(RevisionFacts facts, StepFacts part, Column column) {
    return CallSite.at(facts, part.location(), "add_column", "create_table", "alter_column")
        .flatMap(it -> frozen(it.call(), column))
        .map(
            it ->
                new Fix(
                    "Take the moment of each row",
                    false,
                    List.of(new TextEdit(it.span(), "sa.text(\"now()\")"))));
  }

  private static Optional<Expression> frozen(Expression.Call call, Column column) {
    for (Expression argument : call.arguments()) {
      if (argument instanceof Expression.Call inner) {
        boolean named =
            inner.arguments().stream()
                .limit(1)
                .anyMatch(
                    it ->
                        it instanceof Expression.Constant(Literal.Str(String text, _), _)
                            && text.equals(column.name().text()));
        if (named) {
          return text(inner);
        }
      }
    }
    return text(call);
  }

  private static Optional<Expression> text(Expression.Call call) {
    return call.keywords().stream()
        .filter(it -> it.name().equals(Optional.of("server_default")))
        .map(Keyword::value)
        .filter(it -> it instanceof Expression.Constant(Literal.Str _, _))
        .findFirst();
  }
}
