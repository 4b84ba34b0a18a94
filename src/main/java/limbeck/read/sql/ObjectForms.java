package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Identifiers;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.CarriedObject.Kind;
import limbeck.schema.ObjectName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.sql.SqlToken;

/** Objects that are carried as text: views, functions, triggers, policies, domains, extensions. */
final class ObjectForms {
  private ObjectForms() {}

  static String written(ObjectName name) {
    return name.schema().map(it -> Identifiers.quoted(it) + ".").orElse("")
        + Identifiers.quoted(name.name());
  }

  /** Reads what follows {@code CREATE [OR REPLACE] [RECURSIVE] VIEW}. */
  static List<Operation> createView(Reading reading, Kind kind, boolean replace) {
    Cursor cursor = reading.cursor();
    boolean ifNotExists = reading.ifNotExists();
    QualifiedName name = cursor.qualifiedName("a view's name");
    while (!cursor.at("as")) {
      if (cursor.atEnd()) {
        throw cursor.unexpected("AS");
      }
      cursor.next();
    }
    cursor.next();
    boolean query =
        cursor.at("select")
            || cursor.at("with")
            || cursor.at("values")
            || cursor.at("table")
            || cursor.at("(");
    if (!query) {
      throw cursor.unexpected("a query");
    }
    if (ifNotExists && reading.object(name, kind).isPresent()) {
      return reading.asItStands();
    }
    return created(reading, kind, name.object(kind, reading.before()), replace);
  }

  /** Reads what follows {@code CREATE [OR REPLACE] FUNCTION} or {@code PROCEDURE}. */
  static List<Operation> createFunction(Reading reading, boolean replace) {
    Cursor cursor = reading.cursor();
    QualifiedName name = cursor.qualifiedName("a function's name");
    SqlText arguments = cursor.parentheses().orElseThrow(() -> cursor.unexpected("("));
    return created(
        reading, Kind.FUNCTION, Signatures.name(reading, name, Optional.of(arguments)), replace);
  }

  /** Reads what follows {@code CREATE [OR REPLACE] [CONSTRAINT] TRIGGER} or {@code POLICY}. */
  static List<Operation> createOnTable(Reading reading, Kind kind, boolean replace) {
    Cursor cursor = reading.cursor();
    String name = cursor.name("a name");
    while (!cursor.accept("on")) {
      if (cursor.atEnd()) {
        throw cursor.unexpected("ON");
      }
      cursor.next();
    }
    ObjectName object = onTable(reading.tableName(), name);
    return created(reading, kind, object, replace);
  }

  private static ObjectName onTable(TableName table, String name) {
    return new ObjectName(table.schema(), table.name() + "." + name);
  }

  /** Reads what follows {@code CREATE DOMAIN}. */
  static List<Operation> createDomain(Reading reading) {
    Cursor cursor = reading.cursor();
    QualifiedName name = cursor.qualifiedName("a domain's name");
    cursor.accept("as");
    TypeText.read(cursor, reading.before());
    return created(reading, Kind.DOMAIN, name.object(Kind.DOMAIN, reading.before()), false);
  }

  /** Reads what follows {@code CREATE EXTENSION}. */
  static List<Operation> createExtension(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifNotExists = reading.ifNotExists();
    String name = cursor.name("an extension's name");
    cursor.accept("with");
    while (cursor.accept("schema") || cursor.accept("version") || cursor.accept("from")) {
      cursor.next();
    }
    cursor.accept("cascade");
    cursor.expectEnd();
    if (name.equals("plpgsql")) {
      // Every database has it from the beginning.
      return reading.asItStands();
    }
    return List.of(
        new ObjectOperation.CreateObject(
            new CarriedObject(Kind.EXTENSION, ObjectName.of(name), new SqlText(name)),
            ifNotExists));
  }

  private static List<Operation> created(
      Reading reading, Kind kind, ObjectName name, boolean replace) {
    if (name.schema().equals(Optional.of("pg_temp"))) {
      return reading.asItStands();
    }
    return List.of(
        new ObjectOperation.CreateObject(
            new CarriedObject(kind, name, definition(reading, replace)), replace));
  }

  /** The statement without {@code OR REPLACE}, which is not the object's. */
  private static SqlText definition(Reading reading, boolean replace) {
    List<SqlToken> tokens = reading.cursor().tokens();
    String text = reading.text().text();
    return replace
        ? new SqlText(text.substring(0, tokens.get(0).end()) + text.substring(tokens.get(2).end()))
        : reading.text();
  }

