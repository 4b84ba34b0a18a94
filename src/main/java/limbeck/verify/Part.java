package limbeck.verify;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The part of a claim over a large schema that its steps can reach. What is left out no step can
 * touch, and the models state it just as the history leaves it.
 *
 * @param claim the smaller claim
 * @param tables how many tables its schema before has
 * @param all how many the whole one has
 */
record Part(Claim claim, int tables, int all) {
  /** Smaller schemas are proven whole: it takes no time that matters. */
  static final int LARGE = 100;

  /** Returns the part of a claim; empty when it is better proven whole. */
  static Optional<Part> of(Claim claim) {
    int all = claim.before().tables().size();
    return all < LARGE ? Optional.empty() : Reach.of(claim).flatMap(it -> of(claim, it));
  }

  private static Optional<Part> of(Claim claim, Reach.Reached reached) {
    Optional<HistoryPart> history = claim.history().map(it -> HistoryPart.of(it, reached));
    Set<TableName> tables = new TreeSet<>(reached.tables());
    tables.addAll(reached.edge());
    history.ifPresent(it -> tables.addAll(it.tables()));
    Schema before = narrowed(claim.before(), tables, reached);
    int all = claim.before().tables().size();
    return before.tables().size() > all / 2
        ? Optional.empty()
        : Optional.of(
            new Part(
                new Claim(
                    before,
                    history.map(HistoryPart::steps),
                    claim.upgrade(),
                    claim.downgrade(),
                    claim.wanted().map(it -> narrowed(it, tables, reached))),
                before.tables().size(),
                all));
  }

  /** Schemas, types and sequences stay: they cost little, and share their names with tables. */
  private static Schema narrowed(Schema schema, Set<TableName> tables, Reach.Reached reached) {
    SortedMap<TableName, Table> kept = new TreeMap<>(schema.tables());
    kept.keySet().retainAll(tables);
    kept.replaceAll(
        (name, table) -> reached.tables().contains(name) ? table : withinEdge(table, tables));
    SortedMap<String, CarriedObject> carried = new TreeMap<>(schema.objects());
    carried.keySet().retainAll(reached.objects());
    return new Schema(kept, schema.enums(), schema.sequences(), schema.namespaces(), carried);
  }

  /**
   * Returns a table that no step touches without its foreign keys to tables that are not there: its
   * rows need nothing but to be referred to.
   */
  static Table withinEdge(Table table, Set<TableName> tables) {
    return table.withConstraints(
        table.constraints().stream().filter(it -> !leadsOut(it, tables)).toList());
  }

  /** Whether a constraint refers to a table that is not there. */
  static boolean leadsOut(Constraint constraint, Set<TableName> tables) {
    return constraint instanceof Constraint.ForeignKey key && !tables.contains(key.target());
  }
}
