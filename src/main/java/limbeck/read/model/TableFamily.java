package limbeck.read.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableSet;
import limbeck.schema.TableName;

/** The tables of every MetaData that was met. */
final class TableFamily {
  private final Map<Metadata, TableSet> sets = new LinkedHashMap<>();
  private final MetadataFacts facts;

  TableFamily(MetadataFacts facts) {
    this.facts = facts;
  }

  /** Returns the tables of each MetaData, in the order in which they were met. */
  Map<Metadata, TableSet> sets() {
    return sets;
  }

  /** Returns the tables of one MetaData. */
  TableSet set(Metadata metadata) {
    return sets.computeIfAbsent(facts.current(metadata), _ -> new TableSet());
  }

  /** Returns the full name of a table in a MetaData: its own schema, or the MetaData's. */
  TableName name(Metadata metadata, String name, Optional<Optional<String>> statedSchema) {
    return new TableName(statedSchema.orElse(facts.owner(metadata).schema()), name);
  }

  /** Returns the tables among which one is. */
  TableSet of(TableDraft table) {
    return sets.values().stream()
        .filter(it -> it.tables().contains(table))
        .findFirst()
        .orElseGet(TableSet::new);
  }

  /** Returns the table that a value stands for, in whatever MetaData. */
  Optional<TableDraft> table(Value value) {
    return sets.values().stream().flatMap(it -> it.table(value).stream()).findFirst();
  }
}
