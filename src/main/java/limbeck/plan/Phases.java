package limbeck.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.operation.ObjectOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/**
 * Divides an online plan into phases: steps of one kind together, as far as no step comes before
 * another one that it builds upon. What is taken from the version before comes last.
 */
final class Phases {
  /**
   * When a step is due.
   *
   * @param epoch how many contractions it has to come after
   * @param last whether it is a contraction itself
   * @param round how often the kinds have to be gone through before it
   */
  private record Position(int epoch, boolean last, int round, Phase.Kind kind)
      implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
        Comparator.comparingInt(Position::epoch)
            .thenComparing(Position::last)
            .thenComparingInt(Position::round)
            .thenComparing(Position::kind);
    static final Position FIRST = new Position(0, false, 0, Phase.Kind.DIRECT);

    static Position of(Position built, Phase.Kind kind) {
      if (kind == Phase.Kind.CONTRACT) {
        return new Position(built.epoch(), true, 0, kind);
      }
      if (built.last()) {
        return new Position(built.epoch() + 1, false, 0, kind);
      }
      boolean again = kind.compareTo(built.kind()) < 0;
      return new Position(built.epoch(), false, built.round() + (again ? 1 : 0), kind);
    }

    static Position later(Position one, Position other) {
      return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public int compareTo(Position other) {
      return ORDER.compare(this, other);
    }
  }

  /** The steps of a phase, with the notes about them. */
  private record Group(
      Phase.Kind kind, List<Draft.Planned> steps, Schema after, Set<SafetyNote> notes) {}

  private final Draft draft;
  private final Replacements replacements;
  private final RoundTrip trip;

  private Phases(Draft draft, Replacements replacements) {
    this.draft = draft;
    this.replacements = replacements;
    this.trip = new RoundTrip(draft.options().names());
  }

  /** Returns the phases of a plan; empty when it cannot be divided so that each leads back. */
  static Optional<List<Phase>> of(Draft draft, Replacements replacements) {
    if (draft.steps().isEmpty()) {
      return Optional.of(List.of());
    }
    Phases phases = new Phases(draft, replacements);
    return draft.options().strategy() == Strategy.DIRECT
        ? Optional.of(phases.phases(phases.whole()))
        : phases.divided();
  }

  /** Returns the first division whose every phase leads back to where it began. */
  private Optional<List<Phase>> divided() {
    int taken = draft.notesTaken();
    for (List<Group> groups : candidates()) {
      List<Phase> result = phases(groups);
      if (trip.holds(result, start())) {
        return Optional.of(result);
      }
      draft.forgetNotes(taken);
    }
    return Optional.empty();
  }

  private Schema start() {
    return draft.steps().getFirst().before();
  }

  private List<Group> whole() {
    return List.of(
        new Group(
            Phase.Kind.DIRECT, draft.steps(), draft.schema(), new LinkedHashSet<>(draft.notes())));
  }

