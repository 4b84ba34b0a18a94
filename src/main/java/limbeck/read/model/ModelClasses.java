package limbeck.read.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ColumnReader;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableItems;
import limbeck.read.table.TableOptions;
import limbeck.read.table.TableSet;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.TableName;

/** Goes through the classes of a program in order and makes drafts of the tables they define. */
final class ModelClasses {
  private final ReadContext context;
  private final ClassLookup lookup;
  private final MetadataFinder finder;
  private final MetadataFacts facts;
  private final TableFamily family;
  private final TableItems items;
  private final SqlModelTables sqlModels;
  private final SqlModelColumns sqlModelColumns;
  private final DeclarativeTables declaratives;
  private final SortedMap<TableName, String> classes = new TreeMap<>();
  private int number;

  ModelClasses(
      ReadContext context,
      ClassLookup lookup,
      MetadataFinder finder,
      MetadataFacts facts,
      TableFamily family,
      TypeTranslator types,
      ColumnReader columns) {
    this.context = context;
    this.lookup = lookup;
    this.finder = finder;
    this.facts = facts;
    this.family = family;
    this.items = new TableItems(context, columns);
    this.sqlModels = new SqlModelTables(context, lookup);
    this.sqlModelColumns = new SqlModelColumns(context, types, columns);
    this.declaratives =
        new DeclarativeTables(context, lookup, new DeclarativeColumns(context, types, columns));
  }

  /** Returns the qualified names of the classes that define tables. */
  SortedMap<TableName, String> classes() {
    return classes;
  }

  /** Makes drafts of every class. */
  void read(List<ClassValue> all) {
    for (ClassValue type : all) {
      number++;
      if (sqlModels.isSqlModel(type)) {
        readSqlModel(type);
      } else {
        readDeclarative(type);
      }
    }
  }

  private void readSqlModel(ClassValue type) {
    if (!sqlModels.isTable(type)) {
      if (SqlModelTables.saysTable(type)) {
        context
            .problems()
            .add(
                type.name() + " is not a table of its own: SQLModel maps it to its base's table",
                "nothing; the fields it adds are not stored",
                type.location());
      }
      return;
    }
    Optional<String> name = sqlModels.tableName(type);
    if (name.isEmpty()) {
      return;
    }
    Metadata metadata = finder.ofClass(type).orElse(new Metadata.OfSqlModel());
    TableArguments arguments = arguments(type, lookup.attribute(type, "__table_args__"));
    Optional<TableDraft> table = begin(type, metadata, name.get(), arguments);
    if (table.isEmpty()) {
      return;
    }
    for (SqlModelField field : byCreation(sqlModels.fields(type))) {
      ColumnDraft column = sqlModelColumns.read(field, table.get());
      table.get().add(column);
      table.get().bind(field.name(), column.columnKey());
    }
    finish(type, table.get(), arguments);
  }

  /** Until SQLAlchemy 2.0 columns stand in the order of their creation: sa_column before others. */
  private List<SqlModelField> byCreation(List<SqlModelField> fields) {
    if (context.options().versions().sqlalchemyTwo()) {
      return fields;
    }
    return java.util.stream.Stream.concat(
            fields.stream().filter(ModelClasses::hasColumn),
            fields.stream().filter(it -> !hasColumn(it)))
        .toList();
  }

  private static boolean hasColumn(SqlModelField field) {
    return field.columnArgument("sa_column").filter(it -> it instanceof Value.Call).isPresent();
  }

  /** Notes that constraints may be missing when the table's arguments could not be told. */
  private static void note(TableArguments arguments, TableDraft table) {
    if (!arguments.known()) {
      table.partial();
    }
  }

  private TableArguments arguments(ClassValue type, Optional<Value> stated) {
    return stated
        .map(it -> TableArguments.read(it, type.name(), type.location(), context.problems()))
        .orElse(TableArguments.NONE);
  }

  /** Begins a table; empty, with a problem, when its MetaData has one of that name already. */
  private Optional<TableDraft> begin(
      ClassValue type, Metadata metadata, String name, TableArguments arguments) {
    TableName full =
        family.name(metadata, name, ImperativeTables.statedSchema(arguments.keywords()));
    if (ImperativeTables.isSchemaUnknown(arguments.keywords())) {
      String what = "the schema of the table " + name;
      context.problems().add(what + " cannot be told", what, type.location());
    }
    TableSet set = family.set(metadata);
    Optional<TableDraft> earlier = set.table(full);
    boolean extend =
        arguments.keywords().get("extend_existing") instanceof Value.Bool(boolean flag) && flag;
    if (earlier.isPresent() && !extend) {
      context
          .problems()
          .add(
              "the table "
                  + full
                  + " of "
                  + type.name()
                  + " is defined twice; the first at "
                  + earlier.get().at(),
              "which of the definitions of " + full + " counts",
              type.location());
      return Optional.empty();
    }
    TableDraft table =
        new TableDraft(full, facts.ownerForClass(metadata, number - 1), type.location());
    earlier.ifPresent(it -> it.columns().forEach(table::add));
    set.add(table);
    set.bind(type, table);
    classes.put(full, type.qualifiedName());
    return Optional.of(table);
  }

