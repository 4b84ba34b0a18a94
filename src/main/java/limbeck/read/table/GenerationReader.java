package limbeck.read.table;

import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.type.TypeScope;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;

/** Reads {@code Identity}, {@code Computed} and {@code Sequence}. */
public final class GenerationReader {
  private final ReadContext context;
  private final ExpressionCompiler expressions;
  private final TypeTranslator types;

  /** Prepares to read. */
  public GenerationReader(
      ReadContext context, ExpressionCompiler expressions, TypeTranslator types) {
    this.context = context;
    this.expressions = expressions;
    this.types = types;
  }

  /** Returns the generation a value constructs; empty when it is none. */
  public Optional<Generation> generation(Value value, String subject) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call, context.problems(), subject);
    return switch (LibraryNames.of(call.callee()).orElse("")) {
      case "sqlalchemy.Identity" ->
          Optional.of(
              new Generation.Identity(
                  arguments.flag(0, "always").orElse(false), options(arguments, 2)));
      case "sqlalchemy.Computed" -> computed(arguments);
      default -> Optional.empty();
    };
  }

  private Optional<Generation> computed(Arguments arguments) {
    Optional<Value> expression = arguments.value(0, "sqltext");
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> stored = arguments.flag(1, "persisted");
    boolean postgresql = context.options().dialect() == DialectName.POSTGRESQL;
    if (stored.isEmpty() && postgresql && !context.options().versions().sqlalchemyTwoOne()) {
      // SQLAlchemy 2.0 writes STORED for PostgreSQL unless told otherwise.
      stored = Optional.of(true);
    }
    switch (expressions.compile(expression.get(), arguments.at())) {
      case Compilation.Compiled(var sql) -> {
        return Optional.of(new Generation.Computed(sql, stored));
      }
      case Compilation.Failed(String reason, var at) -> {
        context
            .problems()
            .add(
                "the computed expression of "
                    + arguments.subject()
                    + " is not understood: "
                    + reason,
                "computed expression of " + arguments.subject(),
                at);
        return Optional.empty();
      }
    }
  }

  /** Returns the sequence a value constructs; empty when it is none. */
  public Optional<Sequence> sequence(Value value) {
    if (!(value instanceof Value.Call call) || !LibraryNames.isCall(call, "sqlalchemy.Sequence")) {
      return Optional.empty();
    }
    Arguments arguments = Arguments.of(call, context.problems(), "a sequence");
    Optional<String> name = arguments.text(0, "name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> schema = schemaOf(call, context);
    Optional<SqlType> type =
        arguments
            .value("data_type")
            .map(it -> types.translate(it, TypeScope.NONE, name.get(), call.at()).type());
    return Optional.of(
        new Sequence(new SequenceName(schema, name.get()), type, options(arguments, 1)));
  }

  /**
   * The schema of a sequence: its own, else that of the MetaData it names; that of the table whose
   * column it serves does not count.
   */
  static Optional<String> schemaOf(Value.Call call, ReadContext context) {
    Value stated = call.keywords().get("schema");
    if (stated != null && !Constants.isNone(stated)) {
      return Constants.text(stated);
    }
    return Optional.ofNullable(call.keywords().get("metadata")).flatMap(context.metadataSchema());
  }

  /** Reads the options that identities and sequences share; start is at the position given. */
  private static SequenceOptions options(Arguments arguments, int start) {
    return new SequenceOptions(
        arguments.large(start, "start"),
        arguments.large(start + 1, "increment"),
        arguments.large(start + 2, "minvalue"),
        arguments.large(start + 3, "maxvalue"),
        arguments.flag(start + 6, "cycle"),
        arguments.large(99, "cache"));
  }
}
