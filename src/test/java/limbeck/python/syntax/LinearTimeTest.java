package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import limbeck.text.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Long texts that would take quadratic time or a deep stack from a careless parser. */
class LinearTimeTest {
  private static final int LENGTH = 300_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long SMALL_STACK = 512 * 1024;

  @TestFactory
  Stream<DynamicTest> repeated() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String piece :
        new String[] {
          "(",
          ")",
          "[",
          "{",
          "(]",
          "([{",
          "()",
          "(x)",
          "a+",
          "a.b",
          "a.",
          "a[0]",
          "a()",
          "a,",
          "not ",
          "-",
          "~",
          "lambda: ",
          "x if y else ",
          "a ** ",
          "a = ",
          "a: ",
          "a := ",
          "await ",
          "yield ",
          "*",
          "@a\n",
          "f'{",
          "f'{x:",
          "f'{x!r:{",
          "f'''{",
          "'",
          "\"\"\"\\",
          "'''\n",
          "\\'''\n",
          "\"\"\"\\\"\"\"\n",
          "x = '''\\'''\n",
          "'a' ",
          "f'{a}' ",
          "(\n",
          "f(\n",
          "x = (\nimport y\n",
          "x = (\ny = 1\n",
          "f'''{\n",
          "f'''{x:\n'''{\n",
          "# c\n",
          "\n",
          "\\\n",
          " \\\n",
          "\t\n",
          ";",
          "x;",
          "if x:\n",
          "if x: ",
          "elif x: pass\n",
          "else:\n",
          "try:\n",
          "def f(\n",
          "class A:\n",
          "match x:\n",
          "match x\n",
          "match (",
          "case _:\n",
          "with (a, b\n",
          "with (a, b): pass\n",
          "with (",
          "0",
          "9",
          "0x",
          "1_",
          "1e",
          "a ",
          "é",
          "²",
          "$",
          "?",
          "!",
          "\0",
          "\ufeff",
          "\r",
          "{{",
          "}}",
          "{a: ",
          "{**",
          "[x for x in ",
          "a < ",
          "a and ",
          "a or not ",
          "global a\n",
          "import a.",
          "from ",
          "from . import (",
          "\ud83d",
          "f'{{",
          "f'}}",
          "f'}",
          "t'{x=",
          "rb'",
          "type X = ",
          "del (",
          "x = 1 +\n"
        }) {
      texts.put(piece, piece.repeat(LENGTH / piece.length()));
    }
    texts.put("deeper and deeper", staircase());
    texts.put("balanced", "(".repeat(LENGTH / 2) + ")".repeat(LENGTH / 2));
    texts.put("wrongly balanced", "(".repeat(LENGTH / 2) + "]".repeat(LENGTH / 2));
    texts.put("elif", "if x: pass\n" + "elif x: pass\n".repeat(LENGTH / 13));
    texts.put("colliding names", collisions());
    texts.put("long string", "x = '" + "\\x41".repeat(LENGTH / 4) + "'\n");
    texts.put("chains in brackets", ("(" + "a+".repeat(900)).repeat(190) + "a");
    return texts.entrySet().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    DumpLines.quote(it.getKey()), () -> parse(it.getKey(), it.getValue())));
  }

  private static String staircase() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < LENGTH; i++) {
      text.append(" ".repeat(i)).append("if x:\n");
    }
    return text.toString();
  }

  /** Names that all have the same {@link String#hashCode}. */
  private static String collisions() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < LENGTH; i++) {
      for (int bit = 0; bit < 16; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void parse(String name, String text) {
    SourceFile file = new SourceFile(name, text);
    @Nullable Throwable[] thrown = new @Nullable Throwable[1];
    assertTimeoutPreemptively(
        LONGEST,
        () -> {
          Thread thread =
              new Thread(null, () -> check(file), "parser with a small stack", SMALL_STACK);
          thread.setUncaughtExceptionHandler((_, failure) -> thrown[0] = failure);
          thread.start();
          thread.join();
        });
    assertThat(thrown[0]).isNull();
  }

  private static void check(SourceFile file) {
    Parser.parse(file);
    assertThat(Tokenizer.tokenize(file)).isNotEmpty();
  }
}
