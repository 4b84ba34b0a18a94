package limbeck.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Step;
import limbeck.schema.CarriedObject;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Constraint.ForeignKey;
import limbeck.schema.Index;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * The tables and carried objects that the steps of a claim can reach, and those which these refer
 * to; and every table that the models state in other words than the steps leave it in, since only a
 * database can tell whether both mean the same.
 *
 * <p>A step reaches the tables it names in any way, those that refer to what it takes away or
 * changes, the users of a type or sequence, relatives by inheritance, and what the views, triggers
 * and functions about them name. What cannot be followed reaches everything.
 */
final class Reach {
  /** Thrown inside when steps may reach everything. */
  private static final class Everything extends RuntimeException {
    private static final long serialVersionUID = 1;

    Everything() {
      super(null, null, false, false);
    }
  }

  private final KnownTables tables = new KnownTables();
  private final Map<String, List<CarriedObject>> objects = new TreeMap<>();
  private final TablesByName names = tables.names();
  private final Set<TableName> touched = new TreeSet<>();
  private final Set<TableName> needed = new TreeSet<>();
  private final Set<TableName> cascaded = new HashSet<>();
  private final Set<String> changed = new TreeSet<>();
  private final Set<String> carried = new TreeSet<>();

  private Reach() {}

  /**
   * What is reached.
   *
   * @param tables that a step can touch, or that are stated differently
   * @param edge further tables that must be there for them, if only to be referred to
   * @param objects by key
   */
  record Reached(Set<TableName> tables, Set<TableName> edge, Set<String> objects) {}

  /** Returns what the steps of a claim can reach; empty when that may be everything. */
  static Optional<Reached> of(Claim claim) {
    Schema after = claim.before();
    for (Step step : claim.upgrade()) {
      if (step.operation() instanceof Opaque) {
        return Optional.empty();
      }
      after = Apply.after(step.operation(), after);
    }
    try {
      return Optional.of(new Reach().follow(claim, after));
    } catch (Everything _) {
      return Optional.empty();
    }
  }

  private Reached follow(Claim claim, Schema after) {
    know(claim.before());
    know(after);
    claim.wanted().ifPresent(this::know);
    for (Step step : claim.upgrade()) {
      if (step.operation() instanceof TableOperation.CreateTable create) {
        names.add(List.of(create.table()));
      }
    }
    tables.relate();
    objects.values().forEach(this::neutral);
    claim.wanted().ifPresent(it -> compare(after, it));
    for (Step step : claim.upgrade()) {
      follow(step.operation());
    }
    for (Step step : claim.downgrade()) {
      follow(step.operation());
    }
    close();
    needed.removeAll(touched);
    return new Reached(touched, needed, carried);
  }

  private void know(Schema schema) {
    schema.tables().values().forEach(tables::add);
    schema
        .objects()
        .forEach((key, it) -> objects.computeIfAbsent(key, _ -> new ArrayList<>()).add(it));
  }

  /** What names no table disturbs none, and may be needed by any. */
  private void neutral(List<CarriedObject> definitions) {
    for (CarriedObject it : definitions) {
      boolean apart =
          switch (it.kind()) {
            case EXTENSION, DOMAIN -> true;
            case FUNCTION ->
                !CarriedText.isDynamic(it) && names.in(it.definition().text()).isEmpty();
            case VIEW, MATERIALIZED_VIEW, TRIGGER, POLICY -> false;
          };
      if (!apart) {
        return;
      }
    }
    definitions.forEach(it -> carried.add(CarriedText.key(it)));
  }

  private void compare(Schema after, Schema wanted) {
    for (TableName name : tables.all()) {
      Optional<Table> left = after.table(name);
      Optional<Table> stated = wanted.table(name);
      if (left.isPresent() || stated.isPresent()) {
        boolean same = left.isPresent() && stated.isPresent() && same(left.get(), stated.get());
        if (!same) {
          touched.add(name);
        }
      }
    }
    for (String key : objects.keySet()) {
      if (!Optional.ofNullable(after.objects().get(key))
          .equals(Optional.ofNullable(wanted.objects().get(key)))) {
        carried.add(key);
        changed.add(key);
      }
    }
  }

  /** The order of columns is no part of what is proven. */
  private static boolean same(Table one, Table other) {
    return one.equals(other)
        || (new HashSet<>(one.columns()).equals(new HashSet<>(other.columns()))
            && one.withColumns(List.of()).equals(other.withColumns(List.of())));
  }

  private void follow(Operation operation) {
    touched.addAll(names.in(operation.toString()));
    switch (operation) {
      case TableOperation it -> follow(it);
      case ColumnOperation it -> follow(it);
      case ConstraintOperation it -> follow(it);
      case IndexOperation it -> follow(it);
      case TypeOperation it -> follow(it);
      case ObjectOperation it -> follow(it);
      case DataOperation it -> follow(it);
      case Opaque _ -> throw new Everything();
    }
    String text = operation.toString();
    Set<String> words = TablesByName.words(text);
    for (String key : objects.keySet()) {
      if (!CarriedText.isOfTable(key)
          && TablesByName.mentions(text, words, CarriedText.lastName(key))) {
        carried.add(key);
      }
    }
  }

