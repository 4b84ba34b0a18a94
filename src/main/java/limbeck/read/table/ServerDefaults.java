package limbeck.read.table;

import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ConstructWriters;
import limbeck.read.ReadContext;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Default;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.text.Location;

/** Reads the value given as {@code server_default}. */
public final class ServerDefaults {
  private final ReadContext context;
  private final ExpressionCompiler expressions;

  /** Prepares to read; expressions are compiled by the compiler given. */
  public ServerDefaults(ReadContext context, ExpressionCompiler expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** Returns the default; what is not understood becomes {@link Default.Unknown}. */
  public Default read(Value value, Location at) {
    Optional<String> text = Constants.text(value);
    if (text.isPresent()) {
      return new Default.Literal(text.get());
    }
    Optional<Default> written = written(value, at);
    if (written.isPresent()) {
      return written.get();
    }
    Optional<Value> generic = genericFunction(value);
    if (generic.isPresent()) {
      return read(generic.get(), at);
    }
    if (value instanceof Value.Call call) {
      Optional<String> name = LibraryNames.of(call.callee());
      if (name.isPresent()) {
        switch (name.get()) {
          case "sqlalchemy.true" -> {
            return new Default.BooleanConstant(true);
          }
          case "sqlalchemy.false" -> {
            return new Default.BooleanConstant(false);
          }
          case "sqlalchemy.func.now" -> {
            return new Default.Now();
          }
          case "sqlalchemy.DefaultClause" -> {
            return call.arguments().isEmpty()
                ? unknown(value)
                : read(call.arguments().getFirst(), at);
          }
          default -> {}
        }
      }
      Optional<Default> next = nextValue(call);
      if (next.isPresent()) {
        return next.get();
      }
    }
    if (!isExpression(value)) {
      return unknown(value);
    }
    return switch (expressions.compile(value, at)) {
      case Compilation.Compiled(var sql) -> new Default.Expression(sql);
      case Compilation.Failed(String reason, Location _) -> new Default.Unknown(reason);
    };
  }

  /** What a function of the project writes in the library's place. */
  private Optional<Default> written(Value value, Location at) {
    Optional<FunctionValue> writer =
        switch (value) {
          case Value.Call call when call.callee() instanceof ClassValue type -> writer(type);
          case Value.Instance instance -> writer(instance.type());
          case Value.Call call when LibraryNames.isCall(call, "sqlalchemy.func.now") ->
              context
                  .writers()
                  .find(new Value.Symbol("sqlalchemy.func.now"), context.options().dialect());
          default -> Optional.empty();
        };
    return writer.map(
        it -> {
          Value text = ConstructWriters.write(it, value, context, at, Host.SILENT);
          return Constants.text(text)
              .<Default>map(sql -> new Default.Expression(new SqlText(sql)))
              .orElseGet(() -> new Default.Unknown("a function of the project writes it"));
        });
  }

  /** A call of a project's {@code GenericFunction} is one of the function it is named after. */
  private Optional<Value> genericFunction(Value value) {
    Optional<Value.Call> made =
        value instanceof Value.Call call && call.callee() instanceof ClassValue
            ? Optional.of(call)
            : Optional.empty();
    if (made.isEmpty() || !(made.get().callee() instanceof ClassValue type)) {
      return Optional.empty();
    }
    boolean generic =
        context.program().resolutionOrder(type).stream()
            .anyMatch(
                it ->
                    LibraryNames.of(it)
                        .filter(name -> name.endsWith("GenericFunction"))
                        .isPresent());
    if (!generic) {
      return Optional.empty();
    }
    String name =
        context
            .program()
            .member(type, "name")
            .flatMap(it -> it.member().value())
            .flatMap(Constants::text)
            .orElse(type.name());
    return Optional.of(
        new Value.Call(
            new Value.Symbol("sqlalchemy.func." + name),
            made.get().arguments(),
            made.get().keywords(),
            made.get().at()));
  }

  private Optional<FunctionValue> writer(ClassValue type) {
    return context.writers().of(type, context.program(), context.options().dialect());
  }

  private static boolean isExpression(Value value) {
    return value instanceof Value.Call
        || value instanceof Value.Operation
        || value instanceof Value.Attribute
        || value instanceof Value.Item;
  }

  /**
   * A sequence's next value: {@code seq.next_value()}, {@code func.nextval('seq')} is an
   * expression.
   */
  private Optional<Default> nextValue(Value.Call call) {
    if (call.callee() instanceof Value.Attribute(Value.Call sequence, String method)
        && method.equals("next_value")
        && LibraryNames.isCall(sequence, "sqlalchemy.Sequence")
        && !sequence.arguments().isEmpty()) {
      return Constants.text(sequence.arguments().getFirst())
          .map(
              name ->
                  new Default.NextValue(
                      new SequenceName(GenerationReader.schemaOf(sequence, context), name)));
    }
    return Optional.empty();
  }

  private static Default unknown(Value value) {
    return new Default.Unknown(Constants.describe(value));
  }
}
