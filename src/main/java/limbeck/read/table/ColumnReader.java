package limbeck.read.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeScope;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Sequence;
import limbeck.text.Location;

/** Reads the arguments of {@code Column} and {@code mapped_column}. */
public final class ColumnReader {
  private final ReadContext context;
  private final TypeTranslator types;
  private final ConstraintReader constraints;
  private final GenerationReader generations;
  private final ServerDefaults serverDefaults;

  /** Prepares to read; expressions inside columns are compiled by the compiler given. */
  public ColumnReader(ReadContext context, TypeTranslator types, ExpressionCompiler expressions) {
    this.context = context;
    this.types = types;
    this.constraints = new ConstraintReader(context.problems());
    this.generations = new GenerationReader(context, expressions, types);
    this.serverDefaults = new ServerDefaults(context, expressions);
  }

  /** Returns the reader of sequences. */
  public GenerationReader generations() {
    return generations;
  }

  /** Returns what is stated as a {@code server_default}. */
  public Default serverDefault(Value value, String subject, Location at) {
    Default found = serverDefaults.read(value, at);
    report(found, subject, value, at);
    return found;
  }

  /**
   * The arguments of a column, from wherever they were gathered.
   *
   * @param positional name, type, constraints
   * @param keywords the named ones
   * @param type a type that is known already and stands for {@code type_}
   * @param attribute the attribute that names the column when nothing else does
   * @param owner the table or class, for messages
   * @param scope where its type is used
   * @param sources the values that stand for the column elsewhere
   * @param at where
   */
  public record Request(
      List<Value> positional,
      Map<String, Value> keywords,
      Optional<TypeReading> type,
      Optional<String> attribute,
      String owner,
      TypeScope scope,
      List<Value> sources,
      Location at) {}

  /** Returns the column. */
  public ColumnDraft read(Request request) {
    ColumnParts parts = ColumnParts.of(request.positional(), request.keywords());
    Optional<String> name = parts.name().or(request::attribute);
    String subject = request.owner() + "." + name.orElse("?");
    Arguments arguments =
        new Arguments(
            request.positional(), request.keywords(), request.at(), context.problems(), subject);
    arguments
        .value("**")
        .ifPresent(it -> context.problems().add(open(subject, it), subject, place(it, request)));
    List<ConstraintDraft> own = new ArrayList<>();
    Optional<Generation> generation = Optional.empty();
    Optional<Sequence> sequence = Optional.empty();
    Optional<Default> serverDefault = Optional.empty();
    boolean fetched = false;
    for (Value item : parts.items()) {
      constraints.readAtColumn(item, subject).ifPresent(own::add);
      generation = generations.generation(item, subject).or(orElse(generation));
      sequence = generations.sequence(item).or(orElse(sequence));
      fetched |= LibraryNames.isCall(item, "sqlalchemy.FetchedValue");
      if (LibraryNames.isCall(item, "sqlalchemy.DefaultClause")) {
        serverDefault = Optional.of(serverDefaults.read(item, request.at()));
      }
    }
    Optional<Value> stated = arguments.value("server_default");
    if (stated.isPresent()) {
      Optional<Generation> generated = generations.generation(stated.get(), subject);
      fetched |= isFetched(stated.get());
      if (generated.isPresent()) {
        generation = generated;
      } else if (!isFetched(stated.get())) {
        serverDefault = Optional.of(serverDefaults.read(stated.get(), request.at()));
        report(serverDefault.get(), subject, stated.get(), request.at());
      }
    }
    Optional<PythonDefault> pythonDefault = pythonDefault(arguments);
    sequence = sequence.or(() -> arguments.value("default").flatMap(generations::sequence));
    return new ColumnDraft(
        name,
        arguments.text("key"),
        type(request, parts, arguments, subject),
        arguments.isTrue("primary_key"),
        nullable(arguments),
        arguments.isTrue("unique"),
        arguments.isTrue("index"),
        serverDefault,
        fetched,
        generation,
        autoincrement(arguments),
        pythonDefault,
        sequence,
        own,
        arguments.text("comment"),
        arguments.integer("sort_order").orElse(0),
        request.sources(),
        request.at());
  }

