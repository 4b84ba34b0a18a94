package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finishes a filled-in script: notes, imports that are used, blank lines as formatters want. */
final class ScriptLayout {
  private static final Pattern DOCSTRING = Pattern.compile("\\A\\s*[rR]?\"\"\"");
  private static final Pattern IMPORT =
      Pattern.compile("(?:import|from)\\s+(?<module>[\\w.]+)(?:.*)");

  private static final String RAW_TYPE =
      """



      class RawType(sa.types.UserDefinedType):
          \"""A type of the database, written as it is.\"""

          cache_ok = True

          def __init__(self, spelling: str) -> None:
              self.spelling = spelling

          def get_col_spec(self, **kw: object) -> str:
              return self.spelling
      """;

  private final String header;
  private final String prefix;
  private final String functions;

  /** Splits a script into its docstring, what follows it, and its functions. */
  ScriptLayout(String script) {
    Matcher opening = DOCSTRING.matcher(script);
    int end = 0;
    if (opening.find()) {
      end = closing(script, opening.end());
    }
    int function = firstFunction(script, end);
    // A base follows nothing, and the template leaves a blank at the end of that line.
    header = script.substring(0, end).replaceAll("(?m)[ \\t]+$", "");
    prefix = script.substring(end, function);
    functions = script.substring(function);
  }

  private static int closing(String script, int from) {
    int at = script.indexOf("\"\"\"", from);
    while (at > 0 && script.charAt(at - 1) == '\\') {
      at = script.indexOf("\"\"\"", at + 1);
    }
    return at < 0 ? 0 : at + 3;
  }

  private static int firstFunction(String script, int from) {
    Matcher matcher = Pattern.compile("(?m)^(?:def|class|async def|@)").matcher(script);
    return matcher.find(from) ? matcher.start() : script.length();
  }

  String finish(List<String> about, List<String> notes, Imports imports) {
    String used = functions + (imports.rawType() ? RAW_TYPE : "");
    List<String> lines = new ArrayList<>();
    for (String line : prefix.split("\n", -1)) {
      boolean isUnused = isUnused(line, used);
      boolean isSecondBlank = line.isBlank() && (lines.isEmpty() || lines.getLast().isBlank());
      if (!isUnused && !isSecondBlank) {
        lines.add(line.stripTrailing());
      }
    }
    String middle = String.join("\n", lines).strip();
    StringBuilder result = new StringBuilder(withNotes(about, notes).strip());
    if (!result.isEmpty()) {
      result.append("\n\n");
    }
    result.append(withMissingImports(middle, used, imports));
    if (imports.rawType()) {
      result.append(RAW_TYPE);
    } else {
      result.append('\n');
    }
    return result.append("\n\n").append(functions.strip()).append('\n').toString();
  }

  private String withNotes(List<String> about, List<String> notes) {
    if ((about.isEmpty() && notes.isEmpty()) || header.isEmpty()) {
      return header;
    }
    StringBuilder text = new StringBuilder("\n");
    about.forEach(
        it -> text.append('\n').append(Prose.paragraph(ScriptRenderer.docstringText(it))));
    if (!notes.isEmpty()) {
      text.append("\nSafety notes:\n\n");
      notes.forEach(it -> text.append(Prose.item(ScriptRenderer.docstringText(it))));
    }
    String open = header.substring(0, header.length() - 3).stripTrailing();
    return open + text + "\n\"\"\"";
  }

  /** Whether a line imports one of the modules we know, and nothing uses it. */
  private static boolean isUnused(String line, String used) {
    Matcher matcher = IMPORT.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    String module = matcher.group("module");
    if (line.equals("from alembic import op")) {
      return !uses(used, "op");
    }
    if (line.equals("import sqlalchemy as sa")) {
      return !uses(used, "sa");
    }
    boolean isSqlmodel = module.equals("sqlmodel") || module.startsWith("sqlmodel.");
    return isSqlmodel && !uses(used, "sqlmodel");
  }

  private static boolean uses(String text, String name) {
    return Pattern.compile("\\b" + name + "\\.").matcher(text).find();
  }

  /** A template without a place for imports gets those it lacks after its last one. */
  private static String withMissingImports(String middle, String used, Imports imports) {
    String result = middle;
    if (uses(used, "op") && !imports(result, "from alembic import .*\\bop\\b")) {
      result = afterImports(result, "from alembic import op");
    }
    if (uses(used, "sa") && !imports(result, "import sqlalchemy as sa\\b")) {
      result = afterImports(result, "import sqlalchemy as sa");
    }
    for (String dialect : imports.dialects()) {
      if (!imports(result, "from sqlalchemy\\.dialects import .*\\b" + dialect + "\\b")) {
        result = afterImports(result, "from sqlalchemy.dialects import " + dialect);
      }
    }
    return result;
  }

  private static boolean imports(String text, String line) {
    return Pattern.compile("(?m)^" + line).matcher(text).find();
  }

  private static String afterImports(String text, String line) {
    Matcher matcher = Pattern.compile("(?m)^(?:import|from)\\s.*$").matcher(text);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
    }
    return end == 0
        ? line + "\n\n" + text
        : text.substring(0, end) + "\n" + line + text.substring(end);
  }
}
