package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import limbeck.judge.PythonJudge;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.text.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of real modules is what CPython has after importing them. */
@Tag("oracle")
class LibraryOracleTest {
  private static final List<String> MODULES =
      List.of(
          "base64",
          "bisect",
          "calendar",
          "cmd",
          "codeop",
          "colorsys",
          "configparser",
          "csv",
          "dis",
          "email.charset",
          "email.contentmanager",
          "email.headerregistry",
          "email.quoprimime",
          "encodings.aliases",
          "encodings.cp1252",
          "encodings.punycode",
          "filecmp",
          "fractions",
          "ftplib",
          "gettext",
          "heapq",
          "html",
          "html.entities",
          "html.parser",
          "http",
          "imaplib",
          "ipaddress",
          "keyword",
          "logging.handlers",
          "mimetypes",
          "nntplib",
          "nturl2path",
          "opcode",
          "pickletools",
          "plistlib",
          "poplib",
          "pprint",
          "quopri",
          "sched",
          "shlex",
          "smtplib",
          "stat",
          "statistics",
          "stringprep",
          "tarfile",
          "telnetlib",
          "timeit",
          "token",
          "turtle",
          "unittest.case",
          "wsgiref.headers",
          "xml.sax.saxutils",
          "zipfile");

  @Test
  void nothingKnownIsWrong() {
    List<String> wrong = new ArrayList<>();
    int right = 0;
    for (String name : MODULES) {
      Map<String, String> expected = new LinkedHashMap<>();
      Programs.Program program = program(name, expected);
      for (Map.Entry<String, String> entry : expected.entrySet()) {
        Value value = program.module().names().get(entry.getKey());
        String shown = value == null ? "" : program.shown(value);
        boolean known =
            value != null && !shown.startsWith("unknown: ") && !shown.startsWith("symbolic: ");
        if (known && !shown.equals(entry.getValue())) {
          wrong.add(name + "." + entry.getKey() + ": " + shown + " is " + entry.getValue());
        }
        right += known && shown.equals(entry.getValue()) ? 1 : 0;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(right).as("values known").isGreaterThan(500);
  }

  private static Programs.Program program(String name, Map<String, String> expected) {
    Object answer;
    try {
      answer = PythonJudge.shared().ask("library_values", Map.of("module", name));
    } catch (limbeck.judge.JudgeError absent) {
      // Not every version of Python has every module.
      return Programs.of("");
    }
    Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(answer);
    ((Map<?, ?>) Objects.requireNonNull(fields.get("values")))
        .forEach((key, value) -> expected.put((String) key, (String) value));
    Path file = Path.of((String) Objects.requireNonNull(fields.get("file")));
    Evaluator evaluator = new Evaluator(new MemoryModules(), Host.SILENT);
    try {
      SourceFile source = new SourceFile(file.toString(), Files.readString(file));
      boolean isPackage = file.endsWith("__init__.py");
      return new Programs.Program(evaluator, evaluator.evaluate(name, source, isPackage));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
