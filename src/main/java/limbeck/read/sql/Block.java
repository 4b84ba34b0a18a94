package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Apply;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.sql.SqlStatement;

/**
 * The body of a {@code DO} block that does no more than guard its statements: by a question to the
 * catalog, or by catching that something exists already.
 */
final class Block {
  /** Conditions that say no more than that what is made exists, or what is dropped does not. */
  private static final Set<String> CAUGHT =
      Set.of(
          "duplicate_object",
          "duplicate_table",
          "duplicate_column",
          "duplicate_schema",
          "duplicate_function",
          "undefined_object",
          "undefined_table",
          "undefined_column",
          "undefined_function",
          "others");

  private static final Set<String> ENDS = Set.of("end", "exception", "else", "elsif", "elseif");

  private final Cursor cursor;
  private final SqlReader reader;
  private final List<OwnedVariable> owned = new ArrayList<>();
  private final List<OwnedVariable> dropped = new ArrayList<>();
  private Schema schema;
  private boolean returned;

  private Block(Cursor cursor, SqlReader reader, Schema schema) {
    this.cursor = cursor;
    this.reader = reader;
    this.schema = schema;
  }

  /** Returns the operations of a body; empty when it does more. */
  static Optional<List<Operation>> read(String body, SqlReader reader, Schema schema) {
    try {
      Block block = new Block(new Cursor(body), reader, schema);
      return Optional.of(block.body());
    } catch (NotUnderstood more) {
      return Optional.empty();
    }
  }

  private List<Operation> body() {
    Schema before = schema;
    if (cursor.accept("declare")) {
      while (!cursor.at("begin")) {
        owned.add(OwnedVariable.declared(cursor, schema));
      }
    }
    cursor.expect("begin");
    List<Operation> result = statements();
    dropped.forEach(it -> result.replaceAll(it::withoutCounting));
    boolean caught = cursor.accept("exception") && handlers();
    cursor.expect("end");
    cursor.accept(";");
    cursor.expectEnd();
    return caught && fails(result, before) ? List.of() : result;
  }

  /** Whether a step meets what it makes, or misses what it is about: then all is undone. */
  private static boolean fails(List<Operation> operations, Schema before) {
    Schema current = before;
    for (Operation operation : operations) {
      List<Target> targets = Target.of(operation, current);
      if (!targets.isEmpty() && targets.getFirst().exists() == targets.getFirst().comes()) {
        return true;
      }
      current = Apply.after(operation, current);
    }
    return false;
  }

  private boolean handlers() {
    while (cursor.accept("when")) {
      do {
        if (!cursor.atAny(CAUGHT)) {
          throw cursor.unexpected("a condition that is understood");
        }
        cursor.next();
      } while (cursor.accept("or"));
      cursor.expect("then");
      while (!cursor.at("when") && !cursor.at("end")) {
        if (!words()) {
          throw cursor.unexpected("NULL");
        }
      }
    }
    return true;
  }

  private List<Operation> statements() {
    List<Operation> result = new ArrayList<>();
    while (!cursor.atAny(ENDS)) {
      if (cursor.atEnd()) {
        throw cursor.unexpected("END");
      }
      if (cursor.accept("if")) {
        result.addAll(branch());
      } else if (cursor.accept("return", ";")) {
        returned = true;
      } else if (!words()) {
        result.addAll(step());
      }
    }
    return result;
  }

  /** {@code NULL} and {@code RAISE NOTICE}, which do nothing here. */
  private boolean words() {
    if (cursor.accept("null", ";")) {
      return true;
    }
    boolean notice =
        cursor.at("raise", "notice") || cursor.at("raise", "info") || cursor.at("raise", "warning");
    if (notice) {
      sql();
    }
    return notice;
  }

  private List<Operation> step() {
    String text = cursor.accept("execute") ? literal() : sql().text();
    List<Operation> operations = reader.readOne(new SqlStatement(text, 0, text.length()), schema);
    for (Operation operation : operations) {
      if (operation instanceof Opaque opaque && opaque.mayChangeSchema()) {
        throw new NotUnderstood(opaque.why());
      }
    }
    if (returned) {
      return List.of();
    }
    schema = Apply.after(operations, schema);
    return operations;
  }

  private String literal() {
    String text = cursor.string("a text");
    cursor.expect(";");
    return text;
  }

  /** Reads up to a semicolon, and over it. */
  private SqlText sql() {
    int from = cursor.position();
    int depth = 0;
    while (!cursor.atEnd() && !(depth == 0 && cursor.at(";"))) {
      if (cursor.at(":=")) {
        throw cursor.unexpected("no variable");
      }
      depth += cursor.at("(") ? 1 : cursor.at(")") ? -1 : 0;
      cursor.next();
    }
    SqlText text = cursor.since(from);
    cursor.expect(";");
    return text;
  }

  private List<Operation> branch() {
    for (OwnedVariable variable : owned) {
      if (variable.isDroppedHere(cursor, schema)) {
        dropped.add(variable);
        return List.of();
      }
    }
    boolean negated = cursor.accept("not");
    cursor.expect("exists");
    SqlText query = cursor.parenthesized();
    cursor.expect("then");
    Schema before = schema;
    boolean returnedBefore = returned;
    List<Operation> yes = statements();
    boolean returnedByYes = returned;
    Schema afterYes = schema;
    schema = before;
    returned = returnedBefore;
    List<Operation> no = cursor.accept("else") ? statements() : List.of();
    cursor.expect("end", "if", ";");
    List<Operation> both = new ArrayList<>(yes);
    both.addAll(no);
    boolean exists =
        answer(query, before)
            .or(() -> Guard.exists(query, both, before))
            .orElseThrow(() -> new NotUnderstood("the condition cannot be answered"));
    if (exists == negated) {
      return no;
    }
    schema = afterYes;
    returned = returnedByYes;
    return yes;
  }

  private static Optional<Boolean> answer(SqlText query, Schema schema) {
    return CatalogQuery.answer(query.text(), schema).map(it -> !it.isEmpty());
  }
}
