package limbeck.read.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;
import limbeck.sql.SqlLexer;

/** What {@code CASCADE} drops besides what is named, as operations that go before. */
final class Cascade {
  private final Schema before;

  Cascade(Schema before) {
    this.before = before;
  }

  /** Returns what goes with a table; foreign keys to it go by the operation itself. */
  List<Operation> ofTable(TableName name) {
    return views(name.name(), _ -> true);
  }

  /** Returns a table's partitions, and with CASCADE the tables that inherit from it. */
  List<TableName> parts(TableName name, boolean cascade) {
    List<TableName> result = new ArrayList<>();
    String written = ObjectForms.written(new ObjectName(name.schema(), name.name()));
    for (Table table : before.tables().values()) {
      boolean partition =
          table.options().getOrDefault("postgresql_partition_of", "").startsWith(written + " ");
      boolean heir =
          List.of(table.options().getOrDefault("postgresql_inherits", "").split(", "))
              .contains(written);
      if (partition || (cascade && heir)) {
        result.addAll(parts(table.name(), cascade));
        result.add(table.name());
      }
    }
    return result;
  }

  /** Returns what goes with a view. */
  List<Operation> ofView(ObjectName name) {
    return views(name.name(), _ -> true);
  }

  /** Returns what goes with a column. */
  List<Operation> ofColumn(TableName table, ColumnName column) {
    List<Operation> result =
        new ArrayList<>(
            views(
                table.name(),
                it -> Identifiers.mentions(it.definition(), column.text()) || selectsAll(it)));
    for (Dependents.Reference reference : Dependents.referencesTo(before, table, column)) {
      before
          .table(reference.holder())
          .flatMap(it -> DefaultNames.postgresql().nameOf(reference.key(), it))
          .ifPresent(
              it ->
                  result.add(
                      new ConstraintOperation.DropConstraint(
                          reference.holder(),
                          it,
                          Optional.of(ConstraintOperation.Kind.FOREIGN_KEY),
                          false,
                          false)));
    }
    before
        .table(table)
        .ifPresent(
            owner ->
                Dependents.computedFrom(owner, column)
                    .forEach(
                        it -> result.add(new ColumnOperation.DropColumn(table, it.name(), false))));
    return result;
  }

  private static boolean selectsAll(CarriedObject view) {
    return SqlLexer.tokens(view.definition().text()).stream().anyMatch(it -> it.is("*"));
  }

  /** Returns what goes with an enum type. */
  List<Operation> ofEnum(TypeName name) {
    return columns(it -> Dependents.enumsOf(it.type()).contains(name));
  }

  /** Returns what goes with a domain. */
  List<Operation> ofDomain(ObjectName name) {
    String written =
        name.schema().map(it -> Identifiers.quoted(it) + ".").orElse("")
            + Identifiers.quoted(name.name());
    return columns(it -> isNamed(it.type(), written));
  }

  private static boolean isNamed(SqlType type, String name) {
    if (type instanceof SqlType.ArrayOf(SqlType element, _)) {
      return isNamed(element, name);
    }
    return type instanceof SqlType.Named named && named.name().equals(name);
  }

  private List<Operation> columns(Predicate<Column> wanted) {
    List<Operation> result = new ArrayList<>();
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        if (wanted.test(column)) {
          result.addAll(ofColumn(table.name(), column.name()));
          result.add(new ColumnOperation.DropColumn(table.name(), column.name(), false));
        }
      }
    }
    return List.copyOf(new LinkedHashSet<>(result));
  }

  /** Returns the defaults that take from a sequence, to be dropped. */
  List<Operation> ofSequence(SequenceName name) {
    List<Operation> result = new ArrayList<>();
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        boolean counts =
            OwnedSequences.counting(name, before)
                .equals(Optional.of(new OwnedSequences.Place(table.name(), column.name())));
        if (counts) {
          result.add(alter(table, column, new ColumnChange.SetAutoincrement(false)));
        } else if (OwnedSequences.takesFrom(column, name)) {
          result.add(alter(table, column, noDefault(column)));
        }
      }
    }
    return result;
  }

  private static ColumnChange noDefault(Column column) {
    return new ColumnChange.SetDefault(column.serverDefault(), Optional.empty());
  }

  private static Operation alter(Table table, Column column, ColumnChange change) {
    return new ColumnOperation.AlterColumn(table.name(), column.name(), List.of(change));
  }

  /** Returns the triggers, views and defaults that call a function, to be dropped. */
  List<Operation> ofFunction(String name) {
    List<Operation> result = new ArrayList<>(views(name, _ -> true));
    for (CarriedObject object : before.objects().values()) {
      if (object.kind() == CarriedObject.Kind.TRIGGER && calls(object.definition(), name)) {
        result.add(ObjectForms.dropOnTable(object));
      }
    }
    for (Table table : before.tables().values()) {
      for (Column column : table.columns()) {
        boolean calls =
            column.serverDefault().orElse(null) instanceof Default.Expression(SqlText sql)
                && calls(sql, name);
        if (calls) {
          result.add(alter(table, column, noDefault(column)));
        }
      }
    }
    return result;
  }

  private static boolean calls(SqlText sql, String function) {
    var tokens = SqlLexer.tokens(sql.text());
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).value().equals(function) && tokens.get(i + 1).is("(")) {
        return true;
      }
    }
    return false;
  }

  /** Views over a relation, those over them first. */
  private List<Operation> views(String relation, Predicate<CarriedObject> wanted) {
    Set<CarriedObject> seen = new LinkedHashSet<>();
    List<CarriedObject> found = new ArrayList<>();
    collect(relation, wanted, seen, found);
    return found.stream().map(Cascade::dropView).toList();
  }

  private void collect(
      String relation,
      Predicate<CarriedObject> wanted,
      Set<CarriedObject> seen,
      List<CarriedObject> found) {
    for (CarriedObject object : before.objects().values()) {
      boolean view =
          object.kind() == CarriedObject.Kind.VIEW
              || object.kind() == CarriedObject.Kind.MATERIALIZED_VIEW;
      boolean over = view && !object.name().name().equals(relation) && mentions(object, relation);
      if (over && wanted.test(object) && seen.add(object)) {
        collect(object.name().name(), _ -> true, seen, found);
        found.add(object);
      }
    }
  }

  private static boolean mentions(CarriedObject view, String relation) {
    return SqlLexer.tokens(view.definition().text()).stream()
        .anyMatch(it -> it.isName() && it.value().equals(relation));
  }

  private static Operation dropView(CarriedObject view) {
    String word = view.kind().name().replace('_', ' ').toUpperCase(Locale.ROOT);
    return new ObjectOperation.DropObject(
        view.kind(),
        view.name(),
        new SqlText("DROP " + word + " " + ObjectForms.written(view.name())),
        false);
  }

  /** Returns the drops of everything in the default schema. */
  List<Operation> ofDefaultSchema() {
    List<Operation> result = new ArrayList<>();
    for (Table table : before.tables().values()) {
      if (table.name().schema().isEmpty()) {
        result.addAll(ofTable(table.name()));
        result.add(new TableOperation.DropTable(table.name(), false, true));
      }
    }
    before.enums().keySet().stream()
        .filter(it -> it.schema().isEmpty())
        .forEach(it -> result.add(new TypeOperation.DropEnum(it, false)));
    before.sequences().keySet().stream()
        .filter(it -> it.schema().isEmpty())
        .forEach(it -> result.add(new ObjectOperation.DropSequence(it, false)));
    return List.copyOf(new LinkedHashSet<>(result));
  }
}