  /**
   * Returns a column of which nothing is known but its name.
   *
   * @param reason why, for the user
   * @param sources the values that stand for the column elsewhere
   */
  public static ColumnDraft unread(String name, String reason, List<Value> sources, Location at) {
    return new ColumnDraft(
        Optional.of(name),
        Optional.empty(),
        Optional.of(TypeReading.unknown(reason)),
        false,
        Optional.of(true),
        false,
        false,
        Optional.of(new Default.Unknown(reason)),
        false,
        Optional.empty(),
        Autoincrement.FALSE,
        Optional.of(new PythonDefault.Unknown(reason)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        sources,
        at);
  }

  private static String open(String subject, Value value) {
    return "more options of " + subject + " cannot be told: " + Constants.describe(value);
  }

  private static Location place(Value value, Request request) {
    return value instanceof Value.Unknown(String _, Location at) ? at : request.at();
  }

  private static <T> java.util.function.Supplier<Optional<T>> orElse(Optional<T> other) {
    return () -> other;
  }

  private void report(Default found, String subject, Value value, Location at) {
    if (found instanceof Default.Unknown(String reason)) {
      context
          .problems()
          .addMarked(
              "the server default of " + subject + " is not understood: " + reason,
              "server default of " + subject,
              value instanceof Value.Unknown(String _, Location place) ? place : at);
    }
  }

  private static boolean isFetched(Value value) {
    return LibraryNames.isCall(value, "sqlalchemy.FetchedValue")
        || LibraryNames.of(value).filter("sqlalchemy.FetchedValue"::equals).isPresent();
  }

  private Optional<TypeReading> type(
      Request request, ColumnParts parts, Arguments arguments, String subject) {
    if (parts.type().isPresent()) {
      Value type = parts.type().get();
      if (LibraryNames.of(type).filter(it -> it.endsWith(".NullType")).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(types.translate(type, request.scope(), subject, arguments.at()));
    }
    return request.type();
  }

  private static Optional<Boolean> nullable(Arguments arguments) {
    return arguments.flag("nullable");
  }

  private static Autoincrement autoincrement(Arguments arguments) {
    Optional<Value> value = arguments.value("autoincrement");
    if (value.isEmpty()) {
      // autoincrement=None is falsy, like False.
      return arguments.has("autoincrement") ? Autoincrement.FALSE : Autoincrement.AUTO;
    }
    if (value.get() instanceof Value.Str(String text)) {
      return text.equals("ignore_fk") ? Autoincrement.IGNORE_FOREIGN_KEY : Autoincrement.AUTO;
    }
    Optional<Boolean> flag = Constants.flag(value.get());
    if (flag.isEmpty()) {
      arguments.report("autoincrement", value.get());
      return Autoincrement.AUTO;
    }
    return flag.get() ? Autoincrement.TRUE : Autoincrement.FALSE;
  }

  /** Returns the application's default; {@code None} is none. */
  static Optional<PythonDefault> pythonDefault(Arguments arguments) {
    Optional<Value> factory = arguments.value("default_factory");
    if (factory.isPresent()) {
      return Optional.of(callable(factory.get()));
    }
    return arguments
        .value("insert_default")
        .or(() -> arguments.value("default"))
        .filter(it -> !LibraryNames.isCall(it, "sqlalchemy.Sequence"))
        .map(ColumnReader::ofValue);
  }

  private static PythonDefault ofValue(Value value) {
    return switch (value) {
      case FunctionValue _, Value.Symbol _, ClassValue _ -> callable(value);
      case Value.Unknown(String reason, Location _) -> new PythonDefault.Unknown(reason);
      case Value.Call _, Value.Operation _ -> new PythonDefault.SqlExpression(value);
      default -> new PythonDefault.Constant(value);
    };
  }

  private static PythonDefault callable(Value value) {
    return switch (value) {
      case FunctionValue function -> new PythonDefault.Callable(function.name(), value);
      case Value.Unknown(String reason, Location _) -> new PythonDefault.Unknown(reason);
      default -> new PythonDefault.Callable(Constants.describe(value), value);
    };
  }
}
