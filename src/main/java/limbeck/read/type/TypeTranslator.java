package limbeck.read.type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ConstructWriters;
import limbeck.read.ReadContext;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/**
 * Turns the value given as a column's type into a type of the schema.
 *
 * <p>What is not a type that is understood becomes {@link SqlType.Unknown} and a problem.
 */
public final class TypeTranslator {
  private static final Set<String> TRANSPARENT_METHODS =
      Set.of("evaluates_none", "copy", "adapt", "as_generic", "should_evaluate_none");

  private final ReadContext context;
  private final StandardTypes standard;
  private final ThirdPartyTypes thirdParty;
  private final EnumTypes enums;
  private final CustomTypes custom;
  private Function<Value, Optional<TypeReading>> known = _ -> Optional.empty();

  /** Prepares to translate for the dialect of the options. */
  public TypeTranslator(ReadContext context) {
    this.context = context;
    this.standard = new StandardTypes(context.options().dialect());
    this.thirdParty = new ThirdPartyTypes(context.options().dialect());
    this.enums = new EnumTypes(context);
    this.custom = new CustomTypes(context, this);
  }

  /** Says which expressions stand for types of columns that were read before. */
  public void known(Function<Value, Optional<TypeReading>> types) {
    known = types;
  }

  /**
   * Returns the type a value stands for.
   *
   * @param subject whose type it is, for messages: {@code hero.name}
   */
  public TypeReading translate(Value value, TypeScope scope, String subject, Location at) {
    Optional<TypeReading> before = known.apply(value);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<TypeReading> written = written(value, subject, at);
    if (written.isPresent()) {
      return written.get();
    }
    return switch (value) {
      case Value.Symbol _, Value.Attribute _ -> {
        Optional<String> name = LibraryNames.of(value);
        Arguments none = Arguments.none(at, context.problems(), subject);
        yield name.flatMap(it -> construct(it, none, scope))
            .orElseGet(() -> notUnderstood(value, subject, at));
      }
      case Value.Call call -> ofCall(call, scope, subject);
      case ClassValue type ->
          custom.read(type, value, Arguments.none(at, context.problems(), subject), scope);
      case Value.Instance instance ->
          custom.read(
              instance.type(), value, Arguments.none(at, context.problems(), subject), scope);
      default -> notUnderstood(value, subject, at);
    };
  }

  /** What a function of the project writes for a library's type: {@code @compiles(JSONB, …)}. */
  private Optional<TypeReading> written(Value value, String subject, Location at) {
    Optional<FunctionValue> writer =
        (value instanceof Value.Call call ? LibraryNames.of(call.callee()) : LibraryNames.of(value))
            .flatMap(
                it -> context.writers().find(new Value.Symbol(it), context.options().dialect()));
    if (writer.isEmpty()) {
      return Optional.empty();
    }
    Value text = ConstructWriters.write(writer.get(), value, context, at, Host.SILENT);
    return Optional.of(
        Constants.text(text)
            .map(it -> TypeReading.of(byText(it, subject, at)))
            .orElseGet(() -> notUnderstood(text, subject, at)));
  }

  /** A plain name is the standard type of that name, so that keys of integers still count. */
  private SqlType byText(String text, String subject, Location at) {
    Arguments none = Arguments.none(at, context.problems(), subject);
    return standard
        .find(text)
        .filter(_ -> text.equals(text.toUpperCase(Locale.ROOT)))
        .map(it -> it.construct(none))
        .orElseGet(() -> custom.named(text));
  }

  /** Returns the type that a Python enumeration class stands for. */
  public TypeReading ofEnumeration(Value type, TypeScope scope, String subject, Location at) {
    return enums.ofClass(type, Arguments.none(at, context.problems(), subject), scope);
  }

  /** Returns whether a value is a Python enumeration class. */
  public boolean isEnumeration(Value value) {
    return EnumLabels.isEnumeration(context.program(), value);
  }

