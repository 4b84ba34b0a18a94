package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import limbeck.operation.Apply;
import limbeck.operation.ColumnOperation;
import limbeck.operation.TableOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.Table;

/** Makes schemas that break a law smaller, as long as they break it. */
final class Shrink {
  private Shrink() {}

  /** Two schemas that break a law together. */
  record Pair(Schema from, Schema to) {}

  static Pair pair(Pair start, Predicate<Pair> breaks) {
    Pair current = start;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Pair it : candidates(current)) {
        if (breaks.test(it)) {
          current = it;
          smaller = true;
          break;
        }
      }
    }
    return current;
  }

  private static List<Pair> candidates(Pair pair) {
    List<Pair> result = new ArrayList<>();
    for (Schema from : smaller(pair.from())) {
      result.add(new Pair(from, pair.to()));
    }
    for (Schema to : smaller(pair.to())) {
      result.add(new Pair(pair.from(), to));
    }
    return result;
  }

  /** Schemas with one thing less. */
  static List<Schema> smaller(Schema schema) {
    List<Schema> result = new ArrayList<>();
    for (CarriedObject it : schema.objects().values()) {
      result.add(schema.without(it.kind(), it.name()));
    }
    for (Table table : schema.tables().values()) {
      result.add(Apply.after(new TableOperation.DropTable(table.name(), false, true), schema));
    }
    for (Table table : schema.tables().values()) {
      for (Constraint it : table.constraints()) {
        List<Constraint> kept = new ArrayList<>(table.constraints());
        kept.remove(it);
        if (it instanceof Constraint.ForeignKey || referrers(schema, table) == 0) {
          result.add(schema.with(table.withConstraints(kept)));
        }
      }
      for (Index it : table.indexes()) {
        List<Index> kept = new ArrayList<>(table.indexes());
        kept.remove(it);
        result.add(schema.with(table.withIndexes(kept)));
      }
      for (Column it : table.columns()) {
        if (table.columns().size() > 1) {
          var dropped =
              Apply.apply(new ColumnOperation.DropColumn(table.name(), it.name(), false), schema);
          if (dropped.problems().isEmpty()) {
            result.add(dropped.schema());
          }
        }
        Column plain = it.withComment(Optional.empty()).withServerDefault(Optional.empty());
        if (!plain.equals(it)) {
          result.add(schema.with(table.mapColumn(it.name(), _ -> plain)));
        }
      }
      if (table.comment().isPresent()) {
        result.add(schema.with(table.withComment(Optional.empty())));
      }
    }
    for (EnumType it : schema.enums().values()) {
      if (!schema.toString().contains("EnumReference[name=" + it.name())) {
        result.add(schema.without(it.name()));
      }
    }
    for (Sequence it : schema.sequences().values()) {
      if (!schema.toString().contains("NextValue")) {
        result.add(schema.without(it.name()));
      }
    }
    return result;
  }

  private static long referrers(Schema schema, Table table) {
    return schema.tables().values().stream()
        .flatMap(it -> it.foreignKeys().stream())
        .filter(it -> it.target().equals(table.name()))
        .count();
  }
}
