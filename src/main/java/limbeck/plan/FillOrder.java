package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import limbeck.diff.Change;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Identifiers;
import limbeck.schema.SqlText;

/**
 * Orders columns that come, and those that go, by what is stated for their values: a column that is
 * filled from another new one comes after it; one that is filled from another on the way back goes
 * before it, since the way back has them in reverse.
 */
final class FillOrder {
  private FillOrder() {}

  /** Returns the changes in an order in which every stated value finds the columns it names. */
  static List<Change> of(List<Change> changes, Answers answers) {
    List<Change> result = new ArrayList<>();
    int at = 0;
    while (at < changes.size()) {
      Optional<ColumnPlace> added = added(changes.get(at));
      Optional<ColumnPlace> dropped = dropped(changes.get(at));
      int end = at + 1;
      if (added.isPresent()) {
        while (end < changes.size() && added(changes.get(end)).isPresent()) {
          end++;
        }
        result.addAll(
            sorted(
                changes.subList(at, end),
                (one, other) ->
                    speaksOf(
                        answers.fills(), added(one).orElseThrow(), added(other).orElseThrow())));
      } else if (dropped.isPresent()) {
        while (end < changes.size() && dropped(changes.get(end)).isPresent()) {
          end++;
        }
        result.addAll(
            sorted(
                changes.subList(at, end),
                (one, other) ->
                    speaksOf(
                        answers.fillsDown(),
                        dropped(other).orElseThrow(),
                        dropped(one).orElseThrow())));
      } else {
        result.add(changes.get(at));
      }
      at = end;
    }
    return result;
  }

  /** The items in their order, but each after those it rests on, as far as they form no ring. */
  private static <T> List<T> sorted(List<T> items, BiPredicate<T, T> restsOn) {
    List<T> waiting = new ArrayList<>(items);
    List<T> result = new ArrayList<>();
    while (!waiting.isEmpty()) {
      T next =
          waiting.stream()
              .filter(
                  it ->
                      waiting.stream()
                          .noneMatch(other -> !other.equals(it) && restsOn.test(it, other)))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      result.add(next);
    }
    return result;
  }

  private static boolean speaksOf(
      Map<ColumnPlace, SqlText> fills, ColumnPlace filled, ColumnPlace other) {
    return Optional.ofNullable(fills.get(filled))
        .filter(it -> Identifiers.mentions(it, other.column().text()))
        .filter(
            it ->
                filled.table().equals(other.table())
                    || Identifiers.mentions(it, other.table().name()))
        .isPresent();
  }

  private static Optional<ColumnPlace> added(Change change) {
    return change.operations().size() == 1
            && change.operations().getFirst() instanceof ColumnOperation.AddColumn it
        ? Optional.of(new ColumnPlace(it.table(), it.column().name()))
        : Optional.empty();
  }

  private static Optional<ColumnPlace> dropped(Change change) {
    return change.operations().size() == 1
            && change.operations().getFirst() instanceof ColumnOperation.DropColumn it
        ? Optional.of(new ColumnPlace(it.table(), it.column()))
        : Optional.empty();
  }
}
