package limbeck.report;

import limbeck.text.Location;
import limbeck.text.SourceFile;

/** A line of source with marks below the part that is meant. */
final class Excerpt {
  private static final int TAB = 4;

  private final Style style;

  Excerpt(Style style) {
    this.style = style;
  }

  /** Writes the first line of a place, with marks below it. */
  void write(Location at, StringBuilder out) {
    SourceFile file = at.file();
    int line = at.line();
    String text = file.lineText(line);
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    int from = Math.min(at.column() - 1, text.length());
    int onLine = Math.min(at.span().length(), text.length() - from);
    String before = expanded(text.substring(0, from));
    String marked = expanded(text.substring(from, from + Math.max(0, onLine)));
    Window window = window(before, marked, expanded(text), number.length());
    out.append(style.dim(margin + " |")).append('\n');
    out.append(style.dim(number + " | ")).append(window.text()).append('\n');
    out.append(style.dim(margin + " | "))
        .append(" ".repeat(window.column()))
        .append(style.red("^".repeat(window.marks())))
        .append('\n');
  }

  /** The part of a long line that is shown, and where the marks stand in it. */
  private record Window(String text, int column, int marks) {}

  private Window window(String before, String marked, String whole, int margin) {
    int room = Math.max(20, style.width() - margin - 3);
    int marks = Math.max(1, marked.length());
    if (whole.length() <= room) {
      return new Window(whole, before.length(), marks);
    }
    int start = Math.max(0, Math.min(before.length() - room / 3, whole.length() - room));
    int end = Math.min(whole.length(), start + room);
    int column = before.length() - start;
    String shown = whole.substring(start, end);
    return new Window(shown, column, Math.max(1, Math.min(marks, room - column)));
  }

  private static String expanded(String text) {
    return text.replace("\t", " ".repeat(TAB));
  }
}