  private void follow(TableOperation operation) {
    switch (operation) {
      case TableOperation.DropTable it -> referring(it.table());
      case TableOperation.RenameTable it -> {
        referring(it.from());
        referring(it.to());
      }
      // Rows, keys and indexes of whole families of tables change hands.
      case TableOperation.AttachPartition _, TableOperation.DetachPartition _ ->
          throw new Everything();
      case TableOperation.CreateTable _,
          TableOperation.SetTableComment _,
          TableOperation.OrderColumns _ -> {}
    }
  }

  private void follow(ColumnOperation operation) {
    switch (operation) {
      case ColumnOperation.AddColumn _ -> {}
      case ColumnOperation.DropColumn it -> referring(it.table(), it.column());
      case ColumnOperation.AlterColumn it -> {
        for (ColumnChange change : it.changes()) {
          switch (change) {
            case ColumnChange.SetType _, ColumnChange.SetGeneration _ ->
                referring(it.table(), it.column());
            case ColumnChange.Rename(ColumnName to) -> {
              referring(it.table(), it.column());
              referring(it.table(), to);
            }
            case ColumnChange.SetNullable _,
                ColumnChange.SetDefault _,
                ColumnChange.SetAutoincrement _,
                ColumnChange.SetComment _ -> {}
          }
        }
      }
    }
  }

  private void follow(ConstraintOperation operation) {
    switch (operation) {
      case ConstraintOperation.DropConstraint it -> {
        List<Constraint> known =
            tables.forms(it.table()).stream()
                .flatMap(table -> table.constraint(it.name()).stream())
                .toList();
        boolean key =
            known.stream()
                .anyMatch(
                    constraint ->
                        switch (constraint) {
                          case Constraint.PrimaryKey _, Constraint.Unique _ -> true;
                          case ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> false;
                        });
        if (key || known.isEmpty()) {
          referring(it.table());
        }
      }
      case ConstraintOperation.AddConstraint _,
          ConstraintOperation.RenameConstraint _,
          ConstraintOperation.ValidateConstraint _,
          ConstraintOperation.SetDeferral _ -> {}
    }
  }

  private void follow(IndexOperation operation) {
    switch (operation) {
      case IndexOperation.DropIndex it -> {
        List<TableName> holders =
            it.table().map(List::of).orElseGet(() -> tables.holders(it.name()));
        if (holders.isEmpty() && !it.ifExists()) {
          throw new Everything(); // one that PostgreSQL has named: of any table
        }
        for (TableName holder : holders) {
          touched.add(holder);
          List<Index> known =
              tables.forms(holder).stream()
                  .flatMap(table -> table.index(it.name()).stream())
                  .toList();
          if (known.isEmpty() || known.stream().anyMatch(Index::unique)) {
            referring(holder);
          }
        }
      }
      case IndexOperation.CreateIndex _, IndexOperation.RenameIndex _ -> {}
    }
  }

  private void follow(TypeOperation operation) {
    switch (operation) {
      case TypeOperation.CreateEnum it -> users(it.type().name());
      case TypeOperation.DropEnum it -> users(it.name());
      case TypeOperation.AddEnumLabel it -> users(it.type());
      case TypeOperation.RenameEnumLabel it -> users(it.type());
      case TypeOperation.RenameType it -> {
        users(it.from());
        users(it.to());
      }
    }
  }

  private void users(TypeName type) {
    touch(
        table ->
            table.columns().stream()
                .anyMatch(column -> Dependents.enumsOf(column.type()).contains(type)));
    // A function or a view may have it, too, and says so only in its text.
    users(type.name());
  }

  /** The tables and objects whose definitions have a name in them. */
  private void users(String name) {
    for (Map.Entry<String, List<CarriedObject>> entry : objects.entrySet()) {
      for (CarriedObject object : entry.getValue()) {
        String text = object.definition().text();
        if (TablesByName.mentions(text, TablesByName.words(text), name)) {
          carried.add(entry.getKey());
          changed.add(entry.getKey());
        }
      }
    }
  }

  private void usersInText(String name) {
    users(name);
    touch(table -> TablesByName.mentions(table.toString(), words(table), name));
  }

  private static Set<String> words(Table table) {
    return TablesByName.words(table.toString());
  }

  private void follow(ObjectOperation operation) {
    switch (operation) {
      case ObjectOperation.CreateNamespace _ -> {}
      case ObjectOperation.DropNamespace it ->
          touch(table -> table.name().schema().equals(Optional.of(it.name().text())));
      case ObjectOperation.CreateSequence it -> usersInText(it.sequence().name().name());
      case ObjectOperation.AlterSequence it -> usersInText(it.name().name());
      case ObjectOperation.DropSequence it -> usersInText(it.name().name());
      case ObjectOperation.RenameSequence it -> {
        usersInText(it.from().name());
        usersInText(it.to().name());
      }
      case ObjectOperation.CreateObject it ->
          change(it.object().kind(), it.object().name(), Optional.of(it.object()));
      case ObjectOperation.DropObject it -> change(it.kind(), it.name(), Optional.empty());
      case ObjectOperation.RenameObject it -> {
        change(it.from().kind(), it.from().name(), Optional.of(it.from()));
        change(it.to().kind(), it.to().name(), Optional.of(it.to()));
      }
    }
  }

