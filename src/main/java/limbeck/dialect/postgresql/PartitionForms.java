package limbeck.dialect.postgresql;

import java.util.Locale;
import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** {@code ATTACH PARTITION} and {@code DETACH PARTITION}, and what a default partition costs. */
final class PartitionForms {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;

  PartitionForms(Schema before, int serverMajor, EffectList effects) {
    this.before = before;
    this.serverMajor = serverMajor;
    this.effects = effects;
  }

  void attach(TableOperation.AttachPartition operation) {
    TableName parent = operation.table();
    TableName part = operation.partition();
    new InheritanceRefusals(before, effects).joins(part, parent, true);
    new PartitionBounds(before, effects).taken(parent, operation.bound());
    boolean proven = before.table(part).filter(it -> isBounded(parent, it)).isPresent();
    effects.form(
        proven ? LockFacts.ATTACH_PROVEN_PARTITION : LockFacts.ATTACH_PARTITION, parent, part);
    if (!proven) {
      effects.mayFail(
          "23514",
          part,
          "rows of " + part + " may lie outside the bounds of the partition",
          Optional.empty());
    }
    scanDefault(parent);
  }

  void detach(TableOperation.DetachPartition operation) {
    TableName parent = operation.table();
    TableName part = operation.partition();
    new InheritanceRefusals(before, effects).leaves(part, parent, true);
    if (operation.concurrently()) {
      effects.form(LockFacts.DETACH_PARTITION_CONCURRENTLY, parent, part);
      return;
    }
    effects.form(
        serverMajor < 14 ? LockFacts.DETACH_PARTITION_BEFORE_14 : LockFacts.DETACH_PARTITION,
        parent,
        part);
    defaultPartition(parent).ifPresent(it -> effects.lock(it, LockMode.ACCESS_EXCLUSIVE));
  }

  /** A new partition takes rows that the default one may hold: it is searched for them. */
  void scanDefault(TableName parent) {
    defaultPartition(parent)
        .ifPresent(
            it -> {
              effects.lock(it, LockMode.ACCESS_EXCLUSIVE);
              effects.scans(it);
              effects.mayFail(
                  "23514",
                  it,
                  "the default partition " + it + " may hold rows of the new one",
                  Optional.empty());
            });
  }

  private Optional<TableName> defaultPartition(TableName parent) {
    return before.tables().values().stream()
        .filter(
            it -> {
              String of = it.options().getOrDefault("postgresql_partition_of", "");
              return Identifiers.mentions(new SqlText(of), parent.name())
                  && of.strip().toUpperCase(Locale.ROOT).endsWith("DEFAULT");
            })
        .map(Table::name)
        .findFirst();
  }

  /** A check that states both bounds, over a key that is not NULL, proves the rows. */
  private boolean isBounded(TableName parent, Table part) {
    String key =
        before
            .table(parent)
            .map(it -> it.options().getOrDefault("postgresql_partition_by", ""))
            .orElse("");
    return part.columns().stream()
        .filter(it -> !it.nullable())
        .map(Column::name)
        .filter(it -> Identifiers.mentions(new SqlText(key), it.text()))
        .anyMatch(
            column ->
                part.constraints().stream()
                    .anyMatch(
                        it ->
                            it instanceof Constraint.Check check
                                && check.validated()
                                && Dependents.uses(check, column)
                                && check.condition().text().contains(">=")
                                && check.condition().text().contains("<")));
  }
}
