package limbeck.read.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.value.Value;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** The SQL of a statement given as text, with the parameters written in that are constants. */
final class StatementText {
  private final ScriptObjects objects;

  StatementText(ScriptObjects objects) {
    this.objects = objects;
  }

  /**
   * Returns the text of a statement; empty when it is built with constructs, or not known.
   *
   * @param arguments of the call that executes it; the parameters stand in them
   */
  Optional<String> of(Value statement, Arguments arguments) {
    Optional<String> text = Constants.text(statement).or(() -> clause(statement));
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (Value value : arguments.positional()) {
      collect(value, parameters);
    }
    arguments.value("parameters").ifPresent(it -> collect(it, parameters));
    arguments.value("params").ifPresent(it -> collect(it, parameters));
    return text.map(it -> bound(it, parameters, arguments.at()));
  }

  private static void collect(Value value, Map<String, Value> parameters) {
    if (value instanceof Value.DictOf(Map<Value, Value> entries)) {
      entries.forEach(
          (key, entry) -> Constants.text(key).ifPresent(it -> parameters.put(it, entry)));
    }
  }

  /** The text of {@code text("…")}. */
  private Optional<String> clause(Value value) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.filter(it -> it.equals("sqlalchemy.text") || it.equals("sqlalchemy.DDL"))
        .isPresent()) {
      return call.arguments().isEmpty()
          ? Optional.ofNullable(call.keywords().get("text")).flatMap(Constants::text)
          : Constants.text(call.arguments().getFirst());
    }
    if (!(call.callee() instanceof Value.Attribute(Value of, String method))) {
      return Optional.empty();
    }
    return switch (method) {
      case "bindparams" -> clause(of).map(it -> bound(it, binds(call), call.at()));
      case "execution_options", "columns" -> clause(of).or(() -> Constants.text(of));
      default -> Optional.empty();
    };
  }

  /** The parameters of {@code bindparams(a=1)} and {@code bindparams(bindparam("a", 1))}. */
  private static Map<String, Value> binds(Value.Call call) {
    Map<String, Value> binds = new LinkedHashMap<>(call.keywords());
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Call bind
          && LibraryNames.isCall(bind, "sqlalchemy.bindparam")
          && !bind.arguments().isEmpty()) {
        Value value =
            bind.arguments().size() > 1 ? bind.arguments().get(1) : bind.keywords().get("value");
        if (value != null) {
          Constants.text(bind.arguments().getFirst()).ifPresent(it -> binds.put(it, value));
        }
      }
    }
    return binds;
  }

  private String bound(String text, Map<String, Value> binds, Location at) {
    String result = text;
    ExpressionCompiler expressions =
        objects.expressions(objects.table(TableName.of("no_table"), at));
    for (Map.Entry<String, Value> bind : binds.entrySet()) {
      if (isConstant(bind.getValue())
          && expressions.compileLiteral(bind.getValue(), at)
              instanceof Compilation.Compiled(SqlText sql)) {
        result =
            result.replaceAll(
                "(?<![:\\w\\\\]):" + Pattern.quote(bind.getKey()) + "\\b",
                Matcher.quoteReplacement(sql.text()));
      }
    }
    return result;
  }

  private static boolean isConstant(Value value) {
    return switch (value) {
      case Value.Str _, Value.Int _, Value.Float _, Value.Bool _, Value.None _ -> true;
      default -> false;
    };
  }
}
