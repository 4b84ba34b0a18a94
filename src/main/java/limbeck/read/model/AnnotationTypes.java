package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeScope;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.SqlType;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** The column types that SQLAlchemy derives from {@code Mapped[…]}. */
final class AnnotationTypes {
  private static final Set<String> ENUM_BASES =
      Set.of("enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag");

  private final ReadContext context;
  private final TypeTranslator types;

  AnnotationTypes(ReadContext context, TypeTranslator types) {
    this.context = context;
    this.types = types;
  }

  /**
   * Returns the type of an annotation.
   *
   * @param hint the argument of Mapped
   * @param map {@code type_annotation_map}
   */
  TypeReading infer(
      Value hint, Map<Value, Value> map, TypeScope scope, String subject, Location at) {
    for (Value candidate : candidates(hint)) {
      Optional<TypeReading> found = resolve(candidate, map, scope, subject, at);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Value shown = Hints.withoutNone(hint);
    String reason =
        shown instanceof Value.Unknown(String why, Location _)
            ? why
            : "SQLAlchemy has no column type for " + Constants.describe(shown);
    context
        .problems()
        .addMarked(
            "the type of " + subject + " is not known: " + reason,
            "type of " + subject,
            shown instanceof Value.Unknown(String _, Location place) ? place : at);
    return TypeReading.unknown(reason);
  }

  /** Returns whether an annotation gives a column a type. */
  boolean hasType(Value hint, Map<Value, Value> map) {
    return candidates(hint).stream()
        .anyMatch(
            it ->
                map.containsKey(it)
                    || Hints.literal(it).isPresent()
                    || types.isEnumeration(it)
                    || LibraryNames.of(it).flatMap(this::byName).isPresent());
  }

  /** The forms of a hint that are looked up, the most specific first. */
  private static List<Value> candidates(Value hint) {
    List<Value> found = new ArrayList<>();
    Value current = Hints.withoutNone(hint);
    while (true) {
      found.add(current);
      Value inner = current;
      Optional<Value> next =
          Hints.alias(inner)
              .or(() -> Hints.annotated(inner).map(List::getFirst))
              .or(() -> Hints.newType(inner))
              .map(Hints::withoutNone);
      if (next.isEmpty() || found.size() > 20) {
        return found;
      }
      current = next.get();
    }
  }

  private Optional<TypeReading> resolve(
      Value hint, Map<Value, Value> map, TypeScope scope, String subject, Location at) {
    Value mapped = map.containsKey(hint) ? map.get(hint) : ofUnion(hint, map);
    if (mapped != null) {
      return Optional.of(types.translate(mapped, scope, subject, at));
    }
    Optional<List<Value>> literal = Hints.literal(hint);
    if (literal.isPresent()) {
      return Optional.of(literal(literal.get(), map, scope, subject, at));
    }
    if (types.isEnumeration(hint)) {
      Value template = enumTemplate(hint, map).orElse(new Value.Symbol("sqlalchemy.Enum"));
      return Optional.of(
          types.translate(filled(template, List.of(hint), Map.of(), at), scope, subject, at));
    }
    return LibraryNames.of(hint).flatMap(this::byName).map(TypeReading::of);
  }

  /** Unions are the same in whatever form and order they are written. */
  private static @Nullable Value ofUnion(Value hint, Map<Value, Value> map) {
    Optional<Set<Value>> members = Hints.union(hint).map(Set::copyOf);
    if (members.isEmpty()) {
      return null;
    }
    return map.entrySet().stream()
        .filter(it -> Hints.union(it.getKey()).map(Set::copyOf).equals(members))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private Optional<SqlType> byName(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "builtins.int" -> new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
          case "builtins.float" ->
              context.options().versions().sqlalchemyTwoOne()
                  ? new SqlType.DoublePrecision()
                  : new SqlType.Floating(Optional.empty());
          case "builtins.bool" -> new SqlType.BooleanType();
          case "builtins.str" -> new SqlType.Varchar(Optional.empty(), Optional.empty());
          case "builtins.bytes" -> new SqlType.Binary(Optional.empty());
          case "datetime.datetime" -> new SqlType.Timestamp(false, Optional.empty());
          case "datetime.date" -> new SqlType.Date();
          case "datetime.time" -> new SqlType.Time(false, Optional.empty());
          case "datetime.timedelta" -> new SqlType.Interval(Optional.empty(), Optional.empty());
          case "decimal.Decimal" -> new SqlType.Numeric(Optional.empty(), Optional.empty());
          case "uuid.UUID" -> new SqlType.Uuid(true);
          default -> null;
        });
  }

  private TypeReading literal(
      List<Value> labels, Map<Value, Value> map, TypeScope scope, String subject, Location at) {
    Value template =
        Optional.ofNullable(map.get(new Value.Symbol("typing.Literal")))
            .or(() -> Optional.ofNullable(map.get(new Value.Symbol("enum.Enum"))))
            .orElse(new Value.Symbol("sqlalchemy.Enum"));
    Map<String, Value> forced = Map.of("native_enum", new Value.Bool(false));
    return types.translate(filled(template, labels, forced, at), scope, subject, at);
  }

  /** The entry of the map for an enumeration's base: {@code enum.Enum: sa.Enum(enum.Enum, …)}. */
  private Optional<Value> enumTemplate(Value hint, Map<Value, Value> map) {
    if (!(hint instanceof ClassValue type)) {
      return Optional.empty();
    }
    for (Value base : context.program().resolutionOrder(type)) {
      Value entry = map.get(base);
      if (entry != null
          && !base.equals(hint)
          && (base instanceof ClassValue
              || LibraryNames.of(base).filter(ENUM_BASES::contains).isPresent())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The template's call with other positional arguments. */
  private static Value filled(
      Value template, List<Value> arguments, Map<String, Value> forced, Location at) {
    Map<String, Value> keywords = new LinkedHashMap<>();
    // A type made of a template states its schema, so that of the MetaData does not apply.
    keywords.put("schema", Value.NONE);
    Value callee = template;
    if (template instanceof Value.Call call) {
      keywords.putAll(call.keywords());
      callee = call.callee();
    }
    keywords.putAll(forced);
    return new Value.Call(callee, arguments, keywords, at);
  }
}
