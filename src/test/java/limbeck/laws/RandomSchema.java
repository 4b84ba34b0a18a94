package limbeck.laws;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.schema.CarriedObject;
import limbeck.schema.EnumType;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Random schemas; names come from small sets, so that two schemas have much in common. */
final class RandomSchema {
  static final List<String> LABELS = List.of("new", "open", "done", "late", "it's");
  private static final List<String> ENUMS = List.of("mood", "state", "Level");

  private final RandomSource random;
  private final RandomTable tables;

  RandomSchema(RandomSource random) {
    this.random = random;
    this.tables = new RandomTable(random);
  }

  Schema schema() {
    Schema schema = Schema.EMPTY;
    boolean namespace = random.oneIn(3);
    if (namespace) {
      schema = schema.withNamespaces(new TreeSet<>(Set.of(new SchemaName("archive"))));
    }
    for (String name : random.some(ENUMS, 2)) {
      schema = schema.with(enumType(name));
    }
    if (random.oneIn(3)) {
      schema = schema.with(sequence());
    }
    for (String name : random.some(RandomTable.NAMES, 2)) {
      TableName tableName =
          namespace && random.oneIn(4) ? TableName.of("archive", name) : TableName.of(name);
      schema = schema.with(tables.table(tableName, schema));
    }
    for (Table table : List.copyOf(schema.tables().values())) {
      for (int i = random.below(3); i > 0; i--) {
        Schema current = schema;
        Optional<Table> referring =
            tables.withReference(current.table(table.name()).orElseThrow(), current);
        if (referring.isPresent()) {
          schema = schema.with(referring.orElseThrow());
        }
      }
    }
    return random.oneIn(4) && !schema.tables().isEmpty() ? schema.with(view(schema)) : schema;
  }

  EnumType enumType(String name) {
    List<String> labels = random.some(random.oneIn(3) ? random.shuffled(LABELS) : LABELS, 2);
    return new EnumType(TypeName.of(name), labels.isEmpty() ? List.of("only") : labels);
  }

  Sequence sequence() {
    return new Sequence(
        SequenceName.of("counter"),
        Optional.empty(),
        new SequenceOptions(
            Optional.of(1L + random.below(2)),
            Optional.of(1L + random.below(2)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  CarriedObject view(Schema schema) {
    Table table = random.of(List.copyOf(schema.tables().values()));
    String from =
        table.name().schema().map(it -> it + ".").orElse("")
            + limbeck.operation.Identifiers.quoted(table.name().name());
    return new CarriedObject(
        CarriedObject.Kind.VIEW,
        ObjectName.of("overview"),
        new SqlText("CREATE VIEW overview AS SELECT count(*) AS n FROM " + from));
  }
}
