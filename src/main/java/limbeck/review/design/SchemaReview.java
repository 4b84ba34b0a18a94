package limbeck.review.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Dependents;
import limbeck.review.Severity;
import limbeck.review.design.SchemaReport.Entity;
import limbeck.review.design.SchemaReport.IndexUse;
import limbeck.review.design.SchemaReport.Link;
import limbeck.review.design.SchemaReport.Relation;
import limbeck.review.design.SchemaReport.Remark;
import limbeck.review.design.SchemaReport.Role;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Looks at a schema as a whole. */
public final class SchemaReview {
  private final Schema schema;

  private SchemaReview(Schema schema) {
    this.schema = schema;
  }

  /** Reviews a schema. */
  public static SchemaReport of(Schema schema) {
    return new SchemaReview(schema).report();
  }

  private SchemaReport report() {
    List<Entity> entities = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<IndexUse> indexes = new ArrayList<>();
    Map<TableName, Integer> referred = new HashMap<>();
    schema.tables().values().stream()
        .flatMap(it -> it.foreignKeys().stream())
        .forEach(it -> referred.merge(it.target(), 1, Integer::sum));
    for (Table table : schema.tables().values()) {
      int by = referred.getOrDefault(table.name(), 0);
      Role role = role(table, by);
      entities.add(new Entity(table, role, table.foreignKeys().size(), by));
      table.foreignKeys().forEach(it -> relations.add(relation(table, it)));
      if (role == Role.ASSOCIATION) {
        links.add(
            new Link(
                table.name(),
                table.foreignKeys().stream().map(Constraint.ForeignKey::target).toList()));
      }
      indexes.addAll(uses(table));
    }
    List<Remark> remarks = new ArrayList<>(KeyChecks.of(schema));
    remarks.addAll(IndexChecks.of(schema));
    remarks.addAll(TenancyChecks.of(schema));
    remarks.sort(
        Comparator.comparing(Remark::severity, Comparator.<Severity>reverseOrder())
            .thenComparing(it -> it.subject().table().orElse(""))
            .thenComparing(Remark::check)
            .thenComparing(Remark::message));
    return new SchemaReport(entities, relations, links, indexes, remarks);
  }

  private static Role role(Table table, int referredBy) {
    Set<ColumnName> own =
        new HashSet<>(table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of()));
    Set<ColumnName> foreign = new HashSet<>();
    int inKey = 0;
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      if (own.containsAll(key.columns())) {
        inKey++;
        foreign.addAll(key.columns());
      }
    }
    if (inKey > 1 && foreign.containsAll(own)) {
      return Role.ASSOCIATION;
    }
    if (inKey > 0) {
      return Role.DEPENDENT;
    }
    return table.foreignKeys().isEmpty() && referredBy == 0 ? Role.ALONE : Role.ENTITY;
  }

  private Relation relation(Table table, Constraint.ForeignKey key) {
    boolean optional =
        key.columns().stream()
            .anyMatch(it -> table.column(it).filter(Column::nullable).isPresent());
    boolean single =
        Access.of(table).stream()
            .anyMatch(
                it ->
                    it.unique()
                        && it.plain()
                        && new HashSet<>(key.columns()).containsAll(it.columns()));
    return new Relation(
        table.name(),
        texts(key.columns()),
        key.target(),
        texts(Dependents.targetColumns(key, schema)),
        (single ? "one" : "many") + " to " + (optional ? "optional one" : "one"),
        key.onDelete().name().replace('_', ' ').toLowerCase(Locale.ROOT),
        Access.serving(table, key.columns()).map(Access::name).orElse(""));
  }

  static List<String> texts(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::text).toList();
  }

  private static List<IndexUse> uses(Table table) {
    List<Access> all = Access.of(table);
    List<IndexUse> result = new ArrayList<>();
    for (Access access : all) {
      List<String> reasons = new ArrayList<>();
      if (!access.constraint().isEmpty()) {
        reasons.add("makes the " + access.constraint());
      } else if (access.unique()) {
        reasons.add(access.plain() ? "keeps out duplicates" : "keeps out duplicates among some");
      }
      Optional<Access> better = IndexChecks.redundant(table, access, all);
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        Optional<Access> best =
            all.stream()
                .filter(it -> it.serves(key.columns()))
                .filter(it -> IndexChecks.redundant(table, it, all).isEmpty())
                .findFirst();
        if (best.filter(it -> it.equals(access)).isPresent()) {
          reasons.add("finds the rows that refer to " + key.target());
        }
      }
      better.ifPresent(it -> reasons.add("of no use beside " + it.name()));
      if (reasons.isEmpty()) {
        reasons.add("nothing in the schema asks for it; a query may");
      }
      result.add(
          new IndexUse(table.name(), access.name(), access.shown(), access.unique(), reasons));
    }
    return result;
  }
}
