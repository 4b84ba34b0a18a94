package limbeck.read.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.Sequence;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.text.Location;

/**
 * Makes a table of the schema out of a draft: types taken from foreign keys, the primary key and
 * its counting, constraints and indexes under their final names.
 */
public final class TableAssembler {
  private final ReadContext context;
  private final TypeTranslator types;
  private final TableSet tables;
  private final boolean targetsRequired;

  /**
   * Prepares to assemble tables of one set.
   *
   * @param targetsRequired whether a foreign key to a table that is not in the set is a problem
   */
  public TableAssembler(
      ReadContext context, TypeTranslator types, TableSet tables, boolean targetsRequired) {
    this.context = context;
    this.types = types;
    this.tables = tables;
    this.targetsRequired = targetsRequired;
  }

  /**
   * A table and what comes with it.
   *
   * @param table the table
   * @param enums the enum types it refers to
   * @param sequences the sequences its columns ask for values
   * @param positions where constraints and indexes are stated
   */
  public record Assembled(
      Table table,
      List<TypeReading.EnumUse> enums,
      List<Sequence> sequences,
      Map<Object, Location> positions) {}

  /** Returns the table of a draft. */
  public Assembled assemble(TableDraft draft) {
    ForeignKeyAssembler foreignKeys =
        new ForeignKeyAssembler(tables, context.problems(), targetsRequired);
    ExpressionCompiler expressions = new ExpressionCompiler(context, types, tables.finder(draft));
    NameBuilder names =
        new NameBuilder(
            draft.owner().convention(),
            context.options().maximumIdentifierLength(),
            (function, stated, facts) ->
                new CustomTokens(context.program()).compute(function, stated, facts, draft.at()));
    Map<String, TypeReading> typesByKey = new LinkedHashMap<>();
    List<ConstraintDraft> all = new ArrayList<>(draft.constraints());
    for (ColumnDraft column : draft.columns()) {
      TypeReading type = type(draft, column, foreignKeys, new HashSet<>());
      typesByKey.put(column.columnKey(), type);
      all.addAll(typeChecks(column, type));
      all.addAll(atColumn(column));
    }
    List<ColumnDraft> key = primaryKeyColumns(draft);
    ConstraintAssembler constraints =
        new ConstraintAssembler(context, draft, tables, expressions, names, foreignKeys);
    Map<Object, Location> positions = new LinkedHashMap<>();
    List<Constraint> made = new ArrayList<>();
    constraints.primaryKey(key).ifPresent(made::add);
    for (ConstraintDraft constraint : all) {
      constraints
          .assemble(constraint)
          .ifPresent(
              it -> {
                if (!made.contains(it)) {
                  made.add(it);
                }
                positions.put(it, constraint.at());
              });
    }
    List<Column> columns = columns(draft, typesByKey, key, all);
    List<Index> indexes = indexes(draft, expressions, names, positions);
    Table table = new Table(draft.name(), columns, made, indexes, draft.comment(), draft.options());
    return new Assembled(table, enums(typesByKey), sequences(draft), positions);
  }

  private TypeReading type(
      TableDraft table,
      ColumnDraft column,
      ForeignKeyAssembler foreignKeys,
      Set<ColumnDraft> visited) {
    if (column.type().isPresent()) {
      return column.type().get();
    }
    if (!visited.add(column)) {
      return TypeReading.unknown("its foreign keys run in a circle");
    }
    for (ConstraintDraft.ForeignKey key : keysOf(table, column)) {
      List<ColumnDraft> own = resolve(table, key, column);
      int index = Math.max(own.indexOf(column), 0);
      Optional<TableSet.Located> target =
          foreignKeys
              .targets(table, key, own)
              .filter(it -> index < it.size())
              .flatMap(it -> it.get(index).draft());
      if (target.isPresent()) {
        return type(target.get().table(), target.get().column(), foreignKeys, visited);
      }
    }
    String subject = table.name() + "." + column.columnName();
    String reason =
        keysOf(table, column).isEmpty()
            ? "the column has no type"
            : "the column takes its type from a column that was not found";
    context
        .problems()
        .addMarked(
            "the type of " + subject + " is not known: " + reason,
            "type of " + subject,
            column.at());
    return TypeReading.unknown(reason);
  }

  private static List<ConstraintDraft.ForeignKey> keysOf(TableDraft table, ColumnDraft column) {
    List<ConstraintDraft.ForeignKey> keys = new ArrayList<>(column.foreignKeys());
    for (ConstraintDraft constraint : table.constraints()) {
      if (constraint instanceof ConstraintDraft.ForeignKey key) {
        keys.add(key);
      }
    }
    return keys;
  }

  private List<ColumnDraft> resolve(
      TableDraft table, ConstraintDraft.ForeignKey key, ColumnDraft column) {
    if (key.columns().isEmpty()) {
      return List.of(column);
    }
    return key.columns().stream().flatMap(it -> reference(table, it).stream()).toList();
  }

  private Optional<ColumnDraft> reference(TableDraft table, Value value) {
    return Constants.text(value).flatMap(table::column).or(() -> tables.column(table, value));
  }

  private static List<ConstraintDraft> typeChecks(ColumnDraft column, TypeReading type) {
    return type.checks().stream()
        .<ConstraintDraft>map(
            it ->
                new ConstraintDraft.OfType(
                    StatedName.of(it.name()), column.columnName(), it.values(), column.at()))
        .toList();
  }

