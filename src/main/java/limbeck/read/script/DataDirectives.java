package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.python.value.Value;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.sql.SqlReader;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.sql.Splitter;
import limbeck.sql.SqlStatement;
import limbeck.text.Location;

/** {@code execute}, through op or a connection, and {@code bulk_insert}. */
final class DataDirectives {
  private final ScriptObjects objects;
  private final StepRecorder steps;
  private final DataConstructs constructs;
  private final SqlReader sql = new SqlReader();

  DataDirectives(ScriptObjects objects, StepRecorder steps) {
    this.objects = objects;
    this.steps = steps;
    this.constructs = new DataConstructs(objects);
  }

  /** Carries a directive out; false when it is none of these. */
  boolean run(Directive directive) {
    switch (directive.name()) {
      case "execute" -> execute(directive.arguments().bound(List.of("sqltext")));
      case "bulk_insert" -> insert(directive.arguments().bound(List.of("table", "rows")));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Executes the statement given as {@code sqltext}. */
  void execute(Arguments arguments) {
    Optional<Value> statement = arguments.value("sqltext").or(() -> arguments.value("statement"));
    if (statement.isEmpty()) {
      steps.addOpaque("nothing to execute is stated", arguments.at());
      return;
    }
    Value value = statement.get();
    Optional<String> text = new StatementText(objects).of(value, arguments);
    if (text.isPresent()) {
      run(text.get(), arguments.at());
      return;
    }
    if (new DdlConstructs(objects, steps).run(value, arguments.at())) {
      return;
    }
    Optional<Operation> construct = constructs.operation(value, arguments.at());
    if (construct.isPresent()) {
      steps.add(construct.get(), arguments.at());
    } else {
      steps.addOpaque(
          "the statement is not understood: " + Constants.describe(value),
          new TreeSet<>(),
          true,
          arguments.at());
    }
  }

  private void run(String text, Location at) {
    for (SqlStatement statement : Splitter.split(text.replace("\\:", ":"))) {
      steps.beginStatement();
      for (Operation operation : sql.readOne(statement, steps.schema())) {
        steps.add(operation, at);
      }
    }
  }

  private void insert(Arguments arguments) {
    Optional<Value> table = arguments.value("table");
    Optional<TableName> name = table.flatMap(TableValues::name);
    Optional<List<Value>> rows = arguments.value("rows").flatMap(Constants::items);
    TreeSet<TableName> touches = new TreeSet<>();
    name.ifPresent(touches::add);
    if (name.isEmpty() || rows.isEmpty()) {
      steps.addOpaque(
          "the rows inserted cannot be told: "
              + Constants.describe(arguments.value("rows").orElse(Value.NONE)),
          touches,
          false,
          arguments.at());
      return;
    }
    if (rows.get().isEmpty()) {
      return;
    }
    ExpressionCompiler expressions = objects.expressions(objects.table(name.get(), arguments.at()));
    List<SortedMap<ColumnName, SqlText>> read = new ArrayList<>();
    for (Value row : rows.get()) {
      Optional<NavigableMap<ColumnName, SqlText>> one = row(row, expressions, arguments.at());
      if (one.isEmpty()) {
        steps.addOpaque("a value inserted cannot be told", touches, false, arguments.at());
        return;
      }
      read.add(one.get());
    }
    steps.add(new DataOperation.InsertRows(name.get(), read), arguments.at());
  }

  private static Optional<NavigableMap<ColumnName, SqlText>> row(
      Value row, ExpressionCompiler expressions, Location at) {
    if (!(row instanceof Value.DictOf(Map<Value, Value> entries))) {
      return Optional.empty();
    }
    NavigableMap<ColumnName, SqlText> read = new TreeMap<>();
    for (Map.Entry<Value, Value> entry : entries.entrySet()) {
      Optional<String> column = Constants.text(entry.getKey());
      if (column.isEmpty()
          || !(expressions.compileLiteral(entry.getValue(), at)
              instanceof Compilation.Compiled(SqlText sql))) {
        return Optional.empty();
      }
      read.put(new ColumnName(column.get()), sql);
    }
    return Optional.of(read);
  }
}