  private void finish(ClassValue type, TableDraft table, TableArguments arguments) {
    note(arguments, table);
    int before = context.problems().count();
    items.add(arguments.items(), table, type.location());
    if (context.problems().since(before).stream().anyMatch(it -> !it.marked())) {
      table.partial();
    }
    TableOptions.read(arguments.keywords(), table, context.problems(), type.location());
  }

  private void readDeclarative(ClassValue type) {
    if (MetadataFinder.isRoot(type) || DeclarativeTables.isAbstract(type)) {
      return;
    }
    Optional<Metadata> metadata = finder.ofClass(type);
    if (metadata.isEmpty()) {
      return;
    }
    boolean foreign = metadata.get() instanceof Metadata.Named;
    Optional<Value> whole = lookup.attribute(type, "__table__");
    if (whole.isPresent()) {
      bindWhole(type, whole.get());
      return;
    }
    if (foreign && !declaratives.mentionsTables(type)) {
      return;
    }
    Optional<Value> name = declaratives.tableName(type);
    Optional<TableDraft> parent = declaratives.inherited(type);
    boolean flask = isFlask(type);
    if (flask && parent.isPresent() && !declaratives.definesKey(type)) {
      // Flask-SQLAlchemy takes a class without a key of its own for one of its parent's table.
      addToParent(type, metadata.get(), parent.get());
    } else if (name.isPresent()) {
      Optional<String> text = Constants.text(name.get());
      if (text.isPresent()) {
        readTable(type, metadata.get(), text.get());
      } else {
        context
            .problems()
            .add(
                "the table name of "
                    + type.name()
                    + " cannot be told: "
                    + Constants.describe(name.get()),
                "table of " + type.qualifiedName(),
                type.location());
      }
    } else if (parent.isPresent() && !flask) {
      addToParent(type, metadata.get(), parent.get());
    } else if (flask && declaratives.mentionsTables(type)) {
      readTable(type, metadata.get(), FlaskNames.tableName(type.name()));
    } else if (declaratives.mentionsTables(type)) {
      context
          .problems()
          .add(
              type.name() + " has columns, but neither a table name nor a table it inherits",
              "table of " + type.qualifiedName(),
              type.location());
    }
  }

  private void addToParent(ClassValue type, Metadata metadata, TableDraft parent) {
    declaratives.addColumns(type, parent, typeMap(type));
    family.set(metadata).bind(type, parent);
    declaratives.bind(type, parent);
  }

  private void bindWhole(ClassValue type, Value value) {
    Optional<TableDraft> table = family.table(value);
    if (table.isEmpty()) {
      context
          .problems()
          .add(
              "__table__ of " + type.name() + " is not understood: " + Constants.describe(value),
              "table of " + type.qualifiedName(),
              type.location());
      return;
    }
    TableDraft found = table.get();
    finder.ofClass(type).ifPresent(it -> family.set(it).bind(type, found));
    declaratives.bind(type, found);
    found.columns().forEach(it -> found.bind(it.columnKey(), it.columnKey()));
    classes.putIfAbsent(found.name(), type.qualifiedName());
  }

  private void readTable(ClassValue type, Metadata metadata, String name) {
    TableArguments arguments = arguments(type, declaratives.tableArguments(type));
    Optional<TableDraft> table = begin(type, metadata, name, arguments);
    if (table.isPresent()) {
      declaratives.addColumns(type, table.get(), typeMap(type));
      declaratives.bind(type, table.get());
      finish(type, table.get(), arguments);
    }
  }

  private static boolean isFlask(ClassValue type) {
    return type.bases().stream()
        .anyMatch(
            it ->
                it instanceof ClassValue base
                    ? isFlask(base)
                    : it instanceof Value.Attribute(Value extension, String member)
                        && member.equals("Model")
                        && LibraryNames.isFlaskExtension(extension));
  }

  /** The {@code type_annotation_map} of a class's base or registry. */
  private Map<Value, Value> typeMap(ClassValue type) {
    Optional<Value> map =
        lookup
            .attribute(type, "type_annotation_map")
            .or(
                () ->
                    lookup
                        .attribute(type, "registry")
                        .flatMap(it -> keyword(it, "type_annotation_map")))
            .or(
                () ->
                    bases(type).stream()
                        .flatMap(it -> keyword(it, "type_annotation_map").stream())
                        .findFirst());
    return map.isPresent() && map.get() instanceof Value.DictOf(Map<Value, Value> entries)
        ? entries
        : Map.of();
  }

  private static Optional<Value> keyword(Value value, String name) {
    return value instanceof Value.Call call
        ? Optional.ofNullable(call.keywords().get(name))
        : Optional.empty();
  }

  private List<Value> bases(ClassValue type) {
    return context.program().resolutionOrder(type).stream()
        .flatMap(
            it ->
                it instanceof ClassValue own
                    ? own.bases().stream()
                    : java.util.stream.Stream.<Value>of())
        .toList();
  }
}
