package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.SchemaName;

/** {@code CREATE SCHEMA}, {@code ALTER SCHEMA} and {@code DROP SCHEMA}. */
final class NamespaceForms {
  private static final String DEFAULT = "public";

  private NamespaceForms() {}

  /** Reads what follows {@code CREATE SCHEMA}. */
  static List<Operation> create(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifNotExists = reading.ifNotExists();
    String name = cursor.at("authorization") ? "" : cursor.name("a schema's name");
    if (cursor.accept("authorization")) {
      String owner = cursor.label("an owner");
      name = name.isEmpty() ? owner : name;
    }
    cursor.expectEnd();
    return name.equals(DEFAULT)
        ? reading.asItStands()
        : List.of(new ObjectOperation.CreateNamespace(new SchemaName(name), ifNotExists));
  }

  /** Reads what follows {@code ALTER SCHEMA}. */
  static List<Operation> alter(Reading reading) {
    Cursor cursor = reading.cursor();
    cursor.name("a schema's name");
    return cursor.at("owner", "to")
        ? reading.asItStands()
        : reading.opaque("no operation stands for another name of a schema");
  }

  /** Reads what follows {@code DROP SCHEMA}. */
  static List<Operation> drop(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    List<SchemaName> names = new ArrayList<>();
    do {
      names.add(new SchemaName(cursor.name("a schema's name")));
    } while (cursor.accept(","));
    boolean cascade = reading.cascade();
    cursor.expectEnd();
    List<Operation> result = new ArrayList<>();
    for (SchemaName name : names) {
      if (!name.text().equals(DEFAULT)) {
        result.add(new ObjectOperation.DropNamespace(name, ifExists, cascade));
      } else if (cascade) {
        result.addAll(new Cascade(reading.before()).ofDefaultSchema());
      }
    }
    return result.isEmpty() ? reading.asItStands() : result;
  }
}
