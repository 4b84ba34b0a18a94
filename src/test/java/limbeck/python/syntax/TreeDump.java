package limbeck.python.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.python.syntax.Expression.Operator;
import limbeck.text.Span;

/** Writes our tree in the form in which {@code dump_trees.py} writes CPython's. */
final class TreeDump {
  private final boolean masked;
  private final List<String> lines = new ArrayList<>();

  private TreeDump(boolean masked) {
    this.masked = masked;
  }

  /**
   * Dumps a tree.
   *
   * @param masked whether positions inside f-strings are left out, as Python 3.11 has none
   */
  static List<String> of(SyntaxTree tree, boolean masked) {
    TreeDump dump = new TreeDump(masked);
    dump.lines.add("0 tree Module");
    dump.statements("body", tree.body(), 1);
    return dump.lines;
  }

  private void line(int depth, String field, String kind, Span span, boolean hidden, String rest) {
    String place = hidden ? " ?" : " " + span.start() + " " + span.end();
    lines.add(depth + " " + field + " " + kind + place + rest);
  }

  private void statements(String field, List<Statement> statements, int depth) {
    statements.forEach(statement -> statement(field, statement, depth));
  }

  private void statement(String field, Statement statement, int depth) {
    Span at = statement.span();
    int in = depth + 1;
    switch (statement) {
      case Statement.FunctionDef f -> {
        String kind = f.async() ? "AsyncFunctionDef" : "FunctionDef";
        line(depth, field, kind, at, false, " name=" + quote(f.name()));
        parameters(f.parameters(), in, false);
        statements("body", f.body(), in);
        expressions("decorator_list", f.decorators(), in, false);
        f.returns().ifPresent(returns -> expression("returns", returns, in, false));
        typeParameters(f.typeParameters(), in);
      }
      case Statement.ClassDef c -> {
        line(depth, field, "ClassDef", at, false, " name=" + quote(c.name()));
        expressions("bases", c.bases(), in, false);
        keywords(c.keywords(), in, false);
        statements("body", c.body(), in);
        expressions("decorator_list", c.decorators(), in, false);
        typeParameters(c.typeParameters(), in);
      }
      case Statement.Return(var value, _) -> {
        line(depth, field, "Return", at, false, "");
        optional("value", value, in, false);
      }
      case Statement.Delete(var targets, _) -> {
        line(depth, field, "Delete", at, false, "");
        expressions("targets", targets, in, false);
      }
      case Statement.Assign(var targets, var value, _) -> {
        line(depth, field, "Assign", at, false, "");
        expressions("targets", targets, in, false);
        expression("value", value, in, false);
      }
      case Statement.TypeAlias(var name, var types, var value, _) -> {
        line(depth, field, "TypeAlias", at, false, "");
        expression("name", name, in, false);
        typeParameters(types, in);
        expression("value", value, in, false);
      }
      case Statement.AugAssign(var target, var operator, var value, _) -> {
        line(depth, field, "AugAssign", at, false, " op=" + name(operator));
        expression("target", target, in, false);
        expression("value", value, in, false);
      }
      case Statement.AnnAssign(var target, var annotation, var value, var simple, _) -> {
        line(depth, field, "AnnAssign", at, false, " simple=" + (simple ? "0x1" : "0x0"));
        expression("target", target, in, false);
        expression("annotation", annotation, in, false);
        optional("value", value, in, false);
      }
      case Statement.For(var target, var iterable, var body, var orElse, var async, _) -> {
        line(depth, field, async ? "AsyncFor" : "For", at, false, "");
        expression("target", target, in, false);
        expression("iter", iterable, in, false);
        statements("body", body, in);
        statements("orelse", orElse, in);
      }
      case Statement.While(var test, var body, var orElse, _) -> {
        line(depth, field, "While", at, false, "");
        expression("test", test, in, false);
        statements("body", body, in);
        statements("orelse", orElse, in);
      }
      case Statement.If(var test, var body, var orElse, _) -> {
        line(depth, field, "If", at, false, "");
        expression("test", test, in, false);
        statements("body", body, in);
        statements("orelse", orElse, in);
      }
      case Statement.With(var items, var body, var async, _) -> {
        line(depth, field, async ? "AsyncWith" : "With", at, false, "");
        for (WithItem item : items) {
          lines.add(in + " items withitem");
          expression("context_expr", item.context(), in + 1, false);
          optional("optional_vars", item.target(), in + 1, false);
        }
        statements("body", body, in);
      }
      case Statement.Match(var subject, var cases, _) -> {
        line(depth, field, "Match", at, false, "");
        expression("subject", subject, in, false);
        for (MatchCase matchCase : cases) {
          lines.add(in + " cases match_case");
          pattern("pattern", matchCase.pattern(), in + 1);
          optional("guard", matchCase.guard(), in + 1, false);
          statements("body", matchCase.body(), in + 1);
        }
      }
      case Statement.Raise(var exception, var cause, _) -> {
        line(depth, field, "Raise", at, false, "");
        optional("exc", exception, in, false);
        optional("cause", cause, in, false);
      }
      case Statement.Try(var body, var handlers, var orElse, var last, var star, _) -> {
        line(depth, field, star ? "TryStar" : "Try", at, false, "");
        statements("body", body, in);
        for (ExceptHandler handler : handlers) {
          String name = handler.name().map(n -> " name=" + quote(n)).orElse("");
          line(in, "handlers", "ExceptHandler", handler.span(), false, name);
          optional("type", handler.type(), in + 1, false);
          statements("body", handler.body(), in + 1);
        }
        statements("orelse", orElse, in);
        statements("finalbody", last, in);
      }
      case Statement.Assert(var test, var message, _) -> {
        line(depth, field, "Assert", at, false, "");
        expression("test", test, in, false);
        optional("msg", message, in, false);
      }
      case Statement.Import(var names, _) -> {
        line(depth, field, "Import", at, false, "");
        aliases(names, in);
      }
      case Statement.ImportFrom(var module, var names, var level, _) -> {
        String from = module.map(m -> " module=" + quote(m)).orElse("");
        line(depth, field, "ImportFrom", at, false, from + " level=" + hex(level));
        aliases(names, in);
      }
      case Statement.Global(var names, _) ->
          line(depth, field, "Global", at, false, " names=" + String.join(",", names));
      case Statement.Nonlocal(var names, _) ->
          line(depth, field, "Nonlocal", at, false, " names=" + String.join(",", names));
      case Statement.Expr(var value, _) -> {
        line(depth, field, "Expr", at, false, "");
        expression("value", value, in, false);
      }
      case Statement.Pass _ -> line(depth, field, "Pass", at, false, "");
      case Statement.Break _ -> line(depth, field, "Break", at, false, "");
      case Statement.Continue _ -> line(depth, field, "Continue", at, false, "");
      case Statement.Malformed(var message, var body, _) -> {
        line(depth, field, "Malformed", at, false, " message=" + quote(message));
        statements("body", body, in);
      }
    }
  }

