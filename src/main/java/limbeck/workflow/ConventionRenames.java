package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.operation.ConstraintOperation.RenameConstraint;
import limbeck.operation.DefaultNames;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.RenameTable;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * A naming convention that comes into an old project names anew what earlier scripts leave unnamed,
 * when they run again. A database that was migrated before it came has other names than one built
 * today; what is written must fit both.
 */
final class ConventionRenames {
  private static final String BECAUSE =
      "only databases migrated before the naming convention came have this name";

  private final DefaultNames names;

  /** The history as it was folded before there was a convention. */
  private final Schema plain;

  private final Schema conventional;
  private final Schema wanted;

  /** The names that tables get only now: whatever has one of them before is another table. */
  private final Set<TableName> newNames;

  private ConventionRenames(
      DefaultNames names, Schema plain, Schema conventional, Schema wanted, Difference difference) {
    this.names = names;
    this.plain = plain;
    this.conventional = conventional;
    this.wanted = wanted;
    this.newNames =
        difference.operations().stream()
            .filter(RenameTable.class::isInstance)
            .map(it -> ((RenameTable) it).to())
            .collect(Collectors.toSet());
  }

  /**
   * Returns the difference so that it fits databases of before and after the convention.
   *
   * @param comparison whose difference it is
   */
  static Difference fitting(Difference difference, Workspace workspace, Comparison comparison) {
    boolean renames = difference.operations().stream().anyMatch(RenameConstraint.class::isInstance);
    if (!renames || comparison.parents().isEmpty() || !workspace.namesByConvention()) {
      return difference;
    }
    Schema plain = workspace.withoutConvention().history().at(comparison.parents());
    ConventionRenames fitting =
        new ConventionRenames(
            workspace.defaultNames(), plain, comparison.before(), comparison.wanted(), difference);
    boolean any =
        difference.operations().stream()
            .anyMatch(
                it -> it instanceof RenameConstraint rename && fitting.isByConvention(rename));
    if (any && workspace.dialectName() != DialectName.POSTGRESQL) {
      return noted(difference); // only PostgreSQL can be asked for a constraint in a script
    }
    return any ? fitting.fit(difference) : difference;
  }

  private static Difference noted(Difference difference) {
    List<String> notes = new ArrayList<>(difference.notes());
    notes.add(
        "constraints are renamed that only databases built under the naming convention have; one"
            + " that was migrated before it came has other names, and needs them changed by hand");
    return new Difference(difference.changes(), difference.candidates(), notes);
  }

  /** Whether a constraint has its name before only where the convention gave it. */
  private boolean isByConvention(RenameConstraint rename) {
    Optional<Table> table = plain.table(rename.table());
    return table.isPresent()
        && !newNames.contains(rename.table())
        && names.named(table.get()).constraint(rename.from()).isEmpty();
  }

  private Difference fit(Difference difference) {
    List<Change> changes = new ArrayList<>();
    boolean added = false;
    for (Change change : difference.changes()) {
      boolean first = change.operations().stream().anyMatch(RenameConstraint.class::isInstance);
      if (first && !added) {
        added = true;
        older().forEach(it -> changes.add(new Change(List.of(it), BECAUSE)));
      }
      List<Operation> operations = change.operations().stream().map(this::guarded).toList();
      boolean same = operations.equals(change.operations());
      changes.add(
          same
              ? change
              : new Change(
                  operations,
                  change.because() + "; only databases built under the convention have the old"));
    }
    return new Difference(changes, difference.candidates(), difference.notes());
  }

  private Operation guarded(Operation operation) {
    return operation instanceof RenameConstraint rename && isByConvention(rename)
        ? new RenameConstraint(rename.table(), rename.from(), rename.to(), true)
        : operation;
  }

  /** Returns what renames, in an older database, what the convention names today. */
  private List<Operation> older() {
    List<Operation> result = new ArrayList<>();
    for (Table table : plain.tables().values()) {
      Optional<Table> now = conventional.table(table.name());
      if (now.isPresent() && wanted.table(table.name()).isPresent()) {
        Table named = names.named(table);
        for (Constraint then : named.constraints()) {
          name(then, now.get())
              .filter(it -> !then.name().equals(Optional.of(it)))
              .filter(it -> named.constraint(it).isEmpty())
              .filter(it -> wanted.table(table.name()).get().constraint(it).isPresent())
              .ifPresent(
                  it ->
                      result.add(
                          new RenameConstraint(table.name(), then.name().orElseThrow(), it, true)));
        }
      }
    }
    return result;
  }

  /** Returns the name a constraint has under the convention. */
  private static Optional<ConstraintName> name(Constraint then, Table now) {
    return now.constraints().stream()
        .filter(it -> bare(it).equals(bare(then)))
        .findFirst()
        .flatMap(Constraint::name);
  }

  private static Constraint bare(Constraint constraint) {
    return constraint.withName(Optional.empty());
  }
}