  private TypeReading ofCall(Value.Call call, TypeScope scope, String subject) {
    Arguments arguments = Arguments.of(call, context.problems(), subject);
    if (call.callee() instanceof ClassValue type) {
      return custom.read(type, call, arguments, scope);
    }
    if (call.callee() instanceof Value.Attribute(Value of, String method)) {
      if (method.equals("with_variant")) {
        return variant(of, arguments, scope);
      }
      if (method.equals("as_mutable") && !arguments.positional().isEmpty()) {
        return translate(arguments.positional().getFirst(), scope, subject, call.at());
      }
      if (TRANSPARENT_METHODS.contains(method) && !(of instanceof Value.Symbol)) {
        return translate(of, scope, subject, call.at());
      }
    }
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.filter(it -> it.endsWith(".as_mutable")).isPresent()
        && !arguments.positional().isEmpty()) {
      return translate(arguments.positional().getFirst(), scope, subject, call.at());
    }
    return name.flatMap(it -> construct(it, arguments, scope))
        .orElseGet(() -> notUnderstood(call, subject, call.at()));
  }

  private TypeReading variant(Value of, Arguments arguments, TypeScope scope) {
    TypeReading base = translate(of, scope, arguments.subject(), arguments.at());
    Optional<Value> other = arguments.value(0, "type_");
    if (other.isEmpty()) {
      return base;
    }
    TypeReading variant = translate(other.get(), scope, arguments.subject(), arguments.at());
    SortedMap<DialectName, SqlType> variants = new TreeMap<>();
    SqlType underlying = base.type();
    if (base.type() instanceof SqlType.Variant(SqlType inner, var earlier)) {
      underlying = inner;
      variants.putAll(earlier);
    }
    boolean chosen = false;
    for (Value name : arguments.rest(1)) {
      Optional<String> text = Constants.text(name);
      if (text.isEmpty()) {
        arguments.report("dialect of the variant", name);
      }
      for (DialectName dialect : DialectName.values()) {
        if (text.filter(dialect.sqlalchemyName()::equals).isPresent()) {
          variants.put(dialect, variant.type());
          chosen |= applies(dialect);
        }
      }
    }
    SqlType combined = variants.isEmpty() ? underlying : new SqlType.Variant(underlying, variants);
    // Enum types and checks of the side that is not used on this database do not arise.
    TypeReading used = chosen ? variant : base;
    return new TypeReading(combined, used.enums(), used.checks());
  }

  private boolean applies(DialectName dialect) {
    return dialect == context.options().dialect()
        || (dialect == DialectName.MYSQL && context.options().dialect() == DialectName.MARIADB);
  }

  /** Makes a library's type of its arguments; empty when the name is no type that is known. */
  Optional<TypeReading> construct(String name, Arguments arguments, TypeScope scope) {
    int dot = name.indexOf('.');
    String library = dot < 0 ? name : name.substring(0, dot);
    String type = name.substring(dot + 1);
    return switch (library) {
      case "sqlalchemy", "sqlite", "mysql", "mariadb", "postgresql" ->
          structured(library, type, arguments, scope).or(() -> plain(library, type, arguments));
      default -> thirdParty.find(name).map(it -> TypeReading.of(it.construct(arguments)));
    };
  }

  private Optional<TypeReading> plain(String library, String type, Arguments arguments) {
    Optional<TypeConstructor> own =
        switch (library) {
          case "postgresql" -> PostgresqlTypes.find(type);
          case "mysql", "mariadb" -> MysqlTypes.find(type);
          default -> Optional.empty();
        };
    return own.or(() -> standard.find(type)).map(it -> TypeReading.of(it.construct(arguments)));
  }

  private Optional<TypeReading> structured(
      String library, String type, Arguments arguments, TypeScope scope) {
    return switch (type) {
      case "Enum" -> Optional.of(enums.read(arguments, scope));
      case "ENUM" ->
          Optional.of(
              library.equals("mysql") || library.equals("mariadb")
                  ? enums.inline(arguments)
                  : enums.read(arguments, scope));
      case "ARRAY" -> Optional.of(array(arguments, scope));
      case "DOMAIN" -> arguments.text(0, "name").map(it -> domain(it, arguments));
      case "Boolean", "BOOLEAN" -> Optional.of(flag(arguments));
      default -> Optional.empty();
    };
  }

  /** A domain is a type of its own in the database, which schemas do not hold: only its name. */
  private TypeReading domain(String name, Arguments arguments) {
    context
        .problems()
        .add(
            "domain " + name + " is taken by its name; create_all creates it, a revision must, too",
            "the definition of domain " + name,
            arguments.at());
    return TypeReading.of(StandardTypes.named(name));
  }

  private TypeReading array(Arguments arguments, TypeScope scope) {
    Optional<Value> item = arguments.value(0, "item_type");
    if (item.isEmpty()) {
      return TypeReading.unknown("an ARRAY without a type for its items");
    }
    int dimensions = Math.max(1, arguments.integer("dimensions").orElse(1));
    return translate(item.get(), scope, arguments.subject(), arguments.at())
        .map(it -> it instanceof SqlType.Unknown ? it : new SqlType.ArrayOf(it, dimensions));
  }

  /** Databases without booleans get a CHECK when it is asked for. */
  private TypeReading flag(Arguments arguments) {
    boolean checked =
        arguments.isTrue("create_constraint")
            && context.options().dialect() != DialectName.POSTGRESQL;
    List<TypeReading.TypeCheck> checks =
        checked
            ? List.of(new TypeReading.TypeCheck(arguments.value("name"), List.of("0", "1")))
            : List.of();
    return new TypeReading(new SqlType.BooleanType(), List.of(), checks);
  }

  private TypeReading notUnderstood(Value value, String subject, Location at) {
    Location where = value instanceof Value.Unknown(String _, Location place) ? place : at;
    String reason = Constants.describe(value);
    context
        .problems()
        .addMarked(
            "the type of " + subject + " is not understood: " + reason,
            "type of " + subject,
            where);
    return TypeReading.unknown(reason);
  }
}
