package limbeck.diff;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Which constraints or indexes of one side are which of the other: first by name and structure,
 * then by structure alone. A name that differs does not make a constraint another one.
 *
 * @param pairs the same on both sides, but for their names
 * @param gone only before
 * @param added only after
 */
record Matching<T>(List<Pair<T>> pairs, List<Side.Entry<T>> gone, List<Side.Entry<T>> added) {

  /** The same constraint or index on both sides. */
  record Pair<T>(Side.Entry<T> before, Side.Entry<T> after) {}

  static <T> Matching<T> of(
      List<Side.Entry<T>> before, List<Side.Entry<T>> after, Predicate<T> canStay) {
    List<Side.Entry<T>> gone = new ArrayList<>(before);
    List<Side.Entry<T>> added = new ArrayList<>(after);
    List<Pair<T>> pairs = new ArrayList<>();
    match(gone, added, pairs, (b, a) -> b.name().equals(a.name()), canStay);
    // An unnamed one takes any name, unless another one is to have it.
    List<Optional<String>> wanted = after.stream().map(Side.Entry::name).toList();
    match(
        gone,
        added,
        pairs,
        (b, a) -> b.name().isEmpty() || (a.name().isEmpty() && !wanted.contains(b.name())),
        canStay);
    match(gone, added, pairs, (b, a) -> a.name().isPresent(), canStay);
    return new Matching<>(pairs, List.copyOf(gone), List.copyOf(added));
  }

  private static <T> void match(
      List<Side.Entry<T>> gone,
      List<Side.Entry<T>> added,
      List<Pair<T>> pairs,
      BiPredicate<Side.Entry<T>, Side.Entry<T>> names,
      Predicate<T> canStay) {
    for (Iterator<Side.Entry<T>> left = gone.iterator(); left.hasNext(); ) {
      Side.Entry<T> entry = left.next();
      Optional<Side.Entry<T>> other =
          added.stream()
              .filter(it -> it.structure().equals(entry.structure()) && names.test(entry, it))
              .filter(it -> canStay.test(it.structure()))
              .findFirst();
      if (other.isPresent()) {
        pairs.add(new Pair<>(entry, other.orElseThrow()));
        left.remove();
        added.remove(other.orElseThrow());
      }
    }
  }
}
