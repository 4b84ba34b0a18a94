package limbeck.python.syntax;

import java.util.Arrays;

/** The columns of the open blocks, with tabs counted both as eight columns and as one. */
final class Indentation {
  /** CPython's limit (its tokenizer's MAXINDENT). */
  static final int MOST_LEVELS = 100;

  private int[] columns = new int[16];
  private int[] narrowColumns = new int[16];
  private int top;

  int column() {
    return columns[top];
  }

  /** Returns the column of the level outside the innermost. */
  int outerColumn() {
    return columns[top - 1];
  }

  int narrowColumn() {
    return narrowColumns[top];
  }

  int levels() {
    return top;
  }

  void push(int column, int narrowColumn) {
    top++;
    if (top == columns.length) {
      columns = Arrays.copyOf(columns, top * 2);
      narrowColumns = Arrays.copyOf(narrowColumns, top * 2);
    }
    columns[top] = column;
    narrowColumns[top] = narrowColumn;
  }

  void pop() {
    top--;
  }

  /** Makes the innermost level be at a column: what follows a wrong indentation belongs to it. */
  void replace(int column, int narrowColumn) {
    columns[top] = column;
    narrowColumns[top] = narrowColumn;
  }
}
