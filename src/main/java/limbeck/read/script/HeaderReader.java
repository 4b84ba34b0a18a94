package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.PythonProgram;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Literal;
import limbeck.python.syntax.Statement;
import limbeck.python.syntax.SyntaxTree;
import limbeck.python.value.Value;
import limbeck.read.ReadProblem;
import limbeck.read.value.Constants;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Reads {@code revision}, {@code down_revision} and their like, and the docstring. */
final class HeaderReader {
  /** Alembic 0.1 took the identifier from the file's name. */
  private static final Pattern LEGACY_NAME = Pattern.compile("([a-f0-9]+)\\.py");

  private static final Pattern CREATE_DATE = Pattern.compile("(?m)^\\s*Create Date:\\s*(.+?)\\s*$");

  private final PythonProgram program;
  private final SyntaxTree tree;
  private final HeaderNames names;
  private final List<ReadProblem> problems = new ArrayList<>();

  private HeaderReader(PythonProgram program, SyntaxTree tree) {
    this.program = program;
    this.tree = tree;
    this.names = new HeaderNames(tree);
  }

  /**
   * Reads the header of a parsed script.
   *
   * @param program computes what the tree alone does not tell
   */
  static HeaderReading read(PythonProgram program, SyntaxTree tree) {
    HeaderReader reader = new HeaderReader(program, tree);
    return new HeaderReading(reader.read(), reader.problems);
  }

  private Optional<RevisionHeader> read() {
    tree.problems()
        .forEach(
            it ->
                problems.add(
                    new ReadProblem(it.message(), "parts of the script", it.location(), false)));
    Optional<String> id = names.has("revision") ? one("revision") : legacy();
    if (id.isEmpty()) {
      problem(
          names.has("revision")
              ? "the revision identifier cannot be told"
              : "the script has no revision identifier",
          "the revision",
          place("revision"));
      return Optional.empty();
    }
    if (!names.has("down_revision")) {
      problem("the script has no down_revision", "what comes before", start());
    }
    String doc = docstring().strip();
    Matcher date = CREATE_DATE.matcher(doc);
    return Optional.of(
        new RevisionHeader(
            new RevisionId(id.get()),
            texts("down_revision").stream().map(RevisionId::new).toList(),
            texts("depends_on"),
            texts("branch_labels"),
            doc.split("\\R\\h*\\R", 2)[0],
            date.find() ? date.group(1) : "",
            tree.file()));
  }

  private Optional<String> one(String name) {
    List<String> found = texts(name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Optional<String> legacy() {
    String path = tree.file().path();
    Matcher matcher = LEGACY_NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private List<String> texts(String name) {
    if (!names.has(name)) {
      return List.of();
    }
    Optional<HeaderNames.Texts> plain = names.texts(name);
    if (plain.isPresent()) {
      return plain.get().texts();
    }
    Map<String, Value> evaluated =
        program.evaluate(ScriptReader.moduleName(tree.file()), tree.file(), false).names();
    Value value = evaluated.getOrDefault(name, Value.NONE);
    if (Constants.isNone(value)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Value item : Constants.items(value).orElse(List.of(value))) {
      Optional<String> text = Constants.text(item);
      if (text.isEmpty()) {
        problem(name + " cannot be told: " + Constants.describe(item), name, place(name));
        return List.of();
      }
      found.add(text.get());
    }
    return found;
  }

  private void problem(String message, String unknown, Location at) {
    problems.add(new ReadProblem(message, unknown, at, false));
  }

  private Location place(String name) {
    SourceFile file = tree.file();
    return names.expression(name).map(it -> file.at(it.span())).orElseGet(this::start);
  }

  private Location start() {
    return tree.file().at(new Span(0, 0));
  }

  private String docstring() {
    return !tree.body().isEmpty()
            && tree.body().getFirst()
                instanceof
                Statement.Expr(
                    Expression.Constant(Literal.Str(String text, boolean _), var _),
                    var _)
        ? text
        : "";
  }
}