  private List<Phase> phases(List<Group> groups) {
    Releases releases = new Releases(groups.stream().map(Group::steps).toList(), draft);
    List<Phase> result = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      int taken = draft.notesTaken();
      Downgrade downgrade = new Downgrade(draft, replacements, group.steps(), group.after());
      List<Step> back = downgrade.steps();
      Set<SafetyNote> notes = new LinkedHashSet<>(group.notes());
      notes.addAll(draft.notesSince(taken));
      List<ClassifiedStep> steps = group.steps().stream().map(Draft.Planned::classified).toList();
      LockTimeouts timeouts = new LockTimeouts(draft);
      List<Step> up =
          timeouts.set(
              steps.stream().map(ClassifiedStep::step).toList(), group.steps().getFirst().before());
      timeouts.advice().ifPresent(notes::add);
      List<Step> down = timeouts.set(back, group.after());
      result.add(
          new Phase(
              group.kind(),
              steps,
              up,
              down,
              List.copyOf(notes),
              downgrade.refused(),
              releases.after(i)));
    }
    return result;
  }

  /** Returns the ways to divide the plan that lead where it leads, the best first. */
  private List<List<Group>> candidates() {
    List<Integer> asPlanned = IntStream.range(0, draft.steps().size()).boxed().toList();
    // What is taken away blocks nothing that does without it; so it may be looked at last.
    List<Integer> contractionsLast =
        Stream.concat(
                asPlanned.stream().filter(it -> !isContraction(it)),
                asPlanned.stream().filter(this::isContraction))
            .toList();
    List<List<Group>> result = new ArrayList<>();
    for (List<Integer> order : List.of(asPlanned, contractionsLast)) {
      List<Group> groups = grouped(positions(order, false));
      if (leadsThere(groups) && !result.contains(groups)) {
        result.add(groups);
      }
    }
    return result.isEmpty() ? List.of(grouped(positions(asPlanned, true))) : result;
  }

  /** Whether a step takes something away, or may have to come after one that does. */
  private boolean isContraction(int index) {
    Draft.Planned step = draft.steps().get(index);
    return step.kind() == Phase.Kind.CONTRACT
        || step.operation() instanceof TypeOperation.DropEnum
        || step.operation() instanceof ObjectOperation.DropSequence
        || step.operation() instanceof ObjectOperation.DropNamespace;
  }

  /**
   * Returns when each step is due.
   *
   * @param order in which they are looked at
   * @param inOrder whether none may overtake another
   */
  private List<Position> positions(List<Integer> order, boolean inOrder) {
    List<Position> result = new ArrayList<>(Collections.nCopies(order.size(), Position.FIRST));
    Map<String, Position> ofOwner = new HashMap<>();
    Map<Footprint.Part, Position> ofPart = new HashMap<>();
    Position ofAll = Position.FIRST;
    Position ofAny = Position.FIRST;
    for (int index : order) {
      Draft.Planned step = draft.steps().get(index);
      boolean everything = inOrder || step.footprint().everything();
      Position built = everything ? ofAny : ofAll;
      for (Footprint.Part part : step.footprint().parts()) {
        Footprint.Part whole = new Footprint.Part(part.owner(), "");
        Position known =
            part.name().isEmpty()
                ? ofOwner.getOrDefault(part.owner(), Position.FIRST)
                : Position.later(
                    ofPart.getOrDefault(part, Position.FIRST),
                    ofPart.getOrDefault(whole, Position.FIRST));
        built = Position.later(built, known);
      }
      Position position = Position.of(built, step.kind());
      for (Footprint.Part part : step.footprint().parts()) {
        ofPart.merge(part, position, Position::later);
        ofOwner.merge(part.owner(), position, Position::later);
      }
      ofAny = Position.later(ofAny, position);
      ofAll = everything ? Position.later(ofAll, position) : ofAll;
      result.set(index, position);
    }
    return result;
  }

  private List<Group> grouped(List<Position> positions) {
    SortedMap<Position, List<Integer>> due = new TreeMap<>();
    for (int i = 0; i < positions.size(); i++) {
      due.computeIfAbsent(positions.get(i), _ -> new ArrayList<>()).add(i);
    }
    List<Phase.Kind> kinds = new ArrayList<>();
    List<List<Integer>> members = new ArrayList<>();
    for (Map.Entry<Position, List<Integer>> entry : due.entrySet()) {
      Phase.Kind kind = entry.getKey().kind();
      if (!kinds.isEmpty() && areOne(kinds.getLast(), kind)) {
        members.getLast().addAll(entry.getValue());
      } else {
        kinds.add(kind);
        members.add(new ArrayList<>(entry.getValue()));
      }
    }
    List<Group> groups = new ArrayList<>();
    Schema schema = draft.steps().getFirst().before();
    for (int i = 0; i < kinds.size(); i++) {
      List<Draft.Planned> steps = new ArrayList<>();
      Set<SafetyNote> notes = new LinkedHashSet<>();
      for (int index : members.get(i)) {
        Draft.Planned step = draft.steps().get(index);
        steps.add(step.withBefore(schema));
        notes.addAll(draft.notesOf(index));
        schema = Apply.apply(step.operation(), schema, draft.options().names()).schema();
      }
      groups.add(new Group(kinds.get(i), steps, schema, notes));
    }
    return groups;
  }

  /** Whether a phase may take in the one after it: nothing has to be committed in between. */
  private static boolean areOne(Phase.Kind one, Phase.Kind next) {
    return switch (next) {
      case EXPAND -> one == Phase.Kind.SWITCH || one == Phase.Kind.CONTRACT || one == next;
      case SWITCH -> one == Phase.Kind.EXPAND || one == next;
      case DIRECT, FILL, BUILD, CONTRACT -> one == next;
    };
  }

  /** Whether the steps in their new order mean what they meant in the old one. */
  private boolean leadsThere(List<Group> groups) {
    List<Step> steps =
        groups.stream()
            .flatMap(it -> it.steps().stream())
            .map(it -> it.classified().step())
            .toList();
    return trip.carriedOut(steps, start())
        .filter(it -> RoundTrip.unordered(it).equals(RoundTrip.unordered(draft.schema())))
        .isPresent();
  }
}