  private void change(
      CarriedObject.Kind kind, ObjectName name, Optional<CarriedObject> definition) {
    if (kind == CarriedObject.Kind.EXTENSION && definition.isEmpty()) {
      throw new Everything(); // whatever has a type or an operator of it
    }
    definition
        .filter(CarriedText::isDynamic)
        .ifPresent(
            _ -> {
              throw new Everything();
            });
    String key = Schema.objectKey(kind, name);
    carried.add(key);
    changed.add(key);
    switch (kind) {
      case FUNCTION, DOMAIN -> usersInText(CarriedText.lastName(key));
      case EXTENSION, VIEW, MATERIALIZED_VIEW, TRIGGER, POLICY -> {}
    }
  }

  private void follow(DataOperation operation) {
    switch (operation) {
      case DataOperation.ExecuteSql it -> {
        if (!CarriedText.isPlain(it.statement().text())) {
          throw new Everything();
        }
        Set<TableName> reached = names.in(it.statement().text());
        reached.addAll(it.writes());
        reached.addAll(it.reads());
        reached.forEach(this::cascade);
      }
      case DataOperation.Backfill it -> referring(it.table(), it.column());
      case DataOperation.InsertRows _, DataOperation.RequireNoRows _ -> {}
    }
  }

  /** Rows that go may take those of referring tables along, and so on. */
  private void cascade(TableName table) {
    touched.add(table);
    if (cascaded.add(table)) {
      tables.referrers(table).forEach(this::cascade);
    }
  }

  private void referring(TableName target) {
    touched.addAll(tables.referrers(target));
  }

  private void referring(TableName target, ColumnName column) {
    for (TableName holder : tables.referrers(target)) {
      boolean refers =
          tables.forms(holder).stream()
              .flatMap(it -> it.foreignKeys().stream())
              .anyMatch(
                  it ->
                      it.target().equals(target)
                          && (it.targetColumns().isEmpty() || it.targetColumns().contains(column)));
      if (refers) {
        touched.add(holder);
      }
    }
  }

  private void touch(Predicate<Table> condition) {
    touched.addAll(tables.matching(condition));
  }

  private void close() {
    int size;
    do {
      size = touched.size() + needed.size() + carried.size();
      for (TableName name : List.copyOf(touched)) {
        touched.addAll(tables.relatives(name));
        for (Table table : tables.forms(name)) {
          table.foreignKeys().forEach(it -> needed.add(it.target()));
        }
      }
      for (TableName name : union()) {
        needed.addAll(tables.relatives(name));
        tables.forms(name).forEach(this::need);
      }
      objects.forEach(this::carry);
    } while (size < touched.size() + needed.size() + carried.size());
  }

  private List<TableName> union() {
    Set<TableName> all = new TreeSet<>(touched);
    all.addAll(needed);
    return List.copyOf(all);
  }

  /** The functions that a table's definition calls. */
  private void need(Table table) {
    if (objects.isEmpty()) {
      return;
    }
    String text = table.toString();
    Set<String> words = TablesByName.words(text);
    for (Map.Entry<String, List<CarriedObject>> entry : objects.entrySet()) {
      boolean function =
          entry.getValue().stream().anyMatch(it -> it.kind() == CarriedObject.Kind.FUNCTION);
      if (function && TablesByName.mentions(text, words, CarriedText.lastName(entry.getKey()))) {
        carried.add(entry.getKey());
      }
    }
  }

  /** Takes an object that is about a table or object reached, and what it names in turn. */
  private void carry(String key, List<CarriedObject> definitions) {
    for (CarriedObject object : definitions) {
      String text = object.definition().text() + " " + object.name();
      Set<String> words = TablesByName.words(text);
      Set<TableName> named = names.in(text);
      boolean about =
          carried.contains(key)
              || named.stream().anyMatch(touched::contains)
              || restsOnChanged(text, words);
      if (about) {
        if (CarriedText.isDynamic(object)) {
          throw new Everything();
        }
        carried.add(key);
        touched.addAll(named);
        objects.keySet().stream()
            .filter(
                it ->
                    !CarriedText.isOfTable(it)
                        && TablesByName.mentions(text, words, CarriedText.lastName(it)))
            .forEach(carried::add);
      }
    }
  }

  /** A view may rest on another one, and anything on what a step changes. */
  private boolean restsOnChanged(String text, Set<String> words) {
    return carried.stream()
        .filter(
            it -> !CarriedText.isOfTable(it) && (changed.contains(it) || CarriedText.isView(it)))
        .anyMatch(it -> TablesByName.mentions(text, words, CarriedText.lastName(it)));
  }
}
