package limbeck.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** Finds the tables for which the online strategy is right. */
final class Reach {
  private Reach() {}

  /**
   * Returns options that reach these tables: those asked for and those that change together with
   * them, but no partitioned ones. When none is left, the strategy is direct.
   */
  static PlanOptions of(Difference difference, Schema before, Schema after, PlanOptions options) {
    Set<TableName> partitioned = new TreeSet<>();
    before.tables().keySet().stream()
        .filter(it -> isPartitioned(it, before))
        .forEach(partitioned::add);
    if (partitioned.isEmpty() && options.largeTables().isEmpty()) {
      return options;
    }
    Set<TableName> large = new TreeSet<>(options.largeTables());
    if (large.isEmpty()) {
      large.addAll(before.tables().keySet());
      large.addAll(after.tables().keySet());
    } else {
      large.addAll(alsoLarge(difference, before, options));
    }
    large.removeAll(partitioned);
    return options.withStrategy(large.isEmpty() ? Strategy.DIRECT : Strategy.ONLINE, large);
  }

  /** Returns the partitioned tables that are changed, though they are said to be large. */
  static List<TableName> partitioned(Difference difference, Schema before, PlanOptions options) {
    return difference.operations().stream()
        .flatMap(it -> Touched.table(it).stream())
        .filter(it -> options.isOnline(it) && isPartitioned(it, before))
        .distinct()
        .toList();
  }

  private static boolean isPartitioned(TableName name, Schema schema) {
    return schema
        .table(name)
        .filter(it -> it.options().containsKey("postgresql_partition_by"))
        .isPresent();
  }

  /**
   * Returns the tables that are changed as a large one is, because they use an enum type together
   * with one that is large.
   */
  private static Set<TableName> alsoLarge(
      Difference difference, Schema before, PlanOptions options) {
    Set<TableName> result = new TreeSet<>(options.largeTables());
    for (Change change : difference.changes()) {
      if (EnumSteps.isSwap(change)) {
        List<TableName> users =
            change.operations().stream()
                .flatMap(it -> LabelSeries.converted(it).stream())
                .map(ColumnPlace::table)
                .filter(it -> before.table(it).isPresent())
                .toList();
        if (users.stream().anyMatch(options::isOnline)) {
          result.addAll(users);
        }
      }
    }
    return result;
  }
}
