package limbeck.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.Location;
import limbeck.text.SourceFile;

/**
 * Reads a script's place in the history from its syntax alone, so that graph commands need no more
 * than the parser.
 */
final class HeaderReader {
  private static final String CREATE_DATE = "Create Date:";

  private final SourceFile file;
  private final SyntaxTree tree;
  private final Map<String, Expression> names = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private HeaderReader(SourceFile file) {
    this.file = file;
    this.tree = Parser.parse(file);
  }

  /**
   * What a file says.
   *
   * @param header its header; empty when it is no revision
   * @param docstring the whole docstring, without the quotes
   * @param problems what was not understood
   */
  record Read(Optional<RevisionHeader> header, String docstring, List<Problem> problems) {}

  static Read read(SourceFile file) {
    return new HeaderReader(file).read();
  }

  private Read read() {
    tree.body().forEach(this::collect);
    tree.problems()
        .forEach(
            it ->
                problems.add(
                    Problem.error(it.message(), "correct the script", Optional.of(it.location()))));
    String docstring = docstring();
    return new Read(header(docstring), docstring, problems);
  }

  private void collect(Statement statement) {
    switch (statement) {
      case Statement.Assign(List<Expression> targets, Expression value, var _) ->
          targets.forEach(it -> bind(it, value));
      case Statement.AnnAssign it -> it.value().ifPresent(value -> bind(it.target(), value));
      default -> {
        // Only plain assignments of a module state its header.
      }
    }
  }

  private void bind(Expression target, Expression value) {
    if (target instanceof Expression.Name(String id, var _)) {
      names.put(id, value);
    }
  }

  private Optional<RevisionHeader> header(String docstring) {
    Expression revision = names.get("revision");
    if (revision == null) {
      return withoutRevision();
    }
    List<String> id = texts("revision", revision);
    if (id.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        new RevisionHeader(
            new RevisionId(id.getFirst()),
            named("down_revision").stream().map(RevisionId::new).toList(),
            named("depends_on"),
            named("branch_labels"),
            docstring.split("\n\n", -1)[0],
            createDate(docstring),
            file));
  }

  /** Alembic refuses the whole folder for such a file, so it must be named. */
  private Optional<RevisionHeader> withoutRevision() {
    problems.add(
        Problem.error(
            file.path() + " has no 'revision = …', so Alembic refuses the whole folder",
            "move it out of the versions folder, or add the line",
            Optional.empty()));
    return Optional.empty();
  }

  private List<String> named(String name) {
    Expression value = names.get(name);
    return value == null ? List.of() : texts(name, value);
  }

  /** Returns the texts of a literal, a tuple or list of them; nothing for None. */
  private List<String> texts(String name, Expression value) {
    return switch (value) {
      case Expression.Constant(Literal.Str(String text, boolean _), var _) -> List.of(text);
      case Expression.Constant(Literal.None(), var _) -> List.of();
      case Expression.Tuple(List<Expression> elements, var _) -> all(name, elements);
      case Expression.ListDisplay(List<Expression> elements, var _) -> all(name, elements);
      case Expression.SetDisplay(List<Expression> elements, var _) -> all(name, elements);
      case Expression.Name(String id, var _) when names.get(id) != null && !id.equals(name) ->
          texts(id, names.get(id));
      default -> {
        problems.add(
            Problem.error(
                "the value of " + name + " is not a text, None or a list of texts",
                "write it as a literal",
                Optional.of(new Location(file, value.span()))));
        yield List.of();
      }
    };
  }

  private List<String> all(String name, List<Expression> elements) {
    return elements.stream().flatMap(it -> texts(name, it).stream()).toList();
  }

  private String docstring() {
    if (tree.body().isEmpty()
        || !(tree.body().getFirst() instanceof Statement.Expr(Expression value, var _))
        || !(value instanceof Expression.Constant(Literal.Str(String text, boolean _), var _))) {
      return "";
    }
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  private static String createDate(String docstring) {
    return docstring
        .lines()
        .filter(it -> it.strip().startsWith(CREATE_DATE))
        .map(it -> it.strip().substring(CREATE_DATE.length()).strip())
        .findFirst()
        .orElse("");
  }
}
