package limbeck.dialect.postgresql;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.dialect.postgresql.expression.ExpressionText;
import limbeck.dialect.standard.NormalForm;
import limbeck.dialect.standard.Quoting;
import limbeck.operation.Partitions;
import limbeck.schema.CarriedObject;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** A schema as PostgreSQL's catalog would report it. */
final class PostgresqlNormalForm implements NormalForm {
  private final ExpressionText expressions;
  private final OptionalInt serverMajor;

  PostgresqlNormalForm(Quoting quoting, OptionalInt serverMajor) {
    this.expressions = new ExpressionText(quoting);
    this.serverMajor = serverMajor;
  }

  @Override
  public Schema of(Schema schema) {
    NormalTables normal = new NormalTables(schema, expressions, serverMajor);
    SortedMap<TableName, Table> tables = new TreeMap<>();
    for (Table table : schema.tables().values()) {
      Table form = normal.of(table);
      tables.put(form.name(), form);
    }
    Schema whole = schema.withTables(new TreeMap<>(tables));
    tables.replaceAll(
        (_, it) ->
            Partitions.parent(it, whole)
                .map(parent -> Partitions.withoutParts(it, parent))
                .orElse(it));
    SortedMap<TypeName, EnumType> enums = new TreeMap<>();
    for (EnumType type : schema.enums().values()) {
      TypeName name = NormalNames.type(type.name());
      enums.put(name, new EnumType(name, type.labels()));
    }
    SortedMap<SequenceName, Sequence> sequences = new TreeMap<>();
    for (Sequence sequence : schema.sequences().values()) {
      Sequence form = NormalSequences.of(sequence, new NormalTypes(schema));
      sequences.put(form.name(), form);
    }
    return new Schema(tables, enums, sequences, namespaces(schema), objects(schema));
  }

  private static SortedSet<SchemaName> namespaces(Schema schema) {
    SortedSet<SchemaName> result = new TreeSet<>(schema.namespaces());
    result.removeIf(it -> NormalNames.isDefault(it.text()));
    return result;
  }

  private static SortedMap<String, CarriedObject> objects(Schema schema) {
    SortedMap<String, CarriedObject> result = new TreeMap<>();
    for (CarriedObject object : schema.objects().values()) {
      CarriedObject form = NormalObjects.of(object);
      result.put(Schema.objectKey(form.kind(), form.name()), form);
    }
    return result;
  }
}
