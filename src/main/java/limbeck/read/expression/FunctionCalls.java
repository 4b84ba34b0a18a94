package limbeck.read.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeScope;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/** Calls of SQLAlchemy's expression functions: {@code func.…}, {@code and_}, {@code cast}… */
final class FunctionCalls {
  private static final Set<String> WITHOUT_PARENTHESES =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user",
          "sysdate",
          "user");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final ExpressionCompiler compiler;
  private final ReadContext context;
  private final TypeTranslator types;

  FunctionCalls(ExpressionCompiler compiler, ReadContext context, TypeTranslator types) {
    this.compiler = compiler;
    this.context = context;
    this.types = types;
  }

  Piece piece(String name, Value.Call call) {
    if (name.startsWith("sqlalchemy.func.")) {
      return function(name.substring("sqlalchemy.func.".length()), call);
    }
    String plain = name.startsWith("sqlalchemy.") ? name.substring(11) : name;
    return switch (plain) {
      case "text" -> Piece.atom(TextBinds.plain(text(call, 0, "text")));
      case "literal_column", "DDL" -> Piece.atom(text(call, 0, "text"));
      case "column" ->
          new Piece(
              context.options().spelling().quote(text(call, 0, "text")),
              Operator.ATOM,
              Optional.empty(),
              true,
              Optional.empty());
      case "literal", "bindparam", "alembic.op.inline_literal" ->
          compiler.literal(compiler.argument(call, 0, "value"), call.at());
      case "col" -> argument(call, 0);
      case "null" -> Piece.atom("NULL");
      case "true" -> compiler.literal(new Value.Bool(true), call.at());
      case "false" -> compiler.literal(new Value.Bool(false), call.at());
      case "and_" -> junction(true, call);
      case "or_" -> junction(false, call);
      case "not_" -> Operations.not(compiler.condition(argument(call, 0)));
      case "cast" -> cast(typed(call), compiler.argument(call, 1, "type_"), call.at());
      case "type_coerce" -> typed(call);
      case "desc", "asc", "nulls_first", "nullsfirst", "nulls_last", "nullslast" ->
          MethodCalls.ordered(argument(call, 0), plain);
      case "collate" -> collate(argument(call, 0), text(call, 1, "collation"));
      case "case" -> caseWhen(call);
      case "extract" -> extract(call);
      case "between" ->
          MethodCalls.between(argument(call, 0), argument(call, 1), argument(call, 2));
      case "postgresql.array" -> array(call);
      case "distinct" -> Piece.atom("DISTINCT " + argument(call, 0).sql());
      default -> throw compiler.notUnderstood(call, call.at());
    };
  }

  private Piece argument(Value.Call call, int position) {
    return compiler.piece(compiler.argument(call, position, ""), call.at());
  }

  /** {@code text("…").bindparams(…)}: keywords and {@code bindparam} give values. */
  Piece bound(Value.Call text, Value.Call call) {
    Map<String, String> values = new HashMap<>();
    call.keywords().forEach((name, value) -> values.put(name, bound(value, call)));
    for (Value argument : call.arguments()) {
      if (!(argument instanceof Value.Call parameter)) {
        throw compiler.notUnderstood(argument, call.at());
      }
      values.put(
          text(parameter, 0, "key"), bound(compiler.argument(parameter, 1, "value"), parameter));
    }
    return Piece.atom(TextBinds.with(text(text, 0, "text"), it -> values.getOrDefault(it, "NULL")));
  }

  private String bound(Value value, Value.Call call) {
    return compiler.piece(value, call.at()).sql();
  }

  private String text(Value.Call call, int position, String name) {
    Value value = compiler.argument(call, position, name);
    return Constants.text(value).orElseThrow(() -> compiler.notUnderstood(value, call.at()));
  }

  private Piece function(String name, Value.Call call) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("now") && call.arguments().isEmpty()) {
      return Piece.atom(
          context.options().dialect() == DialectName.POSTGRESQL
                  || context.options().dialect() == DialectName.MYSQL
                  || context.options().dialect() == DialectName.MARIADB
              ? "now()"
              : "CURRENT_TIMESTAMP");
    }
    if (lower.equals("localtimestamp") && context.options().dialect() == DialectName.SQLITE) {
      return Piece.atom("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
    }
    if (WITHOUT_PARENTHESES.contains(lower) && call.arguments().isEmpty()) {
      return Piece.atom(lower.toUpperCase(Locale.ROOT));
    }
    List<String> arguments = new ArrayList<>();
    for (Value value : call.arguments()) {
      arguments.add(compiler.piece(value, call.at()).sql());
    }
    if (lower.equals("count") && arguments.isEmpty()) {
      arguments.add("*");
    }
    return new Piece(
        name + "(" + String.join(", ", arguments) + ")",
        Operator.ATOM,
        resultType(lower, call),
        false,
        Optional.empty());
  }

  /** The functions whose result is known to be text: their sums are concatenations. */
  private static Optional<TypeReading> resultType(String name, Value.Call call) {
    boolean textual = Set.of("concat", "lower", "upper", "trim").contains(name);
    return textual && !call.arguments().isEmpty()
        ? Optional.of(TypeReading.of(new SqlType.Varchar(Optional.empty(), Optional.empty())))
        : Optional.empty();
  }

  private Piece junction(boolean and, Value.Call call) {
    Operator kind = and ? Operator.AND : Operator.OR;
    List<Piece> members = new ArrayList<>();
    for (Value value : call.arguments()) {
      members.add(compiler.condition(compiler.piece(value, call.at())));
    }
    if (members.isEmpty()) {
      throw compiler.notUnderstood(call, call.at());
    }
    if (members.size() == 1) {
      return members.getFirst();
    }
    return Piece.of(
        String.join(
            and ? " AND " : " OR ",
            members.stream().map(it -> Operations.member(it, kind)).toList()),
        kind);
  }

  /**
   * A plain constant takes the type it is cast to: a text for a number is written without quotes.
   */
  private Piece typed(Value.Call call) {
    Value operand = compiler.argument(call, 0, "");
    Value type = compiler.argument(call, 1, "type_");
    if (operand instanceof Value.Str(String text) && NUMBER.matcher(text).matches()) {
      TypeReading reading = types.translate(type, TypeScope.NONE, "CAST", call.at());
      boolean number =
          reading.type() instanceof SqlType.IntegerType
              || reading.type() instanceof SqlType.Numeric
              || reading.type() instanceof SqlType.Floating
              || reading.type() instanceof SqlType.DoublePrecision;
      if (number) {
        return Piece.atom(text);
      }
    }
    return argument(call, 0);
  }

  Piece cast(Piece operand, Value type, Location at) {
    TypeReading reading = types.translate(type, TypeScope.NONE, "CAST", at);
    if (reading.isUnknown()) {
      throw compiler.notUnderstood(type, at);
    }
    String written = context.options().spelling().spell(reading.type());
    if (compiler.isMysql()) {
      written = mysqlCast(written).orElseThrow(() -> compiler.notUnderstood(type, at));
    }
    return new Piece(
        "CAST(" + operand.sql() + " AS " + written + ")",
        Operator.ATOM,
        Optional.of(reading),
        false,
        Optional.empty());
  }

  /** MySQL casts to few types; for others SQLAlchemy leaves the CAST out. */
  private static Optional<String> mysqlCast(String type) {
    return switch (type.replaceAll("\\(.*", "")) {
      case "INTEGER", "BIGINT", "SMALLINT" -> Optional.of("SIGNED INTEGER");
      case "VARCHAR", "CHAR" -> Optional.of(type.replace("VARCHAR", "CHAR"));
      case "TEXT" -> Optional.of("CHAR");
      case "DATE", "TIME", "DATETIME", "JSON" -> Optional.of(type);
      case "NUMERIC", "DECIMAL" -> Optional.of(type.replace("NUMERIC", "DECIMAL"));
      default -> Optional.empty();
    };
  }

  Piece collate(Piece operand, String collation) {
    String written =
        context.options().dialect() == DialectName.POSTGRESQL
            ? "\"" + collation + "\""
            : context.options().spelling().quote(collation);
    return Piece.of(operand.in(Operator.COLLATE) + " COLLATE " + written, Operator.COLLATE);
  }

  private Piece caseWhen(Value.Call call) {
    StringBuilder sql = new StringBuilder("CASE");
    List<Value> whens = call.arguments();
    if (whens.size() == 1 && whens.getFirst() instanceof Value.ListOf(List<Value> items)) {
      whens = items;
    }
    for (Value when : whens) {
      List<Value> pair =
          Constants.items(when).orElseThrow(() -> compiler.notUnderstood(when, call.at()));
      if (pair.size() != 2) {
        throw compiler.notUnderstood(when, call.at());
      }
      Piece condition = compiler.condition(compiler.piece(pair.get(0), call.at()));
      sql.append(" WHEN ")
          .append(
              condition.operator() == Operator.ATOM ? condition.sql() : "(" + condition.sql() + ")")
          .append(" THEN ")
          .append(compiler.piece(pair.get(1), call.at()).sql());
    }
    Value otherwise = call.keywords().get("else_");
    if (otherwise != null && !Constants.isNone(otherwise)) {
      sql.append(" ELSE ").append(compiler.piece(otherwise, call.at()).sql());
    }
    return Piece.atom(sql.append(" END").toString());
  }

  private Piece extract(Value.Call call) {
    if (context.options().dialect() == DialectName.SQLITE) {
      throw new NotCompiled("extract() on SQLite", call.at());
    }
    return Piece.atom(
        "EXTRACT(" + text(call, 0, "field") + " FROM " + argument(call, 1).sql() + ")");
  }

  private Piece array(Value.Call call) {
    Value value = compiler.argument(call, 0, "clauses");
    List<Value> items =
        Constants.items(value).orElseThrow(() -> compiler.notUnderstood(value, call.at()));
    List<String> parts = new ArrayList<>();
    for (Value item : items) {
      parts.add(compiler.piece(item, call.at()).sql());
    }
    return Piece.atom("ARRAY[" + String.join(", ", parts) + "]");
  }
}
