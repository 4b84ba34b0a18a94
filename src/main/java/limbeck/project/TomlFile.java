package limbeck.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of a TOML file, with typed look-ups that fail with the place and what was expected.
 *
 * @param file where it stands
 * @param name the table's dotted name, for messages
 * @param table its content
 */
record TomlFile(SourceFile file, String name, TomlTable table) {
  /** A header that may lead to our tables; parsing TOML is slow, and most files need none. */
  private static final Pattern HEADER =
      Pattern.compile("(?m)^[ \\t]*\\[+[ \\t]*(tool[ \\t]*\\]|[^\\]\\n]*\\b(alembic|limbeck)\\b)");

  /** Returns the table of that dotted path, when the file has it. */
  static Optional<TomlFile> table(SourceFile file, List<String> path) {
    if (!path.isEmpty() && !HEADER.matcher(file.text()).find()) {
      return Optional.empty();
    }
    TomlParseResult result = Toml.parse(file.text());
    if (result.hasErrors()) {
      TomlParseError error = result.errors().getFirst();
      throw failure(file, error.position(), String.valueOf(error.getMessage()));
    }
    if (path.isEmpty()) {
      return Optional.of(new TomlFile(file, "", result));
    }
    if (!(result.get(path) instanceof TomlTable found)) {
      return Optional.empty();
    }
    return Optional.of(new TomlFile(file, String.join(".", path), found));
  }

  boolean has(String key) {
    return table.get(List.of(key)) != null;
  }

  /** Returns a string, or a number as text. */
  Optional<String> string(String key) {
    Object value = table.get(List.of(key));
    return switch (value) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      case Long number -> Optional.of(number.toString());
      default -> throw wrongType(key, "a string");
    };
  }

  boolean bool(String key) {
    Object value = table.get(List.of(key));
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw wrongType(key, "true or false");
    };
  }

  /** Returns the strings of an array; a lone string counts as an array of one. */
  List<String> strings(String key) {
    Object value = table.get(List.of(key));
    return switch (value) {
      case null -> List.of();
      case String text -> List.of(text);
      case TomlArray array -> strings(key, array);
      default -> throw wrongType(key, "an array of strings");
    };
  }

  private List<String> strings(String key, TomlArray array) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof String text)) {
        throw wrongType(key, "an array of strings");
      }
      result.add(text);
    }
    return result;
  }

  /** Returns a table of strings, such as {@code fill = {"a.b" = "0"}}. */
  SortedMap<String, String> stringTable(String key) {
    Object value = table.get(List.of(key));
    return switch (value) {
      case null -> new TreeMap<>();
      case TomlTable inner -> flatten(key, "", inner, new TreeMap<>());
      default -> throw wrongType(key, "a table of strings");
    };
  }

  /** Joins the parts of dotted keys again: {@code task.status = "…"} is a nested table in TOML. */
  private SortedMap<String, String> flatten(
      String key, String prefix, TomlTable inner, SortedMap<String, String> result) {
    for (String part : inner.keySet()) {
      String name = prefix + part;
      switch (inner.get(List.of(part))) {
        case String text -> result.put(name, text);
        case TomlTable deeper -> flatten(key, name + ".", deeper, result);
        case null, default -> throw wrongType(key, "a table of strings");
      }
    }
    return result;
  }

  /** Returns a table inside this one. */
  Optional<TomlFile> inner(String key) {
    Object value = table.get(List.of(key));
    return switch (value) {
      case null -> Optional.empty();
      case TomlTable inner ->
          Optional.of(new TomlFile(file, name.isEmpty() ? key : name + "." + key, inner));
      default -> throw wrongType(key, "a table");
    };
  }

  /** Returns the tables of an array of tables. */
  List<TomlFile> tables(String key) {
    Object value = table.get(List.of(key));
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof TomlArray array)) {
      throw wrongType(key, "an array of tables");
    }
    List<TomlFile> result = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof TomlTable inner)) {
        throw wrongType(key, "an array of tables");
      }
      result.add(new TomlFile(file, name + "." + key, inner));
    }
    return result;
  }

  /** Returns this table's plain strings, each changed by the function. */
  SortedMap<String, String> allStrings(UnaryOperator<String> change) {
    SortedMap<String, String> result = new TreeMap<>();
    for (String key : table.keySet()) {
      if (table.get(List.of(key)) instanceof String text) {
        result.put(key, change.apply(text));
      }
    }
    return result;
  }

  ToolFailure wrongType(String key, String expected) {
    return failure(file, table.inputPositionOf(List.of(key)), key + " must be " + expected);
  }

  static ToolFailure failure(SourceFile file, @Nullable TomlPosition at, String what) {
    String place = at == null ? "" : ":" + at.line() + ":" + at.column();
    return new ToolFailure(
        ToolFailure.Code.PROJECT, file.path() + place + ": " + what, "correct the file");
  }
}
