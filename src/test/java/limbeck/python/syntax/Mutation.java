package limbeck.python.syntax;

import java.util.List;
import java.util.Random;

/** Random edits that make Python texts into almost Python. */
final class Mutation {
  private static final List<String> SNIPPETS =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "'''",
          "\"\"\"",
          "f'",
          "f\"\"\"",
          "rb'",
          "t'{",
          ":",
          ",",
          ";",
          ".",
          "...",
          "=",
          ":=",
          "==",
          "!",
          "!=",
          "->",
          "*",
          "**",
          "@",
          "~",
          "\\",
          "\\\n",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\f",
          " ",
          "    ",
          "#",
          "\0",
          "\ufeff",
          "é",
          "²",
          "€",
          "\ud83d\ude00",
          "\ud83d",
          "0",
          "0x",
          "1_",
          "1e",
          "1.5j",
          "07",
          "if ",
          "else ",
          "elif ",
          "for ",
          "in ",
          "while ",
          "def ",
          "class ",
          "lambda ",
          "return ",
          "yield ",
          "await ",
          "async ",
          "match ",
          "case ",
          "type ",
          "with ",
          "as ",
          "import ",
          "from ",
          "try:",
          "except ",
          "except*",
          "finally:",
          "not ",
          "is ",
          "None",
          "True",
          "print ",
          "{x!r:>{w}}",
          "{{",
          "}}",
          "\\N{DASH}",
          "\\x4",
          "\\u12",
          "import x\n",
          "pass\n",
          "\n\n  x = 1\n");

  private final Random random;

  Mutation(long seed) {
    random = new Random(seed);
  }

  /** Returns a text after a few edits. */
  String apply(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      edit(changed);
    }
    return changed.toString();
  }

  private void edit(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 6));
    switch (random.nextInt(8)) {
      case 0, 1 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      case 2, 3 -> text.delete(at, end);
      case 4 -> text.replace(at, end, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
      case 5 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
      case 6 -> {
        int line = text.lastIndexOf("\n", at) + 1;
        text.insert(line, " ".repeat(random.nextInt(9)));
      }
      default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
    }
  }
}
