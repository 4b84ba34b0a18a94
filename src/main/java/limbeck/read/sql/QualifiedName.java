package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.schema.CarriedObject;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * A name as a statement states it. Its schema is left out where it is {@code public}, the default
 * one of PostgreSQL, unless the schema at hand knows the object under that very name.
 *
 * @param qualifier what stands before the schema
 * @param schema what stands before the last dot
 * @param name the name
 */
record QualifiedName(List<String> qualifier, Optional<String> schema, String name) {
  QualifiedName(Optional<String> schema, String name) {
    this(List.of(), schema, name);
  }

  static QualifiedName of(List<String> parts) {
    int size = parts.size();
    return new QualifiedName(
        List.copyOf(parts.subList(0, Math.max(0, size - 2))),
        size < 2 ? Optional.empty() : Optional.of(parts.get(size - 2)),
        parts.getLast());
  }

  private Optional<String> visible(boolean known) {
    return known ? schema : schema.filter(it -> !it.equals("public"));
  }

  TableName table(Schema before) {
    TableName stated = new TableName(schema, name);
    return new TableName(visible(before.tables().containsKey(stated)), name);
  }

  TypeName type(Schema before) {
    TypeName stated = new TypeName(schema, name);
    return new TypeName(visible(before.enums().containsKey(stated)), name);
  }

  SequenceName sequence(Schema before) {
    SequenceName stated = new SequenceName(schema, name);
    return new SequenceName(visible(before.sequences().containsKey(stated)), name);
  }

  ObjectName object(CarriedObject.Kind kind, Schema before) {
    ObjectName stated = new ObjectName(schema, name);
    return new ObjectName(
        visible(before.objects().containsKey(Schema.objectKey(kind, stated))), name);
  }

  /** Returns the schema of an index, whose table need not be known. */
  Optional<String> visibleSchema() {
    return visible(false);
  }

  @Override
  public String toString() {
    return schema.map(it -> it + "." + name).orElse(name);
  }
}
