package limbeck.read.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import limbeck.read.table.ConstraintDraft;
import limbeck.read.table.IndexDraft;
import limbeck.read.table.TableDraft;
import limbeck.text.Location;

/**
 * The indexes and constraints that tables have already. A loop makes several at one place, so the
 * place alone does not tell them apart; but it spares comparing, and hashing, all of their parts.
 */
final class KnownParts {
  private final Map<Location, List<Object>> byPlace = new HashMap<>();

  void addAll(TableDraft table) {
    table.indexes().forEach(this::add);
    table.constraints().forEach(this::add);
  }

  /** Adds an index; returns whether it is new. */
  boolean add(IndexDraft index) {
    return add(index.at(), index);
  }

  /** Adds a constraint; returns whether it is new. */
  boolean add(ConstraintDraft constraint) {
    return add(constraint.at(), constraint);
  }

  private boolean add(Location at, Object part) {
    List<Object> here = byPlace.computeIfAbsent(at, _ -> new ArrayList<>(1));
    return !here.contains(part) && here.add(part);
  }
}
