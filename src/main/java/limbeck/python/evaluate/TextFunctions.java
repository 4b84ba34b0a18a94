package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import limbeck.python.value.Value;

/** {@code textwrap} and {@code inspect.cleandoc}. */
final class TextFunctions {
  private TextFunctions() {}

  static void register(Map<String, Native> functions) {
    functions.put("textwrap.dedent", arguments -> new Value.Str(dedent(arguments.text(0))));
    functions.put("textwrap.indent", TextFunctions::indent);
    functions.put("inspect.cleandoc", arguments -> new Value.Str(clean(arguments.text(0))));
    functions.put(
        "string.capwords",
        arguments -> {
          arguments.requireAtMost(1);
          return new Value.Str(
              Arrays.stream(arguments.text(0).strip().split("\\s+"))
                  .map(TextFunctions::capitalized)
                  .collect(Collectors.joining(" ")));
        });
  }

  private static String capitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + word.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static String indentation(String line) {
    int end = 0;
    while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
      end++;
    }
    return line.substring(0, end);
  }

  private static boolean blank(String line) {
    return indentation(line).length() == line.length();
  }

  /** Takes away the indentation that all lines share. */
  static String dedent(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String margin = null;
    for (String line : lines) {
      if (!blank(line)) {
        String indentation = indentation(line);
        margin = margin == null ? indentation : shared(margin, indentation);
      }
    }
    String shared = margin == null ? "" : margin;
    return lines.stream()
        .map(line -> blank(line) ? "" : line.substring(shared.length()))
        .collect(Collectors.joining("\n"));
  }

  private static String shared(String one, String other) {
    int length = 0;
    while (length < one.length()
        && length < other.length()
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }

  private static Value indent(Arguments arguments) {
    arguments.requireAtMost(2);
    String prefix = arguments.text(1);
    StringBuilder result = new StringBuilder();
    for (String line : arguments.text(0).split("(?<=\n)")) {
      result.append(line.isBlank() ? "" : prefix).append(line);
    }
    Budget.size(result.length());
    return new Value.Str(result.toString());
  }

  private static String clean(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int margin = Integer.MAX_VALUE;
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        margin = Math.min(margin, line.length() - line.stripLeading().length());
      }
    }
    lines.set(0, lines.getFirst().stripLeading());
    if (margin < Integer.MAX_VALUE) {
      for (int i = 1; i < lines.size(); i++) {
        String line = lines.get(i);
        lines.set(i, line.substring(Math.min(margin, line.length())));
      }
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
      lines.removeFirst();
    }
    return String.join("\n", lines);
  }
}
