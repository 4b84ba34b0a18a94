package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** {@code DO}, {@code CALL} and {@code EXECUTE}: statements that run code. */
final class CodeForms {
  private CodeForms() {}

  /**
   * Reads a statement that runs code.
   *
   * @param reader reads the statements inside
   */
  static List<Operation> read(Reading reading, SqlReader reader) {
    Cursor cursor = reading.cursor();
    if (!cursor.accept("do")) {
      return reading.opaque("it runs code whose effect is not in the statement");
    }
    boolean mayChangeSchema = cursor.tokens().stream().anyMatch(CodeForms::isForeignLanguage);
    List<SqlToken> body = new ArrayList<>();
    for (SqlToken token : cursor.tokens()) {
      if (token.isString()) {
        body.addAll(SqlLexer.tokens(token.value()));
      }
    }
    if (body.isEmpty()) {
      throw cursor.unexpected("a block of code");
    }
    if (!mayChangeSchema) {
      Optional<List<Operation>> guarded = guarded(reading, reader);
      if (guarded.isPresent()) {
        return guarded.orElseThrow().isEmpty() ? reading.asItStands() : guarded.orElseThrow();
      }
    }
    if (mayChangeSchema || BlockReach.mayChangeSchema(body)) {
      return reading.opaque("a DO block runs code, and what it does is not followed");
    }
    RowTables tables = RowTables.ofCode(body, reading.before());
    return tables.writesCatalog()
        ? reading.opaque("it writes to the system catalog")
        : List.of(new DataOperation.ExecuteSql(reading.text(), tables.writes(), tables.reads()));
  }

  private static Optional<List<Operation>> guarded(Reading reading, SqlReader reader) {
    return reading.cursor().tokens().stream()
        .filter(SqlToken::isString)
        .reduce((_, last) -> last)
        .flatMap(it -> Block.read(it.value(), reader, reading.before()));
  }

  private static boolean isForeignLanguage(SqlToken token) {
    return token.kind() == SqlToken.Kind.WORD
        && token.value().startsWith("pl")
        && !token.value().equals("plpgsql");
  }
}
