package limbeck.read.sql;

import java.util.List;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;

/**
 * A variable of a {@code DO} block that holds the name of the sequence that a column owns: the only
 * sure way to drop it, since it keeps its name when the table or the column is renamed.
 *
 * @param name the variable
 * @param place the column
 */
record OwnedVariable(String name, OwnedSequences.Place place) {
  /** Reads a declaration, up to its semicolon; refuses any other value. */
  static OwnedVariable declared(Cursor cursor, Schema schema) {
    String name = cursor.name("a variable");
    cursor.expect("text", ":=", "pg_get_serial_sequence", "(");
    // The first argument is SQL for a table; the second a column's name, taken as it stands.
    Cursor table = new Cursor(cursor.string("a table"));
    QualifiedName stated = table.qualifiedName("a table's name");
    table.expectEnd();
    cursor.expect(",");
    ColumnName column = new ColumnName(cursor.string("a column"));
    cursor.expect(")", ";");
    return new OwnedVariable(name, new OwnedSequences.Place(stated.table(schema), column));
  }

  /**
   * Reads {@code name IS NOT NULL THEN EXECUTE 'DROP SEQUENCE ' || name; END IF;} when that is what
   * follows. A schema holds such a sequence as part of its column, so dropping it once the column
   * has lost its default changes nothing that is left.
   */
  boolean isDroppedHere(Cursor cursor, Schema schema) {
    if (!cursor.accept(name, "is", "not", "null", "then", "execute")) {
      return false;
    }
    boolean drop = cursor.string("a statement").strip().equalsIgnoreCase("drop sequence");
    cursor.expect("||", name, ";", "end", "if", ";");
    if (!drop || isInUse(schema)) {
      throw new NotUnderstood("what becomes of the column's sequence is not understood");
    }
    return true;
  }

  /** Where the column loses its default, and then its sequence, it ends to count altogether. */
  Operation withoutCounting(Operation operation) {
    boolean dropsDefault =
        operation instanceof ColumnOperation.AlterColumn(var table, var column, var changes)
            && table.equals(place.table())
            && column.equals(place.column())
            && changes.stream()
                .allMatch(
                    it -> it instanceof ColumnChange.SetDefault(var _, var to) && to.isEmpty());
    return dropsDefault
        ? new ColumnOperation.AlterColumn(
            place.table(), place.column(), List.of(new ColumnChange.SetAutoincrement(false)))
        : operation;
  }

  private boolean isInUse(Schema schema) {
    SequenceName usual =
        new SequenceName(
            place.table().schema(), OwnedSequences.name(place.table(), place.column()));
    return schema.sequences().containsKey(usual)
        || schema
            .table(place.table())
            .flatMap(it -> it.column(place.column()))
            .filter(it -> it.autoincrement() || it.serverDefault().isPresent())
            .isPresent();
  }
}
