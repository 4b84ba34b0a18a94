package limbeck.python.syntax;

import java.util.List;
import limbeck.text.Span;

/** Writes our tree in the form in which {@code dump_trees.py} writes CPython's. */
final class TreeDump {
  private final DumpLines out = new DumpLines();
  private final ExpressionDump expressions;

  private TreeDump(boolean masked) {
    expressions = new ExpressionDump(out, masked);
  }

  /**
   * Dumps a tree.
   *
   * @param masked whether positions inside f-strings are left out, as Python 3.11 has none
   */
  static List<String> of(SyntaxTree tree, boolean masked) {
    TreeDump dump = new TreeDump(masked);
    dump.out.line(0, "tree Module");
    dump.statements("body", tree.body(), 1);
    return dump.out.all();
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
        out.node(depth, field, kind, at, false, " name=" + DumpLines.quote(f.name()));
        expressions.parameters(f.parameters(), in, false);
        statements("body", f.body(), in);
        expressions.expressions("decorator_list", f.decorators(), in, false);
        f.returns().ifPresent(returns -> expressions.expression("returns", returns, in, false));
        typeParameters(f.typeParameters(), in);
      }
      case Statement.ClassDef c -> {
        out.node(depth, field, "ClassDef", at, false, " name=" + DumpLines.quote(c.name()));
        expressions.expressions("bases", c.bases(), in, false);
        expressions.keywords(c.keywords(), in, false);
        statements("body", c.body(), in);
        expressions.expressions("decorator_list", c.decorators(), in, false);
        typeParameters(c.typeParameters(), in);
      }
      case Statement.Return(var value, _) -> {
        out.node(depth, field, "Return", at, false, "");
        expressions.optional("value", value, in, false);
      }
      case Statement.Delete(var targets, _) -> {
        out.node(depth, field, "Delete", at, false, "");
        expressions.expressions("targets", targets, in, false);
      }
      case Statement.Assign(var targets, var value, _) -> {
        out.node(depth, field, "Assign", at, false, "");
        expressions.expressions("targets", targets, in, false);
        expressions.expression("value", value, in, false);
      }
      case Statement.TypeAlias(var name, var types, var value, _) -> {
        out.node(depth, field, "TypeAlias", at, false, "");
        expressions.expression("name", name, in, false);
        typeParameters(types, in);
        expressions.expression("value", value, in, false);
      }
      case Statement.AugAssign(var target, var operator, var value, _) -> {
        out.node(depth, field, "AugAssign", at, false, " op=" + ExpressionDump.name(operator));
        expressions.expression("target", target, in, false);
        expressions.expression("value", value, in, false);
      }
      case Statement.AnnAssign(var target, var annotation, var value, var simple, _) -> {
        out.node(depth, field, "AnnAssign", at, false, " simple=" + (simple ? "0x1" : "0x0"));
        expressions.expression("target", target, in, false);
        expressions.expression("annotation", annotation, in, false);
        expressions.optional("value", value, in, false);
      }
      case Statement.For(var target, var iterable, var body, var orElse, var async, _) -> {
        out.node(depth, field, async ? "AsyncFor" : "For", at, false, "");
        expressions.expression("target", target, in, false);
        expressions.expression("iter", iterable, in, false);
        statements("body", body, in);
        statements("orelse", orElse, in);
      }
      case Statement.While(var test, var body, var orElse, _) -> {
        out.node(depth, field, "While", at, false, "");
        expressions.expression("test", test, in, false);
        statements("body", body, in);
        statements("orelse", orElse, in);
      }
      case Statement.If(var test, var body, var orElse, _) -> {
        out.node(depth, field, "If", at, false, "");
        expressions.expression("test", test, in, false);
        statements("body", body, in);
        statements("orelse", orElse, in);
      }
      case Statement.With(var items, var body, var async, _) -> {
        out.node(depth, field, async ? "AsyncWith" : "With", at, false, "");
        for (WithItem item : items) {
          out.line(in, "items withitem");
          expressions.expression("context_expr", item.context(), in + 1, false);
          expressions.optional("optional_vars", item.target(), in + 1, false);
        }
        statements("body", body, in);
      }
      case Statement.Match(var subject, var cases, _) -> {
        out.node(depth, field, "Match", at, false, "");
        expressions.expression("subject", subject, in, false);
        for (MatchCase matchCase : cases) {
          out.line(in, "cases match_case");
          pattern("pattern", matchCase.pattern(), in + 1);
          expressions.optional("guard", matchCase.guard(), in + 1, false);
          statements("body", matchCase.body(), in + 1);
        }
      }
      case Statement.Raise(var exception, var cause, _) -> {
        out.node(depth, field, "Raise", at, false, "");
        expressions.optional("exc", exception, in, false);
        expressions.optional("cause", cause, in, false);
      }
      case Statement.Try(var body, var handlers, var orElse, var last, var star, _) -> {
        out.node(depth, field, star ? "TryStar" : "Try", at, false, "");
        statements("body", body, in);
        for (ExceptHandler handler : handlers) {
          String name = handler.name().map(n -> " name=" + DumpLines.quote(n)).orElse("");
          out.node(in, "handlers", "ExceptHandler", handler.span(), false, name);
          expressions.optional("type", handler.type(), in + 1, false);
          statements("body", handler.body(), in + 1);
        }
        statements("orelse", orElse, in);
        statements("finalbody", last, in);
      }
      case Statement.Assert(var test, var message, _) -> {
        out.node(depth, field, "Assert", at, false, "");
        expressions.expression("test", test, in, false);
        expressions.optional("msg", message, in, false);
      }
      case Statement.Import(var names, _) -> {
        out.node(depth, field, "Import", at, false, "");
        aliases(names, in);
      }
      case Statement.ImportFrom(var module, var names, var level, _) -> {
        String from = module.map(m -> " module=" + DumpLines.quote(m)).orElse("");
        out.node(depth, field, "ImportFrom", at, false, from + " level=" + DumpLines.hex(level));
        aliases(names, in);
      }
      case Statement.Global(var names, _) ->
          out.node(depth, field, "Global", at, false, " names=" + String.join(",", names));
      case Statement.Nonlocal(var names, _) ->
          out.node(depth, field, "Nonlocal", at, false, " names=" + String.join(",", names));
      case Statement.Expr(var value, _) -> {
        out.node(depth, field, "Expr", at, false, "");
        expressions.expression("value", value, in, false);
      }
      case Statement.Pass _ -> out.node(depth, field, "Pass", at, false, "");
      case Statement.Break _ -> out.node(depth, field, "Break", at, false, "");
      case Statement.Continue _ -> out.node(depth, field, "Continue", at, false, "");
      case Statement.Malformed(var message, var body, _) -> {
        out.node(depth, field, "Malformed", at, false, " message=" + DumpLines.quote(message));
        statements("body", body, in);
      }
    }
  }

  private void aliases(List<ImportAlias> names, int depth) {
    for (ImportAlias alias : names) {
      String as = alias.alias().map(a -> " asname=" + DumpLines.quote(a)).orElse("");
      out.node(
          depth,
          "names",
          "alias",
          alias.span(),
          false,
          " name=" + DumpLines.quote(alias.name()) + as);
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
      out.node(
          depth,
          "type_params",
          kind,
          parameter.span(),
          false,
          " name=" + DumpLines.quote(parameter.name()));
      expressions.optional("bound", parameter.bound(), depth + 1, false);
      expressions.optional("default_value", parameter.value(), depth + 1, false);
    }
  }

  private void pattern(String field, Pattern pattern, int depth) {
    Span at = pattern.span();
    int in = depth + 1;
    switch (pattern) {
      case Pattern.MatchValue(var value, _) -> {
        out.node(depth, field, "MatchValue", at, false, "");
        expressions.expression("value", value, in, false);
      }
      case Pattern.MatchSingleton(var value, _) ->
          out.node(depth, field, "MatchSingleton", at, false, " value=" + DumpLines.literal(value));
      case Pattern.MatchSequence(var patterns, _) -> {
        out.node(depth, field, "MatchSequence", at, false, "");
        patterns.forEach(p -> pattern("patterns", p, in));
      }
      case Pattern.MatchMapping(var keys, var patterns, var rest, _) -> {
        String name = rest.map(r -> " rest=" + DumpLines.quote(r)).orElse("");
        out.node(depth, field, "MatchMapping", at, false, name);
        expressions.expressions("keys", keys, in, false);
        patterns.forEach(p -> pattern("patterns", p, in));
      }
      case Pattern.MatchClass(var type, var patterns, var names, var values, _) -> {
        String attributes = names.isEmpty() ? "" : " kwd_attrs=" + String.join(",", names);
        out.node(depth, field, "MatchClass", at, false, attributes);
        expressions.expression("cls", type, in, false);
        patterns.forEach(p -> pattern("patterns", p, in));
        values.forEach(p -> pattern("kwd_patterns", p, in));
      }
      case Pattern.MatchStar(var name, _) ->
          out.node(
              depth,
              field,
              "MatchStar",
              at,
              false,
              name.map(n -> " name=" + DumpLines.quote(n)).orElse(""));
      case Pattern.MatchAs(var inner, var name, _) -> {
        out.node(
            depth,
            field,
            "MatchAs",
            at,
            false,
            name.map(n -> " name=" + DumpLines.quote(n)).orElse(""));
        inner.ifPresent(p -> pattern("pattern", p, in));
      }
      case Pattern.MatchOr(var patterns, _) -> {
        out.node(depth, field, "MatchOr", at, false, "");
        patterns.forEach(p -> pattern("patterns", p, in));
      }
    }
  }
}
