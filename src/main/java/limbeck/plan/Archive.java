package limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Dependents;
import limbeck.operation.DescribeType;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Copies aside what a plan drops, so that the downgrade can bring it back.
 *
 * <p>On PostgreSQL the copies lie in a schema of their own: Alembic's autogenerate does not look
 * there, and would otherwise ask for them to be dropped. Elsewhere their names tell them.
 */
public final class Archive {
  private static final String NAME = "limbeck_archive";
  private static final int LONGEST_NAME = 63;

  /**
   * What lies where.
   *
   * @param table the copy
   * @param key the primary key, by which its rows are found again
   * @param columns that were kept, in the order in which they are dropped
   */
  record Kept(TableName table, List<Column> key, List<Column> columns) {
    /** Returns the key and the other columns. */
    List<Column> all() {
      return Stream.concat(key.stream(), columns.stream()).toList();
    }

    /** Returns the names of the columns of the key. */
    List<ColumnName> keyNames() {
      return key.stream().map(Column::name).toList();
    }
  }

  private final Draft draft;
  private final Map<TableName, Kept> tables = new LinkedHashMap<>();
  private final Map<ColumnPlace, Kept> columns = new LinkedHashMap<>();
  private final Map<TableName, List<ColumnName>> expected = new LinkedHashMap<>();
  private final Set<TableName> expectedTables = new LinkedHashSet<>();
  private final List<ArchiveCopy> copies = new ArrayList<>();
  private boolean ahead;

  Archive(Draft draft) {
    this.draft = draft;
  }

  /** Returns whether a table holds what a revision has kept, so that no model states it. */
  public static boolean isArchive(TableName table) {
    return table.schema().filter(NAME::equals).isPresent() || table.name().startsWith(NAME + "_");
  }

  /** Returns a schema with the archive of another one. */
  public static Schema carried(Schema schema, Schema from) {
    SchemaName name = new SchemaName(NAME);
    TreeSet<SchemaName> namespaces = new TreeSet<>(schema.namespaces());
    if (from.namespaces().contains(name)) {
      namespaces.add(name);
    }
    Schema result =
        new Schema(
            schema.tables(), schema.enums(), schema.sequences(), namespaces, schema.objects());
    for (Table table : from.tables().values()) {
      if (isArchive(table.name()) && schema.table(table.name()).isEmpty()) {
        result = result.with(table);
      }
    }
    return result;
  }

  Optional<Kept> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  Optional<Kept> column(ColumnPlace place) {
    return Optional.ofNullable(columns.get(place));
  }

  /** Takes note of all that will be dropped, so that a table is copied once. */
  void expect(List<Operation> operations) {
    for (Operation it : operations) {
      if (it instanceof ColumnOperation.DropColumn drop) {
        expected.computeIfAbsent(drop.table(), _ -> new ArrayList<>()).add(drop.column());
      } else if (it instanceof TableOperation.DropTable drop) {
        expectedTables.add(drop.table());
      }
    }
  }

  /**
   * Copies what large tables lose before anything is dropped: a copy that is broken off must not
   * leave half of the drops done.
   *
   * @param operations of the whole plan; a table whose name or key changes is copied when its turn
   *     comes
   */
  void keepAhead(List<Operation> operations) {
    draft.during(
        Phase.Kind.CONTRACT,
        () -> {
          ahead = true;
          for (TableName it : ahead(operations)) {
            places(it).forEach(this::keep);
            if (isExpected(it)) {
              keep(it);
            }
          }
          finishCopies();
          ahead = false;
        });
  }

  /** Returns the large tables whose rows or values are copied before anything is dropped. */
  Set<TableName> ahead(List<Operation> operations) {
    Set<TableName> result = new LinkedHashSet<>(expected.keySet());
    result.addAll(expectedTables);
    result.removeIf(
        it ->
            draft.schema().table(it).isEmpty()
                || !draft.options().isOnline(it)
                || !keepsKey(it, operations));
    return result;
  }

  /** Returns the columns that a table is going to lose, without those that are computed. */
  List<ColumnPlace> places(TableName table) {
    return expected.getOrDefault(table, List.of()).stream()
        .flatMap(it -> draft.schema().table(table).flatMap(of -> of.column(it)).stream())
        .filter(it -> !isComputed(it))
        .map(it -> new ColumnPlace(table, it.name()))
        .toList();
  }

  /** Returns whether a table is going to be dropped. */
  boolean isExpected(TableName table) {
    return expectedTables.contains(table);
  }

  private boolean keepsKey(TableName table, List<Operation> operations) {
    List<ColumnName> key =
        draft.schema().table(table).map(Archive::key).orElse(List.of()).stream()
            .map(Column::name)
            .toList();
    return operations.stream()
        .noneMatch(
            it ->
                (it instanceof TableOperation.RenameTable rename && rename.to().equals(table))
                    || (it instanceof ColumnOperation.AlterColumn alter
                        && alter.table().equals(table)
                        && key.contains(alter.column())));
  }

  /** Copies a table aside, if that is wanted; returns where to. */
  Optional<TableName> keep(TableName name) {
    Optional<Table> table = draft.schema().table(name);
    if (!draft.options().keepData() || table.isEmpty() || tables.containsKey(name)) {
      return table(name).map(Kept::table);
    }
    List<Column> key = key(table.get());
    List<Column> others =
        table.get().columns().stream().filter(it -> !isComputed(it) && !key.contains(it)).toList();
    Kept kept = new Kept(freeName(name, ""), key, others);
    copy(name, kept);
    tables.put(name, kept);
    return Optional.of(kept.table());
  }

