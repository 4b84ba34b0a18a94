package limbeck.read.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.InlineEnum;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/** {@code sqlalchemy.Enum} and the ENUM of the databases' own packages. */
final class EnumTypes {
  private final ReadContext context;

  EnumTypes(ReadContext context) {
    this.context = context;
  }

  /** The labels of an enum type and the name it has when none is stated. */
  private record Labels(List<String> texts, Optional<String> className) {}

  /** Returns the type of {@code sqlalchemy.Enum(…)} or {@code postgresql.ENUM(…)}. */
  TypeReading read(Arguments arguments, TypeScope scope) {
    Optional<Labels> labels = labels(arguments);
    if (labels.isEmpty()) {
      return TypeReading.unknown("an Enum whose labels cannot be told");
    }
    return build(labels.get(), arguments, scope);
  }

  /** Returns the type that an enumeration class alone stands for. */
  TypeReading ofClass(Value enumeration, Arguments none, TypeScope scope) {
    Arguments arguments =
        new Arguments(
            List.of(enumeration), Map.of(), none.at(), context.problems(), none.subject());
    return read(arguments, scope);
  }

  /** Returns {@code mysql.ENUM('a', 'b')}: labels inside the column's type. */
  TypeReading inline(Arguments arguments) {
    return labels(arguments)
        .map(it -> TypeReading.of(InlineEnum.of(it.texts())))
        .orElseGet(() -> TypeReading.unknown("an ENUM whose labels cannot be told"));
  }

  private static List<String> literals(List<String> labels) {
    return labels.stream().map(it -> "'" + it.replace("'", "''") + "'").toList();
  }

  private TypeReading build(Labels labels, Arguments arguments, TypeScope scope) {
    List<String> texts = labels.texts();
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    Optional<Integer> length =
        arguments.has("length") ? arguments.integer("length") : Optional.of(longest);
    Optional<String> name =
        arguments.has("name")
            ? arguments.text("name")
            : labels.className().map(it -> it.toLowerCase(Locale.ROOT));
    boolean nativeEnum = arguments.flag("native_enum").orElse(true);
    DialectName dialect = context.options().dialect();
    List<TypeReading.TypeCheck> checks = List.of();
    if (arguments.isTrue("create_constraint") && (!nativeEnum || dialect == DialectName.SQLITE)) {
      checks = List.of(new TypeReading.TypeCheck(nameValue(name, arguments), literals(texts)));
    }
    if (!nativeEnum
        || (dialect == DialectName.SQLITE && (arguments.has("length") || name.isEmpty()))) {
      SqlType text =
          length.isPresent()
              ? new SqlType.TextEnum(texts, length.get())
              : new SqlType.Varchar(Optional.empty(), Optional.empty());
      return new TypeReading(text, List.of(), checks);
    }
    if (name.isEmpty()) {
      if (dialect == DialectName.POSTGRESQL) {
        arguments
            .problems()
            .addMarked(
                "an Enum without a name: PostgreSQL needs name= on it",
                "type of " + arguments.subject(),
                arguments.at());
        return TypeReading.unknown("an Enum without a name");
      }
      return TypeReading.of(InlineEnum.of(texts));
    }
    TypeName typeName = new TypeName(schema(arguments, scope), name.get());
    return new TypeReading(
        new SqlType.EnumReference(typeName),
        List.of(
            new TypeReading.EnumUse(
                new EnumType(typeName, texts), arguments.flag("create_type").orElse(true))),
        checks);
  }

  private static Optional<Value> nameValue(Optional<String> name, Arguments arguments) {
    return arguments.value("name").or(() -> name.map(Value.Str::new));
  }

  private Optional<String> schema(Arguments arguments, TypeScope scope) {
    if (arguments.has("schema")) {
      return arguments.text("schema");
    }
    if (arguments.isTrue("inherit_schema")) {
      return scope.tableSchema();
    }
    Optional<Value> metadata = arguments.value("metadata");
    if (metadata.isPresent()) {
      return metadata.get() instanceof Value.Call call
              && LibraryNames.isCall(call, "sqlalchemy.MetaData")
          ? Arguments.of(call, arguments.problems(), "MetaData").text("schema")
          : scope.metadataSchema();
    }
    return context.options().versions().sqlalchemyTwoOne()
        ? scope.metadataSchema()
        : Optional.empty();
  }

  private Optional<Labels> labels(Arguments arguments) {
    List<Value> given = arguments.positional();
    if (given.size() == 1 && EnumLabels.isEnumeration(context.program(), given.getFirst())) {
      return ofEnumeration(given.getFirst(), arguments);
    }
    Optional<List<String>> texts = texts(given, arguments);
    return texts.map(it -> new Labels(it, Optional.empty()));
  }

  private Optional<Labels> ofEnumeration(Value enumeration, Arguments arguments) {
    Optional<EnumLabels> members = EnumLabels.of(context.program(), enumeration, arguments.at());
    if (members.isEmpty()) {
      arguments.reportMarked("members", enumeration);
      return Optional.empty();
    }
    Optional<String> className = Optional.of(members.get().className());
    Optional<Value> callable = arguments.value("values_callable");
    if (callable.isEmpty()) {
      return Optional.of(new Labels(members.get().names(), className));
    }
    Value result =
        context
            .program()
            .call(callable.get(), List.of(enumeration), Map.of(), arguments.at(), Host.SILENT);
    Optional<List<Value>> items = Constants.items(result);
    if (items.isEmpty()) {
      arguments.reportMarked("values_callable", result);
      return Optional.empty();
    }
    return texts(items.get(), arguments).map(it -> new Labels(it, className));
  }

  private static Optional<List<String>> texts(List<Value> values, Arguments arguments) {
    List<String> texts = new ArrayList<>();
    for (Value value : values) {
      Optional<String> text = Constants.text(value);
      if (text.isEmpty()) {
        arguments.reportMarked("labels", value);
        return Optional.empty();
      }
      texts.add(text.get());
    }
    // A type with a name and no labels is one, if only an empty one.
    if (texts.isEmpty() && !arguments.has("name")) {
      arguments.reportMarked("labels", Value.NONE);
      return Optional.empty();
    }
    return Optional.of(texts);
  }
}
