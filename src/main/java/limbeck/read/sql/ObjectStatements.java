package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.CarriedObject.Kind;
import limbeck.schema.ObjectName;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Schemas, sequences, and objects that are carried as text. */
final class ObjectStatements {
  private ObjectStatements() {}

  /** The words that name a kind of object. */
  static Optional<Kind> kind(SqlCursor cursor) {
    if (cursor.accept("extension")) {
      return Optional.of(Kind.EXTENSION);
    }
    if (cursor.accept("materialized", "view")) {
      return Optional.of(Kind.MATERIALIZED_VIEW);
    }
    if (cursor.accept("view")) {
      return Optional.of(Kind.VIEW);
    }
    if (cursor.accept("function") || cursor.accept("procedure")) {
      return Optional.of(Kind.FUNCTION);
    }
    if (cursor.accept("constraint", "trigger") || cursor.accept("trigger")) {
      return Optional.of(Kind.TRIGGER);
    }
    if (cursor.accept("policy")) {
      return Optional.of(Kind.POLICY);
    }
    return cursor.accept("domain") ? Optional.of(Kind.DOMAIN) : Optional.empty();
  }

  static List<Operation> create(Kind kind, SqlCursor cursor, boolean replace, String statement) {
    boolean ifNotExists = cursor.accept("if", "not", "exists");
    ObjectName name = name(kind, cursor);
    String definition = kind == Kind.EXTENSION ? name.name() : statement;
    return List.of(
        new ObjectOperation.CreateObject(
            new CarriedObject(kind, name, new SqlText(definition)), replace || ifNotExists));
  }

  /** Triggers and policies are named together with their table. */
  private static ObjectName name(Kind kind, SqlCursor cursor) {
    TableName own = cursor.qualified();
    if (kind != Kind.TRIGGER && kind != Kind.POLICY) {
      return new ObjectName(own.schema(), own.name());
    }
    while (!cursor.atEnd() && !cursor.accept("on")) {
      cursor.next();
    }
    TableName table = cursor.qualified();
    return new ObjectName(table.schema(), table.name() + "." + own.name());
  }

  static List<Operation> drop(Kind kind, SqlCursor cursor, String statement) {
    boolean ifExists = cursor.accept("if", "exists");
    List<ObjectName> names = new ArrayList<>();
    do {
      names.add(name(kind, cursor));
      if (kind == Kind.FUNCTION && cursor.isAt("(")) {
        cursor.parenthesised();
      }
    } while (cursor.accept(","));
    cursor.cascade();
    cursor.requireEnd();
    return names.stream()
        .<Operation>map(
            it -> new ObjectOperation.DropObject(kind, it, new SqlText(statement), ifExists))
        .toList();
  }

  static List<Operation> createSchema(SqlCursor cursor) {
    boolean ifNotExists = cursor.accept("if", "not", "exists");
    SchemaName name = new SchemaName(cursor.name());
    if (cursor.accept("authorization")) {
      cursor.next();
    }
    cursor.requireEnd();
    return List.of(new ObjectOperation.CreateNamespace(name, ifNotExists));
  }

  static List<Operation> dropSchema(SqlCursor cursor) {
    boolean ifExists = cursor.accept("if", "exists");
    SchemaName name = new SchemaName(cursor.name());
    boolean cascade = cursor.cascade();
    cursor.requireEnd();
    return List.of(new ObjectOperation.DropNamespace(name, ifExists, cascade));
  }

  static List<Operation> createSequence(SqlCursor cursor) {
    boolean ifNotExists = cursor.accept("if", "not", "exists");
    SequenceName name = sequence(cursor);
    cursor.requireEnd();
    return List.of(
        new ObjectOperation.CreateSequence(
            new Sequence(name, Optional.empty(), SequenceOptions.NONE), ifNotExists));
  }

  static List<Operation> dropSequence(SqlCursor cursor) {
    boolean ifExists = cursor.accept("if", "exists");
    List<Operation> operations = new ArrayList<>();
    do {
      operations.add(new ObjectOperation.DropSequence(sequence(cursor), ifExists));
    } while (cursor.accept(","));
    cursor.cascade();
    cursor.requireEnd();
    return operations;
  }

  static List<Operation> alterSequence(SqlCursor cursor) {
    cursor.accept("if", "exists");
    SequenceName from = sequence(cursor);
    cursor.require("rename", "to");
    SequenceName to = new SequenceName(from.schema(), cursor.name());
    cursor.requireEnd();
    return List.of(new ObjectOperation.RenameSequence(from, to));
  }

  private static SequenceName sequence(SqlCursor cursor) {
    TableName name = cursor.qualified();
    return new SequenceName(name.schema(), name.name());
  }
}
