package limbeck.python.syntax;

/** Finds where numbers end, as CPython's tokenizer does, with its complaints. */
final class NumberScanner {
  private final char[] text;
  private final TokenBuffer tokens;
  private int at;
  private String complaint = "";

  NumberScanner(char[] text, TokenBuffer tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Adds the number that begins at an offset and returns where it ends. */
  int scan(int start) {
    at = start;
    complaint = "";
    if (text[start] == '0') {
      leadingZero();
    } else {
      if (text[start] != '.') {
        digits(10, "decimal");
      }
      fractionAndRest();
    }
    if (complaint.isEmpty()) {
      tokens.add(TokenKind.NUMBER, start, at);
    } else {
      tokens.addProblem(at, at + 1, complaint);
      while (Characters.isWordPart(text[at])) {
        at++;
      }
      tokens.add(TokenKind.ERROR, start, at);
    }
    return at;
  }

  private void leadingZero() {
    switch (text[at + 1]) {
      case 'x', 'X' -> based(16, "hexadecimal");
      case 'o', 'O' -> based(8, "octal");
      case 'b', 'B' -> based(2, "binary");
      default -> {
        int start = at;
        digits(10, "decimal");
        int end = at;
        fractionAndRest();
        if (at == end && complaint.isEmpty() && !onlyZeros(start, end)) {
          complaint =
              "leading zeros in decimal integer literals are not permitted; "
                  + "use an 0o prefix for octal integers";
          at = start;
        }
      }
    }
  }

  private boolean onlyZeros(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] != '0' && text[i] != '_') {
        return false;
      }
    }
    return true;
  }

  private void based(int base, String name) {
    at += 2;
    if (text[at] == '_') {
      at++;
    }
    digits(base, name);
    if (complaint.isEmpty() && Characters.isDigit(text[at])) {
      complaint = "invalid digit '" + text[at] + "' in " + name + " literal";
    } else {
      end(name);
    }
  }

  /** Reads one or more digits with single underscores between. */
  private void digits(int base, String name) {
    while (true) {
      if (Characters.digit(text[at], base) < 0) {
        complain(
            Characters.isDigit(text[at])
                ? "invalid digit '" + text[at] + "' in " + name + " literal"
                : "invalid " + name + " literal");
        return;
      }
      while (Characters.digit(text[at], base) >= 0) {
        at++;
      }
      if (text[at] != '_') {
        return;
      }
      at++;
    }
  }

  private void fractionAndRest() {
    if (complaint.isEmpty() && text[at] == '.') {
      at++;
      if (Characters.isDigit(text[at])) {
        digits(10, "decimal");
      }
    }
    if (complaint.isEmpty() && (text[at] == 'e' || text[at] == 'E')) {
      int sign = text[at + 1] == '+' || text[at + 1] == '-' ? 1 : 0;
      if (sign == 1 || Characters.isDigit(text[at + 1])) {
        at += 1 + sign;
        digits(10, "decimal");
      }
    }
    if (complaint.isEmpty() && (text[at] == 'j' || text[at] == 'J')) {
      at++;
      end("imaginary");
    } else {
      end("decimal");
    }
  }

  /** A name may not follow at once, save the keywords that {@code 1if x else 2} allows. */
  private void end(String name) {
    if (complaint.isEmpty() && Characters.isWordStart(text[at]) && !keywordFollows()) {
      complain("invalid " + name + " literal");
    }
  }

  private boolean keywordFollows() {
    char next = text[at + 1];
    return switch (text[at]) {
      case 'a' -> next == 'n' && text[at + 2] == 'd';
      case 'e' -> next == 'l' && text[at + 2] == 's' && text[at + 3] == 'e';
      case 'f' -> next == 'o' && text[at + 2] == 'r';
      case 'i' -> next == 'f' || next == 'n' || next == 's';
      case 'n' -> next == 'o' && text[at + 2] == 't';
      case 'o' -> next == 'r';
      default -> false;
    };
  }

  /** Complaints stand at the last character read before the wrong one. */
  private void complain(String what) {
    complaint = what;
    at--;
  }
}
