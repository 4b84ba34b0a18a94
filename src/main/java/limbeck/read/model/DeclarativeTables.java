package limbeck.read.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.TableDraft;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/** Which declarative classes have which table, and the attributes that become its columns. */
final class DeclarativeTables {
  private final ReadContext context;
  private final ClassLookup lookup;
  private final DeclarativeColumns columns;
  private final IdentityHashMap<ClassValue, TableDraft> tables = new IdentityHashMap<>();

  DeclarativeTables(ReadContext context, ClassLookup lookup, DeclarativeColumns columns) {
    this.context = context;
    this.lookup = lookup;
    this.columns = columns;
    lookup.tables(this::inherited);
  }

  /** Remembers the table of a class. */
  void bind(ClassValue type, TableDraft table) {
    tables.put(type, table);
  }

  /** Returns the table of the nearest mapped base. */
  Optional<TableDraft> inherited(ClassValue type) {
    return context.program().resolutionOrder(type).stream()
        .filter(it -> it != type && isMapped(it))
        .findFirst()
        .map(it -> java.util.Objects.requireNonNull(tables.get((ClassValue) it)));
  }

  private boolean isMapped(Value type) {
    return type instanceof ClassValue own && tables.containsKey(own);
  }

  /** Returns whether a class is only there to be inherited from. */
  static boolean isAbstract(ClassValue type) {
    ClassValue.Member member = type.members().get("__abstract__");
    return (member != null
            && member
                .value()
                .filter(it -> it instanceof Value.Bool(boolean flag) && flag)
                .isPresent())
        || type.bases().stream()
            .anyMatch(it -> Hints.isNamed(it, Set.of("sqlalchemy.AbstractConcreteBase")));
  }

