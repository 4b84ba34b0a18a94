package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.schema.CarriedObject;
import limbeck.schema.EnumType;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.SqlText;

/** Finds what undoes an operation on a type, a namespace, a sequence or a carried object. */
final class InvertType {
  private InvertType() {}

  static Inverse invert(TypeOperation operation, Schema before, DefaultNames names) {
    return switch (operation) {
      case TypeOperation.CreateEnum it ->
          Invert.exact(new TypeOperation.DropEnum(it.type().name(), false));
      case TypeOperation.DropEnum it ->
          Invert.exact(
              new TypeOperation.CreateEnum(before.enumType(it.name()).orElseThrow(), false));
      case TypeOperation.AddEnumLabel it -> {
        EnumType labels = before.enumType(it.type()).orElseThrow();
        yield new Inverse.Exact(
            TypeSwap.swap(Apply.apply(it, before, names).schema(), labels, new TreeMap<>(), names));
      }
      case TypeOperation.RenameEnumLabel it ->
          Invert.exact(new TypeOperation.RenameEnumLabel(it.type(), it.to(), it.from()));
      case TypeOperation.RenameType it ->
          Invert.exact(new TypeOperation.RenameType(it.to(), it.from()));
    };
  }

  static Inverse invert(ObjectOperation operation, Schema before, DefaultNames names) {
    return switch (operation) {
      case ObjectOperation.CreateNamespace it ->
          Invert.exact(new ObjectOperation.DropNamespace(it.name(), false, false));
      case ObjectOperation.DropNamespace it -> dropNamespace(it, before, names);
      case ObjectOperation.CreateSequence it ->
          Invert.exact(new ObjectOperation.DropSequence(it.sequence().name(), false));
      case ObjectOperation.AlterSequence it ->
          Invert.exact(
              new ObjectOperation.AlterSequence(
                  it.name(), it.to(), options(before, it.name()).options()));
      case ObjectOperation.DropSequence it ->
          new Inverse.Lossy(
              List.of(new ObjectOperation.CreateSequence(options(before, it.name()), false)),
              "how far sequence " + it.name() + " had counted");
      case ObjectOperation.RenameSequence it ->
          Invert.exact(new ObjectOperation.RenameSequence(it.to(), it.from()));
      case ObjectOperation.CreateObject it -> {
        CarriedObject replaced =
            before.objects().get(Schema.objectKey(it.object().kind(), it.object().name()));
        yield replaced == null
            ? Invert.exact(drop(it.object()))
            : Invert.exact(new ObjectOperation.CreateObject(replaced, true));
      }
      case ObjectOperation.RenameObject it ->
          Invert.exact(
              new ObjectOperation.RenameObject(it.to(), it.from(), it.back(), it.statement()));
      case ObjectOperation.DropObject it -> {
        CarriedObject dropped = before.objects().get(Schema.objectKey(it.kind(), it.name()));
        yield dropped == null
            ? Invert.exact()
            : Invert.exact(new ObjectOperation.CreateObject(dropped, false));
      }
    };
  }

  private static Sequence options(Schema before, limbeck.schema.SequenceName name) {
    return Optional.ofNullable(before.sequences().get(name)).orElseThrow();
  }

  private static Inverse dropNamespace(
      ObjectOperation.DropNamespace operation, Schema before, DefaultNames names) {
    List<Operation> operations = new ArrayList<>();
    operations.add(new ObjectOperation.CreateNamespace(operation.name(), false));
    List<Operation> content = Rebuild.missing(before, Apply.after(operation, before), names);
    operations.addAll(content);
    return content.isEmpty()
        ? new Inverse.Exact(operations)
        : new Inverse.Lossy(operations, "all rows in schema " + operation.name());
  }

  /** Returns the operation that drops a carried object, with the SQL for it. */
  static ObjectOperation.DropObject drop(CarriedObject object) {
    ObjectName name = object.name();
    String schema = name.schema().map(it -> Identifiers.quoted(it) + ".").orElse("");
    String qualified = schema + Identifiers.quoted(name.name());
    String statement =
        switch (object.kind()) {
          case EXTENSION -> "DROP EXTENSION " + Identifiers.quoted(name.name());
          case VIEW -> "DROP VIEW " + qualified;
          case MATERIALIZED_VIEW -> "DROP MATERIALIZED VIEW " + qualified;
          case FUNCTION ->
              "DROP FUNCTION " + (name.name().contains("(") ? schema + name.name() : qualified);
          case TRIGGER -> "DROP TRIGGER " + onTable(name, schema);
          case POLICY -> "DROP POLICY " + onTable(name, schema);
          case DOMAIN -> "DROP DOMAIN " + qualified;
        };
    return new ObjectOperation.DropObject(object.kind(), name, new SqlText(statement), false);
  }

  private static String onTable(ObjectName name, String schema) {
    int dot = name.name().lastIndexOf('.');
    String own = name.name().substring(dot + 1);
    String table = dot < 0 ? "" : name.name().substring(0, dot);
    return Identifiers.quoted(own) + " ON " + schema + Identifiers.quoted(table);
  }
}
