package limbeck.project;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Splits an ini file into sections, keys and raw values, line by line. */
final class IniParser {
  private final SourceFile file;
  private final Map<String, Map<String, IniFile.Entry>> sections = new LinkedHashMap<>();
  private String section = "";
  private String key = "";
  private int keyLine;
  private int keyIndent;
  private final StringBuilder value = new StringBuilder();

  IniParser(SourceFile file) {
    this.file = file;
  }

  Map<String, Map<String, IniFile.Entry>> parse() {
    for (int line = 1; line <= file.lineCount(); line++) {
      take(line, file.lineText(line));
    }
    finishKey();
    return sections;
  }

  private void take(int line, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      // An empty line belongs to the value; it is cut off again when nothing follows.
      value.append('\n');
      return;
    }
    if (stripped.startsWith("#") || stripped.startsWith(";")) {
      return;
    }
    int indent = text.indexOf(stripped);
    if (!key.isEmpty() && indent > keyIndent) {
      value.append('\n').append(stripped);
      return;
    }
    finishKey();
    if (stripped.startsWith("[") && stripped.contains("]")) {
      beginSection(line, stripped.substring(1, stripped.lastIndexOf(']')));
    } else {
      beginKey(line, indent, stripped);
    }
  }

  private void beginSection(int line, String name) {
    section = name;
    boolean isNew = sections.putIfAbsent(name, new LinkedHashMap<>()) == null;
    if (!isNew && !name.equals(IniFile.DEFAULT_SECTION)) {
      throw failure(line, "the section [" + name + "] appears twice", "join the two sections");
    }
  }

  private void beginKey(int line, int indent, String text) {
    int delimiter = firstDelimiter(text);
    if (delimiter <= 0) {
      throw failure(line, "neither a section, a key = value nor a comment", "correct the line");
    }
    Map<String, IniFile.Entry> entries = sections.get(section);
    if (entries == null) {
      throw failure(line, "a key before the first [section]", "put it under a section");
    }
    key = text.substring(0, delimiter).strip().toLowerCase(Locale.ROOT);
    if (entries.containsKey(key)) {
      throw failure(line, key + " is given twice in [" + section + "]", "keep one of them");
    }
    keyLine = line;
    keyIndent = indent;
    value.append(text.substring(delimiter + 1).strip());
  }

  private static int firstDelimiter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '=' || text.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private void finishKey() {
    Map<String, IniFile.Entry> entries = sections.get(section);
    if (!key.isEmpty() && entries != null) {
      entries.put(key, new IniFile.Entry(value.toString().stripTrailing(), keyLine));
    }
    key = "";
    value.setLength(0);
  }

  private ToolFailure failure(int line, String what, String help) {
    return new ToolFailure(ToolFailure.Code.PROJECT, file.path() + ":" + line + ": " + what, help);
  }
}
