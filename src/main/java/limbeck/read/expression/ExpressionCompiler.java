package limbeck.read.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.SqlSpelling;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/**
 * Compiles SQLAlchemy's expression constructs to the text that appears in DDL: columns without
 * their table, values as literals.
 */
public final class ExpressionCompiler {
  private final ReadContext context;
  private final ColumnFinder columns;
  private final FunctionCalls functions;
  private final MethodCalls methods;

  /** Prepares to compile for the dialect of the options. */
  public ExpressionCompiler(ReadContext context, TypeTranslator types, ColumnFinder columns) {
    this.context = context;
    this.columns = columns;
    this.functions = new FunctionCalls(this, context, types);
    this.methods = new MethodCalls(this, context, types);
  }

  /** Compiles an expression; a plain string is SQL text, as in {@code CheckConstraint("…")}. */
  public Compilation compile(Value value, Location at) {
    if (Constants.text(value).isPresent()) {
      return new Compilation.Compiled(new SqlText(TextBinds.plain(Constants.text(value).get())));
    }
    try {
      return new Compilation.Compiled(new SqlText(piece(value, at).sql()));
    } catch (NotCompiled reason) {
      return new Compilation.Failed(reason.reason(), reason.at());
    }
  }

  /** Compiles a value that is sent to the database: a plain string is a text literal. */
  public Compilation compileLiteral(Value value, Location at) {
    try {
      return new Compilation.Compiled(new SqlText(piece(value, at).sql()));
    } catch (NotCompiled reason) {
      return new Compilation.Failed(reason.reason(), reason.at());
    }
  }

  boolean isMysql() {
    return context.options().dialect() == DialectName.MYSQL
        || context.options().dialect() == DialectName.MARIADB;
  }

  /** Joins two texts; MySQL's || would be an OR. */
  Piece concatenation(Piece left, Piece right) {
    return isMysql()
        ? Piece.of("concat(" + left.sql() + ", " + right.sql() + ")", Operator.CONCAT)
        : Piece.of(Operations.joined(left, "||", right, Operator.CONCAT), Operator.CONCAT);
  }

  private String qualified(ColumnFinder.Found column) {
    SqlSpelling spelling = context.options().spelling();
    String table =
        column
            .table()
            .map(
                it ->
                    it.schema().map(schema -> spelling.quote(schema) + ".").orElse("")
                        + spelling.quote(it.name())
                        + ".")
            .orElse("");
    return table + spelling.quote(column.name());
  }

  Piece piece(Value value, Location at) {
    Optional<ColumnFinder.Found> column = columns.find(value);
    if (column.isPresent()) {
      return new Piece(
          qualified(column.get()), Operator.ATOM, column.get().type(), true, Optional.empty());
    }
    return switch (value) {
      case Value.Call call -> call(call);
      case Value.Operation operation -> operation(operation, at);
      case Value.Item(Value of, Value key) -> methods.item(piece(of, at), key, at);
      case Value.Attribute(Value of, String name) -> attribute(value, of, name, at);
      case Value.Symbol _ -> throw notUnderstood(value, at);
      default -> literal(value, at);
    };
  }

  private Piece attribute(Value value, Value of, String name, Location at) {
    if (name.equals("astext")) {
      return methods.asText(of, at);
    }
    throw notUnderstood(value, at);
  }

  private Piece call(Value.Call call) {
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.isPresent()) {
      return functions.piece(name.get(), call);
    }
    if (call.callee() instanceof Value.Attribute(Value of, String method)) {
      return methods.piece(of, method, call);
    }
    if (call.callee() instanceof Value.Call inner
        && inner.callee() instanceof Value.Attribute(Value of, String method)
        && method.equals("op")) {
      return methods.custom(of, inner, call);
    }
    throw notUnderstood(call, call.at());
  }

  /** Makes a literal of a constant. */
  Piece literal(Value value, Location at) {
    return switch (value) {
      case Value.Str(String text) ->
          Piece.atom(quoted(text), new SqlType.Varchar(Optional.empty(), Optional.empty()));
      case Value.Int(BigInteger number) -> Piece.atom(number.toString());
      case Value.Float(double number) -> Piece.atom(Double.toString(number));
      case Value.Bool(boolean flag) -> Piece.atom(truth(flag), new SqlType.BooleanType());
      case Value.None _ -> Piece.atom("NULL");
      case Value.EnumMember member -> member(member, at);
      default -> throw notUnderstood(value, at);
    };
  }

  private Piece member(Value.EnumMember member, Location at) {
    return Constants.text(member)
        .map(it -> Piece.atom(quoted(it)))
        .orElseThrow(() -> notUnderstood(member, at));
  }

  /** Makes a literal that is compared with another piece: enum members become its labels. */
  Piece literalFor(Piece other, Value value, Location at) {
    Optional<TypeReading.Binding> binding =
        other.column() && isConstant(value)
            ? other.type().flatMap(TypeReading::binding)
            : Optional.empty();
    if (binding.isPresent()) {
      return piece(binding.get().bound(value), at);
    }
    if (value instanceof Value.EnumMember member && other.type().isPresent()) {
      List<String> labels = labels(other.type().get());
      if (labels.contains(member.name())) {
        return Piece.atom(quoted(member.name()));
      }
      Optional<String> text = Constants.text(member.value()).filter(labels::contains);
      if (text.isPresent()) {
        return Piece.atom(quoted(text.get()));
      }
    }
    return piece(value, at);
  }

  private static boolean isConstant(Value value) {
    return switch (value) {
      case Value.Str _,
          Value.Int _,
          Value.Float _,
          Value.Bool _,
          Value.EnumMember _,
          Value.ListOf _,
          Value.TupleOf _,
          Value.DictOf _ ->
          true;
      default -> false;
    };
  }

  private static List<String> labels(TypeReading type) {
    return type.type() instanceof SqlType.TextEnum(List<String> labels, int _)
        ? labels
        : type.enums().stream().flatMap(it -> it.type().labels().stream()).toList();
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns the SQL word for a boolean. */
  String truth(boolean flag) {
    return context.options().dialect() == DialectName.SQLITE
        ? (flag ? "1" : "0")
        : (flag ? "true" : "false");
  }

  private Piece operation(Value.Operation operation, Location at) {
    List<Value> operands = operation.operands();
    if (operands.size() == 1) {
      return Operations.unary(this, operation.operator(), piece(operands.getFirst(), at), at);
    }
    Value left = operands.get(0);
    Value right = operands.get(1);
    return Operations.binary(this, operation.operator(), left, right, at);
  }

  /** Returns a condition as AND, OR and NOT take it: a bare boolean column is compared with 1. */
  Piece condition(Piece piece) {
    if (piece.column() && piece.isBoolean() && !nativeBoolean()) {
      return Piece.of(piece.sql() + " = 1", Operator.EQ, piece.sql() + " = 0");
    }
    return piece;
  }

  private boolean nativeBoolean() {
    return context.options().dialect() == DialectName.POSTGRESQL;
  }

  NotCompiled notUnderstood(Value value, Location at) {
    Location where = value instanceof Value.Unknown(String _, Location place) ? place : at;
    return new NotCompiled(Constants.describe(value), where);
  }

  /** Returns an argument by position or name; fails when it is missing. */
  Value argument(Value.Call call, int position, String name) {
    Map<String, Value> keywords = call.keywords();
    Value found =
        position < call.arguments().size() ? call.arguments().get(position) : keywords.get(name);
    if (found == null) {
      throw notUnderstood(call, call.at());
    }
    return found;
  }
}
