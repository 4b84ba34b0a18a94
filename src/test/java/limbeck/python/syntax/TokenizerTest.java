package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import limbeck.text.SourceFile;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  /** Kinds with their texts, layout without. */
  private static String tokens(String text) {
    SourceFile file = new SourceFile("a.py", text);
    Corpus.assertLossless(file);
    return Tokenizer.tokenize(file).stream()
        .map(
            token ->
                token.span().length() == 0 || token.kind() == TokenKind.NEWLINE
                    ? token.kind().toString()
                    : token.kind() + "'" + file.text(token.span()) + "'")
        .collect(Collectors.joining(" "));
  }

  @Test
  void keepsCommasAndPiecesOfStrings() {
    assertThat(tokens("f('a' \"b\",)"))
        .isEqualTo(
            "NAME'f' LEFT_PARENTHESIS'(' STRING''a'' WHITESPACE' ' STRING'\"b\"' COMMA','"
                + " RIGHT_PARENTHESIS')' NEWLINE END");
  }

  @Test
  void keepsTrivia() {
    assertThat(tokens("\ufeffif x: # c\n\n  y \\\r\n ;\n"))
        .isEqualTo(
            "WHITESPACE'\ufeff' IF'if' WHITESPACE' ' NAME'x' COLON':' WHITESPACE' ' COMMENT'# c'"
                + " NEWLINE LINE_BREAK'\n' WHITESPACE'  ' INDENT NAME'y' WHITESPACE' '"
                + " CONTINUATION'\\\r\n' WHITESPACE' ' SEMICOLON';' NEWLINE DEDENT END");
  }

  @Test
  void cutsFormatStrings() {
    assertThat(tokens("rf'a{{{x:>{w}}'"))
        .isEqualTo(
            "FORMAT_START'rf'' FORMAT_TEXT'a{{' LEFT_BRACE'{' NAME'x' COLON':' FORMAT_TEXT'>'"
                + " LEFT_BRACE'{' NAME'w' RIGHT_BRACE'}' RIGHT_BRACE'}' FORMAT_END''' NEWLINE END");
  }

  @Test
  void whatIsNoTokenIsStillThere() {
    assertThat(tokens("a ? 'b"))
        .isEqualTo("NAME'a' WHITESPACE' ' ERROR'?' WHITESPACE' ' ERROR''b' NEWLINE END");
  }

  @Test
  void everyOperatorAndKeywordIsItsOwnKind() {
    for (TokenKind kind : TokenKind.values()) {
      kind.spelling()
          .ifPresent(
              spelling -> {
                List<Token> tokens = Tokenizer.tokenize(new SourceFile("a.py", spelling));
                assertThat(tokens.getFirst().kind()).isEqualTo(kind);
                assertThat(tokens.getFirst().span().length()).isEqualTo(spelling.length());
              });
    }
  }

  @Test
  void anEmptyTextHasOnlyItsEnd() {
    assertThat(tokens("")).isEqualTo("END");
    assertThat(tokens("# c")).isEqualTo("COMMENT'# c' END");
  }
}
