package limbeck.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema of JSON, draft 4: as much of it as the schema of SARIF uses; anything else is refused.
 */
final class JsonSchema {
  /** What says nothing about a document's form. */
  private static final Set<String> WORDS =
      Set.of("description", "default", "format", "$schema", "title", "id", "definitions");

  private final Map<String, @Nullable Object> root;

  JsonSchema(Map<String, @Nullable Object> root) {
    this.root = root;
  }

  /** Returns what is wrong with a document, each with its place. */
  List<String> problems(@Nullable Object document) {
    List<String> result = new ArrayList<>();
    check(root, document, "$", result);
    return result;
  }

  private void check(
      Map<String, @Nullable Object> schema,
      @Nullable Object value,
      String at,
      List<String> problems) {
    schema.forEach(
        (keyword, wanted) -> {
          if (!WORDS.contains(keyword)) {
            check(schema, keyword, wanted, value, at, problems);
          }
        });
  }

  private void check(
      Map<String, @Nullable Object> schema,
      String keyword,
      @Nullable Object wanted,
      @Nullable Object value,
      String at,
      List<String> problems) {
    switch (keyword) {
      case "$ref" -> check(definition(String.valueOf(wanted)), value, at, problems);
      case "type" -> demand(isType(String.valueOf(wanted), value), at, "no " + wanted, problems);
      case "enum" ->
          demand(list(wanted).contains(value), at, value + " not in " + wanted, problems);
      case "required" ->
          list(wanted)
              .forEach(
                  it ->
                      demand(
                          !(value instanceof Map<?, ?> map) || map.containsKey(it),
                          at,
                          "lacks " + it,
                          problems));
      case "properties" -> properties(map(wanted), value, at, problems);
      case "additionalProperties" -> additional(schema, wanted, value, at, problems);
      case "items" -> {
        if (value instanceof List<?> elements) {
          for (int i = 0; i < elements.size(); i++) {
            check(map(wanted), elements.get(i), at + "[" + i + "]", problems);
          }
        }
      }
      case "minItems" ->
          demand(
              !(value instanceof List<?> it) || it.size() >= number(wanted),
              at,
              "fewer than " + wanted,
              problems);
      case "uniqueItems" ->
          demand(
              !(value instanceof List<?> it) || new HashSet<>(it).size() == it.size(),
              at,
              "has an element twice",
              problems);
      case "minimum" ->
          demand(
              !(value instanceof Number it) || it.doubleValue() >= number(wanted),
              at,
              value + " < " + wanted,
              problems);
      case "maximum" ->
          demand(
              !(value instanceof Number it) || it.doubleValue() <= number(wanted),
              at,
              value + " > " + wanted,
              problems);
      case "pattern" ->
          demand(
              !(value instanceof String it)
                  || Pattern.compile(String.valueOf(wanted)).matcher(it).find(),
              at,
              value + " is not like " + wanted,
              problems);
      case "anyOf" -> demand(matching(wanted, value) >= 1, at, "is none of anyOf", problems);
      case "oneOf" -> demand(matching(wanted, value) == 1, at, "is not one of oneOf", problems);
      default -> throw new IllegalStateException("unknown keyword " + keyword);
    }
  }

  private static void demand(boolean holds, String at, String what, List<String> problems) {
    if (!holds) {
      problems.add(at + ": " + what);
    }
  }

  private long matching(@Nullable Object schemas, @Nullable Object value) {
    return list(schemas).stream()
        .filter(
            it -> {
              List<String> problems = new ArrayList<>();
              check(map(it), value, "", problems);
              return problems.isEmpty();
            })
        .count();
  }

  private void properties(
      Map<String, @Nullable Object> schemas,
      @Nullable Object value,
      String at,
      List<String> problems) {
    if (value instanceof Map<?, ?> object) {
      schemas.forEach(
          (name, schema) -> {
            if (object.containsKey(name)) {
              check(map(schema), object.get(name), at + "." + name, problems);
            }
          });
    }
  }

  private void additional(
      Map<String, @Nullable Object> schema,
      @Nullable Object wanted,
      @Nullable Object value,
      String at,
      List<String> problems) {
    if (!(value instanceof Map<?, ?> object) || Boolean.TRUE.equals(wanted)) {
      return;
    }
    Set<String> known =
        schema.get("properties") == null ? Set.of() : map(schema.get("properties")).keySet();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (known.contains(name)) {
        continue;
      }
      if (Boolean.FALSE.equals(wanted)) {
        problems.add(at + ": may not have " + name);
      } else {
        check(map(wanted), entry.getValue(), at + "." + name, problems);
      }
    }
  }

  private static boolean isType(String type, @Nullable Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "number" -> value instanceof Number;
      default -> throw new IllegalStateException("unknown type " + type);
    };
  }

  private Map<String, @Nullable Object> definition(String reference) {
    Map<String, @Nullable Object> definitions = map(root.get("definitions"));
    return map(definitions.get(reference.replace("#/definitions/", "")));
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number it ? it.doubleValue() : Double.NaN;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> it ? it : List.of();
  }

  @SuppressWarnings("unchecked") // an object of JSON has strings for keys
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> it) {
      return (Map<String, @Nullable Object>) it;
    }
    throw new IllegalStateException("no object: " + value);
  }
}
