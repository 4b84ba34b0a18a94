package limbeck.read.model;

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
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/** The column types that SQLModel derives from annotations. */
final class SqlModelTypes {
  /** Types of pydantic that are an annotated type of Python. */
  private static final Map<String, String> PYDANTIC =
      Map.ofEntries(
          Map.entry("pydantic.PositiveInt", "builtins.int"),
          Map.entry("pydantic.NegativeInt", "builtins.int"),
          Map.entry("pydantic.NonNegativeInt", "builtins.int"),
          Map.entry("pydantic.NonPositiveInt", "builtins.int"),
          Map.entry("pydantic.StrictInt", "builtins.int"),
          Map.entry("pydantic.conint", "builtins.int"),
          Map.entry("pydantic.PositiveFloat", "builtins.float"),
          Map.entry("pydantic.NegativeFloat", "builtins.float"),
          Map.entry("pydantic.NonNegativeFloat", "builtins.float"),
          Map.entry("pydantic.NonPositiveFloat", "builtins.float"),
          Map.entry("pydantic.StrictFloat", "builtins.float"),
          Map.entry("pydantic.FiniteFloat", "builtins.float"),
          Map.entry("pydantic.confloat", "builtins.float"),
          Map.entry("pydantic.StrictStr", "builtins.str"),
          Map.entry("pydantic.constr", "builtins.str"),
          Map.entry("pydantic.EmailStr", "builtins.str"),
          Map.entry("pydantic.StrictBool", "builtins.bool"),
          Map.entry("pydantic.StrictBytes", "builtins.bytes"),
          Map.entry("pydantic.conbytes", "builtins.bytes"),
          Map.entry("pydantic.condecimal", "decimal.Decimal"),
          Map.entry("pydantic.condate", "datetime.date"),
          Map.entry("pydantic.UUID1", "uuid.UUID"),
          Map.entry("pydantic.UUID3", "uuid.UUID"),
          Map.entry("pydantic.UUID4", "uuid.UUID"),
          Map.entry("pydantic.UUID5", "uuid.UUID"),
          Map.entry("pydantic.FilePath", "pathlib.Path"),
          Map.entry("pydantic.DirectoryPath", "pathlib.Path"),
          Map.entry("pydantic.NewPath", "pathlib.Path"));

  private static final Set<String> TEXTUAL =
      Set.of(
          "builtins.str",
          "pathlib.Path",
          "pathlib.PurePath",
          "ipaddress.IPv4Address",
          "ipaddress.IPv4Network",
          "ipaddress.IPv6Address",
          "ipaddress.IPv6Network");

  private final ReadContext context;
  private final TypeTranslator types;

  SqlModelTypes(ReadContext context, TypeTranslator types) {
    this.context = context;
    this.types = types;
  }

  /** Returns the type of a field that states none itself. */
  TypeReading infer(SqlModelField field, TypeScope scope, String subject) {
    Value type = plainType(field.hint());
    Optional<String> name = nameOf(type);
    boolean mixed = name.isPresent() && byName(name.get(), field, type, subject).isPresent();
    if (types.isEnumeration(type) && (context.options().versions().enumerationsFirst() || !mixed)) {
      return types.ofEnumeration(type, scope, subject, field.at());
    }
    return name.flatMap(it -> byName(it, field, type, subject))
        .orElseGet(() -> unknown(field, type, subject));
  }

  private TypeReading unknown(SqlModelField field, Value type, String subject) {
    Location at = type instanceof Value.Unknown(String _, Location place) ? place : field.at();
    String reason =
        type instanceof Value.Unknown(String why, Location _)
            ? why
            : "SQLModel has no column type for "
                + Constants.describe(type)
                + "; sa_type or sa_column must state one";
    context
        .problems()
        .addMarked("the type of " + subject + " is not known: " + reason, "type of " + subject, at);
    return TypeReading.unknown(reason);
  }

