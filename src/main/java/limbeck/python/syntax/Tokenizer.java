package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/**
 * Cuts a Python text into tokens and trivia that together are the text, character for character.
 *
 * <p>The tree does not keep commas, parentheses and the pieces of joined strings; whoever edits
 * text finds them here, by offset.
 */
public final class Tokenizer {
  private final SourceFile file;
  private final List<Token> result = new ArrayList<>();
  private int at;

  private Tokenizer(SourceFile file) {
    this.file = file;
  }

  /**
   * Returns every token, trivia included, in order: each begins where the one before it ends. The
   * last one is {@link TokenKind#END}.
   */
  public static List<Token> tokenize(SourceFile file) {
    Tokenizer tokenizer = new Tokenizer(file);
    TokenBuffer tokens = Lexer.lex(file);
    boolean ended = false;
    for (int i = 0; i < tokens.size() && !ended; i++) {
      tokenizer.triviaUpTo(tokens.start(i));
      tokenizer.add(tokens.kind(i), tokens.end(i));
      ended = tokens.kind(i) == TokenKind.END;
    }
    return List.copyOf(tokenizer.result);
  }

  private void add(TokenKind kind, int end) {
    result.add(new Token(kind, new Span(at, end)));
    at = end;
  }

  private void triviaUpTo(int end) {
    String text = file.text();
    while (at < end) {
      char c = text.charAt(at);
      if (Characters.isBreak(c)) {
        add(TokenKind.LINE_BREAK, Math.min(end, afterBreak(at)));
      } else if (c == '#') {
        int stop = at;
        while (stop < end && !Characters.isBreak(text.charAt(stop))) {
          stop++;
        }
        add(TokenKind.COMMENT, stop);
      } else if (c == '\\') {
        add(TokenKind.CONTINUATION, Math.min(end, afterBreak(at + 1)));
      } else {
        int stop = at + 1;
        while (stop < end && Characters.isBlank(text.charAt(stop))) {
          stop++;
        }
        add(TokenKind.WHITESPACE, stop);
      }
    }
  }

  private int afterBreak(int offset) {
    return file.text().startsWith("\r\n", offset) ? offset + 2 : offset + 1;
  }
}
