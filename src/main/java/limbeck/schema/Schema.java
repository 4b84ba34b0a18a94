package limbeck.schema;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A database's schema: every table, type, sequence and carried object, by name.
 *
 * <p>Equality of two schemas is the hinge of the tool's laws; what a database treats as equal
 * though it is spelled otherwise is brought to one form by the dialect before comparing.
 *
 * @param tables by name
 * @param enums native enum types by name
 * @param sequences those no column owns, by name
 * @param namespaces schemas created besides the default one
 * @param objects views, functions, triggers, extensions, carried as text, by kind and name
 */
public record Schema(
    SortedMap<TableName, Table> tables,
    SortedMap<TypeName, EnumType> enums,
    SortedMap<SequenceName, Sequence> sequences,
    SortedSet<SchemaName> namespaces,
    SortedMap<String, CarriedObject> objects) {

  /** Nothing at all. */
  public static final Schema EMPTY =
      new Schema(
          new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());

  /** Copies the maps. */
  public Schema {
    tables = FrozenMap.of(tables);
    enums = FrozenMap.of(enums);
    sequences = FrozenMap.of(sequences);
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    objects = FrozenMap.of(objects);
  }

  /** Returns a schema of tables and enum types. */
  public static Schema of(List<Table> tables, List<EnumType> enums) {
    Schema result = EMPTY;
    for (EnumType type : enums) {
      result = result.with(type);
    }
    for (Table table : tables) {
      result = result.with(table);
    }
    return result;
  }

  /** Returns the key under which {@link #objects()} holds an object. */
  public static String objectKey(CarriedObject.Kind kind, ObjectName name) {
    return kind.name() + " " + name;
  }

  /** Returns the table of that name. */
  public Optional<Table> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Returns the enum type of that name. */
  public Optional<EnumType> enumType(TypeName name) {
    return Optional.ofNullable(enums.get(name));
  }

  /** Returns this schema with the table added or replaced. */
  public Schema with(Table table) {
    var changed = FrozenMap.of(tables).with(table.name(), table);
    return withTables(changed);
  }

  /** Returns this schema without the table. */
  public Schema without(TableName name) {
    var changed = FrozenMap.of(tables).without(name);
    return withTables(changed);
  }

  /** Returns this schema with one table replaced by what the function makes of it. */
  public Schema mapTable(TableName name, UnaryOperator<Table> change) {
    Optional<Table> before = table(name);
    if (before.isEmpty()) {
      return this;
    }
    Table after = change.apply(before.get());
    return after.name().equals(name) ? with(after) : without(name).with(after);
  }

  /** Returns this schema with other tables. */
  public Schema withTables(SortedMap<TableName, Table> other) {
    return new Schema(other, enums, sequences, namespaces, objects);
  }

  /** Returns this schema with the enum type added or replaced. */
  public Schema with(EnumType type) {
    var changed = FrozenMap.of(enums).with(type.name(), type);
    return new Schema(tables, changed, sequences, namespaces, objects);
  }

  /** Returns this schema without the enum type. */
  public Schema without(TypeName name) {
    var changed = FrozenMap.of(enums).without(name);
    return new Schema(tables, changed, sequences, namespaces, objects);
  }

  /** Returns this schema with the sequence added or replaced. */
  public Schema with(Sequence sequence) {
    var changed = FrozenMap.of(sequences).with(sequence.name(), sequence);
    return new Schema(tables, enums, changed, namespaces, objects);
  }

  /** Returns this schema without the sequence. */
  public Schema without(SequenceName name) {
    var changed = FrozenMap.of(sequences).without(name);
    return new Schema(tables, enums, changed, namespaces, objects);
  }

  /** Returns this schema with the namespaces. */
  public Schema withNamespaces(SortedSet<SchemaName> other) {
    return new Schema(tables, enums, sequences, other, objects);
  }

  /** Returns this schema with the object added or replaced. */
  public Schema with(CarriedObject object) {
    var changed = FrozenMap.of(objects).with(objectKey(object.kind(), object.name()), object);
    return new Schema(tables, enums, sequences, namespaces, changed);
  }

  /** Returns this schema without the object. */
  public Schema without(CarriedObject.Kind kind, ObjectName name) {
    var changed = FrozenMap.of(objects).without(objectKey(kind, name));
    return new Schema(tables, enums, sequences, namespaces, changed);
  }
}
