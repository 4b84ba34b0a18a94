package limbeck.read.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.python.syntax.ExceptHandler;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.ImportAlias;
import limbeck.python.syntax.MatchCase;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;

/**
 * A module as its statements at the top, each with the names it binds.
 *
 * @param name the module's dotted name
 * @param parts the statements in order
 */
record ModuleParts(String name, List<Part> parts) {
  /**
   * What an imported name stands for.
   *
   * @param module from which module
   * @param name what of it; empty for the module itself
   */
  record Imported(String module, Optional<String> name) {}

  /**
   * A statement.
   *
   * @param names what it binds
   * @param imports what its imports bind, those inside of functions too
   * @param stars modules of which it takes everything
   * @param text as written
   */
  record Part(Set<String> names, Map<String, Imported> imports, List<String> stars, String text) {}

  static ModuleParts of(String name, boolean isPackage, SyntaxTree tree) {
    List<Part> parts = new ArrayList<>();
    for (Statement statement : tree.body()) {
      Reading reading = new Reading(isPackage ? name : parent(name));
      reading.statement(statement, true);
      parts.add(reading.part(tree.file().text(statement.span())));
    }
    return new ModuleParts(name, parts);
  }

  /** Returns a whole file as one part. */
  static Part whole(SyntaxTree tree) {
    Reading reading = new Reading("");
    tree.body().forEach(it -> reading.statement(it, true));
    return reading.part(tree.file().text());
  }

  boolean binds(String sought) {
    return parts.stream().anyMatch(it -> it.names().contains(sought));
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** Collects what statements bind. */
  private static final class Reading {
    private final String packageName;
    private final Set<String> names = new TreeSet<>();
    private final Map<String, Imported> imports = new HashMap<>();
    private final List<String> stars = new ArrayList<>();

    private Reading(String packageName) {
      this.packageName = packageName;
    }

    private Part part(String text) {
      return new Part(names, imports, stars, text);
    }

    private void statements(List<Statement> statements, boolean outside) {
      statements.forEach(it -> statement(it, outside));
    }

    /**
     * Takes a statement in.
     *
     * @param outside whether what it binds is bound in the module
     */
    private void statement(Statement statement, boolean outside) {
      switch (statement) {
        case Statement.FunctionDef function -> {
          bind(function.name(), outside);
          statements(function.body(), false);
        }
        case Statement.ClassDef type -> {
          bind(type.name(), outside);
          statements(type.body(), false);
        }
        case Statement.Assign assign -> assign.targets().forEach(it -> target(it, outside));
        case Statement.AugAssign assign -> target(assign.target(), outside);
        case Statement.AnnAssign assign -> target(assign.target(), outside);
        case Statement.TypeAlias alias -> target(alias.name(), outside);
        case Statement.For loop -> {
          target(loop.target(), outside);
          statements(loop.body(), outside);
          statements(loop.orElse(), outside);
        }
        case Statement.While loop -> {
          statements(loop.body(), outside);
          statements(loop.orElse(), outside);
        }
        case Statement.If branch -> {
          statements(branch.body(), outside);
          statements(branch.orElse(), outside);
        }
        case Statement.With with -> statements(with.body(), outside);
        case Statement.Match match -> {
          for (MatchCase each : match.cases()) {
            statements(each.body(), outside);
          }
        }
        case Statement.Try attempt -> {
          statements(attempt.body(), outside);
          for (ExceptHandler handler : attempt.handlers()) {
            statements(handler.body(), outside);
          }
          statements(attempt.orElse(), outside);
          statements(attempt.finalBody(), outside);
        }
        case Statement.Malformed malformed -> statements(malformed.body(), outside);
        case Statement.Import imported -> imported.names().forEach(it -> module(it, outside));
        case Statement.ImportFrom imported -> members(imported, outside);
        case Statement.Return _,
            Statement.Delete _,
            Statement.Raise _,
            Statement.Assert _,
            Statement.Global _,
            Statement.Nonlocal _,
            Statement.Expr _,
            Statement.Pass _,
            Statement.Break _,
            Statement.Continue _ -> {}
      }
    }

    private void bind(String name, boolean outside) {
      if (outside) {
        names.add(name);
      }
    }

    private void target(Expression target, boolean outside) {
      switch (target) {
        case Expression.Name(String name, var _) -> bind(name, outside);
        case Expression.Tuple(List<Expression> elements, var _) ->
            elements.forEach(it -> target(it, outside));
        case Expression.ListDisplay(List<Expression> elements, var _) ->
            elements.forEach(it -> target(it, outside));
        // Changing a part of a value, T.x = 1 or T["x"] = 1, belongs to what the value is.
        case Expression.Attribute attribute -> target(attribute.value(), outside);
        case Expression.Subscript subscript -> target(subscript.value(), outside);
        default -> {}
      }
    }

    private void module(ImportAlias alias, boolean outside) {
      int dot = alias.name().indexOf('.');
      String top = dot < 0 ? alias.name() : alias.name().substring(0, dot);
      String name = alias.alias().orElse(top);
      imports.put(
          name, new Imported(alias.alias().isPresent() ? alias.name() : top, Optional.empty()));
      bind(name, outside);
    }

    private void members(Statement.ImportFrom imported, boolean outside) {
      String module = origin(imported);
      for (ImportAlias alias : imported.names()) {
        if (alias.name().equals("*")) {
          stars.add(module);
        } else {
          String name = alias.alias().orElse(alias.name());
          imports.put(name, new Imported(module, Optional.of(alias.name())));
          bind(name, outside);
        }
      }
    }

    private String origin(Statement.ImportFrom imported) {
      String named = imported.module().orElse("");
      if (imported.level() == 0) {
        return named;
      }
      String base = packageName;
      for (int i = 1; i < imported.level(); i++) {
        base = parent(base);
      }
      return base.isEmpty() || named.isEmpty() ? base + named : base + "." + named;
    }
  }
}
