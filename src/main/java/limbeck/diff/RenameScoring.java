package limbeck.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Dependents;
import limbeck.operation.DescribeType;
import limbeck.operation.TypeFamily;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Looks for drops and additions that may be one thing under two names. */
final class RenameScoring {
  private static final int WORTH_ASKING = 30;
  private static final int CLEARLY_BETTER = 15;

  private final Side left;
  private final Side right;
  private final Collected found;

  RenameScoring(Side left, Side right, Collected found) {
    this.left = left;
    this.right = right;
    this.found = found;
  }

  void score() {
    List<Table> gone =
        left.original().tables().values().stream()
            .filter(it -> right.original().table(it.name()).isEmpty())
            .toList();
    List<Table> added =
        right.original().tables().values().stream()
            .filter(it -> left.original().table(it.name()).isEmpty())
            .toList();
    tables(gone, added);
    for (Table after : right.original().tables().values()) {
      left.original().table(after.name()).ifPresent(before -> columns(before, after));
    }
  }

  private record Pair<T>(T from, T to, RenameEvidence evidence) {}

  private static <T> boolean isClear(Pair<T> pair, List<Pair<T>> all) {
    int score = pair.evidence().score();
    return score >= RenameEvidence.LIKELY
        && all.stream()
            .filter(it -> !it.equals(pair))
            .filter(it -> it.from().equals(pair.from()) || it.to().equals(pair.to()))
            .allMatch(it -> it.evidence().score() + CLEARLY_BETTER <= score);
  }

  private static <T> List<Pair<T>> worthAsking(List<Pair<T>> pairs) {
    return pairs.stream()
        .filter(it -> it.evidence().score() >= WORTH_ASKING)
        .sorted(Comparator.comparingInt((Pair<T> it) -> it.evidence().score()).reversed())
        .toList();
  }

  private void tables(List<Table> gone, List<Table> added) {
    List<Pair<Table>> pairs = new ArrayList<>();
    for (Table from : gone) {
      for (Table to : added) {
        if (from.name().schema().isPresent() != to.name().schema().isPresent()) {
          continue; // Which schema the unqualified one lives in is not known here.
        }
        pairs.add(new Pair<>(from, to, evidence(from, to)));
      }
    }
    List<Pair<Table>> asked = worthAsking(pairs);
    for (Pair<Table> it : asked) {
      found.candidate(
          new Candidate.OfTable(
              it.from().name(), it.to().name(), it.evidence(), isClear(it, asked)));
    }
  }

  private RenameEvidence evidence(Table from, Table to) {
    List<RenameEvidence.Fact> facts = new ArrayList<>();
    Table normalFrom = left.normal(from.name());
    Table normalTo = right.normal(to.name());
    long same =
        normalFrom.columns().stream()
            .filter(
                it ->
                    normalTo
                        .column(it.name())
                        .filter(other -> other.type().equals(it.type()))
                        .isPresent())
            .count();
    int most = Math.max(normalFrom.columns().size(), normalTo.columns().size());
    if (same == 0 || same * 2 < most) {
      return new RenameEvidence(facts);
    }
    facts.add(
        new RenameEvidence.Fact(
            same + " of " + most + " columns are the same", (int) (60 * same / most)));
    names(from.name().name(), to.name().name(), facts);
    if (from.name().name().equals(to.name().name())) {
      facts.add(new RenameEvidence.Fact("only the schema differs", 10));
    }
    List<TableName> referrers =
        Dependents.referencesTo(left.original(), from.name()).stream()
            .map(Dependents.Reference::holder)
            .toList();
    boolean sameReferrers =
        !referrers.isEmpty()
            && referrers.equals(
                Dependents.referencesTo(right.original(), to.name()).stream()
                    .map(Dependents.Reference::holder)
                    .toList());
    if (sameReferrers) {
      facts.add(new RenameEvidence.Fact("the same tables refer to it", 10));
    }
    return new RenameEvidence(facts);
  }

