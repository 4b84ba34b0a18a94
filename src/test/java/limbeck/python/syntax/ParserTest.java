package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import org.junit.jupiter.api.Test;

class ParserTest {
  private static final SourceFile MODELS = new SourceFile("models.py", "team: 'Team | None'\n");
  private static final Location PLACE = MODELS.at(new Span(6, 19));

  private static SyntaxTree parse(String text) {
    return Parser.parse(new SourceFile("a.py", text));
  }

  private static List<String> problems(String text) {
    return parse(text).problems().stream()
        .map(it -> it.location().line() + ":" + it.location().column() + " " + it.message())
        .toList();
  }

  @Test
  void expressionsInStringsHaveThePlaceOfTheString() {
    Expression expression = Parser.parseExpression(" Mapped[\n  list['Team']] ", PLACE);

    Span at = PLACE.span();
    assertThat(expression)
        .isEqualTo(
            new Expression.Subscript(
                new Expression.Name("Mapped", at),
                new Expression.Subscript(
                    new Expression.Name("list", at),
                    new Expression.Constant(new Literal.Str("Team", false), at),
                    at),
                at));
  }

  @Test
  void whatIsNoExpressionIsMalformed() {
    assertThat(Parser.parseExpression("Team |", PLACE))
        .isEqualTo(new Expression.Malformed("invalid syntax", PLACE.span()));
    assertThat(Parser.parseExpression("x = 1", PLACE)).isInstanceOf(Expression.Malformed.class);
    assertThat(Parser.parseExpression("", PLACE)).isInstanceOf(Expression.Malformed.class);
    assertThat(Parser.parseExpression("list[Team", PLACE))
        .isEqualTo(new Expression.Malformed("'[' was never closed", PLACE.span()));
  }

  @Test
  void commentsAreKeptInOrder() {
    SyntaxTree tree = parse("#!run\nx = [ # one\n  # two\n  1]\n\t# three\n");

    assertThat(tree.comments())
        .map(SyntaxTree.Comment::text)
        .containsExactly("#!run", "# one", "# two", "# three");
    assertThat(tree.comments())
        .map(SyntaxTree.Comment::ownLine)
        .containsExactly(true, false, true, true);
    assertThat(tree.comments().get(1).location().column()).isEqualTo(7);
  }

  @Test
  void integersOfAnySize() {
    String digits = "f".repeat(100_000);
    SyntaxTree tree = parse("0x" + digits + "\n");

    assertThat(tree.body().getFirst())
        .isInstanceOfSatisfying(
            Statement.Expr.class,
            it ->
                assertThat(it.value())
                    .isEqualTo(
                        new Expression.Constant(
                            new Literal.Int(
                                BigInteger.ONE.shiftLeft(400_000).subtract(BigInteger.ONE)),
                            new Span(0, 100_002))));
    assertThat(problems("1".repeat(4_300))).isEmpty();
    assertThat(problems("1".repeat(4_301))).singleElement().asString().startsWith("1:1 Exceeds");
  }

  @Test
  void nestingHasALimitThatIsSaid() {
    assertThat(problems("x = " + "(".repeat(200) + ")".repeat(200))).isEmpty();
    assertThat(problems("x = " + "(".repeat(201) + ")".repeat(201)))
        .containsExactly("1:205 too many nested parentheses");
    assertThat(problems("x = " + "a + ".repeat(900) + "a")).isEmpty();
    assertThat(problems("x = " + "a + ".repeat(1_001) + "a\ny = 1"))
        .singleElement()
        .asString()
        .endsWith("too many nested expressions");
    assertThat(problems("not ".repeat(1_001) + "a"))
        .singleElement()
        .asString()
        .endsWith("too many nested expressions");
    assertThat(problems("if a: pass\n" + "elif a: pass\n".repeat(900))).isEmpty();
    assertThat(problems("if a: pass\n" + "elif a: pass\n".repeat(1_100) + "else: pass\nb = 1"))
        .containsExactly("1001:1 too many 'elif' clauses");
  }

  @Test
  void oneBadStatementDoesNotHideTheRest() {
    SyntaxTree tree =
        parse(
            """
            def upgrade():
                op.create_table("a", sa.Column("x", sa.Integer())
                op.drop_column("b", "c")

            def downgrade():
                op.drop_table("a")
            """);

    assertThat(tree.problems()).hasSize(1);
    assertThat(tree.body()).hasSize(2).allMatch(Statement.FunctionDef.class::isInstance);
    assertThat(((Statement.FunctionDef) tree.body().getFirst()).body())
        .hasExactlyElementsOfTypes(Statement.Malformed.class, Statement.Expr.class);
  }

  @Test
  void aBlockUnderABadHeaderIsRead() {
    SyntaxTree tree = parse("for x y in z:\n    a = 1\n    b = 2\nc = 3\n");

    assertThat(tree.body())
        .hasExactlyElementsOfTypes(Statement.Malformed.class, Statement.Assign.class);
    assertThat(((Statement.Malformed) tree.body().getFirst()).body())
        .hasExactlyElementsOfTypes(Statement.Assign.class, Statement.Assign.class);
  }
}
