package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import limbeck.operation.Apply;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.sql.Splitter;
import limbeck.sql.SqlStatement;
import limbeck.sql.StatementKind;

/**
 * Reads raw SQL of PostgreSQL as operations.
 *
 * <p>One reader stands for one session: it remembers temporary tables and the owners of sequences
 * from one text to the next, as a schema has no place for them. It is not safe for use by several
 * threads.
 */
public final class SqlReader {
  private final Memory memory = Memory.empty();

  /** Starts to read what one session executes. */
  public SqlReader() {}

  /** Reads a text that stands alone. */
  public static List<Operation> readAlone(String sql, Schema before) {
    return new SqlReader().read(sql, before);
  }

  /**
   * Returns the operations of all statements of a text, in order.
   *
   * <p>Every statement becomes at least one operation. One that does not change the schema, as far
   * as the schema model goes, is an {@code ExecuteSql}; one that is not understood, or whose effect
   * cannot be known, is an {@code Opaque} with the reason.
   *
   * @param sql one or several statements
   * @param before the schema the text meets; what a statement leaves open is answered from it
   */
  public List<Operation> read(String sql, Schema before) {
    List<Operation> result = new ArrayList<>();
    Schema current = before;
    for (SqlStatement statement : Splitter.split(sql)) {
      List<Operation> operations = readOne(statement, current);
      current = Apply.after(operations, current);
      result.addAll(operations);
    }
    return List.copyOf(result);
  }

  /**
   * Returns the operations of one statement.
   *
   * @param statement as the splitter cuts it
   * @param before the schema it meets
   */
  public List<Operation> readOne(SqlStatement statement, Schema before) {
    SqlText text = new SqlText(statement.text());
    try {
      Reading reading = new Reading(new Cursor(statement.text()), text, before, memory);
      return List.copyOf(byKind(reading));
    } catch (NotUnderstood failure) {
      return List.of(
          new Opaque(
              Reading.shown(statement.text()),
              "not understood: " + failure.reason(),
              TableMentions.in(limbeck.sql.SqlLexer.tokens(statement.text()), before),
              true));
    }
  }

  private List<Operation> byKind(Reading reading) {
    StatementKind kind = StatementKind.of(reading.cursor().tokens());
    return switch (kind) {
      case DEFINITION -> Definitions.read(reading);
      case ROWS -> RowForms.write(reading);
      case QUERY -> RowForms.query(reading);
      case SESSION -> SessionForms.read(reading);
      case UPKEEP, PRIVILEGES -> reading.asItStands();
      case CODE -> CodeForms.read(reading, this);
      case UNKNOWN -> throw reading.cursor().unexpected("a statement");
    };
  }
}