  /**
   * Copies a column aside with all others of its table that will be dropped, beside the primary
   * key, if that is wanted and can be done.
   */
  Optional<TableName> keep(ColumnPlace place) {
    Optional<Table> table = draft.schema().table(place.table());
    if (!draft.options().keepData() || table.isEmpty() || columns.containsKey(place)) {
      return column(place).map(Kept::table);
    }
    List<Column> key = key(table.get());
    Optional<String> obstacle = obstacle(table.get(), place.column(), key);
    if (obstacle.isPresent()) {
      draft.note(
          SafetyNote.Kind.DATA_LOSS,
          "The values of " + place + " cannot be kept: " + obstacle.get() + ".");
      return Optional.empty();
    }
    List<Column> dropped =
        expected.getOrDefault(place.table(), List.of(place.column())).stream()
            .filter(it -> obstacle(table.get(), it, key).isEmpty())
            .flatMap(it -> table.get().column(it).stream())
            .filter(it -> !isComputed(it))
            .toList();
    String suffix = dropped.size() == 1 ? "_" + place.column().text() : "_columns";
    Kept kept = new Kept(freeName(place.table(), suffix), key, dropped);
    copy(place.table(), kept);
    dropped.forEach(it -> columns.put(new ColumnPlace(place.table(), it.name()), kept));
    return Optional.of(kept.table());
  }

  private static List<Column> key(Table table) {
    return table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of()).stream()
        .flatMap(it -> table.column(it).stream())
        .toList();
  }

  /** Returns why a column cannot be kept, if it cannot. */
  private static Optional<String> obstacle(Table table, ColumnName name, List<Column> key) {
    if (key.isEmpty()) {
      return Optional.of("its table has no primary key by which its rows could be found again");
    }
    boolean always =
        table.column(name).flatMap(Column::generation).orElse(null)
                instanceof Generation.Identity identity
            && identity.always();
    return always ? Optional.of("it is GENERATED ALWAYS") : Optional.empty();
  }

  /** Says where dropped rows or values are. */
  static String note(String dropped, String what, TableName archive) {
    return "Dropping "
        + dropped
        + " keeps its "
        + what
        + " in "
        + archive
        + ", from where the downgrade brings them back; drop that table when nobody needs them.";
  }

  /** Makes the copy, and has the rows copied. */
  private void copy(TableName from, Kept kept) {
    boolean apart = draft.options().isOnline(from);
    if (draft.options().isPostgresql()) {
      draft.about(
          new Footprint(Set.of(new Footprint.Part("namespace", NAME)), false),
          () -> namespace(apart));
    } else {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "Alembic's autogenerate asks for tables whose names begin with "
              + NAME
              + "_ to be dropped, unless env.py leaves them out by include_name.");
    }
    List<Column> all = kept.all();
    List<Constraint> constraints = new ArrayList<>();
    if (!kept.key().isEmpty()) {
      constraints.add(
          new Constraint.PrimaryKey(
              Optional.empty(), kept.keyNames(), limbeck.schema.Deferral.NOT_DEFERRABLE));
    }
    List<Column> stored =
        all.stream()
            .map(it -> Column.of(it.name().text(), storedType(it.type()), !kept.key().contains(it)))
            .toList();
    draft.add(
        new TableOperation.CreateTable(
            new Table(
                kept.table(), stored, constraints, List.of(), Optional.empty(), new TreeMap<>()),
            apart),
        "what is dropped next is kept in " + kept.table(),
        Classification.ADDITIVE,
        "the table is new");
    ArchiveCopy copy = new ArchiveCopy(draft, from, kept);
    copy.add(apart);
    copies.add(copy);
    if (!ahead) {
      finishCopies();
    }
  }

  private void finishCopies() {
    copies.forEach(ArchiveCopy::finish);
    copies.clear();
  }

  private void namespace(boolean apart) {
    SchemaName name = new SchemaName(NAME);
    if (!draft.schema().namespaces().contains(name)) {
      draft.add(
          new ObjectOperation.CreateNamespace(name, apart),
          "what is dropped is kept in a schema that Alembic does not compare",
          Classification.ADDITIVE,
          "the schema is new");
    }
  }

  private TableName freeName(TableName table, String suffix) {
    String whole = table.schema().map(it -> it + "_").orElse("") + table.name() + suffix;
    String text = draft.options().isPostgresql() ? whole : NAME + "_" + whole;
    for (int i = 1; ; i++) {
      String end = i == 1 ? "" : "_" + i;
      String cut = text.substring(0, Math.min(text.length(), LONGEST_NAME - end.length())) + end;
      TableName name = draft.options().isPostgresql() ? TableName.of(NAME, cut) : TableName.of(cut);
      if (draft.schema().table(name).isEmpty()) {
        return name;
      }
    }
  }

  private static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  /** An enum type may be dropped after its last user, so its labels are kept as text. */
  private static SqlType storedType(SqlType type) {
    return switch (type) {
      case SqlType.EnumReference _, SqlType.TextEnum _ -> new SqlType.Text(Optional.empty());
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          new SqlType.ArrayOf(storedType(element), dimensions);
      case SqlType it -> it;
    };
  }

  /** A column's value, read from its own table, in the type it is kept in. */
  static String stored(Column column, String expression, PlanOptions options) {
    return isEnum(column) && options.isPostgresql()
        ? expression + "::" + DescribeType.describe(storedType(column.type()))
        : expression;
  }

  /** A kept value in the type of the column it came from. */
  static String restored(Column column, String expression, PlanOptions options) {
    return isEnum(column) && options.isPostgresql()
        ? expression + "::" + DescribeType.describe(column.type())
        : expression;
  }

  private static boolean isEnum(Column column) {
    return !Dependents.enumsOf(column.type()).isEmpty();
  }
}
