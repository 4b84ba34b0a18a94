package limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a file for psql into its parts: the statements, and the commands of psql between them, which
 * the server never sees. The rows behind {@code COPY … FROM STDIN} belong to their statement.
 */
public final class PsqlScript {
  private static final Pattern MARK =
      Pattern.compile(
          "(?im)^[ \\t]*(?:(\\\\\\S.*)|COPY\\b[^;]*\\bFROM\\s+(?:STDIN|PSTDIN)\\b[^;]*;[ \\t\\r]*$)");
  private static final Pattern END_OF_ROWS = Pattern.compile("(?m)^\\\\\\.[ \\t\\r]*$");

  /**
   * A part of the file.
   *
   * @param statement the text and where it stands
   * @param command whether psql itself carries it out
   */
  public record Part(SqlStatement statement, boolean command) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private int done;

  private PsqlScript(String text) {
    this.text = text;
  }

  /** Returns the parts in order. */
  public static List<Part> parts(String text) {
    PsqlScript script = new PsqlScript(text);
    script.read();
    return List.copyOf(script.parts);
  }

  private void read() {
    Matcher mark = MARK.matcher(text);
    int from = 0;
    while (mark.find(from)) {
      from = mark.end();
      boolean inside =
          SqlLexer.tokens(text.substring(done, mark.start())).stream()
              .anyMatch(it -> !it.isClosed());
      if (inside) {
        continue; // a line of a text or of a comment
      }
      if (mark.group(1) != null) {
        statements(mark.start());
        int end = mark.start(1) + mark.group(1).stripTrailing().length();
        parts.add(
            new Part(
                new SqlStatement(text.substring(mark.start(1), end), mark.start(1), end), true));
        done = mark.end();
      } else {
        statements(mark.end());
        Matcher end = END_OF_ROWS.matcher(text);
        done = end.find(mark.end()) ? end.end() : text.length();
      }
      from = done;
      if (from >= text.length()) {
        break;
      }
    }
    statements(text.length());
  }

  private void statements(int end) {
    int begin = done;
    for (SqlStatement it : Splitter.split(text.substring(begin, Math.max(begin, end)))) {
      parts.add(new Part(new SqlStatement(it.text(), begin + it.start(), begin + it.end()), false));
    }
    done = Math.max(begin, end);
  }
}
