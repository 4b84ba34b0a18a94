package limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.workflow.Problem;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final SourceFile FILE =
      new SourceFile("app/models.py", "import x\n\tname: str = make()  # " + "long ".repeat(40));

  private static Problem problem() {
    int start = FILE.text().indexOf("make");
    return Problem.error(
        "the value cannot be known", "state it", Optional.of(FILE.at(new Span(start, start + 6))));
  }

  @Test
  void theLineIsShownWithACaret() {
    assertThat(new ProblemText(Style.PLAIN).write(List.of(problem(), problem())))
        .startsWith(
            """
            app/models.py:2:14: error: the value cannot be known
              |
            2 |     name: str = make()  # long""")
        .contains("\n  |                 ^^^^^^\n  help: state it\n")
        .doesNotContain("\n\n");
  }

  @Test
  void aNarrowPlaceShowsThePartThatMatters() {
    String text = new ProblemText(new Style(false, 40)).write(List.of(problem()));
    assertThat(text.lines()).allMatch(it -> it.length() <= 40);
    assertThat(text).contains("make()").contains("^^^^^^");
  }

  @Test
  void coloursAreForTerminals() {
    assertThat(new ProblemText(new Style(true, 80)).write(List.of(problem())))
        .contains("\u001b[31;1merror\u001b[0m: ");
  }
}
