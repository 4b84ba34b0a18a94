package limbeck.verify;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.schema.CarriedObject;
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
    Set<TableName> tables = new TreeSet<>(reached.tables());
    Optional<HistoryPart> history =
        claim.history().map(it -> HistoryPart.of(it, tables, reached.objects()));
    history.ifPresent(it -> tables.addAll(it.tables()));
    Schema before = narrowed(claim.before(), tables, reached.objects());
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
                    claim.wanted().map(it -> narrowed(it, tables, reached.objects()))),
                before.tables().size(),
                all));
  }

  /** Schemas, types and sequences stay: they are few, and share their names with tables. */
  private static Schema narrowed(Schema schema, Set<TableName> tables, Set<String> objects) {
    SortedMap<TableName, Table> kept = new TreeMap<>(schema.tables());
    kept.keySet().retainAll(tables);
    SortedMap<String, CarriedObject> carried = new TreeMap<>(schema.objects());
    carried.keySet().retainAll(objects);
    return new Schema(kept, schema.enums(), schema.sequences(), schema.namespaces(), carried);
  }
}