  private static List<ConstraintDraft> atColumn(ColumnDraft column) {
    List<ConstraintDraft> drafts = new ArrayList<>();
    for (ConstraintDraft constraint : column.constraints()) {
      drafts.add(
          constraint instanceof ConstraintDraft.ForeignKey key && key.columns().isEmpty()
              ? key.forColumn(column.columnKey())
              : constraint);
    }
    if (column.unique() && !column.index()) {
      drafts.add(
          new ConstraintDraft.Unique(
              new StatedName.Absent(),
              List.of(new Value.Str(column.columnKey())),
              List.of(),
              false,
              limbeck.schema.Deferral.NOT_DEFERRABLE,
              column.at()));
    }
    return drafts;
  }

  /** The columns of the key: those a PrimaryKeyConstraint lists, or those that say so. */
  private List<ColumnDraft> primaryKeyColumns(TableDraft draft) {
    boolean stated = false;
    for (ConstraintDraft constraint : draft.constraints()) {
      if (constraint instanceof ConstraintDraft.PrimaryKey key) {
        stated = true;
        if (!key.columns().isEmpty()) {
          return key.columns().stream().flatMap(it -> reference(draft, it).stream()).toList();
        }
      }
    }
    Stream<ColumnDraft> columns = draft.columns().stream().filter(ColumnDraft::primaryKey);
    // Of a key that no constraint states, SQLAlchemy puts the counting column first.
    Comparator<ColumnDraft> countingFirst =
        Comparator.comparing(it -> it.autoincrement() != Autoincrement.TRUE);
    return stated ? columns.toList() : columns.sorted(countingFirst).toList();
  }

  private List<Column> columns(
      TableDraft draft,
      Map<String, TypeReading> typesByKey,
      List<ColumnDraft> key,
      List<ConstraintDraft> constraints) {
    Optional<ColumnDraft> counting =
        CountingKey.of(
            key,
            typesByKey,
            hasForeignKey(draft, constraints),
            context.options().dialect() == DialectName.POSTGRESQL);
    // SQLAlchemy leaves Identity out where a database has none; the key counts all the same.
    boolean identities = context.options().dialect() == DialectName.POSTGRESQL;
    List<Column> columns = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (ColumnDraft column : draft.columns()) {
      if (!names.add(column.columnName())) {
        context
            .problems()
            .add(
                "two columns of " + draft.name() + " are named " + column.columnName(),
                "column " + draft.name() + "." + column.columnName(),
                column.at());
        continue;
      }
      boolean inKey = key.contains(column);
      boolean identity =
          column
              .generation()
              .filter(limbeck.schema.Generation.Identity.class::isInstance)
              .isPresent();
      boolean nullable = !inKey && column.nullable().orElse(!column.primaryKey() && !identity);
      TypeReading type =
          typesByKey.getOrDefault(column.columnKey(), TypeReading.unknown("no type"));
      columns.add(
          new Column(
              new ColumnName(column.columnName()),
              type.type(),
              nullable,
              column.serverDefault(),
              column.generation().filter(_ -> identities || !identity),
              counting.filter(column::equals).isPresent() && !(identities && identity),
              column.comment()));
    }
    return columns;
  }

  /** The keys of columns that a foreign key starts from. */
  private Set<String> hasForeignKey(TableDraft draft, List<ConstraintDraft> constraints) {
    Set<String> keys = new HashSet<>();
    for (ConstraintDraft constraint : constraints) {
      if (constraint instanceof ConstraintDraft.ForeignKey key) {
        key.columns().stream()
            .flatMap(it -> reference(draft, it).stream())
            .forEach(it -> keys.add(it.columnKey()));
      }
    }
    return keys;
  }

  private List<Index> indexes(
      TableDraft draft,
      ExpressionCompiler expressions,
      NameBuilder names,
      Map<Object, Location> positions) {
    IndexAssembler assembler = new IndexAssembler(context, draft, tables, expressions, names);
    List<IndexDraft> drafts = new ArrayList<>();
    for (ColumnDraft column : draft.columns()) {
      if (column.index()) {
        drafts.add(
            new IndexDraft(
                new StatedName.Absent(),
                List.of(new Value.Str(column.columnKey())),
                column.unique(),
                Map.of(),
                column.at()));
      }
    }
    drafts.addAll(draft.indexes());
    List<Index> indexes = new ArrayList<>();
    for (IndexDraft index : drafts) {
      assembler
          .assemble(index)
          .ifPresent(
              it -> {
                indexes.add(it);
                positions.put(it, index.at());
              });
    }
    return indexes;
  }

  private static List<TypeReading.EnumUse> enums(Map<String, TypeReading> typesByKey) {
    return typesByKey.values().stream().flatMap(it -> it.enums().stream()).distinct().toList();
  }

  private static List<Sequence> sequences(TableDraft draft) {
    return draft.columns().stream().flatMap(it -> it.sequence().stream()).distinct().toList();
  }

  /** Returns whether a type counts as an integer when a key's counting is decided. */
  static boolean isInteger(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType _ -> true;
      case SqlType.Variant(SqlType base, var _) -> isInteger(base);
      case SqlType.Named(String name, var _) ->
          name.startsWith("tinyint")
              || name.startsWith("mediumint")
              || name.startsWith("integer")
              || name.startsWith("bigint")
              || name.startsWith("smallint");
      default -> false;
    };
  }
}
