package limbeck.laws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.diff.StatedRename;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Random operations that fit a schema. */
final class RandomOperation {
  private final RandomSource random;
  private final RandomSchema schemas;
  private final RandomTable tables;
  private final RandomColumn columns;

  RandomOperation(RandomSource random) {
    this.random = random;
    this.schemas = new RandomSchema(random);
    this.tables = new RandomTable(random);
    this.columns = new RandomColumn(random);
  }

  /** An operation that meets no problem on the schema. */
  Operation next(Schema schema) {
    while (true) {
      Operation candidate = candidate(schema);
      ApplyResult result = Apply.apply(candidate, schema);
      boolean fits =
          result.problems().isEmpty()
              && !hasTwins(result.schema())
              && !sharesNames(result.schema())
              && isSound(result.schema());
      if (fits) {
        return candidate;
      }
    }
  }

  /** Two constraints of one table that say the same: nobody states those. */
  private static boolean hasTwins(Schema schema) {
    return schema.tables().values().stream()
        .map(Table::constraints)
        .anyMatch(
            all ->
                all.stream()
                    .anyMatch(
                        one ->
                            all.stream().filter(it -> RandomTable.saysTheSame(it, one)).count()
                                > 1));
  }

  /**
   * Whether two tables of one namespace have a key of one name: an index is behind each, and a
   * namespace has one relation of a name.
   */
  private static boolean sharesNames(Schema schema) {
    Set<String> names = new HashSet<>();
    for (Table table : schema.tables().values()) {
      String namespace = table.name().schema().orElse("public");
      for (Constraint constraint : table.constraints()) {
        boolean indexed =
            constraint instanceof Constraint.PrimaryKey
                || constraint instanceof Constraint.Unique
                || constraint instanceof Constraint.Exclude;
        Optional<ConstraintName> name = DefaultNames.postgresql().nameOf(constraint, table);
        if (indexed && name.isPresent() && !names.add(namespace + "." + name.orElseThrow())) {
          return true;
        }
      }
      for (Index index : table.indexes()) {
        Optional<IndexName> name = DefaultNames.postgresql().nameOf(index, table);
        if (name.isPresent() && !names.add(namespace + "." + name.orElseThrow())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The schema after some operations. */
  Schema mutated(Schema schema, int count) {
    Schema current = schema;
    for (int i = 0; i < count; i++) {
      current = Apply.after(next(current), current);
    }
    return withoutOrphans(schema, current);
  }

  /**
   * PostgreSQL drops no table that a view reads, so a schema has no view of a table that is gone.
   */
  private static Schema withoutOrphans(Schema before, Schema after) {
    SortedMap<String, CarriedObject> kept = new TreeMap<>(after.objects());
    kept.values()
        .removeIf(
            it ->
                before.tables().keySet().stream()
                    .filter(table -> after.table(table).isEmpty())
                    .anyMatch(table -> Identifiers.mentions(it.definition(), table.name())));
    return new Schema(after.tables(), after.enums(), after.sequences(), after.namespaces(), kept);
  }

  /** Whether foreign keys and what they refer to are of one type, as PostgreSQL demands. */
  private static boolean isSound(Schema schema) {
    for (Table table : schema.tables().values()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        for (int i = 0; i < key.columns().size(); i++) {
          Optional<Column> own = table.column(key.columns().get(i));
          ColumnName target = key.targetColumns().get(i);
          Optional<Column> other = schema.table(key.target()).flatMap(it -> it.column(target));
          if (!own.map(Column::type).equals(other.map(Column::type))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The schema after renames of tables and columns, which are noted down. */
  Schema renamed(Schema schema, List<StatedRename> renames) {
    Schema current = schema;
    for (Table table : schema.tables().values()) {
      TableName name = table.name();
      if (random.oneIn(3)) {
        TableName other = TableName.of(table.name().name() + "_renamed");
        current = Apply.after(new TableOperation.RenameTable(name, other), current);
        renames.add(new StatedRename.OfTable(name, other));
        name = other;
      }
      if (random.oneIn(2)) {
        ColumnName column = random.of(table.columns()).name();
        ColumnName other = new ColumnName(column + "_renamed");
        current =
            Apply.after(
                new ColumnOperation.AlterColumn(
                    name, column, List.of(new ColumnChange.Rename(other))),
                current);
        renames.add(new StatedRename.OfColumn(name, column, other));
      }
    }
    return current;
  }

  private Operation candidate(Schema schema) {
    if (schema.tables().isEmpty() || random.oneIn(12)) {
      return new TableOperation.CreateTable(
          tables.table(TableName.of(random.of(RandomTable.NAMES)), schema), false);
    }
    Table table = random.of(List.copyOf(schema.tables().values()));
    return switch (random.below(16)) {
      case 0 -> new TableOperation.DropTable(table.name(), false, random.oneIn(2));
      case 1 ->
          new TableOperation.RenameTable(table.name(), TableName.of(random.of(RandomTable.NAMES)));
      case 2 ->
          new TableOperation.SetTableComment(
              table.name(),
              table.comment(),
              random.oneIn(2) ? Optional.empty() : Optional.of("other"));
      case 3, 4 -> addColumn(table, schema);
      case 5, 6 ->
          table.columns().size() == 1
              ? addColumn(table, schema)
              : new ColumnOperation.DropColumn(
                  table.name(), random.of(table.columns()).name(), false);
      case 7, 8, 9 -> alter(table, schema);
      case 10, 11 -> constraint(table, schema);
      case 12, 13 -> index(table, schema);
      case 14 -> type(schema);
      default -> object(schema);
    };
  }

  private Operation addColumn(Table table, Schema schema) {
    ColumnName name = new ColumnName(random.of(RandomColumn.NAMES));
    return new ColumnOperation.AddColumn(table.name(), columns.plain(name, schema), false);
  }

  private Operation alter(Table table, Schema schema) {
    Column column = random.of(table.columns());
    List<ColumnChange> changes = new ArrayList<>();
    changes.add(change(column, table, schema));
    if (random.oneIn(3)) {
      changes.add(change(column, table, schema));
    }
    return new ColumnOperation.AlterColumn(table.name(), column.name(), changes);
  }

  private ColumnChange change(Column column, Table table, Schema schema) {
    boolean computed =
        column.generation().isPresent()
            && column.generation().orElseThrow() instanceof Generation.Computed;
    return switch (random.below(computed ? 2 : 7)) {
      case 0 -> new ColumnChange.Rename(new ColumnName(random.of(RandomColumn.NAMES)));
      case 1 ->
          new ColumnChange.SetComment(
              column.comment(), random.oneIn(2) ? Optional.empty() : Optional.of("new"));
      case 2 -> new ColumnChange.SetNullable(random.oneIn(2));
      case 3 ->
          new ColumnChange.SetDefault(column.serverDefault(), columns.value(column.type(), schema));
      case 4 ->
          isFree(column, table)
              ? new ColumnChange.SetType(
                  Optional.of(column.type()), columns.type(schema), Optional.empty())
              : new ColumnChange.SetNullable(random.oneIn(2));
      case 5 ->
          column.type() instanceof SqlType.IntegerType
              ? new ColumnChange.SetGeneration(
                  column.generation(),
                  column.generation().isPresent()
                      ? Optional.empty()
                      : Optional.of(new Generation.Identity(true, SequenceOptions.NONE)))
              : new ColumnChange.SetNullable(random.oneIn(2));
      default -> new ColumnChange.SetAutoincrement(!column.autoincrement());
    };
  }

  /** Whether nothing is over the column that another type would not suit. */
  private static boolean isFree(Column column, Table table) {
    return column.serverDefault().isEmpty()
        && column.generation().isEmpty()
        && !column.autoincrement()
        && table.constraints().stream().noneMatch(it -> Dependents.uses(it, column.name()))
        && table.indexes().stream().noneMatch(it -> Dependents.uses(it, column.name()));
  }

  private Operation constraint(Table table, Schema schema) {
    List<Constraint> own = table.constraints();
    if (own.isEmpty() || random.oneIn(2)) {
      Table wider = tables.withReference(table, schema).orElse(table);
      List<Constraint> added = new ArrayList<>(wider.constraints());
      added.removeAll(own);
      boolean fits = wider.columns().equals(table.columns()) && !added.isEmpty();
      return new ConstraintOperation.AddConstraint(
          table.name(), fits ? added.getFirst() : tables.constraint(table), Optional.empty());
    }
    Constraint constraint = random.of(own);
    ConstraintName name = DefaultNames.postgresql().nameOf(constraint, table).orElseThrow();
    return switch (random.below(3)) {
      case 0 ->
          new ConstraintOperation.RenameConstraint(
              table.name(), name, new ConstraintName(name + "_2"));
      case 1 -> new ConstraintOperation.ValidateConstraint(table.name(), name);
      default ->
          new ConstraintOperation.DropConstraint(
              table.name(), name, Optional.of(Invert.kind(constraint)), false, random.oneIn(2));
    };
  }

  private Operation index(Table table, Schema schema) {
    List<Index> own = table.indexes();
    if (own.isEmpty() || random.oneIn(2)) {
      return new IndexOperation.CreateIndex(
          table.name(), tables.index(table, schema), random.oneIn(4), false);
    }
    IndexName name = DefaultNames.postgresql().nameOf(random.of(own), table).orElseThrow();
    return random.oneIn(3)
        ? new IndexOperation.RenameIndex(table.name(), name, new IndexName(name + "_2"))
        : new IndexOperation.DropIndex(
            Optional.of(table.name()), table.name().schema(), name, random.oneIn(4), false);
  }

  private Operation type(Schema schema) {
    List<EnumType> enums = List.copyOf(schema.enums().values());
    if (enums.isEmpty() || random.oneIn(4)) {
      return new TypeOperation.CreateEnum(
          schemas.enumType(random.of(List.of("mood", "state", "Level"))), false);
    }
    EnumType type = random.of(enums);
    return switch (random.below(4)) {
      case 0 -> new TypeOperation.DropEnum(type.name(), false);
      case 1 ->
          new TypeOperation.AddEnumLabel(
              type.name(),
              random.of(RandomSchema.LABELS),
              random.oneIn(2) ? Optional.of(random.of(type.labels())) : Optional.empty(),
              Optional.empty(),
              false);
      case 2 ->
          new TypeOperation.RenameEnumLabel(
              type.name(), random.of(type.labels()), random.of(RandomSchema.LABELS));
      default -> new TypeOperation.RenameType(type.name(), TypeName.of(type.name().name() + "_2"));
    };
  }

  private Operation object(Schema schema) {
    return switch (random.below(6)) {
      case 0 -> new ObjectOperation.CreateNamespace(new SchemaName("archive"), random.oneIn(2));
      case 1 -> new ObjectOperation.DropNamespace(new SchemaName("archive"), true, random.oneIn(2));
      case 2 -> new ObjectOperation.CreateSequence(schemas.sequence(), true);
      case 3 ->
          schema.sequences().isEmpty()
              ? new ObjectOperation.CreateSequence(schemas.sequence(), false)
              : new ObjectOperation.AlterSequence(
                  schema.sequences().firstKey(),
                  schema.sequences().values().iterator().next().options(),
                  schemas.sequence().options());
      case 4 -> new ObjectOperation.DropSequence(limbeck.schema.SequenceName.of("counter"), true);
      default -> new ObjectOperation.CreateObject(schemas.view(schema), false);
    };
  }
}
