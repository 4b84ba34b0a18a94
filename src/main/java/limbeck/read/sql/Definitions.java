package limbeck.read.sql;

import java.util.List;
import java.util.Set;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject.Kind;

/** {@code CREATE}, {@code ALTER}, {@code DROP} and {@code COMMENT} of anything. */
final class Definitions {
  /**
   * What PostgreSQL can create, alter and drop and a schema has no place for here. The inspector
   * names it as lying beyond the schema, or it belongs to the server and not to the database.
   */
  private static final Set<String> BEYOND =
      Set.of(
          "access",
          "aggregate",
          "cast",
          "collation",
          "conversion",
          "database",
          "default",
          "event",
          "foreign",
          "group",
          "language",
          "large",
          "operator",
          "procedural",
          "publication",
          "role",
          "rule",
          "server",
          "statistics",
          "subscription",
          "system",
          "tablespace",
          "text",
          "transform",
          "trusted",
          "user");

  private Definitions() {}

  /** Reads a whole statement that defines something. */
  static List<Operation> read(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.accept("create")) {
      return create(reading);
    }
    if (cursor.accept("alter")) {
      return alter(reading);
    }
    if (cursor.accept("drop")) {
      return drop(reading);
    }
    if (cursor.accept("import", "foreign", "schema")) {
      return reading.asItStands();
    }
    cursor.expect("comment");
    return CommentForm.read(reading);
  }

  private static List<Operation> create(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean replace = cursor.accept("or", "replace");
    if (temporary(cursor)) {
      return temporaryObject(reading);
    }
    if (cursor.accept("unlogged", "table")) {
      return CreateTableForm.read(reading, true);
    }
    if (cursor.accept("table")) {
      return CreateTableForm.read(reading, false);
    }
    if (cursor.accept("index")) {
      return IndexForms.create(reading, false);
    }
    if (cursor.accept("unique", "index")) {
      return IndexForms.create(reading, true);
    }
    if (cursor.accept("type")) {
      return TypeForms.create(reading);
    }
    if (cursor.accept("unlogged", "sequence") || cursor.accept("sequence")) {
      return SequenceForms.create(reading);
    }
    return cursor.accept("schema")
        ? NamespaceForms.create(reading)
        : createObject(reading, replace);
  }

  private static List<Operation> createObject(Reading reading, boolean replace) {
    Cursor cursor = reading.cursor();
    if (cursor.accept("extension")) {
      return ObjectForms.createExtension(reading);
    }
    if (cursor.accept("view") || cursor.accept("recursive", "view")) {
      return ObjectForms.createView(reading, Kind.VIEW, replace);
    }
    if (cursor.accept("materialized", "view")) {
      return ObjectForms.createView(reading, Kind.MATERIALIZED_VIEW, replace);
    }
    if (cursor.accept("function") || cursor.accept("procedure")) {
      return ObjectForms.createFunction(reading, replace);
    }
    if (cursor.accept("trigger") || cursor.accept("constraint", "trigger")) {
      return ObjectForms.createOnTable(reading, Kind.TRIGGER, replace);
    }
    if (cursor.accept("policy")) {
      return ObjectForms.createOnTable(reading, Kind.POLICY, replace);
    }
    if (cursor.accept("domain")) {
      return ObjectForms.createDomain(reading);
    }
    return beyond(reading, "CREATE");
  }

  private static boolean temporary(Cursor cursor) {
    if ((cursor.at("global") || cursor.at("local")) && cursor.peek(1).value().startsWith("temp")) {
      cursor.next();
    }
    return cursor.accept("temp") || cursor.accept("temporary");
  }

  private static List<Operation> temporaryObject(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean known =
        cursor.accept("table")
            || cursor.accept("view")
            || cursor.accept("recursive", "view")
            || cursor.accept("sequence");
    if (!known) {
      throw cursor.unexpected("TABLE");
    }
    reading.ifNotExists();
    reading.memory().temporary().add(cursor.qualifiedName("a name").name());
    return reading.asItStands();
  }

  private static List<Operation> beyond(Reading reading, String verb) {
    if (!reading.cursor().atAny(BEYOND)) {
      throw reading.cursor().unexpected("something that " + verb + " takes");
    }
    return reading.asItStands();
  }

  private static List<Operation> alter(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.accept("table")) {
      return AlterTableForm.read(reading);
    }
    if (cursor.accept("index")) {
      return IndexForms.alter(reading);
    }
    if (cursor.accept("type")) {
      return TypeForms.alter(reading);
    }
    if (cursor.accept("sequence")) {
      return SequenceForms.alter(reading);
    }
    if (cursor.accept("schema")) {
      return NamespaceForms.alter(reading);
    }
    if (cursor.accept("view")) {
      return ObjectForms.alter(reading, Kind.VIEW);
    }
    if (cursor.accept("materialized", "view")) {
      return ObjectForms.alter(reading, Kind.MATERIALIZED_VIEW);
    }
    if (cursor.accept("function") || cursor.accept("procedure") || cursor.accept("routine")) {
      return ObjectForms.alter(reading, Kind.FUNCTION);
    }
    if (cursor.accept("trigger")) {
      return ObjectForms.alterOnTable(reading, Kind.TRIGGER);
    }
    if (cursor.accept("policy")) {
      return ObjectForms.alterOnTable(reading, Kind.POLICY);
    }
    if (cursor.accept("domain")) {
      return ObjectForms.alter(reading, Kind.DOMAIN);
    }
    return cursor.at("extension") || cursor.at("default", "privileges")
        ? reading.asItStands()
        : beyond(reading, "ALTER");
  }

  private static List<Operation> drop(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.accept("table")) {
      return DropTableForm.read(reading);
    }
    if (cursor.accept("index")) {
      return IndexForms.drop(reading);
    }
    if (cursor.accept("type")) {
      return TypeForms.drop(reading);
    }
    if (cursor.accept("sequence")) {
      return SequenceForms.drop(reading);
    }
    if (cursor.accept("schema")) {
      return NamespaceForms.drop(reading);
    }
    return dropObject(reading);
  }

  private static List<Operation> dropObject(Reading reading) {
    Cursor cursor = reading.cursor();
    if (cursor.accept("view")) {
      return ObjectForms.drop(reading, Kind.VIEW);
    }
    if (cursor.accept("materialized", "view")) {
      return ObjectForms.drop(reading, Kind.MATERIALIZED_VIEW);
    }
    if (cursor.accept("function") || cursor.accept("procedure") || cursor.accept("routine")) {
      return ObjectForms.drop(reading, Kind.FUNCTION);
    }
    if (cursor.accept("trigger")) {
      return ObjectForms.dropOnTable(reading, Kind.TRIGGER);
    }
    if (cursor.accept("policy")) {
      return ObjectForms.dropOnTable(reading, Kind.POLICY);
    }
    if (cursor.accept("domain")) {
      return ObjectForms.drop(reading, Kind.DOMAIN);
    }
    if (cursor.accept("extension")) {
      return ObjectForms.drop(reading, Kind.EXTENSION);
    }
    return cursor.at("owned")
        ? reading.opaque("what the role owns is not known")
        : beyond(reading, "DROP");
  }
}
