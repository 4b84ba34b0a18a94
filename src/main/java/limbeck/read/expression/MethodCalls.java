package limbeck.read.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/** Methods of SQL expressions: {@code column.in_(…)}, {@code column.desc()}… */
final class MethodCalls {
  private static final Piece ANY = Piece.atom("'%'");

  private final ExpressionCompiler compiler;
  private final ReadContext context;
  private final FunctionCalls functions;

  MethodCalls(ExpressionCompiler compiler, ReadContext context, TypeTranslator types) {
    this.compiler = compiler;
    this.context = context;
    this.functions = new FunctionCalls(compiler, context, types);
  }

  Piece piece(Value of, String method, Value.Call call) {
    Location at = call.at();
    switch (method) {
      case "as_string" -> {
        return member(of, "String", at);
      }
      case "as_integer" -> {
        return member(of, "Integer", at);
      }
      case "as_boolean" -> {
        return member(of, "Boolean", at);
      }
      case "bindparams" -> {
        if (of instanceof Value.Call text
            && LibraryNames.of(text.callee()).filter("sqlalchemy.text"::equals).isPresent()) {
          return functions.bound(text, call);
        }
      }
      default -> {}
    }
    Piece operand = compiler.piece(of, at);
    return switch (method) {
      case "desc", "asc", "nulls_first", "nullsfirst", "nulls_last", "nullslast" ->
          ordered(operand, method);
      case "is_" -> is(operand, call);
      case "is_not", "isnot" -> Operations.not(is(operand, call));
      case "in_" -> in(operand, call);
      case "not_in", "notin_" -> Operations.not(in(operand, call));
      case "like" -> like(operand, " LIKE ", " NOT LIKE ", call);
      case "not_like", "notlike" -> Operations.not(like(operand, " LIKE ", " NOT LIKE ", call));
      case "ilike" -> ilike(operand, call);
      case "startswith" -> like(operand, List.of(affix(operand, call), ANY));
      case "endswith" -> like(operand, List.of(ANY, affix(operand, call)));
      case "contains" -> like(operand, List.of(ANY, affix(operand, call), ANY));
      case "between" -> between(operand, other(operand, call, 0), other(operand, call, 1));
      case "is_distinct_from" -> distinct(operand, call);
      case "is_not_distinct_from", "isnot_distinct_from" -> Operations.not(distinct(operand, call));
      case "cast" -> functions.cast(operand, compiler.argument(call, 0, "type_"), at);
      case "collate" ->
          functions.collate(
              operand,
              Constants.text(compiler.argument(call, 0, "collation"))
                  .orElseThrow(() -> compiler.notUnderstood(call, at)));
      case "regexp_match" -> {
        String sign = context.options().dialect() == DialectName.POSTGRESQL ? "~" : "REGEXP";
        yield Piece.of(
            Operations.joined(operand, sign, other(operand, call, 0), Operator.CUSTOM),
            Operator.CUSTOM);
      }
      case "concat" -> compiler.concatenation(operand, other(operand, call, 0));
      case "label", "self_group", "bindparams", "columns" -> operand;
      default -> throw compiler.notUnderstood(call, at);
    };
  }

  private Piece other(Piece operand, Value.Call call, int position) {
    return compiler.literalFor(operand, compiler.argument(call, position, "other"), call.at());
  }

  /** {@code x.op("->>")("key")}. */
  Piece custom(Value of, Value.Call operator, Value.Call call) {
    Piece left = compiler.piece(of, call.at());
    String sign =
        Constants.text(compiler.argument(operator, 0, "opstring"))
            .orElseThrow(() -> compiler.notUnderstood(operator, call.at()));
    Piece right = other(left, call, 0);
    return Piece.of(Operations.joined(left, sign, right, Operator.CUSTOM), Operator.CUSTOM);
  }

  /** {@code json["key"]}. */
  Piece item(Piece operand, Value key, Location at) {
    if (!operand.isJson()) {
      throw new NotCompiled("an item of something that is not JSON", at);
    }
    String member = compiler.piece(key, at).sql();
    return new Piece(
        subscripts(operand)
            ? operand.in(Operator.GETITEM) + "[" + member + "]"
            : nested(operand) + " -> " + member,
        Operator.GETITEM,
        operand.type(),
        false,
        Optional.empty());
  }

  /** {@code json["key"].astext}. */
  Piece asText(Value of, Location at) {
    if (!(of instanceof Value.Item(Value inner, Value key))) {
      throw compiler.notUnderstood(of, at);
    }
    Piece operand = compiler.piece(inner, at);
    return new Piece(
        nested(operand) + " ->> " + compiler.piece(key, at).sql(),
        Operator.GETITEM,
        Optional.of(TypeReading.of(new SqlType.Text(Optional.empty()))),
        false,
        Optional.empty());
  }