  private static void names(String from, String to, List<RenameEvidence.Fact> facts) {
    double alike = NameSimilarity.of(from, to);
    if (alike >= 0.4) {
      facts.add(new RenameEvidence.Fact("the names are alike", (int) Math.round(35 * alike)));
    }
  }

  private void columns(Table before, Table after) {
    List<Pair<Column>> pairs = new ArrayList<>();
    for (Column from : before.columns()) {
      if (after.column(from.name()).isPresent() || ColumnDiff.isComputed(from)) {
        continue;
      }
      for (Column to : after.columns()) {
        if (before.column(to.name()).isEmpty() && !ColumnDiff.isComputed(to)) {
          pairs.add(new Pair<>(from, to, evidence(before, from, after, to)));
        }
      }
    }
    List<Pair<Column>> asked = worthAsking(pairs);
    for (Pair<Column> it : asked) {
      found.candidate(
          new Candidate.OfColumn(
              after.name(), it.from().name(), it.to().name(), it.evidence(), isClear(it, asked)));
    }
  }

  private RenameEvidence evidence(Table before, Column from, Table after, Column to) {
    List<RenameEvidence.Fact> facts = new ArrayList<>();
    Column normalFrom = left.normal(before.name(), from);
    Column normalTo = right.normal(after.name(), to);
    boolean sameType = normalFrom.type().equals(normalTo.type());
    boolean sameFamily = TypeFamily.of(normalFrom.type()) == TypeFamily.of(normalTo.type());
    if (!sameFamily) {
      return new RenameEvidence(facts);
    }
    names(from.name().text(), to.name().text(), facts);
    facts.add(
        sameType
            ? new RenameEvidence.Fact(
                "the type is the same, " + DescribeType.describe(to.type()), 20)
            : new RenameEvidence.Fact("the types are of one kind", 10));
    if (neighbour(before, from, -1).equals(neighbour(after, to, -1))
        && neighbour(before, from, 1).equals(neighbour(after, to, 1))) {
      facts.add(new RenameEvidence.Fact("it stands in the same place", 15));
    }
    boolean sameRules =
        from.nullable() == to.nullable()
            && normalFrom.serverDefault().equals(normalTo.serverDefault());
    if (sameRules) {
      facts.add(new RenameEvidence.Fact("NULL and default are treated alike", 5));
    }
    if (sameConstraints(before, from.name(), after, to.name())) {
      facts.add(new RenameEvidence.Fact("the same keys and indexes are over it", 20));
    }
    return new RenameEvidence(facts);
  }

  private static Optional<ColumnName> neighbour(Table table, Column column, int step) {
    int at = table.columns().indexOf(column) + step;
    return at < 0 || at >= table.columns().size()
        ? Optional.empty()
        : Optional.of(table.columns().get(at).name());
  }

  private boolean sameConstraints(Table before, ColumnName from, Table after, ColumnName to) {
    List<String> first = over(left, before, from);
    return !first.isEmpty() && first.equals(over(right, after, to));
  }

  /** What single-column keys, references and indexes are over the column, without its name. */
  private static List<String> over(Side side, Table table, ColumnName column) {
    List<String> result = new ArrayList<>();
    for (Side.Entry<Constraint> it : side.constraints(table.name())) {
      List<ColumnName> only = List.of(column);
      switch (it.structure()) {
        case Constraint.PrimaryKey key when key.columns().equals(only) -> result.add("key");
        case Constraint.Unique key when key.columns().equals(only) -> result.add("unique");
        case Constraint.ForeignKey key when key.columns().equals(only) ->
            result.add("reference to " + key.target());
        case Constraint.PrimaryKey _,
            Constraint.Unique _,
            Constraint.ForeignKey _,
            Constraint.Check _,
            Constraint.Exclude _ -> {}
      }
    }
    for (Side.Entry<Index> it : side.indexes(table.name())) {
      List<Optional<ColumnName>> columns =
          it.structure().elements().stream().map(IndexElement::column).toList();
      if (columns.equals(List.of(Optional.of(column)))) {
        result.add(it.structure().unique() ? "unique index" : "index");
      }
    }
    return result.stream().sorted().toList();
  }
}