  /** Takes Optional, Annotated and aliases off; a NewType has no column type in SQLModel. */
  private static Value plainType(Value hint) {
    Value inner = Hints.withoutNone(hint);
    Optional<Value> next = Hints.annotated(inner).map(List::getFirst).or(() -> Hints.alias(inner));
    if (next.isPresent()) {
      return plainType(next.get());
    }
    return inner.equals(hint) ? hint : plainType(inner);
  }

  /** Returns the Python type a hint is or derives from, by its dotted name. */
  private Optional<String> nameOf(Value type) {
    if (type instanceof ClassValue own) {
      return context.program().resolutionOrder(own).stream()
          .flatMap(
              it ->
                  it instanceof ClassValue ? java.util.stream.Stream.empty() : nameOf(it).stream())
          .filter(it -> !it.equals("builtins.object"))
          .findFirst();
    }
    Value named = type instanceof Value.Call call ? call.callee() : type;
    return LibraryNames.of(named).map(it -> PYDANTIC.getOrDefault(it, it));
  }

  private Optional<TypeReading> byName(
      String name, SqlModelField field, Value type, String subject) {
    SqlType found =
        switch (name) {
          case "builtins.float" -> new SqlType.Floating(Optional.empty());
          case "builtins.bool" -> new SqlType.BooleanType();
          case "builtins.int" -> new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
          case "datetime.datetime", "pydantic.AwareDatetime", "pydantic.NaiveDatetime" ->
              datetime(name, field);
          case "datetime.date" -> new SqlType.Date();
          case "datetime.timedelta" -> new SqlType.Interval(Optional.empty(), Optional.empty());
          case "datetime.time" -> new SqlType.Time(false, Optional.empty());
          case "builtins.bytes" -> new SqlType.Binary(Optional.empty());
          case "decimal.Decimal" -> decimal(field, type, subject);
          case "uuid.UUID" -> new SqlType.Uuid(true);
          default -> TEXTUAL.contains(name) ? text(field, subject) : null;
        };
    return Optional.ofNullable(found).map(TypeReading::of);
  }

  private SqlType datetime(String name, SqlModelField field) {
    boolean naive =
        name.equals("pydantic.NaiveDatetime")
            || field.metadata().stream()
                .anyMatch(it -> Hints.isNamed(it, Set.of("pydantic.NaiveDatetime")));
    return new SqlType.Timestamp(
        context.options().versions().zonedDatetimes() && !naive, Optional.empty());
  }

  private SqlType text(SqlModelField field, String subject) {
    Optional<Integer> length =
        field.valueArgument("max_length").flatMap(it -> number(it, subject, field));
    DialectName dialect = context.options().dialect();
    boolean needsLength = dialect == DialectName.MYSQL || dialect == DialectName.MARIADB;
    return new SqlType.Varchar(
        length.isEmpty() && needsLength ? Optional.of(255) : length, Optional.empty());
  }

  private SqlType decimal(SqlModelField field, Value type, String subject) {
    Optional<Integer> precision =
        decimalArgument("max_digits", field, type).flatMap(it -> number(it, subject, field));
    Optional<Integer> scale =
        decimalArgument("decimal_places", field, type).flatMap(it -> number(it, subject, field));
    return new SqlType.Numeric(precision, precision.isEmpty() ? Optional.empty() : scale);
  }

  /** Of the Field, or of {@code condecimal(…)} unless it stands inside Optional. */
  private static Optional<Value> decimalArgument(String name, SqlModelField field, Value type) {
    return field
        .valueArgument(name)
        .or(
            () ->
                type instanceof Value.Call call && field.hint().equals(type)
                    ? Optional.ofNullable(call.keywords().get(name))
                    : Optional.empty());
  }

  private Optional<Integer> number(Value value, String subject, SqlModelField field) {
    return new Arguments(
            List.of(value), Map.of(), field.at(), context.problems(), "type of " + subject)
        .integer(0, "length or precision");
  }
}
