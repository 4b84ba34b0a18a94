package limbeck.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import limbeck.operation.Operation;

/** The changes found so far, by the stage in which they are due; never leaves the package. */
final class Collected {
  private final Map<Stage, List<Change>> byStage = new EnumMap<>(Stage.class);
  private final Set<Operation> seen = new LinkedHashSet<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a change; a change found twice, from two sides, counts once. */
  void add(Stage stage, Operation operation, String because) {
    if (seen.add(operation)) {
      byStage
          .computeIfAbsent(stage, _ -> new ArrayList<>())
          .add(new Change(List.of(operation), because));
    }
  }

  void addAll(Stage stage, List<Operation> operations, String because) {
    if (!operations.isEmpty()) {
      byStage.computeIfAbsent(stage, _ -> new ArrayList<>()).add(new Change(operations, because));
    }
  }

  boolean contains(Operation operation) {
    return seen.contains(operation);
  }

  void candidate(Candidate candidate) {
    candidates.add(candidate);
  }

  void note(String note) {
    notes.add(note);
  }

  Difference difference() {
    List<Change> changes = new ArrayList<>();
    byStage.values().forEach(changes::addAll);
    return new Difference(changes, candidates, notes);
  }
}
