package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.read.model.Models;
import limbeck.read.sql.CatalogQuery;
import limbeck.read.value.Arguments;
import limbeck.read.value.LibraryNames;
import limbeck.schema.TableName;

/** What scripts do through connections, sessions, inspectors and objects of SQLAlchemy. */
final class ConnectionCalls {
  private static final Set<String> EXECUTING =
      Set.of("execute", "exec_driver_sql", "scalar", "scalars", "exec");

  /** Methods of a session that write rows of objects. */
  private static final Set<String> WRITING =
      Set.of(
          "add",
          "add_all",
          "merge",
          "delete",
          "bulk_save_objects",
          "bulk_insert_mappings",
          "bulk_update_mappings");

  private final ScriptObjects objects;
  private final StepRecorder steps;
  private final Directives directives;
  private final EnumMethods enums;
  private final ModelTables models;

  ConnectionCalls(
      ScriptObjects objects, StepRecorder steps, Directives directives, Supplier<Models> models) {
    this.objects = objects;
    this.steps = steps;
    this.directives = directives;
    this.enums = new EnumMethods(objects, steps);
    this.models = new ModelTables(steps, models);
  }

  /** Returns the value of a method call; empty leaves the call as it is. */
  Optional<Value> call(Value of, String method, Value.Call call) {
    if (Connections.isInspector(of)) {
      return inspect(method, call, 0);
    }
    if (Connections.isDialect(of)) {
      return inspect(method, call, 1);
    }
    if (Connections.isConnection(of)) {
      onConnection(method, call);
      return method.equals("scalar")
          ? catalogRows(call).flatMap(it -> CatalogResult.of("scalar", it))
          : Optional.empty();
    }
    Optional<Value> answer = catalogAnswer(of, method);
    if (answer.isPresent()) {
      return answer;
    }
    if (of instanceof Value.Call made) {
      if (enums.run(made, method, call)
          || onTable(made, method, call)
          || onSequence(made, method, call)) {
        return Optional.of(Value.NONE);
      }
      onQuery(made, method, call);
    }
    Arguments arguments = Arguments.of(call, objects.context().problems(), method);
    return models.run(of, method, call, arguments) ? Optional.of(Value.NONE) : Optional.empty();
  }

  /** Returns the rows of a query that is iterated over without a method that fetches them. */
  Optional<List<Value>> rows(Value value) {
    if (!(value instanceof Value.Call executed) || !isExecution(executed)) {
      return Optional.empty();
    }
    return catalogRows(executed).map(rows -> rows.stream().<Value>map(Value.TupleOf::new).toList());
  }

  /** {@code connection.execute(text("SELECT … FROM information_schema…")).scalar()}. */
  private Optional<Value> catalogAnswer(Value of, String method) {
    if (!CatalogResult.isFetch(method)) {
      return Optional.empty();
    }
    Value query = of;
    if (query instanceof Value.Call inner
        && inner.callee() instanceof Value.Attribute(Value result, String part)
        && (part.equals("scalars") || part.equals("mappings"))) {
      boolean column = part.equals("scalars");
      return column && result instanceof Value.Call executed && isExecution(executed)
          ? catalogRows(executed).flatMap(it -> CatalogResult.ofColumn(method, it))
          : Optional.empty();
    }
    return query instanceof Value.Call executed && isExecution(executed)
        ? catalogRows(executed).flatMap(it -> CatalogResult.of(method, it))
        : Optional.empty();
  }

  private static boolean isExecution(Value.Call call) {
    return call.callee() instanceof Value.Attribute(Value of, String method)
        && EXECUTING.contains(method)
        && Connections.isConnection(of);
  }

  private Optional<List<List<Value>>> catalogRows(Value.Call executed) {
    if (executed.arguments().isEmpty()) {
      return Optional.empty();
    }
    Arguments rest =
        new Arguments(
            executed.arguments().subList(1, executed.arguments().size()),
            executed.keywords(),
            executed.at(),
            objects.context().problems(),
            "a query");
    return new StatementText(objects)
        .of(executed.arguments().getFirst(), rest)
        .flatMap(it -> CatalogQuery.answer(it, steps.schema()));
  }

  private Optional<Value> inspect(String method, Value.Call call, int skipped) {
    List<Value> positional =
        call.arguments().size() < skipped
            ? List.of()
            : call.arguments().subList(skipped, call.arguments().size());
    Arguments arguments =
        new Arguments(
            positional, call.keywords(), call.at(), objects.context().problems(), "inspector");
    return new Inspection(steps.schema(), objects.context().options().dialect(), call.at())
        .answer(method, arguments);
  }

  private void onConnection(String method, Value.Call call) {
    if (EXECUTING.contains(method)) {
      directives.execute(
          Arguments.of(call, objects.context().problems(), method).bound(List.of("sqltext")));
    } else if (WRITING.contains(method)) {
      steps.addOpaque("objects are written through a session", new TreeSet<>(), false, call.at());
    }
  }

  /** {@code session.query(User).filter(…).update({…})}. */
  private void onQuery(Value.Call made, String method, Value.Call call) {
    if ((method.equals("update") || method.equals("delete")) && comesFromQuery(made)) {
      steps.addOpaque("rows are written through a query", new TreeSet<>(), false, call.at());
    }
  }

  private static boolean comesFromQuery(Value value) {
    return value instanceof Value.Call call
        && call.callee() instanceof Value.Attribute(Value of, String method)
        && ((method.equals("query") && Connections.isConnection(of)) || comesFromQuery(of));
  }

  /** {@code Sequence(…).create(bind)} and {@code .drop(bind)}, which look first by default. */
  private boolean onSequence(Value.Call made, String method, Value.Call call) {
    if (!method.equals("create") && !method.equals("drop")) {
      return false;
    }
    Arguments arguments = Arguments.of(call, objects.context().problems(), "a sequence");
    boolean checks = arguments.flag(1, "checkfirst").orElse(true);
    return new DdlConstructs(objects, steps)
        .sequence(made, method.equals("create"), checks, call.at());
  }

  /** {@code Table(…).create(bind)} and {@code .drop(bind)}. */
  private boolean onTable(Value.Call made, String method, Value.Call call) {
    boolean table = LibraryNames.isCall(made, "sqlalchemy.Table");
    if (!table || (!method.equals("create") && !method.equals("drop"))) {
      return false;
    }
    Optional<TableName> name = TableValues.name(made);
    Arguments arguments = Arguments.of(call, objects.context().problems(), "a table");
    boolean checks = arguments.flag(1, "checkfirst").orElse(false);
    if (name.isPresent() && method.equals("drop")) {
      steps.add(new TableOperation.DropTable(name.get(), checks, false), call.at());
      return true;
    }
    if (new DdlConstructs(objects, steps).createTable(made, checks, call.at())) {
      return true;
    }
    steps.addOpaque("the columns of the table are not stated here", call.at());
    return true;
  }
}
