package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.table.ColumnParts;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/**
 * The arguments of a column as they are after a {@code mapped_column} inside {@code Annotated} has
 * been merged under those stated at the attribute.
 *
 * @param positional name, type and items
 * @param keywords the named ones
 */
record MappedColumn(List<Value> positional, Map<String, Value> keywords) {
  private static final Set<String> IGNORED_IN_ANNOTATED = Set.of("name", "key");

  /** Arguments of an attribute that only has an annotation. */
  static final MappedColumn BARE = new MappedColumn(List.of(), Map.of());

  static MappedColumn of(Value.Call call) {
    return new MappedColumn(call.arguments(), call.keywords());
  }

  /** Returns these arguments over those found inside Annotated. */
  MappedColumn over(Value.Call embedded) {
    ColumnParts own = ColumnParts.of(positional, keywords);
    ColumnParts under = ColumnParts.of(embedded.arguments(), embedded.keywords());
    Map<String, Value> merged = new LinkedHashMap<>(embedded.keywords());
    IGNORED_IN_ANNOTATED.forEach(merged::remove);
    merged.remove("type_");
    boolean ownDefault =
        keywords.containsKey("default")
            || keywords.containsKey("insert_default")
            || keywords.containsKey("default_factory");
    if (ownDefault) {
      merged.remove("default");
      merged.remove("insert_default");
    }
    boolean key = isTrue(merged.get("primary_key"));
    keywords.forEach(
        (name, value) -> {
          if (!name.equals("type_") && !(Constants.isNone(value) && merged.containsKey(name))) {
            merged.put(name, value);
          }
        });
    if (key) {
      merged.put("primary_key", new Value.Bool(true));
    }
    List<Value> arguments = new ArrayList<>();
    arguments.add(own.name().<Value>map(Value.Str::new).orElse(Value.NONE));
    arguments.add(own.type().or(under::type).orElse(Value.NONE));
    arguments.addAll(own.items());
    for (Value item : under.items()) {
      if (!replaced(item, own.items())) {
        arguments.add(item);
      }
    }
    return new MappedColumn(arguments, merged);
  }

  private static boolean isTrue(@org.jspecify.annotations.Nullable Value value) {
    return value instanceof Value.Bool(boolean flag) && flag;
  }

  /** Whether an item of which a column has one only is stated at the attribute too. */
  private static boolean replaced(Value item, List<Value> own) {
    Optional<String> name = LibraryNames.ofCall(item);
    return name.filter(
            it ->
                Set.of("sqlalchemy.Identity", "sqlalchemy.Computed", "sqlalchemy.Sequence")
                    .contains(it))
        .filter(it -> own.stream().anyMatch(other -> LibraryNames.isCall(other, it)))
        .isPresent();
  }

  boolean has(String keyword) {
    return keywords.containsKey(keyword) && !Constants.isNone(keywords.get(keyword));
  }

  boolean isTrue(String keyword) {
    return isTrue(keywords.get(keyword));
  }

  /** Returns whether a type is stated, or a foreign key that gives one. */
  boolean hasTypeOrTarget() {
    ColumnParts parts = ColumnParts.of(positional, keywords);
    return parts.type().isPresent()
        || parts.items().stream().anyMatch(it -> LibraryNames.isCall(it, "sqlalchemy.ForeignKey"));
  }

  /** Returns these arguments with one more keyword. */
  MappedColumn with(String keyword, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(keywords);
    changed.put(keyword, value);
    return new MappedColumn(positional, changed);
  }
}
