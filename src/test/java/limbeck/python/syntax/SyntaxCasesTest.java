package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.text.SourceFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each construct of the language with its tree, and each mistake with its problem. */
class SyntaxCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("syntax", SyntaxCasesTest::check);
  }

  private static void check(CaseFolder folder) {
    SourceFile file = Corpus.read(folder.file("input.py")).orElseThrow();
    Corpus.assertLossless(file);
    SyntaxTree tree = Parser.parse(file);
    folder.expect("tree.txt", text(TreeDump.of(tree, false)));
    if (tree.problems().isEmpty()) {
      folder.expectNothing("problems.txt");
    } else {
      folder.expect("problems.txt", text(problems(tree)));
    }
    assertThat(TreeCheck.mistakes(tree)).isEmpty();
  }

  private static List<String> problems(SyntaxTree tree) {
    return tree.problems().stream()
        .map(it -> it.location().line() + ":" + it.location().column() + " " + it.message())
        .toList();
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
