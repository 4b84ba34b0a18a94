package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text without trivia, in parallel arrays: a file has many, and most live only
 * until the tree is made.
 */
final class TokenBuffer {
  /**
   * A place where the text is no sequence of Python's tokens.
   *
   * @param token the token that follows
   * @param bracket whether it is a bracket that is never closed
   */
  record LexicalProblem(int token, int start, int end, String message, boolean bracket) {}

  private TokenKind[] kinds;
  private int[] starts;
  private int[] ends;
  private @Nullable String[] names;
  private int size;

  private int[] commentStarts = new int[16];
  private int[] commentEnds = new int[16];
  private int commentCount;

  private final List<LexicalProblem> problems = new ArrayList<>();

  TokenBuffer(int textLength) {
    int capacity = textLength / 4 + 16;
    kinds = new TokenKind[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    names = new @Nullable String[capacity];
  }

  void add(TokenKind kind, int start, int end) {
    add(kind, start, end, null);
  }

  void add(TokenKind kind, int start, int end, @Nullable String name) {
    int index = size;
    if (index == kinds.length) {
      grow();
    }
    kinds[index] = kind;
    starts[index] = start;
    ends[index] = end;
    names[index] = name;
    size = index + 1;
  }

  private void grow() {
    int capacity = size * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    names = Arrays.copyOf(names, capacity);
  }

  void addComment(int start, int end) {
    if (commentCount == commentStarts.length) {
      commentStarts = Arrays.copyOf(commentStarts, commentCount * 2);
      commentEnds = Arrays.copyOf(commentEnds, commentCount * 2);
    }
    commentStarts[commentCount] = start;
    commentEnds[commentCount++] = end;
  }

  /** Notes a problem at the next token to be added. */
  void addProblem(int start, int end, String message) {
    problems.add(new LexicalProblem(size, start, end, message, false));
  }

  /** Notes at the next token to be added that a bracket is never closed. */
  void addOpenBracket(int offset, char bracket) {
    String message = "'" + bracket + "' was never closed";
    problems.add(new LexicalProblem(size, offset, offset + 1, message, true));
  }

  /** Forgets the tokens from an index on, and what was noted at or after an offset. */
  void truncate(int tokens, int offset) {
    size = tokens;
    while (commentCount > 0 && commentStarts[commentCount - 1] >= offset) {
      commentCount--;
    }
    while (!problems.isEmpty() && problems.getLast().token() >= tokens) {
      problems.removeLast();
    }
  }

  int size() {
    return size;
  }

  TokenKind kind(int index) {
    return kinds[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  /** Returns the normalised text of a name; of anything else, nothing useful. */
  String name(int index) {
    String name = names[index];
    return name == null ? "" : name;
  }

  int commentCount() {
    return commentCount;
  }

  /** Returns the index of the first comment at or after an offset. */
  int firstComment(int offset) {
    int found = Arrays.binarySearch(commentStarts, 0, commentCount, offset);
    return found >= 0 ? found : -found - 1;
  }

  int commentStart(int index) {
    return commentStarts[index];
  }

  int commentEnd(int index) {
    return commentEnds[index];
  }

  List<LexicalProblem> problems() {
    return problems;
  }
}
