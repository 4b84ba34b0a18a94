package limbeck.python.syntax;

import java.util.Arrays;

/** The brackets that are open, outermost first. */
final class Brackets {
  /** CPython's limit (its tokenizer's MAXLEVEL). */
  static final int MOST_LEVELS = 200;

  private char[] openers = new char[16];
  private int[] offsets = new int[16];
  private int depth;
  private int beyond;

  int depth() {
    return depth;
  }

  boolean areOpen() {
    return depth > 0;
  }

  /** Opens a bracket; false when it is too deep and only counted. */
  boolean push(char opener, int offset) {
    if (depth >= MOST_LEVELS) {
      beyond++;
      return false;
    }
    if (depth == openers.length) {
      openers = Arrays.copyOf(openers, depth * 2);
      offsets = Arrays.copyOf(offsets, depth * 2);
    }
    openers[depth] = opener;
    offsets[depth++] = offset;
    return true;
  }

  /** Closes a bracket that was only counted; false when there is none. */
  boolean popBeyond() {
    if (beyond == 0) {
      return false;
    }
    beyond--;
    return true;
  }

  void pop() {
    depth--;
  }

  /** Closes everything above a depth. */
  void cutTo(int newDepth) {
    depth = Math.min(depth, newDepth);
    beyond = 0;
  }

  char opener() {
    return openers[depth - 1];
  }

  int offset() {
    return offsets[depth - 1];
  }

  /** Returns the depth at which a closing bracket finds its partner above a floor, or −1. */
  int partner(char closer, int floor) {
    char opener = closer == ')' ? '(' : closer == ']' ? '[' : '{';
    for (int i = depth - 1; i >= floor; i--) {
      if (openers[i] == opener) {
        return i;
      }
    }
    return -1;
  }
}