  /** Returns whether a class, or a class of the project above it, speaks of tables or columns. */
  boolean mentionsTables(ClassValue type) {
    for (Value base : context.program().resolutionOrder(type)) {
      if (!(base instanceof ClassValue own)) {
        continue;
      }
      for (ClassValue.Member member : own.members().values()) {
        boolean names =
            Set.of("__tablename__", "__table__", "__table_args__").contains(member.name());
        boolean column =
            member.value().flatMap(DeclarativeColumns::columnCall).isPresent()
                || (member.annotation().isPresent()
                    && DeclarativeColumns.mayBeColumn(
                        Optional.of(hint(own, member)), member.value()));
        if (names || column) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether a class or a mixin of it has a column of the primary key. */
  boolean definesKey(ClassValue type) {
    for (Value base : context.program().resolutionOrder(type)) {
      if (!(base instanceof ClassValue own) || (own != type && isMapped(own))) {
        continue;
      }
      for (ClassValue.Member member : own.members().values()) {
        boolean key =
            member
                .value()
                .map(it -> lookup.resolved(it, type, member.location()))
                .flatMap(DeclarativeColumns::columnCall)
                .filter(
                    it ->
                        it.keywords().get("primary_key") instanceof Value.Bool(boolean yes) && yes)
                .isPresent();
        if (key) {
          return true;
        }
      }
    }
    return special(type, "__table_args__").flatMap(Constants::items).stream()
        .flatMap(List::stream)
        .anyMatch(it -> LibraryNames.isCall(it, "sqlalchemy.PrimaryKeyConstraint"));
  }

  private Value hint(ClassValue scope, ClassValue.Member member) {
    return member
        .annotation()
        .map(it -> context.program().annotation(scope, it))
        .orElse(Value.NONE);
  }

  /**
   * Returns the table name of a class: its own, or a mixin's; that of a mapped base only when it is
   * a declared attribute.
   */
  Optional<Value> tableName(ClassValue type) {
    return special(type, "__tablename__").filter(it -> !Constants.isNone(it));
  }

  /** Returns the table arguments of a class, by the same rule. */
  Optional<Value> tableArguments(ClassValue type) {
    return special(type, "__table_args__");
  }

  private Optional<Value> special(ClassValue type, String name) {
    for (Value base : context.program().resolutionOrder(type)) {
      if (!(base instanceof ClassValue own)) {
        continue;
      }
      ClassValue.Member member = own.members().get(name);
      if (member == null || member.value().isEmpty()) {
        continue;
      }
      Value value = member.value().get();
      if (own == type || !isMapped(own) || ClassLookup.isDeclared(value)) {
        // The attribute itself is looked up anew, so that an override nearer to the class counts.
        return lookup.attribute(type, name);
      }
    }
    return Optional.empty();
  }

  /** Adds the columns that a class brings to a table. */
  void addColumns(ClassValue type, TableDraft table, Map<Value, Value> typeMap) {
    Map<String, ColumnDraft> collected = new LinkedHashMap<>();
    for (Value base : context.program().resolutionOrder(type)) {
      if (!(base instanceof ClassValue own) || (own != type && isMapped(own))) {
        continue;
      }
      if (own == type) {
        for (ClassValue.Member member : ordered(own)) {
          collect(type, own, member, table, typeMap, collected);
        }
      } else {
        addInherited(type, own, table, typeMap, collected);
      }
    }
    List<ColumnDraft> sorted = byCreation(type, collected);
    sorted.sort(java.util.Comparator.comparingInt(ColumnDraft::sortOrder));
    for (ColumnDraft column : sorted) {
      if (table.column(column.columnKey()).isEmpty()) {
        table.add(column);
      }
    }
    collected.forEach((attribute, column) -> table.bind(attribute, column.columnKey()));
  }

  /**
   * Until SQLAlchemy 2.0 columns stand in the order of their creation: those of the mixins, which
   * are defined first, then the class's own, then those that declared attributes make.
   */
  private List<ColumnDraft> byCreation(ClassValue type, Map<String, ColumnDraft> collected) {
    if (context.options().versions().sqlalchemyTwo()) {
      return new ArrayList<>(collected.values());
    }
    List<Value> order = context.program().resolutionOrder(type);
    List<ClassValue> classes = context.program().classes();
    Map<String, Integer> ranks = new LinkedHashMap<>();
    for (String name : collected.keySet()) {
      for (Value base : order) {
        if (base instanceof ClassValue own && own.members().containsKey(name)) {
          boolean declared =
              own.members().get(name).value().filter(ClassLookup::isDeclared).isPresent();
          ranks.put(name, declared ? Integer.MAX_VALUE : classes.indexOf(own));
          break;
        }
      }
    }
    return collected.entrySet().stream()
        .sorted(java.util.Comparator.comparingInt(it -> ranks.getOrDefault(it.getKey(), 0)))
        .map(Map.Entry::getValue)
        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
  }

  /** Plain columns of a mixin come before those it computes for each class. */
  private void addInherited(
      ClassValue type,
      ClassValue mixin,
      TableDraft table,
      Map<Value, Value> typeMap,
      Map<String, ColumnDraft> collected) {
    List<ClassValue.Member> members = ordered(mixin);
    for (boolean declared : new boolean[] {false, true}) {
      for (ClassValue.Member member : members) {
        boolean isDeclared = member.value().filter(ClassLookup::isDeclared).isPresent();
        if (isDeclared == declared && !isOverridden(type, mixin, member)) {
          collect(type, mixin, member, table, typeMap, collected);
        }
      }
    }
  }

  /** Whether a class nearer than the mixin, or the mapping of a base, has the attribute already. */
  private boolean isOverridden(ClassValue type, ClassValue mixin, ClassValue.Member member) {
    String name = member.name();
    if (member.value().filter(ClassLookup::isCascading).isPresent()) {
      return type.members().containsKey(name);
    }
    for (Value base : context.program().resolutionOrder(type)) {
      if (base == mixin) {
        return false;
      }
      if (base instanceof ClassValue own
          && (overrides(type, own, member) || hasAttribute(own, name))) {
        return true;
      }
    }
    return false;
  }

  private boolean overrides(ClassValue type, ClassValue nearer, ClassValue.Member member) {
    ClassValue.Member own = nearer.members().get(member.name());
    return own != null && !isOnlyAnnounced(type, nearer, own);
  }

  private boolean hasAttribute(ClassValue type, String name) {
    TableDraft table = tables.get(type);
    return table != null && table.attribute(name).isPresent();
  }

  /** The members in SQLAlchemy's order: those with values merged with those annotated. */
  private static List<ClassValue.Member> ordered(ClassValue type) {
    List<String> valued = new ArrayList<>();
    List<String> annotated = new ArrayList<>();
    for (ClassValue.Member member : type.members().values()) {
      if (member.value().isPresent()) {
        valued.add(member.name());
      }
      if (member.annotation().isPresent()) {
        annotated.add(member.name());
      }
    }
    return new LinkedHashSet<>(SqlModelTables.merge(valued, annotated))
        .stream().map(it -> type.members().get(it)).map(java.util.Objects::requireNonNull).toList();
  }

  private void collect(
      ClassValue type,
      ClassValue owner,
      ClassValue.Member member,
      TableDraft table,
      Map<Value, Value> typeMap,
      Map<String, ColumnDraft> collected) {
    boolean special = member.name().startsWith("__") && member.name().endsWith("__");
    String name = mangled(owner, member.name());
    if (special || collected.containsKey(name) || isOnlyAnnounced(type, owner, member)) {
      return;
    }
    Optional<Value> source = member.value().map(it -> inDataclass(it, type, member.location()));
    if (source.isPresent() && isNoColumn(source.get())) {
      return;
    }
    Optional<Value> hint = member.annotation().map(_ -> hint(owner, member));
    if (hint.filter(DeclarativeColumns::isRelation).isPresent()) {
      return;
    }
    if (source.filter(it -> LibraryNames.isCall(it, "sqlalchemy.composite")).isPresent()) {
      composite(name, hint, (Value.Call) source.get(), table, typeMap, collected);
      return;
    }
    boolean declared = source.filter(ClassLookup::isDeclared).isPresent();
    Optional<Value> value = source.map(it -> lookup.resolved(it, type, member.location()));
    if (value.filter(DeclaredHost::isColumnOfTable).isPresent()) {
      return;
    }
    if (declared && hint.isEmpty()) {
      hint = returned(owner, source.get());
    }
    DeclarativeColumns.Attribute attribute =
        new DeclarativeColumns.Attribute(name, owner, hint, value, source, member.location());
    columns.read(attribute, table, typeMap).ifPresent(it -> collected.put(name, it));
  }

  /** Python's own renaming of private names. */
  private static String mangled(ClassValue owner, String name) {
    return name.startsWith("__") && !name.endsWith("__")
        ? "_" + owner.name().replaceFirst("^_+", "") + name
        : name;
  }

  /** An annotation alone leaves the column as a mixin defines it. */
  private boolean isOnlyAnnounced(ClassValue type, ClassValue owner, ClassValue.Member member) {
    if (owner != type || member.value().isPresent()) {
      return false;
    }
    return context.program().resolutionOrder(type).stream()
        .filter(it -> it != type && !isMapped(it))
        .filter(ClassValue.class::isInstance)
        .map(it -> ((ClassValue) it).members().get(member.name()))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .flatMap(ClassValue.Member::value)
        .filter(it -> DeclarativeColumns.columnCall(it).isPresent())
        .isPresent();
  }

  /** The columns of a value that is made of several, named like its attributes. */
  private void composite(
      String name,
      Optional<Value> hint,
      Value.Call call,
      TableDraft table,
      Map<Value, Value> typeMap,
      Map<String, ColumnDraft> collected) {
    List<Value> parts = new ArrayList<>(call.arguments());
    Optional<ClassValue> type =
        hint.flatMap(it -> Hints.argumentOf(it, Set.of("sqlalchemy.Mapped")))
            .map(Hints::withoutNone)
            .filter(ClassValue.class::isInstance)
            .map(ClassValue.class::cast);
    if (!parts.isEmpty() && parts.getFirst() instanceof ClassValue stated) {
      type = Optional.of(stated);
      parts.removeFirst();
    }
    List<ClassValue.Member> fields =
        type
            .map(it -> it.members().values().stream().filter(f -> f.annotation().isPresent()))
            .stream()
            .flatMap(it -> it)
            .toList();
    for (int i = 0; i < Math.max(parts.size(), fields.size()); i++) {
      Optional<Value> part = i < parts.size() ? Optional.of(parts.get(i)) : Optional.empty();
      if (part.filter(it -> DeclarativeColumns.columnCall(it).isEmpty()).isPresent()) {
        continue; // The name of a column that is there already.
      }
      Optional<ClassValue.Member> field =
          i < fields.size() ? Optional.of(fields.get(i)) : Optional.empty();
      ClassValue scope = type.orElse(null);
      if (scope == null || (field.isEmpty() && part.isEmpty())) {
        continue;
      }
      Optional<Value> mapped =
          field.map(
              it -> new Value.Item(new Value.Symbol("sqlalchemy.orm.Mapped"), hint(scope, it)));
      columns
          .read(
              new DeclarativeColumns.Attribute(
                  field.map(ClassValue.Member::name).orElse(name),
                  scope,
                  mapped,
                  part,
                  part,
                  field.map(ClassValue.Member::location).orElse(call.at())),
              table,
              typeMap)
          .ifPresent(it -> collected.put(name + "." + it.columnKey(), it));
    }
  }

  /** A field of a dataclass may keep its column aside, under a key that the class states. */
  private Value inDataclass(Value value, ClassValue type, Location at) {
    if (!LibraryNames.isCall(value, "dataclasses.field")
        || !(value instanceof Value.Call field)
        || !(field.keywords().get("metadata") instanceof Value.DictOf(var entries))) {
      return value;
    }
    Optional<Value> kept =
        lookup
            .attribute(type, "__sa_dataclass_metadata_key__")
            .flatMap(it -> Optional.ofNullable(entries.get(it)));
    return kept.map(
            it ->
                it instanceof FunctionValue
                    ? context.program().call(it, List.of(), Map.of(), at, new ModelRecorder())
                    : it)
        .orElse(value);
  }

  /** The annotation of what a declared attribute returns. */
  private Optional<Value> returned(ClassValue owner, Value declared) {
    Value function =
        declared instanceof Value.Call call && !call.arguments().isEmpty()
            ? call.arguments().getFirst()
            : declared;
    return function instanceof FunctionValue found
            && found.body() instanceof FunctionValue.Body.Statements(var definition)
        ? definition.returns().map(it -> context.program().annotation(owner, it))
        : Optional.empty();
  }

  private static boolean isNoColumn(Value value) {
    return (value instanceof FunctionValue && !ClassLookup.isDeclared(value))
        || LibraryNames.ofCall(value)
            .filter(
                it ->
                    it.equals("sqlalchemy.relationship")
                        || it.equals("sqlalchemy.synonym")
                        || it.equals("sqlalchemy.association_proxy")
                        || it.equals("builtins.property"))
            .isPresent();
  }
}