  private void aliases(List<ImportAlias> names, int depth) {
    for (ImportAlias alias : names) {
      String as = alias.alias().map(a -> " asname=" + quote(a)).orElse("");
      line(depth, "names", "alias", alias.span(), false, " name=" + quote(alias.name()) + as);
    }
  }

  private void typeParameters(List<TypeParameter> parameters, int depth) {
    for (TypeParameter parameter : parameters) {
      String kind =
          switch (parameter.kind()) {
            case TYPE_VAR -> "TypeVar";
            case TYPE_VAR_TUPLE -> "TypeVarTuple";
            case PARAM_SPEC -> "ParamSpec";
          };
      line(depth, "type_params", kind, parameter.span(), false, " name=" + quote(parameter.name()));
      optional("bound", parameter.bound(), depth + 1, false);
      optional("default_value", parameter.value(), depth + 1, false);
    }
  }

  private void parameters(Parameters parameters, int depth, boolean hidden) {
    lines.add(depth + " args arguments");
    int in = depth + 1;
    parameters.positionalOnly().forEach(p -> parameter("posonlyargs", p, in, hidden));
    parameters.positional().forEach(p -> parameter("args", p, in, hidden));
    parameters.variadic().ifPresent(p -> parameter("vararg", p, in, hidden));
    parameters.keywordOnly().forEach(p -> parameter("kwonlyargs", p, in, hidden));
    for (Parameter parameter : parameters.keywordOnly()) {
      parameter
          .value()
          .ifPresentOrElse(
              value -> expression("kw_defaults", value, in, hidden),
              () -> lines.add(in + " kw_defaults None"));
    }
    parameters.keywords().ifPresent(p -> parameter("kwarg", p, in, hidden));
    List<Parameter> positional = new ArrayList<>(parameters.positionalOnly());
    positional.addAll(parameters.positional());
    for (Parameter parameter : positional) {
      parameter.value().ifPresent(value -> expression("defaults", value, in, hidden));
    }
  }

