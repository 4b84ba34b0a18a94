package limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Describe;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Gives constraints and indexes that stay the name that is wanted. What the wanted schema leaves
 * unnamed keeps its name, unless that came from a table or column that has another name now.
 */
final class NameChanges {
  private final Side left;
  private final Side right;
  private final Renames renames;
  private final DiffOptions options;
  private final Collected found;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, TableName> wanted = new HashMap<>();

  NameChanges(Side left, Side right, Renames renames, DiffOptions options, Collected found) {
    this.left = left;
    this.right = right;
    this.renames = renames;
    this.options = options;
    this.found = found;
    right.original().tables().values().forEach(this::want);
    for (Table table : left.original().tables().values()) {
      if (right.original().table(table.name()).isEmpty()) {
        continue; // Goes, and frees the names that are wanted before they are.
      }
      Table named = options.names().named(table);
      named
          .indexes()
          .forEach(it -> it.name().ifPresent(name -> taken.add(key(table.name(), name.text()))));
      named
          .constraints()
          .forEach(it -> it.name().ifPresent(name -> taken.add(key(table.name(), name.text()))));
    }
  }

  /** Notes which table an index name is to go to; these names are one space per schema. */
  private void want(Table table) {
    for (Constraint it : table.constraints()) {
      if (!(it instanceof Constraint.ForeignKey) && !(it instanceof Constraint.Check)) {
        it.name().ifPresent(name -> wanted.put(key(table.name(), name.text()), table.name()));
      }
    }
    for (Index it : table.indexes()) {
      it.name().ifPresent(name -> wanted.put(key(table.name(), name.text()), table.name()));
    }
  }

  private boolean isWantedElsewhere(TableName table, Optional<String> name) {
    return name.map(it -> wanted.get(key(table, it))).filter(it -> !it.equals(table)).isPresent();
  }

  private static String key(TableName table, String name) {
    return table.schema().orElse("") + "." + name;
  }

  /** Renames a constraint; says whether it had to be dropped and added under the name instead. */
  boolean constraint(TableName name, Matching.Pair<Constraint> pair) {
    Table before = left.original().table(name).orElseThrow();
    Optional<ConstraintName> from = options.names().nameOf(pair.before().original(), before);
    Optional<ConstraintName> to = wantedName(name, pair.after(), from);
    boolean unknown = !options.names().inDatabase() && pair.before().original().name().isEmpty();
    if (from.isEmpty() || to.isEmpty() || from.equals(to) || unknown) {
      return false;
    }
    String because =
        "the "
            + Describe.constraint(pair.after().original().withName(Optional.empty()))
            + " of "
            + name
            + " has another name";
    if (options.names().inDatabase() && taken.add(key(name, to.orElseThrow().text()))) {
      found.add(
          Stage.RENAME_CONSTRAINT,
          new ConstraintOperation.RenameConstraint(name, from.orElseThrow(), to.orElseThrow()),
          because);
      return false;
    } else {
      found.add(
          Stage.DROP_CONSTRAINT,
          new ConstraintOperation.DropConstraint(
              name,
              from.orElseThrow(),
              Optional.of(Invert.kind(pair.before().original())),
              false,
              false),
          because);
      found.add(
          pair.after().original() instanceof Constraint.ForeignKey
              ? Stage.ADD_FOREIGN_KEY
              : Stage.ADD_KEY,
          new ConstraintOperation.AddConstraint(name, pair.after().original(), Optional.empty()),
          because);
      return true;
    }
  }

  private Optional<ConstraintName> wantedName(
      TableName name, Side.Entry<Constraint> after, Optional<ConstraintName> from) {
    if (after.name().isPresent()) {
      return after.original().name();
    }
    return isWantedElsewhere(name, from.map(ConstraintName::text))
        ? options.names().nameOf(after.original(), right.original().table(name).orElseThrow())
        : followed(name, after.original(), from);
  }

  /** Renames an index; says whether it had to be dropped and created under the name instead. */
  boolean index(TableName name, Matching.Pair<Index> pair) {
    Table before = left.original().table(name).orElseThrow();
    Optional<IndexName> from = options.names().nameOf(pair.before().original(), before);
    Optional<IndexName> to = pair.after().original().name();
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return false;
    }
    String because = "index " + from.orElseThrow() + " of " + name + " has another name";
    if (options.names().inDatabase() && taken.add(key(name, to.orElseThrow().text()))) {
      found.add(
          Stage.RENAME_CONSTRAINT,
          new IndexOperation.RenameIndex(name, from.orElseThrow(), to.orElseThrow()),
          because);
      return false;
    } else {
      found.add(
          Stage.DROP_INDEX,
          new IndexOperation.DropIndex(
              Optional.of(name), name.schema(), from.orElseThrow(), false, false),
          because);
      found.add(
          Stage.CREATE_INDEX,
          new IndexOperation.CreateIndex(name, pair.after().original(), false, false),
          because);
      return true;
    }
  }

  /** The name the database would give now, if it gave the present one for the same reason. */
  private Optional<ConstraintName> followed(
      TableName name, Constraint wanted, Optional<ConstraintName> from) {
    Optional<Table> old = renames.before(name);
    if (old.isEmpty() || from.isEmpty() || !wasGiven(old.orElseThrow(), from.orElseThrow())) {
      return Optional.empty();
    }
    return options.names().nameOf(wanted, right.original().table(name).orElseThrow());
  }

  private boolean wasGiven(Table old, ConstraintName name) {
    Optional<Constraint> stated = old.constraint(name);
    if (stated.isEmpty()) {
      return options.names().named(old).constraint(name).isPresent();
    }
    List<Constraint> others = new ArrayList<>(old.constraints());
    others.remove(stated.orElseThrow());
    Constraint unnamed = stated.orElseThrow().withName(Optional.empty());
    others.add(unnamed);
    return options.names().nameOf(unnamed, old.withConstraints(others)).equals(Optional.of(name));
  }
}
