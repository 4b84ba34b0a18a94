package limbeck.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Identifiers;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The operations that create a schema: what others need comes first, tables after those they refer
 * to, keys that close a circle at the end.
 */
final class CreationOrder {
  private final Schema schema;
  private final DialectName dialect;
  private final List<Operation> later = new ArrayList<>();

  CreationOrder(Schema schema, DialectName dialect) {
    this.schema = schema;
    this.dialect = dialect;
  }

  List<Operation> operations() {
    List<Operation> result = new ArrayList<>();
    schema.namespaces().forEach(it -> result.add(new ObjectOperation.CreateNamespace(it, false)));
    result.addAll(objects(CarriedObject.Kind.EXTENSION));
    schema.enums().values().forEach(it -> result.add(new TypeOperation.CreateEnum(it, false)));
    schema
        .sequences()
        .values()
        .forEach(it -> result.add(new ObjectOperation.CreateSequence(it, false)));
    result.addAll(objects(CarriedObject.Kind.DOMAIN));
    List<CarriedObject> early = functionsOfTables();
    early.forEach(it -> result.add(new ObjectOperation.CreateObject(it, false)));
    tables().forEach(it -> result.add(new TableOperation.CreateTable(it, false)));
    result.addAll(later);
    objects(CarriedObject.Kind.FUNCTION).stream()
        .filter(it -> !early.contains(it.object()))
        .forEach(result::add);
    Stream.of(
            CarriedObject.Kind.VIEW,
            CarriedObject.Kind.MATERIALIZED_VIEW,
            CarriedObject.Kind.TRIGGER,
            CarriedObject.Kind.POLICY)
        .forEach(it -> result.addAll(objects(it)));
    return result;
  }

  private List<ObjectOperation.CreateObject> objects(CarriedObject.Kind kind) {
    return schema.objects().values().stream()
        .filter(it -> it.kind() == kind)
        .map(it -> new ObjectOperation.CreateObject(it, false))
        .toList();
  }

  private List<Table> tables() {
    SortedMap<TableName, Table> waiting = new TreeMap<>(schema.tables());
    Set<TableName> created = new HashSet<>();
    List<Table> result = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Table next =
          waiting.values().stream()
              .filter(it -> parentsExist(it, waiting) && missing(it, created).isEmpty())
              .findFirst()
              .orElseGet(() -> leastBound(waiting, created));
      result.add(withoutLater(next, created));
      created.add(next.name());
      waiting.remove(next.name());
    }
    return result;
  }

  /** Some refer to each other: of these the one with the fewest open keys is created first. */
  private Table leastBound(SortedMap<TableName, Table> waiting, Set<TableName> created) {
    Table best = waiting.values().iterator().next();
    int fewest = Integer.MAX_VALUE;
    for (Table table : waiting.values()) {
      int open = missing(table, created).size();
      if (open < fewest && parentsExist(table, waiting) && isInCircle(table, created)) {
        best = table;
        fewest = open;
      }
    }
    return best;
  }

  private boolean isInCircle(Table table, Set<TableName> created) {
    Set<TableName> seen = new HashSet<>();
    List<Table> open = new ArrayList<>(List.of(table));
    while (!open.isEmpty()) {
      for (Constraint.ForeignKey key : missing(open.removeLast(), created)) {
        if (key.target().equals(table.name())) {
          return true;
        }
        if (seen.add(key.target())) {
          schema.table(key.target()).ifPresent(open::add);
        }
      }
    }
    return false;
  }

  private List<Constraint.ForeignKey> missing(Table table, Set<TableName> created) {
    return table.foreignKeys().stream()
        .filter(it -> !it.target().equals(table.name()) && !created.contains(it.target()))
        .filter(it -> schema.table(it.target()).isPresent())
        .toList();
  }

  /** Partitions and children of a table come after it. */
  private static boolean parentsExist(Table table, SortedMap<TableName, Table> waiting) {
    String parents =
        table.options().getOrDefault("postgresql_partition_of", "")
            + " "
            + table.options().getOrDefault("postgresql_inherits", "");
    SqlText text = new SqlText(parents);
    return waiting.keySet().stream()
        .filter(it -> !it.equals(table.name()))
        .noneMatch(it -> Identifiers.mentions(text, it.name()));
  }

  /**
   * Takes out what ALTER TABLE adds at the end. CREATE TABLE takes NOT VALID, but the server then
   * holds the constraint for valid.
   */
  private Table withoutLater(Table table, Set<TableName> created) {
    // SQLite looks for the target of a key when rows are written, and cannot add a key later.
    List<Constraint.ForeignKey> open =
        dialect == DialectName.SQLITE ? List.of() : missing(table, created);
    List<Constraint> kept = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (open.contains(constraint) || !isValidated(constraint)) {
        later.add(
            new ConstraintOperation.AddConstraint(table.name(), constraint, Optional.empty()));
      } else {
        kept.add(constraint);
      }
    }
    return table.withConstraints(kept);
  }

  private boolean isValidated(Constraint constraint) {
    if (dialect != DialectName.POSTGRESQL) {
      return true;
    }
    return switch (constraint) {
      case Constraint.ForeignKey key -> key.validated();
      case Constraint.Check check -> check.validated();
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
    };
  }

  /** Functions that a default, a check, an index or a computed column calls. */
  private List<CarriedObject> functionsOfTables() {
    List<SqlText> expressions =
        schema.tables().values().stream().flatMap(CreationOrder::expressions).toList();
    return schema.objects().values().stream()
        .filter(it -> it.kind() == CarriedObject.Kind.FUNCTION)
        .filter(it -> expressions.stream().anyMatch(text -> calls(text, it.name().name())))
        .toList();
  }

  private static boolean calls(SqlText text, String function) {
    int arguments = function.indexOf('(');
    String bare = arguments < 0 ? function : function.substring(0, arguments);
    return text.text().toLowerCase(Locale.ROOT).contains(bare.toLowerCase(Locale.ROOT));
  }

  private static Stream<SqlText> expressions(Table table) {
    List<SqlText> result = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.serverDefault().isPresent()
          && column.serverDefault().get() instanceof Default.Expression(var text)) {
        result.add(text);
      }
      if (column.generation().isPresent()
          && column.generation().get() instanceof Generation.Computed(var text, var _)) {
        result.add(text);
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        result.add(check.condition());
      }
    }
    for (Index index : table.indexes()) {
      index.where().ifPresent(result::add);
      for (IndexElement element : index.elements()) {
        if (element.target() instanceof IndexElement.Target.OfExpression(var text)) {
          result.add(text);
        }
      }
    }
    return result.stream();
  }
}
