package limbeck.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words by the rules of a POSIX shell, as Python's {@code shlex.split} does. */
public final class ShellWords {
  private ShellWords() {}

  /**
   * Returns the words; quotes and backslashes are resolved, nothing is expanded.
   *
   * @throws IllegalArgumentException when a quote is not closed, or nothing follows a backslash
   */
  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'') {
        if (++i == line.length()) {
          throw new IllegalArgumentException("nothing follows the last backslash");
        }
        char escaped = line.charAt(i);
        if (quote == '"' && escaped != '"' && escaped != '\\') {
          word.append(c);
        }
        word.append(escaped);
        begun = true;
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        begun = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        begun = true;
      } else if (begun) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quotation is not closed");
    }
    if (begun) {
      words.add(word.toString());
    }
    return List.copyOf(words);
  }
}
