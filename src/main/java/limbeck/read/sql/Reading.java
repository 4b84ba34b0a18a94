package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * One statement in the course of being read.
 *
 * @param cursor in its tokens
 * @param text all of it
 * @param before the schema it meets
 * @param memory what statements before it have said
 */
record Reading(Cursor cursor, SqlText text, Schema before, Memory memory) {
  /** How much of a statement is shown where it is not understood. */
  private static final int SHOWN = 120;

  /** Returns the statement as one that leaves the schema, as far as it is modelled, as it is. */
  List<Operation> asItStands() {
    return List.of(new DataOperation.ExecuteSql(text, new TreeSet<>(), new TreeSet<>()));
  }

  /** Returns the statement as one whose effect on the schema is not known. */
  List<Operation> opaque(String why) {
    return List.of(unknown(why, true));
  }

  /** Returns a step that is not understood, for a part of the statement or all of it. */
  Opaque unknown(String why, boolean mayChangeSchema) {
    return new Opaque(
        shown(text.text()), why, TableMentions.in(cursor.tokens(), before), mayChangeSchema);
  }

  /** Returns a note on a clause that is read but has no place in a schema. */
  Opaque beyond(String clause, TableName table) {
    return new Opaque(
        clause,
        "the database keeps it, but a schema has no place for it here",
        new TreeSet<>(Set.of(table)),
        false);
  }

  /** Returns a text in one line, shortened. */
  static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN - 1))) + "…";
  }

  TableName tableName() {
    return cursor.qualifiedName("a table's name").table(before);
  }

  boolean isTemporary(TableName name) {
    return name.schema().filter(it -> !it.equals("pg_temp")).isEmpty()
        && memory.temporary().contains(name.name());
  }

  Optional<Table> table(TableName name) {
    return before.table(name);
  }

  /** Returns the object of that name, of the first of the kinds that has one. */
  Optional<CarriedObject> object(QualifiedName name, CarriedObject.Kind... kinds) {
    for (CarriedObject.Kind kind : kinds) {
      CarriedObject found = before.objects().get(Schema.objectKey(kind, name.object(kind, before)));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Whether it names a view, whose indexes and comments a schema has no place for. */
  boolean isView(QualifiedName name) {
    return object(name, CarriedObject.Kind.VIEW, CarriedObject.Kind.MATERIALIZED_VIEW).isPresent();
  }

  /** Whether {@code IF NOT EXISTS} is next; steps over it. */
  boolean ifNotExists() {
    return cursor.accept("if", "not", "exists");
  }

  /** Whether {@code IF EXISTS} is next; steps over it. */
  boolean ifExists() {
    return cursor.accept("if", "exists");
  }

  /** Reads {@code CASCADE} or {@code RESTRICT}, if any; true for the former. */
  boolean cascade() {
    boolean cascade = cursor.accept("cascade");
    if (!cascade) {
      cursor.accept("restrict");
    }
    return cascade;
  }
}
