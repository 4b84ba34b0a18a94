package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** CREATE, ALTER and DROP TYPE. */
final class TypeStatements {
  private TypeStatements() {}

  static List<Operation> create(SqlCursor cursor) {
    TypeName name = typeName(cursor.qualified());
    if (!cursor.accept("as", "enum")) {
      throw new NotUnderstood("only enum types are read");
    }
    cursor.require("(");
    List<String> labels = new ArrayList<>();
    if (!cursor.isAt(")")) {
      do {
        labels.add(cursor.string());
      } while (cursor.accept(","));
    }
    cursor.require(")");
    cursor.requireEnd();
    return List.of(new TypeOperation.CreateEnum(new EnumType(name, labels), false));
  }

  static List<Operation> alter(SqlCursor cursor) {
    TypeName name = typeName(cursor.qualified());
    Operation operation;
    if (cursor.accept("add", "value")) {
      boolean ifNotExists = cursor.accept("if", "not", "exists");
      String label = cursor.string();
      Optional<String> before =
          cursor.accept("before") ? Optional.of(cursor.string()) : Optional.empty();
      Optional<String> after =
          cursor.accept("after") ? Optional.of(cursor.string()) : Optional.empty();
      operation = new TypeOperation.AddEnumLabel(name, label, before, after, ifNotExists);
    } else if (cursor.accept("rename", "value")) {
      String from = cursor.string();
      cursor.require("to");
      operation = new TypeOperation.RenameEnumLabel(name, from, cursor.string());
    } else if (cursor.accept("rename", "to")) {
      operation = new TypeOperation.RenameType(name, new TypeName(name.schema(), cursor.name()));
    } else if (cursor.accept("set", "schema")) {
      operation =
          new TypeOperation.RenameType(name, new TypeName(Optional.of(cursor.name()), name.name()));
    } else {
      throw new NotUnderstood("this change of a type is not read");
    }
    cursor.requireEnd();
    return List.of(operation);
  }

  static List<Operation> drop(SqlCursor cursor, Schema before) {
    boolean ifExists = cursor.accept("if", "exists");
    List<Operation> operations = new ArrayList<>();
    do {
      operations.add(new TypeOperation.DropEnum(typeName(cursor.qualified()), ifExists));
    } while (cursor.accept(","));
    if (cursor.cascade() && isUsed(operations, before)) {
      throw new NotUnderstood("DROP TYPE … CASCADE takes columns along");
    }
    cursor.requireEnd();
    return operations;
  }

  private static boolean isUsed(List<Operation> operations, Schema before) {
    return before.tables().values().stream()
        .flatMap(it -> it.columns().stream())
        .anyMatch(
            column ->
                operations.stream()
                    .anyMatch(
                        it ->
                            it instanceof TypeOperation.DropEnum(TypeName name, boolean _)
                                && column
                                    .type()
                                    .equals(new limbeck.schema.SqlType.EnumReference(name))));
  }

  static TypeName typeName(TableName name) {
    return new TypeName(name.schema(), name.name());
  }
}
