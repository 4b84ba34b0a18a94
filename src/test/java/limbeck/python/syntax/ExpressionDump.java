package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.python.syntax.Expression.Operator;
import limbeck.text.Span;

/** Dumps expressions and what they contain. */
final class ExpressionDump {
  private final DumpLines out;
  private final boolean masked;

  ExpressionDump(DumpLines out, boolean masked) {
    this.out = out;
    this.masked = masked;
  }

  void parameters(Parameters parameters, int depth, boolean hidden) {
    out.line(depth, "args arguments");
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
              () -> out.line(in, "kw_defaults None"));
    }
    parameters.keywords().ifPresent(p -> parameter("kwarg", p, in, hidden));
    List<Parameter> positional = new ArrayList<>(parameters.positionalOnly());
    positional.addAll(parameters.positional());
    for (Parameter parameter : positional) {
      parameter.value().ifPresent(value -> expression("defaults", value, in, hidden));
    }
  }

  void parameter(String field, Parameter parameter, int depth, boolean hidden) {
    out.node(
        depth, field, "arg", parameter.span(), hidden, " arg=" + DumpLines.quote(parameter.name()));
    optional("annotation", parameter.annotation(), depth + 1, hidden);
  }

  void keywords(List<Keyword> keywords, int depth, boolean hidden) {
    for (Keyword keyword : keywords) {
      String name = keyword.name().map(n -> " arg=" + DumpLines.quote(n)).orElse("");
      out.node(depth, "keywords", "keyword", keyword.span(), hidden, name);
      expression("value", keyword.value(), depth + 1, hidden);
    }
  }

  void optional(String field, Optional<Expression> expression, int depth, boolean hidden) {
    expression.ifPresent(value -> expression(field, value, depth, hidden));
  }

  void expressions(String field, List<Expression> expressions, int depth, boolean hidden) {
    expressions.forEach(expression -> expression(field, expression, depth, hidden));
  }

  void expression(String field, Expression expression, int depth, boolean hidden) {
    Span at = expression.span();
    int in = depth + 1;
    switch (expression) {
      case Expression.BoolOp(var and, var values, _) -> {
        out.node(depth, field, "BoolOp", at, hidden, " op=" + (and ? "And" : "Or"));
        expressions("values", values, in, hidden);
      }
      case Expression.NamedExpr(var target, var value, _) -> {
        out.node(depth, field, "NamedExpr", at, hidden, "");
        expression("target", target, in, hidden);
        expression("value", value, in, hidden);
      }
      case Expression.BinOp(var left, var operator, var right, _) -> {
        out.node(depth, field, "BinOp", at, hidden, " op=" + name(operator));
        expression("left", left, in, hidden);
        expression("right", right, in, hidden);
      }
      case Expression.UnaryOp(var operator, var operand, _) -> {
        out.node(depth, field, "UnaryOp", at, hidden, " op=" + name(operator));
        expression("operand", operand, in, hidden);
      }
      case Expression.Lambda(var parameters, var body, _) -> {
        out.node(depth, field, "Lambda", at, hidden, "");
        parameters(parameters, in, hidden);
        expression("body", body, in, hidden);
      }
      case Expression.IfExp(var test, var body, var orElse, _) -> {
        out.node(depth, field, "IfExp", at, hidden, "");
        expression("test", test, in, hidden);
        expression("body", body, in, hidden);
        expression("orelse", orElse, in, hidden);
      }
      case Expression.Dict(var keys, var values, _) -> {
        out.node(depth, field, "Dict", at, hidden, "");
        for (Optional<Expression> key : keys) {
          key.ifPresentOrElse(
              k -> expression("keys", k, in, hidden), () -> out.line(in, "keys None"));
        }
        expressions("values", values, in, hidden);
      }
      case Expression.SetDisplay(var elements, _) -> {
        out.node(depth, field, "Set", at, hidden, "");
        expressions("elts", elements, in, hidden);
      }
      case Expression.ListComp(var element, var generators, _) -> {
        out.node(depth, field, "ListComp", at, hidden, "");
        expression("elt", element, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.SetComp(var element, var generators, _) -> {
        out.node(depth, field, "SetComp", at, hidden, "");
        expression("elt", element, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.DictComp(var key, var value, var generators, _) -> {
        out.node(depth, field, "DictComp", at, hidden, "");
        expression("key", key, in, hidden);
        expression("value", value, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.GeneratorExp(var element, var generators, _) -> {
        out.node(depth, field, "GeneratorExp", at, hidden, "");
        expression("elt", element, in, hidden);
        comprehensions(generators, in, hidden);
      }
      case Expression.Await(var value, _) -> {
        out.node(depth, field, "Await", at, hidden, "");
        expression("value", value, in, hidden);
      }
      case Expression.Yield(var value, _) -> {
        out.node(depth, field, "Yield", at, hidden, "");
        optional("value", value, in, hidden);
      }
      case Expression.YieldFrom(var value, _) -> {
        out.node(depth, field, "YieldFrom", at, hidden, "");
        expression("value", value, in, hidden);
      }
      case Expression.Compare(var left, var operators, var comparators, _) -> {
        String names =
            operators.stream().map(ExpressionDump::name).collect(Collectors.joining(","));
        out.node(depth, field, "Compare", at, hidden, " ops=" + names);
        expression("left", left, in, hidden);
        expressions("comparators", comparators, in, hidden);
      }
      case Expression.Call(var function, var arguments, var keywords, _) -> {
        out.node(depth, field, "Call", at, hidden, "");
        expression("func", function, in, hidden);
        expressions("args", arguments, in, hidden);
        keywords(keywords, in, hidden);
      }
      case Expression.FormattedValue(var value, var conversion, var format, _) -> {
        String number = " conversion=" + conversion.map(c -> DumpLines.hex(c)).orElse("-0x1");
        out.node(depth, field, "FormattedValue", at, hidden, number);
        expression("value", value, in, hidden);
        optional("format_spec", format, in, hidden);
      }
      case Expression.JoinedStr(var values, _) -> {
        out.node(depth, field, "JoinedStr", at, hidden, "");
        expressions("values", values, in, hidden || masked);
      }
      case Expression.Interpolation(var value, var source, var conversion, var format, _) -> {
        String number = " conversion=" + conversion.map(c -> DumpLines.hex(c)).orElse("-0x1");
        out.node(
            depth, field, "Interpolation", at, hidden, " str=" + DumpLines.quote(source) + number);
        expression("value", value, in, hidden);
        optional("format_spec", format, in, hidden);
      }
      case Expression.TemplateStr(var values, _) -> {
        out.node(depth, field, "TemplateStr", at, hidden, "");
        expressions("values", values, in, hidden);
      }
      case Expression.Constant(var value, _) ->
          out.node(depth, field, "Constant", at, hidden, " value=" + DumpLines.literal(value));
      case Expression.Attribute(var value, var attribute, _) -> {
        out.node(depth, field, "Attribute", at, hidden, " attr=" + DumpLines.quote(attribute));
        expression("value", value, in, hidden);
      }
      case Expression.Subscript(var value, var slice, _) -> {
        out.node(depth, field, "Subscript", at, hidden, "");
        expression("value", value, in, hidden);
        expression("slice", slice, in, hidden);
      }
      case Expression.Starred(var value, _) -> {
        out.node(depth, field, "Starred", at, hidden, "");
        expression("value", value, in, hidden);
      }
      case Expression.Name(var id, _) ->
          out.node(depth, field, "Name", at, hidden, " id=" + DumpLines.quote(id));
      case Expression.ListDisplay(var elements, _) -> {
        out.node(depth, field, "List", at, hidden, "");
        expressions("elts", elements, in, hidden);
      }
      case Expression.Tuple(var elements, _) -> {
        out.node(depth, field, "Tuple", at, hidden, "");
        expressions("elts", elements, in, hidden);
      }
      case Expression.Slice(var lower, var upper, var step, _) -> {
        out.node(depth, field, "Slice", at, hidden, "");
        optional("lower", lower, in, hidden);
        optional("upper", upper, in, hidden);
        optional("step", step, in, hidden);
      }
      case Expression.Malformed(var message, _) ->
          out.node(depth, field, "Malformed", at, hidden, " message=" + DumpLines.quote(message));
    }
  }

  void comprehensions(List<Comprehension> generators, int depth, boolean hidden) {
    for (Comprehension generator : generators) {
      String async = generator.async() ? "0x1" : "0x0";
      out.line(depth, "generators comprehension is_async=" + async);
      expression("target", generator.target(), depth + 1, hidden);
      expression("iter", generator.iterable(), depth + 1, hidden);
      expressions("ifs", generator.conditions(), depth + 1, hidden);
    }
  }

  static String name(Operator operator) {
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
}
