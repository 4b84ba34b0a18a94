package limbeck.read.script;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.model.Models;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.text.Location;

/**
 * Stands around a script while its functions are evaluated: takes directives in the order in which
 * they would run, and answers questions about the dialect and the schema.
 */
final class ScriptHost implements Host {
  private static final String OP = "alembic.op.";

  /** Calls on op that only give something to work with. */
  private static final Set<String> GIVING =
      Set.of("f", "get_bind", "get_context", "batch_alter_table", "inline_literal");

  private final ScriptObjects objects;
  private final ReadContext context;
  private final StepRecorder steps;
  private final Directives directives;
  private final ConnectionCalls connections;
  private final CustomOperations custom;
  private final DialectName dialect;

  /** What {@code reflect()} has been called on. */
  private final Set<Value> reflected = new HashSet<>();

  private Optional<Location> latest = Optional.empty();

  ScriptHost(ScriptObjects objects, StepRecorder steps, Supplier<Models> models) {
    this.steps = steps;
    this.objects = objects;
    this.context = objects.context();
    this.directives = new Directives(objects, steps);
    this.connections = new ConnectionCalls(objects, steps, directives, models);
    this.custom = new CustomOperations(context, steps, this);
    this.dialect = objects.context().options().dialect();
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    latest = Optional.of(call.at());
    steps.beginCall();
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.isPresent()) {
      return library(name.get(), call);
    }
    if (call.callee() instanceof Value.Attribute(Value of, String method)) {
      Optional<Value.Call> batch = Connections.batch(of);
      if (batch.isPresent() || Connections.isOperations(of)) {
        return directive(method, call, batch);
      }
      boolean passes = method.equals("run_sync") || method.equals("run_callable");
      if (passes && Connections.isConnection(of)) {
        return Optional.of(custom.onConnection(of, call));
      }
      if (method.equals("reflect")) {
        reflected.add(of);
        return Optional.of(Value.NONE);
      }
      if (Connections.isContext(of) && method.equals("execute")) {
        return directive("execute", call, Optional.empty());
      }
      Arguments arguments = Arguments.of(call, context.problems(), method);
      Optional<Value> answer =
          new ReflectedTables(steps.schema(), latest).ofColumns(of, method, arguments);
      return answer.isPresent() ? answer : connections.call(of, method, call);
    }
    if (call.callee() instanceof Value.Unknown(String reason, Location _)) {
      steps.addOpaque("what is called here is not known: " + reason, call.at());
    }
    return Optional.empty();
  }

  private Optional<Value> library(String name, Value.Call call) {
    if (name.startsWith("builtins.")) {
      return ReflectedTypes.answer(name, call.arguments());
    }
    int dot = name.lastIndexOf('.');
    if (name.endsWith(".metadata.create_all") || name.endsWith(".metadata.drop_all")) {
      Value metadata = new Value.Symbol(name.substring(0, dot));
      return connections.call(metadata, name.substring(dot + 1), call);
    }
    if (name.endsWith(".metadata.reflect")) {
      reflected.add(new Value.Symbol(name.substring(0, name.length() - ".reflect".length())));
      return Optional.of(Value.NONE);
    }
    if (name.startsWith(OP)) {
      return directive(name.substring(OP.length()), call, Optional.empty());
    }
    if (name.equals("alembic.context.is_offline_mode")) {
      return Optional.of(new Value.Bool(false));
    }
    if (name.equals("alembic.context.execute")) {
      return directive("execute", call, Optional.empty());
    }
    boolean ours =
        name.startsWith("sqlalchemy.")
            || name.startsWith("alembic.")
            || name.startsWith("postgresql.")
            || name.startsWith("sqlmodel.");
    if (!ours && call.arguments().stream().anyMatch(ScriptHost::reachesDatabase)) {
      steps.addOpaque(name + " is given the database and may do anything to it", call.at());
    }
    return Optional.empty();
  }

  private static boolean reachesDatabase(Value value) {
    return Connections.isConnection(value)
        || LibraryNames.of(value).filter("alembic.op"::equals).isPresent();
  }

  private Optional<Value> directive(String name, Value.Call call, Optional<Value.Call> batch) {
    if (GIVING.contains(name)) {
      return Optional.empty();
    }
    Optional<Value> answer = batch.isPresent() ? Optional.empty() : custom.run(name, call);
    if (answer.isPresent()) {
      return answer;
    }
    directives.run(name, call, batch);
    // The table that create_table returns is told by the call itself.
    return name.equals("create_table") ? Optional.empty() : Optional.of(Value.NONE);
  }

  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    return aboutDatabase(attribute)
        .or(
            () ->
                new ReflectedTables(steps.schema(), latest)
                    .attribute(attribute.of(), attribute.name()));
  }

  private Optional<Value> aboutDatabase(Value.Attribute attribute) {
    Value of = attribute.of();
    return switch (attribute.name()) {
      case "name" ->
          Connections.isDialect(of) || Connections.isConnection(of)
              ? Optional.of(new Value.Str(dialect.sqlalchemyName()))
              : Optional.empty();
      case "as_sql" ->
          Connections.isContext(of) ? Optional.of(new Value.Bool(false)) : Optional.empty();
      case "default_schema_name" ->
          Connections.isInspector(of) || Connections.isDialect(of)
              ? Optional.of(defaultSchema())
              : Optional.empty();
      default -> Optional.<Value>empty();
    };
  }

  private Value defaultSchema() {
    return switch (dialect) {
      case POSTGRESQL -> new Value.Str("public");
      case SQLITE -> new Value.Str("main");
      case MYSQL, MARIADB -> Value.NONE;
    };
  }

  @Override
  public Optional<List<Value>> items(Value value) {
    ReflectedTables tables = new ReflectedTables(steps.schema(), latest);
    return tables
        .names(value, reflected)
        .or(() -> tables.columns(value))
        .or(() -> connections.rows(value));
  }

  @Override
  public Optional<Boolean> contains(Value container, Value item) {
    return new ReflectedTables(steps.schema(), latest).contains(container, item, reflected);
  }

  @Override
  public Optional<Boolean> truth(Value value) {
    boolean there =
        Connections.isConnection(value)
            || Connections.isInspector(value)
            || Connections.isContext(value);
    return there ? Optional.of(true) : Optional.empty();
  }

  @Override
  public Optional<Value> enter(Value context, Location at) {
    if (isAutocommit(context)) {
      steps.beginAutocommit();
    } else if (Connections.batch(context).isPresent()) {
      steps.beginBatch();
    }
    return Optional.empty();
  }

  @Override
  public void exit(Value context, Location at) {
    if (isAutocommit(context)) {
      steps.endAutocommit();
    } else if (Connections.batch(context).isPresent()) {
      new BatchBlocks(objects, steps).end(Connections.batch(context).get());
    }
  }

  private static boolean isAutocommit(Value context) {
    return context instanceof Value.Call call
        && call.callee() instanceof Value.Attribute(Value of, String method)
        && method.equals("autocommit_block")
        && Connections.isContext(of);
  }

  @Override
  public void beginUncertain(String reason, Location at) {
    steps.beginUncertain(reason);
  }

  @Override
  public void endUncertain() {
    steps.endUncertain();
  }

  /** Says what a script's function gave instead of an end: an exception, or a limit. */
  void ended(Value result, Location at) {
    if (result instanceof Value.Unknown(String reason, Location place)) {
      boolean here = place.file().equals(at.file());
      steps.addOpaque(
          "the function does not come to its end: " + reason,
          new TreeSet<>(),
          true,
          here ? place : at);
    } else if (!Constants.isNone(result)) {
      // What an upgrade function returns is not used.
      return;
    }
  }
}
