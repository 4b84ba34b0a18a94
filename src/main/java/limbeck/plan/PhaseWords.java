package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person reads about the phases of an online plan. */
public final class PhaseWords {
  private final List<Phase> phases;

  /** Tells of the phases of a plan. */
  public PhaseWords(Plan plan) {
    this.phases = plan.phases();
  }

  /** Returns a word for each phase; a number tells apart those of one kind. */
  public List<String> titles() {
    List<String> result = new ArrayList<>();
    for (Phase phase : phases) {
      String word = phase.kind().word();
      String title = word;
      for (int i = 2; result.contains(title); i++) {
        title = word + " " + i;
      }
      result.add(title);
    }
    return result;
  }

  /**
   * Returns what a phase does, and what may be deployed once it has run; empty for direct plans.
   */
  public List<String> about(int index) {
    Phase phase = phases.get(index);
    if (phase.works().isEmpty()) {
      return List.of();
    }
    String count =
        phases.size() == 1
            ? ""
            : "Phase " + (index + 1) + " of " + phases.size() + ", " + titles().get(index) + ": ";
    List<String> result = new ArrayList<>();
    String does = does(phase);
    result.add(
        count.isEmpty()
            ? does.substring(0, 1).toUpperCase(Locale.ROOT) + does.substring(1)
            : count + does);
    deploy(index).ifPresent(result::add);
    return result;
  }

  private static String does(Phase phase) {
    return switch (phase.kind()) {
      case DIRECT ->
          "what cannot be divided is changed in place, in one transaction that keeps others waiting"
              + " for as long as it takes. Run it when that does no harm.";
      case EXPAND ->
          "what is new comes beside what is there, in one transaction"
              + (waits(phase)
                  ? "; how long others wait for it is told below."
                  : " that holds its locks only for a moment.");
      case FILL ->
          "rows get their values in batches that are committed one by one. When it is broken off, run"
              + " it again: it goes on where values are missing.";
      case BUILD ->
          "indexes are built and rows are checked while others read and write. When it is broken"
              + " off, run it again: what it left half done is cleaned up first.";
      case SWITCH ->
          "what was prepared is put to use, in one transaction that holds its locks only for a"
              + " moment.";
      case CONTRACT -> "what only the version before needs is taken away.";
    };
  }

  private static boolean waits(Phase phase) {
    return phase.notes().stream()
        .filter(it -> it.kind() == SafetyNote.Kind.LOCK)
        .anyMatch(it -> it.text().toLowerCase(Locale.ROOT).contains("nobody "));
  }

  /** What may be deployed between the end of a phase and the next one. */
  private Optional<String> deploy(int index) {
    Phase.Works works = phases.get(index).works().orElseThrow();
    boolean contracts = phases.get(index).kind() == Phase.Kind.CONTRACT;
    Optional<Phase.Works> earlier =
        index == 0 ? Optional.of(new Phase.Works(true, false)) : phases.get(index - 1).works();
    if (contracts) {
      boolean ends =
          !works.before() && (index == 0 || earlier.filter(Phase.Works::before).isPresent());
      return Optional.of(
          ends
              ? "Run it only when no program of the version before runs any more; those fail from"
                  + " then on."
              : "Run it only when nobody wants to go back: until then the downgrade of the phase"
                  + " before it takes a moment.");
    }
    boolean last = index == phases.size() - 1;
    if (works.before() && works.after()) {
      return Optional.of(
          last
              ? "Programs of the version before and of the version after work before it and after"
                  + " it."
              : "Once it has run, programs of the version before and of the version after work side"
                  + " by side: the version after may be deployed from here on"
                  + until(index));
    }
    if (works.before()) {
      return Optional.of(
          "Once it has run, the version before works on as it did; the version after must wait for "
              + admitting(index)
              + ".");
    }
    if (works.after()) {
      return Optional.of(
          earlier.filter(Phase.Works::before).isPresent()
              ? "The version before works until this has run, the version after works from then on:"
                  + " deploy it at this moment."
              : "Once it has run, the version after works.");
    }
    return Optional.of(
        "Once it has run, neither version works without errors before "
            + admitting(index)
            + " has run too: do not stop here.");
  }

  private String until(int index) {
    for (int i = index + 1; i < phases.size(); i++) {
      if (!phases.get(i).works().orElseThrow().before()) {
        return ", and must have replaced the other before phase " + (i + 1) + ".";
      }
    }
    return ".";
  }

  private String admitting(int index) {
    for (int i = index + 1; i < phases.size(); i++) {
      if (phases.get(i).works().orElseThrow().after()) {
        return "phase " + (i + 1);
      }
    }
    return "the last phase";
  }
}