  /** Reads what follows {@code DROP VIEW}, {@code DROP DOMAIN} and the like. */
  static List<Operation> drop(Reading reading, Kind kind) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    List<ObjectName> names = new ArrayList<>();
    List<SqlText> written = new ArrayList<>();
    do {
      int from = cursor.position();
      QualifiedName name = cursor.qualifiedName("a name");
      Optional<SqlText> arguments = cursor.parentheses();
      written.add(cursor.since(from));
      names.add(
          kind == Kind.FUNCTION
              ? Signatures.name(reading, name, arguments)
              : name.object(kind, reading.before()));
    } while (cursor.accept(","));
    boolean cascade = reading.cascade();
    cursor.expectEnd();
    List<Operation> result = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (reading.memory().temporary().remove(names.get(i).name())) {
        continue;
      }
      if (cascade) {
        result.addAll(cascade(reading, kind, names.get(i)));
      }
      SqlText statement = names.size() == 1 ? reading.text() : alone(reading, written.get(i));
      result.add(new ObjectOperation.DropObject(kind, names.get(i), statement, ifExists));
    }
    return result.isEmpty() ? reading.asItStands() : result;
  }

  /** The statement for one of several names: what stands before the names, and the name. */
  private static SqlText alone(Reading reading, SqlText name) {
    StringBuilder words = new StringBuilder();
    for (SqlToken token : reading.cursor().tokens()) {
      boolean verb =
          List.of(
                  "drop",
                  "view",
                  "materialized",
                  "function",
                  "procedure",
                  "routine",
                  "domain",
                  "extension",
                  "if",
                  "exists",
                  "aggregate")
              .contains(token.value());
      if (!verb) {
        break;
      }
      words.append(token.text()).append(' ');
    }
    boolean cascade = reading.cursor().tokens().getLast().is("cascade");
    return new SqlText(words + name.text() + (cascade ? " CASCADE" : ""));
  }

  private static List<Operation> cascade(Reading reading, Kind kind, ObjectName name) {
    Cascade cascade = new Cascade(reading.before());
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW -> cascade.ofView(name);
      case FUNCTION -> cascade.ofFunction(Signatures.bare(name.name()));
      case DOMAIN -> cascade.ofDomain(name);
      case EXTENSION ->
          List.of(
              reading.unknown(
                  "what uses extension " + name + " goes with it, and that is not known", true));
      case TRIGGER, POLICY -> List.of();
    };
  }

  /** Reads what follows {@code DROP TRIGGER} or {@code DROP POLICY}. */
  static List<Operation> dropOnTable(Reading reading, Kind kind) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    String name = cursor.name("a name");
    cursor.expect("on");
    ObjectName object = onTable(reading.tableName(), name);
    reading.cascade();
    cursor.expectEnd();
    return List.of(new ObjectOperation.DropObject(kind, object, reading.text(), ifExists));
  }

  /** Returns the drop of a trigger that a schema holds. */
  static Operation dropOnTable(CarriedObject object) {
    String both = object.name().name();
    int dot = both.lastIndexOf('.');
    String table = written(new ObjectName(object.name().schema(), both.substring(0, dot)));
    return new ObjectOperation.DropObject(
        object.kind(),
        object.name(),
        new SqlText(
            "DROP "
                + object.kind()
                + " "
                + Identifiers.quoted(both.substring(dot + 1))
                + " ON "
                + table),
        false);
  }

  /** Reads what follows the name of a known view in {@code ALTER VIEW} or {@code ALTER TABLE}. */
  static List<Operation> alterView(Reading reading, CarriedObject view) {
    Cursor cursor = reading.cursor();
    if (cursor.accept("rename", "to")) {
      ObjectName to = new ObjectName(view.name().schema(), cursor.name("a view's name"));
      cursor.expectEnd();
      return Renaming.of(reading, view, to);
    }
    return neutralOrOpaque(reading);
  }

  /** Reads what follows {@code ALTER VIEW}, {@code ALTER FUNCTION} and the like. */
  static List<Operation> alter(Reading reading, Kind kind) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    QualifiedName name = cursor.qualifiedName("a name");
    Optional<SqlText> arguments = cursor.parentheses();
    ObjectName stated =
        kind == Kind.FUNCTION
            ? Signatures.name(reading, name, arguments)
            : name.object(kind, reading.before());
    Optional<CarriedObject> known =
        Optional.ofNullable(
            reading.before().objects().get(limbeck.schema.Schema.objectKey(kind, stated)));
    if (known.isEmpty() && ifExists) {
      return reading.asItStands();
    }
    if (known.isPresent() && cursor.accept("rename", "to")) {
      ObjectName to = new ObjectName(stated.schema(), cursor.name("a name"));
      cursor.expectEnd();
      return Renaming.of(reading, known.orElseThrow(), to);
    }
    return neutralOrOpaque(reading);
  }

  /** Reads what follows {@code ALTER TRIGGER} or {@code ALTER POLICY}. */
  static List<Operation> alterOnTable(Reading reading, Kind kind) {
    Cursor cursor = reading.cursor();
    String name = cursor.name("a name");
    cursor.expect("on");
    TableName table = reading.tableName();
    CarriedObject known =
        reading.before().objects().get(limbeck.schema.Schema.objectKey(kind, onTable(table, name)));
    if (known != null && cursor.accept("rename", "to")) {
      ObjectName to = onTable(table, cursor.name("a name"));
      cursor.expectEnd();
      return Renaming.of(reading, known, to);
    }
    return neutralOrOpaque(reading);
  }

  /** Owners and the like concern nobody here; anything else changes what is carried as text. */
  private static List<Operation> neutralOrOpaque(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean neutral =
        cursor.at("owner", "to")
            || cursor.at("depends", "on")
            || cursor.at("no", "depends")
            || cursor.at("cluster", "on")
            || cursor.at("update");
    return neutral
        ? reading.asItStands()
        : reading.opaque("the new definition is not in the statement");
  }
}
