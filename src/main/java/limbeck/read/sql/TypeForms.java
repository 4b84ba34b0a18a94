package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.EnumType;
import limbeck.schema.TypeName;

/** {@code CREATE TYPE}, {@code ALTER TYPE} and {@code DROP TYPE}. */
final class TypeForms {
  private TypeForms() {}

  /** Reads what follows {@code CREATE TYPE}; only enum types have a place in a schema. */
  static List<Operation> create(Reading reading) {
    Cursor cursor = reading.cursor();
    QualifiedName name = cursor.qualifiedName("a type's name");
    if (!cursor.accept("as", "enum")) {
      boolean other = cursor.atEnd() || cursor.at("(") || cursor.accept("as");
      cursor.accept("range");
      if (!other || !(cursor.atEnd() || cursor.parentheses().isPresent())) {
        throw cursor.unexpected("ENUM");
      }
      cursor.expectEnd();
      reading.memory().otherTypes().add(name.type(reading.before()));
      return reading.asItStands();
    }
    List<String> labels = new ArrayList<>();
    cursor.expect("(");
    if (!cursor.accept(")")) {
      do {
        labels.add(cursor.string("a label"));
      } while (cursor.accept(","));
      cursor.expect(")");
    }
    cursor.expectEnd();
    return List.of(
        new TypeOperation.CreateEnum(new EnumType(name.type(reading.before()), labels), false));
  }

  /** Reads what follows {@code ALTER TYPE}. */
  static List<Operation> alter(Reading reading) {
    Cursor cursor = reading.cursor();
    QualifiedName stated = cursor.qualifiedName("a type's name");
    TypeName type = stated.type(reading.before());
    if (cursor.accept("add", "value")) {
      return addLabel(reading, type);
    }
    if (cursor.accept("rename", "value")) {
      String from = cursor.string("a label");
      cursor.expect("to");
      String to = cursor.string("a label");
      cursor.expectEnd();
      return List.of(new TypeOperation.RenameEnumLabel(type, from, to));
    }
    if (cursor.accept("rename", "to")) {
      TypeName to = new TypeName(type.schema(), cursor.name("a type's name"));
      cursor.expectEnd();
      return renamed(reading, stated, type, to);
    }
    if (cursor.accept("set", "schema")) {
      QualifiedName to =
          new QualifiedName(Optional.of(cursor.name("a schema's name")), type.name());
      cursor.expectEnd();
      return renamed(reading, stated, type, to.type(reading.before()));
    }
    boolean neutral =
        cursor.at("owner", "to")
            || cursor.at("set", "(")
            || cursor.at("add", "attribute")
            || cursor.at("drop", "attribute")
            || cursor.at("alter", "attribute")
            || cursor.at("rename", "attribute");
    if (!neutral) {
      throw cursor.unexpected("an action of ALTER TYPE");
    }
    return reading.asItStands();
  }

  /** A type that is no enum is named by columns only, so its new name cannot be followed. */
  private static List<Operation> renamed(
      Reading reading, QualifiedName stated, TypeName from, TypeName to) {
    boolean domain = reading.object(stated, CarriedObject.Kind.DOMAIN).isPresent();
    boolean other = reading.memory().otherTypes().contains(from);
    return domain || other
        ? reading.opaque("no operation stands for another name of a type that is no enum")
        : List.of(new TypeOperation.RenameType(from, to));
  }

  private static List<Operation> addLabel(Reading reading, TypeName type) {
    Cursor cursor = reading.cursor();
    boolean ifNotExists = reading.ifNotExists();
    String label = cursor.string("a label");
    Optional<String> before =
        cursor.accept("before") ? Optional.of(cursor.string("a label")) : Optional.empty();
    Optional<String> after =
        cursor.accept("after") ? Optional.of(cursor.string("a label")) : Optional.empty();
    cursor.expectEnd();
    return List.of(new TypeOperation.AddEnumLabel(type, label, before, after, ifNotExists));
  }

  /** Reads what follows {@code DROP TYPE}; a domain is a type, too. */
  static List<Operation> drop(Reading reading) {
    Cursor cursor = reading.cursor();
    boolean ifExists = reading.ifExists();
    List<QualifiedName> names = new ArrayList<>();
    do {
      names.add(cursor.qualifiedName("a type's name"));
    } while (cursor.accept(","));
    boolean cascade = reading.cascade();
    cursor.expectEnd();
    List<Operation> result = new ArrayList<>();
    for (QualifiedName name : names) {
      TypeName type = name.type(reading.before());
      if (reading.memory().otherTypes().remove(type)) {
        result.addAll(cascade ? reading.opaque("what uses type " + type + " goes too") : List.of());
        continue;
      }
      Optional<CarriedObject> domain = reading.object(name, CarriedObject.Kind.DOMAIN);
      Cascade dependents = new Cascade(reading.before());
      if (cascade) {
        result.addAll(
            domain.isPresent()
                ? dependents.ofDomain(domain.orElseThrow().name())
                : dependents.ofEnum(type));
      }
      result.add(
          domain
              .<Operation>map(
                  it ->
                      new ObjectOperation.DropObject(
                          it.kind(), it.name(), reading.text(), ifExists))
              .orElseGet(() -> new TypeOperation.DropEnum(type, ifExists)));
    }
    return result.isEmpty() ? reading.asItStands() : result;
  }
}
