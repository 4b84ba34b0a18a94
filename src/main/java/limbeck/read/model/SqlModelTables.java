package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/** Which SQLModel classes are tables, and the fields they have, in SQLModel's own order. */
final class SqlModelTables {
  private final ReadContext context;
  private final ClassLookup lookup;

  SqlModelTables(ReadContext context, ClassLookup lookup) {
    this.context = context;
    this.lookup = lookup;
  }

  /** Returns whether a class descends from SQLModel. */
  boolean isSqlModel(ClassValue type) {
    return context.program().resolutionOrder(type).stream()
        .anyMatch(it -> Hints.isNamed(it, Set.of("sqlmodel.SQLModel")));
  }

  /** Returns whether a class descends from SQLModel, told from its bases alone. */
  static boolean descends(ClassValue type) {
    return type.bases().stream()
        .anyMatch(
            it ->
                it instanceof ClassValue base
                    ? descends(base)
                    : Hints.isNamed(it, Set.of("sqlmodel.SQLModel")));
  }

  /** Returns the table name of a class that states none. */
  static String usualName(ClassValue type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns whether a class says that it is a table. */
  static boolean saysTable(ClassValue type) {
    if (isTrue(type.keywords().get("table"))) {
      return true;
    }
    ClassValue.Member config = type.members().get("model_config");
    if (config == null || config.value().isEmpty()) {
      return false;
    }
    return switch (config.value().get()) {
      case Value.DictOf(Map<Value, Value> entries) -> isTrue(entries.get(new Value.Str("table")));
      case Value.Call call -> isTrue(call.keywords().get("table"));
      default -> false;
    };
  }

  private static boolean isTrue(@org.jspecify.annotations.Nullable Value value) {
    return value instanceof Value.Bool(boolean flag) && flag;
  }

  /** Returns whether a class becomes a table: it says so, and no base of it is one already. */
  boolean isTable(ClassValue type) {
    return saysTable(type) && !hasTableBase(type);
  }

  private static boolean hasTableBase(ClassValue type) {
    return type.bases().stream()
        .anyMatch(it -> it instanceof ClassValue base && (saysTable(base) || hasTableBase(base)));
  }

  /** Returns the name of a class's table; empty, with a problem, when it cannot be told. */
  Optional<String> tableName(ClassValue type) {
    Optional<Value> stated = lookup.attribute(type, "__tablename__");
    if (stated.isEmpty()) {
      return Optional.of(usualName(type));
    }
    Optional<String> text = Constants.text(stated.get());
    if (text.isEmpty()) {
      context
          .problems()
          .add(
              "the table name of "
                  + type.name()
                  + " cannot be told: "
                  + Constants.describe(stated.get()),
              "table of " + type.qualifiedName(),
              type.location());
    }
    return text;
  }

  /** Returns the fields that become columns, in the order of the columns. */
  List<SqlModelField> fields(ClassValue type) {
    Map<String, SqlModelField> fields = new LinkedHashMap<>();
    List<Value> order = context.program().resolutionOrder(type).reversed();
    for (Value base : order) {
      if (base instanceof ClassValue own) {
        for (ClassValue.Member member : own.members().values()) {
          read(own, member, fields);
        }
      }
    }
    return ordered(type, fields);
  }

  private void read(ClassValue owner, ClassValue.Member member, Map<String, SqlModelField> fields) {
    String name = member.name();
    if (name.startsWith("_") || name.equals("model_config")) {
      return;
    }
    if (member.annotation().isEmpty()) {
      // A subclass may hide an inherited field with something that is none.
      if (member.value().isPresent() && hides(member.value().get())) {
        fields.remove(name);
      }
      return;
    }
    Optional<Value> value = member.value();
    if (value.isPresent() && LibraryNames.isCall(value.get(), "sqlmodel.Relationship")) {
      fields.remove(name);
      return;
    }
    Value annotation = context.program().annotation(owner, member.annotation().get());
    if (isClassVariable(annotation) || isPrivate(value)) {
      fields.remove(name);
      return;
    }
    fields.put(name, SqlModelField.of(name, annotation, value, member.location()));
  }

  private static boolean hides(Value value) {
    return value instanceof FunctionValue || LibraryNames.isCall(value, "builtins.property");
  }

  private static boolean isClassVariable(Value annotation) {
    return Hints.isNamed(annotation, Set.of("typing.ClassVar"))
        || Hints.argumentOf(annotation, Set.of("typing.ClassVar")).isPresent();
  }

  private static boolean isPrivate(Optional<Value> value) {
    return value.filter(it -> LibraryNames.isCall(it, "pydantic.PrivateAttr")).isPresent();
  }

  /**
   * Inherited fields come first, in the order of the bases; one that the class annotates again
   * moves to its place in the class (SQLAlchemy merges the class's names with its annotations).
   */
  private static List<SqlModelField> ordered(ClassValue type, Map<String, SqlModelField> fields) {
    List<String> own =
        type.members().values().stream()
            .filter(it -> it.annotation().isPresent())
            .map(ClassValue.Member::name)
            .filter(fields::containsKey)
            .toList();
    return merge(new ArrayList<>(fields.keySet()), own).stream()
        .map(fields::get)
        .map(java.util.Objects::requireNonNull)
        .toList();
  }

  /** Merges two lists keeping the order of both as far as possible, switching at common names. */
  static List<String> merge(List<String> first, List<String> second) {
    Set<String> common = new java.util.HashSet<>(first);
    common.retainAll(second);
    List<String> merged = new ArrayList<>();
    java.util.Iterator<String> current = first.iterator();
    java.util.Iterator<String> other = second.iterator();
    boolean more = true;
    while (more) {
      more = false;
      while (current.hasNext()) {
        String name = current.next();
        if (common.remove(name)) {
          java.util.Iterator<String> swapped = current;
          current = other;
          other = swapped;
          more = true;
          break;
        }
        merged.add(name);
      }
    }
    other.forEachRemaining(merged::add);
    return merged;
  }
}