  private void parameter(String field, Parameter parameter, int depth, boolean hidden) {
    line(depth, field, "arg", parameter.span(), hidden, " arg=" + quote(parameter.name()));
    optional("annotation", parameter.annotation(), depth + 1, hidden);
  }

  private void keywords(List<Keyword> keywords, int depth, boolean hidden) {
    for (Keyword keyword : keywords) {
      String name = keyword.name().map(n -> " arg=" + quote(n)).orElse("");
      line(depth, "keywords", "keyword", keyword.span(), hidden, name);
      expression("value", keyword.value(), depth + 1, hidden);
    }
  }

  private void optional(String field, Optional<Expression> expression, int depth, boolean hidden) {
    expression.ifPresent(value -> expression(field, value, depth, hidden));
  }

  private void expressions(String field, List<Expression> expressions, int depth, boolean hidden) {
    expressions.forEach(expression -> expression(field, expression, depth, hidden));
  }

  private void expression(String field, Expression expression, int depth, boolean hidden) {
    Span at = expression.span();
    int in = depth + 1;
    switch (expression) {
      case Expression.BoolOp(var and, var values, _) -> {
        line(depth, field, "BoolOp", at, hidden, " op=" + (and ? "And" : "Or"));
        expressions("values", values, in, hidden);
      }
      case Expression.NamedExpr(var target, var value, _) -> {
        line(depth, field, "NamedExpr", at, hidden, "");
        expression("target", target, in, hidden);
        expression("value", value, in, hidden);
      }
      case Expression.BinOp(var left, var operator, var right, _) -> {
        line(depth, field, "BinOp", at, hidden, " op=" + name(operator));
        expression("left", left, in, hidden);
        expression("right", right, in, hidden);
      }
      case Expression.UnaryOp(var operator, var operand, _) -> {
        line(depth, field, "UnaryOp", at, hidden, " op=" + name(operator));
        expression("operand", operand, in, hidden);
      }
      case Expression.Lambda(var parameters, var body, _) -> {
        line(depth, field, "Lambda", at, hidden, "");
        parameters(parameters, in, hidden);
        expression("body", body, in, hidden);
      }
      case Expression.IfExp(var test, var body, var orElse, _) -> {
        line(depth, field, "IfExp", at, hidden, "");
        expression("test", test, in, hidden);
        expression("body", body, in, hidden);
        expression("orelse", orElse, in, hidden);
      }
      case Expression.Dict(var keys, var values, _) -> {
        line(depth, field, "Dict", at, hidden, "");
        for (Optional<Expression> key : keys) {
          key.ifPresentOrElse(
              k -> expression("keys", k, in, hidden), () -> lines.add(in + " keys None"));
        }
        expressions("values", values, in, hidden);
      }
      case Expression.SetDisplay(var elements, _) -> {
        line(depth, field, "Set", at, hidden, "");
        expressions("elts", elements, in, hidden);
      }
      case Expression.ListComp(var element, var generators, _) -> {
        line(depth, field, "ListComp", at, hidden, "");
        expression("elt", element, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.SetComp(var element, var generators, _) -> {
        line(depth, field, "SetComp", at, hidden, "");
        expression("elt", element, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.DictComp(var key, var value, var generators, _) -> {
        line(depth, field, "DictComp", at, hidden, "");
        expression("key", key, in, hidden);
        expression("value", value, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.GeneratorExp(var element, var generators, _) -> {
        line(depth, field, "GeneratorExp", at, hidden, "");
        expression("elt", element, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.Await(var value, _) -> {
        line(depth, field, "Await", at, hidden, "");
        expression("value", value, in, hidden);
      }
      case Expression.Yield(var value, _) -> {
        line(depth, field, "Yield", at, hidden, "");
        optional("value", value, in, hidden);
      }
      case Expression.YieldFrom(var value, _) -> {
        line(depth, field, "YieldFrom", at, hidden, "");
        expression("value", value, in, hidden);
      }
      case Expression.Compare(var left, var operators, var comparators, _) -> {
        String names = operators.stream().map(TreeDump::name).collect(Collectors.joining(","));
        line(depth, field, "Compare", at, hidden, " ops=" + names);
        expression("left", left, in, hidden);
        expressions("comparators", comparators, in, hidden);
      }
      case Expression.Call(var function, var arguments, var keywords, _) -> {
        line(depth, field, "Call", at, hidden, "");
        expression("func", function, in, hidden);
        expressions("args", arguments, in, hidden);
        keywords(keywords, in, hidden);
      }
      case Expression.FormattedValue(var value, var conversion, var format, _) -> {
        String number = " conversion=" + conversion.map(c -> hex(c)).orElse("-0x1");
        line(depth, field, "FormattedValue", at, hidden, number);
        expression("value", value, in, hidden);
        optional("format_spec", format, in, hidden);
      }
      case Expression.JoinedStr(var values, _) -> {
        line(depth, field, "JoinedStr", at, hidden, "");
        expressions("values", values, in, hidden || masked);
      }
      case Expression.Interpolation(var value, var source, var conversion, var format, _) -> {
        String number = " conversion=" + conversion.map(c -> hex(c)).orElse("-0x1");
        line(depth, field, "Interpolation", at, hidden, " str=" + quote(source) + number);
        expression("value", value, in, hidden);
        optional("format_spec", format, in, hidden);
      }
      case Expression.TemplateStr(var values, _) -> {
        line(depth, field, "TemplateStr", at, hidden, "");
        expressions("values", values, in, hidden);
      }
      case Expression.Constant(var value, _) ->
          line(depth, field, "Constant", at, hidden, " value=" + literal(value));
      case Expression.Attribute(var value, var attribute, _) -> {
        line(depth, field, "Attribute", at, hidden, " attr=" + quote(attribute));
        expression("value", value, in, hidden);
      }
      case Expression.Subscript(var value, var slice, _) -> {
        line(depth, field, "Subscript", at, hidden, "");
        expression("value", value, in, hidden);
        expression("slice", slice, in, hidden);
      }
      case Expression.Starred(var value, _) -> {
        line(depth, field, "Starred", at, hidden, "");
        expression("value", value, in, hidden);
      }
      case Expression.Name(var id, _) -> line(depth, field, "Name", at, hidden, " id=" + quote(id));
      case Expression.ListDisplay(var elements, _) -> {
        line(depth, field, "List", at, hidden, "");
        expressions("elts", elements, in, hidden);
      }
      case Expression.Tuple(var elements, _) -> {
        line(depth, field, "Tuple", at, hidden, "");
        expressions("elts", elements, in, hidden);
      }
      case Expression.Slice(var lower, var upper, var step, _) -> {
        line(depth, field, "Slice", at, hidden, "");
        optional("lower", lower, in, hidden);
        optional("upper", upper, in, hidden);
        optional("step", step, in, hidden);
      }
      case Expression.Malformed(var message, _) ->
          line(depth, field, "Malformed", at, hidden, " message=" + quote(message));
    }
  }

  private void comprehensions(List<Comprehension> generators, int depth, boolean hidden) {
    for (Comprehension generator : generators) {
      String async = generator.async() ? "0x1" : "0x0";
      lines.add(depth + " generators comprehension is_async=" + async);
      expression("target", generator.target(), depth + 1, hidden);
      expression("iter", generator.iterable(), depth + 1, hidden);
      expressions("ifs", generator.conditions(), depth + 1, hidden);
    }
  }

  private void pattern(String field, Pattern pattern, int depth) {
    Span at = pattern.span();
    int in = depth + 1;
    switch (pattern) {
      case Pattern.MatchValue(var value, _) -> {
        line(depth, field, "MatchValue", at, false, "");
        expression("value", value, in, false);
      }
      case Pattern.MatchSingleton(var value, _) ->
          line(depth, field, "MatchSingleton", at, false, " value=" + literal(value));
      case Pattern.MatchSequence(var patterns, _) -> {
        line(depth, field, "MatchSequence", at, false, "");
        patterns.forEach(p -> pattern("patterns", p, in));
      }
      case Pattern.MatchMapping(var keys, var patterns, var rest, _) -> {
        String name = rest.map(r -> " rest=" + quote(r)).orElse("");
        line(depth, field, "MatchMapping", at, false, name);
        expressions("keys", keys, in, false);
        patterns.forEach(p -> pattern("patterns", p, in));
      }
      case Pattern.MatchClass(var type, var patterns, var names, var values, _) -> {
        String attributes = names.isEmpty() ? "" : " kwd_attrs=" + String.join(",", names);
        line(depth, field, "MatchClass", at, false, attributes);
        expression("cls", type, in, false);
        patterns.forEach(p -> pattern("patterns", p, in));
        values.forEach(p -> pattern("kwd_patterns", p, in));
      }
      case Pattern.MatchStar(var name, _) ->
          line(depth, field, "MatchStar", at, false, name.map(n -> " name=" + quote(n)).orElse(""));
      case Pattern.MatchAs(var inner, var name, _) -> {
        line(depth, field, "MatchAs", at, false, name.map(n -> " name=" + quote(n)).orElse(""));
        inner.ifPresent(p -> pattern("pattern", p, in));
      }
      case Pattern.MatchOr(var patterns, _) -> {
        line(depth, field, "MatchOr", at, false, "");
        patterns.forEach(p -> pattern("patterns", p, in));
      }
    }
  }

  private static String name(Operator operator) {
    return switch (operator) {
      case ADD -> "Add";
      case SUB -> "Sub";
      case MULT -> "Mult";
      case MATMULT -> "MatMult";
      case DIV -> "Div";
      case MOD -> "Mod";
      case POW -> "Pow";
      case LSHIFT -> "LShift";
      case RSHIFT -> "RShift";
      case BITOR -> "BitOr";
      case BITXOR -> "BitXor";
      case BITAND -> "BitAnd";
      case FLOORDIV -> "FloorDiv";
      case INVERT -> "Invert";
      case NOT -> "Not";
      case UADD -> "UAdd";
      case USUB -> "USub";
      case EQ -> "Eq";
      case NOTEQ -> "NotEq";
      case LT -> "Lt";
      case LTE -> "LtE";
      case GT -> "Gt";
      case GTE -> "GtE";
      case IS -> "Is";
      case ISNOT -> "IsNot";
      case IN -> "In";
      case NOTIN -> "NotIn";
    };
  }

  private static String literal(Literal literal) {
    return switch (literal) {
      case Literal.Str(var value, var prefix) -> quote(value) + (prefix ? " kind=u" : "");
      case Literal.Bytes(var value) -> "b" + quote(value);
      case Literal.Int(var value) -> hex(value);
      case Literal.Float(var value) -> "f" + bits(value);
      case Literal.Complex(var value) -> "c" + bits(value);
      case Literal.Bool(var value) -> value ? "True" : "False";
      case Literal.None _ -> "None";
      case Literal.Ellipsis _ -> "Ellipsis";
    };
  }

  private static String bits(double value) {
    return String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(value));
  }

  private static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }

  private static String hex(BigInteger value) {
    return "0x" + value.toString(16);
  }

  /** As Python's {@code json.dumps} writes text. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (c < ' ' || c > '~') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
