package limbeck.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** Whether every phase of a plan can be carried out, and leads back to where it began. */
final class RoundTrip {
  private final DefaultNames names;

  /** Makes one for a database that names the unnamed so. */
  RoundTrip(DefaultNames names) {
    this.names = names;
  }

  /** Whether it holds of phases, one after the other. */
  boolean holds(List<Phase> phases, Schema start) {
    Schema before = start;
    for (Phase phase : phases) {
      Optional<Schema> after = carriedOut(phase.upgrade(), before);
      Optional<Schema> back = after.flatMap(it -> carriedOut(phase.downgrade(), it));
      if (back.isEmpty() || !plain(back.get()).equals(plain(before))) {
        return false;
      }
      before = after.orElseThrow();
    }
    return true;
  }

  /** Returns the schema after steps; empty when one of them cannot be carried out. */
  Optional<Schema> carriedOut(List<Step> steps, Schema start) {
    Schema schema = start;
    for (Step step : steps) {
      ApplyResult result = Apply.apply(step.operation(), schema, names);
      if (!result.problems().isEmpty()) {
        return Optional.empty();
      }
      schema = result.schema();
    }
    return Optional.of(schema);
  }

  /** Returns the schema with the database's names and no order of its own. */
  private Schema plain(Schema schema) {
    return unordered(names.named(schema));
  }

  /** Returns a schema whose tables' parts stand in an order that does not tell how they came. */
  static Schema unordered(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      result = result.with(unordered(table));
    }
    return result;
  }

  private static Table unordered(Table table) {
    return table
        .withColumns(table.columns().stream().sorted(Comparator.comparing(Column::name)).toList())
        .withConstraints(
            table.constraints().stream().sorted(Comparator.comparing(Object::toString)).toList())
        .withIndexes(
            table.indexes().stream().sorted(Comparator.comparing(Object::toString)).toList());
  }
}