  /** SQLAlchemy 2.1 writes members of JSONB in brackets. */
  private boolean subscripts(Piece operand) {
    return context.options().versions().sqlalchemyTwoOne()
        && context.options().dialect() == DialectName.POSTGRESQL
        && operand.type().filter(it -> it.type().equals(new SqlType.Json(true))).isPresent();
  }

  private static String nested(Piece operand) {
    return operand.operator() == Operator.GETITEM
        ? "(" + operand.sql() + ")"
        : operand.in(Operator.GETITEM);
  }

  private Piece member(Value of, String type, Location at) {
    if (context.options().dialect() != DialectName.POSTGRESQL) {
      throw new NotCompiled("a member of JSON as a value of its own", at);
    }
    if (!(of instanceof Value.Item(Value inner, Value key))) {
      throw compiler.notUnderstood(of, at);
    }
    Piece operand = compiler.piece(inner, at);
    String left = subscripts(operand) ? operand.in(Operator.GETITEM) : nested(operand);
    Piece text = Piece.atom("(" + left + " ->> " + compiler.piece(key, at).sql() + ")");
    return functions.cast(text, new Value.Symbol("sqlalchemy." + type), at);
  }

  static Piece ordered(Piece operand, String method) {
    String word =
        switch (method) {
          case "desc" -> " DESC";
          case "asc" -> " ASC";
          case "nulls_first", "nullsfirst" -> " NULLS FIRST";
          default -> " NULLS LAST";
        };
    // An ordering inside an ordering ("x DESC NULLS LAST") takes no parentheses.
    String inner =
        operand.operator() == Operator.ORDERING ? operand.sql() : operand.in(Operator.ORDERING);
    return Piece.of(inner + word, Operator.ORDERING);
  }

  static Piece between(Piece operand, Piece low, Piece high) {
    String left = operand.in(Operator.BETWEEN);
    String bounds = low.in(Operator.AND) + " AND " + high.in(Operator.AND);
    return Piece.of(left + " BETWEEN " + bounds, Operator.BETWEEN, left + " NOT BETWEEN " + bounds);
  }

  private Piece is(Piece operand, Value.Call call) {
    Value value = compiler.argument(call, 0, "other");
    if (Constants.isNone(value)) {
      return Operations.isNull(operand);
    }
    Piece other = compiler.piece(value, call.at());
    String left = operand.in(Operator.IS);
    return Piece.of(left + " IS " + other.sql(), Operator.IS, left + " IS NOT " + other.sql());
  }

  private Piece in(Piece operand, Value.Call call) {
    Value value = compiler.argument(call, 0, "other");
    List<Value> items =
        Constants.items(value).orElseThrow(() -> compiler.notUnderstood(value, call.at()));
    List<String> members = new ArrayList<>();
    for (Value item : items) {
      members.add(compiler.literalFor(operand, item, call.at()).sql());
    }
    String list = "(" + String.join(", ", members) + ")";
    String left = operand.in(Operator.IN);
    return Piece.of(left + " IN " + list, Operator.IN, "(" + left + " NOT IN " + list + ")");
  }

  private Piece like(Piece operand, String word, String negatedWord, Value.Call call) {
    Piece pattern = other(operand, call, 0);
    String left = operand.in(Operator.LIKE);
    String right = pattern.in(Operator.LIKE);
    return Piece.of(left + word + right, Operator.LIKE, left + negatedWord + right);
  }

  /** {@code c LIKE 'x' || '%'}; MySQL has a function for it. */
  private Piece like(Piece operand, List<Piece> parts) {
    List<String> texts = parts.stream().map(it -> it.in(Operator.CONCAT)).toList();
    String pattern =
        compiler.isMysql()
            ? "concat(" + String.join(", ", texts) + ")"
            : String.join(" || ", texts);
    String left = operand.in(Operator.LIKE);
    return Piece.of(left + " LIKE " + pattern, Operator.LIKE, left + " NOT LIKE " + pattern);
  }

  /** The text looked for; an escape or automatic escaping changes it. */
  private Piece affix(Piece operand, Value.Call call) {
    if (!operand.isText() || !call.keywords().isEmpty() || call.arguments().size() != 1) {
      throw compiler.notUnderstood(call, call.at());
    }
    return other(operand, call, 0);
  }

  private Piece ilike(Piece operand, Value.Call call) {
    if (context.options().dialect() == DialectName.POSTGRESQL) {
      return like(operand, " ILIKE ", " NOT ILIKE ", call);
    }
    String right = "lower(" + other(operand, call, 0).sql() + ")";
    String left = "lower(" + operand.sql() + ")";
    return Piece.of(left + " LIKE " + right, Operator.LIKE, left + " NOT LIKE " + right);
  }

  private Piece distinct(Piece operand, Value.Call call) {
    Piece other = other(operand, call, 0);
    String left = operand.in(Operator.IS);
    String right = other.in(Operator.IS);
    return Piece.of(
        left + " IS DISTINCT FROM " + right, Operator.IS, left + " IS NOT DISTINCT FROM " + right);
  }
}
