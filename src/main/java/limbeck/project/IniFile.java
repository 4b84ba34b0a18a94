package limbeck.project;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/**
 * An ini file as Python's {@code configparser} reads it: keys without case, values that go on over
 * indented lines, whole-line comments, a {@code DEFAULT} section and {@code %(name)s}.
 *
 * <p>Source: the Python library reference, chapter configparser, with its default settings.
 */
final class IniFile {
  /** The section whose values every other section sees. */
  static final String DEFAULT_SECTION = "DEFAULT";

  private static final int INTERPOLATION_DEPTH = 10;

  private final SourceFile file;
  private final Map<String, Map<String, Entry>> sections;
  private final Map<String, String> variables;

  /** A raw value and the 1-based line of its key. */
  record Entry(String raw, int line) {}

  private IniFile(
      SourceFile file, Map<String, Map<String, Entry>> sections, Map<String, String> variables) {
    this.file = file;
    this.sections = sections;
    this.variables = variables;
  }

  /**
   * Reads a file.
   *
   * @param variables seen by every section, such as {@code here}
   * @throws ToolFailure when the text is not an ini file
   */
  static IniFile parse(SourceFile file, Map<String, String> variables) {
    return new IniFile(file, new IniParser(file).parse(), variables);
  }

  SourceFile file() {
    return file;
  }

  /** Returns the names of the sections in order, without DEFAULT. */
  List<String> sectionNames() {
    return sections.keySet().stream().filter(it -> !it.equals(DEFAULT_SECTION)).toList();
  }

  boolean hasSection(String section) {
    return !section.equals(DEFAULT_SECTION) && sections.containsKey(section);
  }

  /** Returns the value of a key with its variables filled in; empty when the section lacks it. */
  Optional<String> value(String section, String key) {
    return entry(section, key).map(it -> interpolate(section, key, it, it.raw(), 1));
  }

  /** Returns the value of a key as written. */
  Optional<String> rawValue(String section, String key) {
    return entry(section, key).map(Entry::raw);
  }

  /** Returns the keys a section sees, in order, those of DEFAULT last. */
  Set<String> keys(String section) {
    Set<String> keys = new LinkedHashSet<>(in(section).keySet());
    keys.addAll(in(DEFAULT_SECTION).keySet());
    return keys;
  }

  private Map<String, Entry> in(String section) {
    return sections.getOrDefault(section, Collections.emptyMap());
  }

  private Optional<Entry> entry(String section, String key) {
    if (!hasSection(section)) {
      return Optional.empty();
    }
    String name = key.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(in(section).get(name))
        .or(() -> Optional.ofNullable(in(DEFAULT_SECTION).get(name)));
  }

  private String interpolate(String section, String key, Entry entry, String raw, int depth) {
    if (depth > INTERPOLATION_DEPTH) {
      throw broken(entry, key, "its %(name)s values refer to each other without end");
    }
    StringBuilder result = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c != '%') {
        result.append(c);
        at++;
      } else if (raw.startsWith("%%", at)) {
        result.append('%');
        at += 2;
      } else {
        int end = raw.indexOf(")s", at);
        if (!raw.startsWith("%(", at) || end < 0) {
          throw broken(entry, key, "a lone % (write %% for the character itself)");
        }
        String name = raw.substring(at + 2, end);
        result.append(variable(section, key, entry, name, depth));
        at = end + 2;
      }
    }
    return result.toString();
  }

  private String variable(String section, String key, Entry entry, String name, int depth) {
    Optional<Entry> found = entry(section, name);
    if (found.isPresent()) {
      return interpolate(section, key, entry, found.get().raw(), depth + 1);
    }
    String value = variables.get(name.toLowerCase(Locale.ROOT));
    if (value == null) {
      throw broken(entry, key, "%(" + name + ")s, which no key defines (write %% for a literal %)");
    }
    return value;
  }

  private ToolFailure broken(Entry entry, String key, String what) {
    return new ToolFailure(
        ToolFailure.Code.PROJECT,
        file.path() + ":" + entry.line() + ": the value of " + key + " holds " + what,
        "correct the value; Alembic itself refuses it too");
  }
}
