package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import limbeck.operation.Operation;

/**
 * How the values of a column become those of another type, on a database whose ALTER TABLE knows no
 * USING.
 *
 * @param checks what must hold before
 * @param steps the changes of the column and of its rows
 * @param unknown why only a person knows what values become, if that is so
 * @param lost labels that rows must not have any more
 * @param merged labels, with the ones that take their rows over beside rows of their own
 * @param changes what values lose, in words; empty when they lose nothing
 */
record Way(
    List<Operation> checks,
    List<Operation> steps,
    Optional<String> unknown,
    List<String> lost,
    SortedMap<String, String> merged,
    Optional<String> changes) {

  /** A way that loses nothing. */
  static Way of(List<Operation> checks, List<Operation> steps) {
    return new Way(
        checks,
        steps,
        Optional.empty(),
        List.of(),
        java.util.Collections.emptySortedMap(),
        Optional.empty());
  }

  Way withUnknown(Optional<String> why) {
    return new Way(checks, steps, why, lost, merged, changes);
  }

  Way withChanges(String what) {
    return new Way(checks, steps, unknown, lost, merged, Optional.of(what));
  }

  Way withLabels(List<String> gone, SortedMap<String, String> joined) {
    return new Way(checks, steps, unknown, gone, joined, changes);
  }

  /** Returns the way with one more thing that must hold before. */
  Way withCheck(Operation check) {
    List<Operation> all = new ArrayList<>(checks);
    all.add(check);
    return new Way(all, steps, unknown, lost, merged, changes);
  }
}
