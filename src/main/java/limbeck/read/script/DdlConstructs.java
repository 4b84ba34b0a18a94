package limbeck.read.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.operation.ObjectOperation;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.read.expression.ColumnFinder;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.table.GenerationReader;
import limbeck.read.value.Arguments;
import limbeck.read.value.LibraryNames;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.text.Location;

/**
 * SQLAlchemy's own DDL elements, executed: {@code CreateTable(t)}, {@code DropTable(t)}, {@code
 * CreateSequence(s)}, {@code CreateSchema("s")} and their like.
 */
final class DdlConstructs {
  private final ScriptObjects objects;
  private final StepRecorder steps;

  DdlConstructs(ScriptObjects objects, StepRecorder steps) {
    this.objects = objects;
    this.steps = steps;
  }

  /** Carries an element out; false when it is none of these. */
  boolean run(Value statement, Location at) {
    if (!(statement instanceof Value.Call call)) {
      return false;
    }
    Optional<String> name =
        LibraryNames.of(call.callee()).filter(it -> it.startsWith("sqlalchemy."));
    if (name.isEmpty()) {
      return false;
    }
    Arguments arguments = Arguments.of(call, objects.context().problems(), "a DDL element");
    Optional<Value> element = arguments.value(0, "element");
    return element.isPresent()
        && switch (name.get().substring(name.get().lastIndexOf('.') + 1)) {
          case "CreateTable" -> createTable(element.get(), arguments.isTrue("if_not_exists"), at);
          case "DropTable" -> dropTable(element.get(), arguments, at);
          case "CreateSchema" -> createSchema(arguments, at);
          case "DropSchema" -> dropSchema(arguments, at);
          case "CreateSequence" ->
              sequence(element.get(), true, arguments.isTrue("if_not_exists"), at);
          case "DropSequence" -> sequence(element.get(), false, arguments.isTrue("if_exists"), at);
          default -> false;
        };
  }

  /** Creates a table that is stated with its columns; false when it is not. */
  boolean createTable(Value table, boolean checks, Location at) {
    if (!(table instanceof Value.Call made)
        || !LibraryNames.isCall(made, "sqlalchemy.Table")
        || made.arguments().size() < 3) {
      return false;
    }
    List<Value> rest = new java.util.ArrayList<>(made.arguments());
    Value metadata = rest.remove(1);
    Map<String, Value> keywords = new java.util.LinkedHashMap<>(made.keywords());
    keywords.put("if_not_exists", new Value.Bool(checks));
    Value.Call directive =
        new Value.Call(new Value.Symbol("alembic.op.create_table"), rest, keywords, at);
    new Directives(objects.in(metadata), steps).run("create_table", directive, Optional.empty());
    return true;
  }

  private boolean dropTable(Value table, Arguments arguments, Location at) {
    boolean checks = arguments.isTrue("if_exists");
    TableValues.name(table)
        .ifPresent(it -> steps.add(new TableOperation.DropTable(it, checks, false), at));
    return TableValues.name(table).isPresent();
  }

  private boolean createSchema(Arguments arguments, Location at) {
    Optional<String> name = arguments.text(0, "name");
    boolean checks = arguments.isTrue("if_not_exists");
    name.ifPresent(
        it -> steps.add(new ObjectOperation.CreateNamespace(new SchemaName(it), checks), at));
    return name.isPresent();
  }

  private boolean dropSchema(Arguments arguments, Location at) {
    Optional<String> name = arguments.text(0, "name");
    boolean checks = arguments.isTrue("if_exists");
    boolean cascade = arguments.isTrue("cascade");
    name.ifPresent(
        it ->
            steps.add(new ObjectOperation.DropNamespace(new SchemaName(it), checks, cascade), at));
    return name.isPresent();
  }

  /** Creates or drops a sequence; false when the value constructs none. */
  boolean sequence(Value value, boolean creates, boolean checks, Location at) {
    ExpressionCompiler expressions =
        new ExpressionCompiler(objects.context(), objects.types(), ColumnFinder.NONE);
    Optional<Sequence> sequence =
        new GenerationReader(objects.context(), expressions, objects.types()).sequence(value);
    sequence.ifPresent(
        it ->
            steps.add(
                creates
                    ? new ObjectOperation.CreateSequence(it, checks)
                    : new ObjectOperation.DropSequence(it.name(), checks),
                at));
    return sequence.isPresent();
  }
}
