package limbeck.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Describe;
import limbeck.operation.Identifiers;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Compares the constraints and indexes of the tables both sides have. */
final class ConstraintDiff {
  private final Side left;
  private final Side right;
  private final Disturbed disturbed;
  private final DiffOptions options;
  private final Collected found;
  private final NameChanges names;
  private final Map<TableName, Set<Set<ColumnName>>> lostKeys = new HashMap<>();
  private final LostIndexes lostIndexes;

  ConstraintDiff(
      Side left,
      Side right,
      Disturbed disturbed,
      Renames renames,
      DiffOptions options,
      Collected found) {
    this.left = left;
    this.right = right;
    this.disturbed = disturbed;
    this.options = options;
    this.found = found;
    this.names = new NameChanges(left, right, renames, options, found);
    this.lostIndexes = new LostIndexes(left);
  }

  void run() {
    List<Table> both =
        right.original().tables().values().stream()
            .filter(it -> left.original().table(it.name()).isPresent())
            .toList();
    List<Table> changed =
        both.stream()
            .filter(it -> !left.normal(it.name()).equals(right.normal(it.name())))
            .toList();
    changed.forEach(it -> keysAndIndexes(it.name()));
    boolean mayMove = !lostKeys.isEmpty() || !disturbed.tables().isEmpty();
    (mayMove ? both : changed).forEach(it -> foreignKeys(it.name()));
    left.original().tables().values().stream()
        .filter(it -> right.original().table(it.name()).isEmpty())
        .forEach(this::letGo);
  }

  /** A table that goes is dropped late; its foreign keys may have to let go earlier. */
  private void letGo(Table gone) {
    for (Constraint.ForeignKey key : gone.foreignKeys()) {
      boolean survives = right.original().table(key.target()).isPresent();
      Optional<ConstraintName> name = options.names().nameOf(key, gone);
      if (survives && name.isPresent() && !canStay(gone.name(), key)) {
        found.add(
            Stage.DROP_FOREIGN_KEY,
            new ConstraintOperation.DropConstraint(
                gone.name(), name.orElseThrow(), Optional.of(Invert.kind(key)), false, false),
            "the key of " + key.target() + " it rests on changes");
      }
    }
  }

  /** The columns a foreign key may refer to by this constraint; none when it is no key. */
  static Set<ColumnName> keyColumns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> new HashSet<>(it.columns());
      case Constraint.Unique it -> new HashSet<>(it.columns());
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> Set.of();
    };
  }

  /** The columns a foreign key may refer to by this index; none when it is no key. */
  static Set<ColumnName> keyColumns(Index index) {
    boolean key =
        index.unique()
            && index.where().isEmpty()
            && index.elements().stream().allMatch(it -> it.column().isPresent());
    return key
        ? index.elements().stream().map(it -> it.column().orElseThrow()).collect(Collectors.toSet())
        : Set.of();
  }

  private boolean isSteady(TableName table, Constraint constraint) {
    return columnsOf(table).stream()
        .noneMatch(
            it ->
                (disturbed.isReplaced(table, it) && Dependents.uses(constraint, it))
                    || speaksOf(table, it, constraint.expressions()));
  }

  private boolean isSteady(TableName table, Index index) {
    return columnsOf(table).stream()
        .noneMatch(
            it ->
                (disturbed.isReplaced(table, it) && Dependents.uses(index, it))
                    || speaksOf(table, it, index.expressions()));
  }

  /**
   * Whether an expression is over a column whose new type has other values: the database keeps what
   * it has understood of the expression, the types of literals included, and refuses the new type.
   */
  private boolean speaksOf(TableName table, ColumnName column, Stream<SqlText> expressions) {
    return disturbed.isIncomparable(table, column)
        && expressions.anyMatch(it -> Identifiers.mentions(it, column.text()));
  }

  private List<ColumnName> columnsOf(TableName table) {
    return left.original().table(table).orElseThrow().columns().stream()
        .map(it -> it.name())
        .toList();
  }

  private void keysAndIndexes(TableName name) {
    Table table = left.original().table(name).orElseThrow();
    Matching<Constraint> constraints =
        Matching.of(
            present(table).stream().filter(it -> !isForeignKey(it)).toList(),
            right.constraints(name).stream().filter(it -> !isForeignKey(it)).toList(),
            it -> isSteady(name, it));
    for (Side.Entry<Constraint> it : constraints.gone()) {
      if (!isSteady(name, it.structure()) || !validates(name, it, constraints)) {
        drop(table, it, "the " + Describe.constraint(it.original()) + " of " + name + " is gone");
        lose(name, it.structure());
      }
    }
    for (Side.Entry<Constraint> it : constraints.added()) {
      if (!isValidation(name, it, constraints)) {
        add(name, it, "the " + Describe.constraint(it.original()) + " of " + name + " is new");
      }
    }
    for (Matching.Pair<Constraint> it : constraints.pairs()) {
      if (names.constraint(name, it)) {
        lose(name, it.before().structure());
      }
    }
    indexes(name, table);
  }

  /** The constraints as they are, each under the name it has in the database. */
  private List<Side.Entry<Constraint>> present(Table table) {
    return left.constraints(table.name()).stream()
        .map(
            it ->
                new Side.Entry<>(
                    it.structure(),
                    options.names().nameOf(it.original(), table).map(ConstraintName::text),
                    it.original()))
        .toList();
  }

  private static boolean isForeignKey(Side.Entry<Constraint> entry) {
    return entry.structure() instanceof Constraint.ForeignKey;
  }

  private void indexes(TableName name, Table table) {
    Matching<Index> indexes =
        Matching.of(left.indexes(name), right.indexes(name), it -> isSteady(name, it));
    for (Side.Entry<Index> it : indexes.gone()) {
      Optional<IndexName> indexName = options.names().nameOf(it.original(), table);
      if (indexName.isEmpty()) {
        found.note("an index of " + name + " is gone, but it has no name to drop it by");
        continue;
      }
      found.add(
          Stage.DROP_INDEX,
          new IndexOperation.DropIndex(
              Optional.of(name), name.schema(), indexName.orElseThrow(), false, false),
          "index " + indexName.orElseThrow() + " is gone or differs");
      lose(name, it.structure());
    }
    for (Side.Entry<Index> it : indexes.added()) {
      found.add(
          it.original().unique() ? Stage.ADD_KEY : Stage.CREATE_INDEX,
          new IndexOperation.CreateIndex(name, it.original(), false, false),
          "the " + Describe.index(it.original(), name) + " is new or differs");
    }
    for (Matching.Pair<Index> it : indexes.pairs()) {
      if (names.index(name, it)) {
        lose(name, it.before().structure());
      }
    }
  }

  private void lose(TableName table, Constraint constraint) {
    lose(table, keyColumns(constraint));
    lostIndexes.lose(table, constraint);
  }

  private void lose(TableName table, Index index) {
    lose(table, keyColumns(index));
    lostIndexes.lose(table, index);
  }

  private void lose(TableName table, Set<ColumnName> columns) {
    if (!columns.isEmpty()) {
      lostKeys.computeIfAbsent(table, _ -> new HashSet<>()).add(columns);
    }
  }

  private void foreignKeys(TableName name) {
    Table table = left.original().table(name).orElseThrow();
    Matching<Constraint> keys =
        Matching.of(
            present(table).stream().filter(ConstraintDiff::isForeignKey).toList(),
            right.constraints(name).stream().filter(ConstraintDiff::isForeignKey).toList(),
            it -> canStay(name, (Constraint.ForeignKey) it));
    for (Side.Entry<Constraint> it : keys.gone()) {
      if (!canStay(name, (Constraint.ForeignKey) it.structure()) || !validates(name, it, keys)) {
        drop(table, it, why(name, it, keys, "gone or differs"));
      }
    }
    for (Side.Entry<Constraint> it : keys.added()) {
      if (!isValidation(name, it, keys)) {
        add(name, it, why(name, it, keys, "new or differs"));
      }
    }
    keys.pairs().forEach(it -> names.constraint(name, it));
  }

  private static String why(
      TableName name, Side.Entry<Constraint> entry, Matching<Constraint> keys, String otherwise) {
    boolean onBothSides =
        keys.gone().stream()
            .anyMatch(
                gone ->
                    keys.added().stream()
                        .anyMatch(
                            it ->
                                it.structure().equals(gone.structure())
                                    && it.structure().equals(entry.structure())));
    String what = "the " + Describe.constraint(entry.original()) + " of " + name;
    return onBothSides
        ? what + " steps aside, because a column or key it rests on changes"
        : what + " is " + otherwise;
  }

  /** A foreign key cannot stay while one of its columns or the key it rests on is exchanged. */
  private boolean canStay(TableName holder, Constraint.ForeignKey key) {
    List<ColumnName> targets = Dependents.targetColumns(key, left.original());
    boolean columns =
        key.columns().stream().noneMatch(it -> disturbed.isConverted(holder, it))
            && targets.stream().noneMatch(it -> disturbed.isConverted(key.target(), it));
    Set<Set<ColumnName>> lost = lostKeys.getOrDefault(key.target(), Set.of());
    boolean bare = options.names().referencesHoldIndexes() && lostIndexes.leaveBare(holder, key);
    return columns && !bare && !lost.contains(new HashSet<>(targets));
  }

  private void drop(Table table, Side.Entry<Constraint> entry, String because) {
    Optional<ConstraintName> name = options.names().nameOf(entry.original(), table);
    if (name.isEmpty()) {
      found.note(because + ", but it has no name to drop it by");
      return;
    }
    found.add(
        isForeignKey(entry) ? Stage.DROP_FOREIGN_KEY : Stage.DROP_CONSTRAINT,
        new ConstraintOperation.DropConstraint(
            table.name(),
            name.orElseThrow(),
            Optional.of(Invert.kind(entry.original())),
            false,
            false),
        because);
  }

  private void add(TableName table, Side.Entry<Constraint> entry, String because) {
    Stage stage =
        switch (entry.original()) {
          case Constraint.PrimaryKey _, Constraint.Unique _ -> Stage.ADD_KEY;
          case Constraint.Check _, Constraint.Exclude _ -> Stage.ADD_CONSTRAINT;
          case Constraint.ForeignKey _ -> Stage.ADD_FOREIGN_KEY;
        };
    found.add(
        stage,
        new ConstraintOperation.AddConstraint(table, entry.original(), Optional.empty()),
        because);
  }

  /** A constraint that only has to be validated is validated; says whether it was one. */
  private boolean validates(
      TableName table, Side.Entry<Constraint> gone, Matching<Constraint> matching) {
    Optional<Side.Entry<Constraint>> wanted =
        matching.added().stream().filter(it -> isValidated(gone, it)).findFirst();
    Optional<ConstraintName> name =
        options.names().nameOf(gone.original(), left.original().table(table).orElseThrow());
    Optional<String> text = name.map(ConstraintName::text);
    boolean free = matching.added().stream().noneMatch(it -> it.name().equals(text));
    boolean possible =
        wanted.isPresent()
            && name.isPresent()
            && (wanted.orElseThrow().name().equals(text)
                || (wanted.orElseThrow().name().isEmpty() && free));
    if (possible) {
      found.add(
          Stage.ADD_CONSTRAINT,
          new ConstraintOperation.ValidateConstraint(table, name.orElseThrow()),
          "the " + Describe.constraint(gone.original()) + " of " + table + " is not valid yet");
    }
    return possible;
  }

  private boolean isValidation(
      TableName table, Side.Entry<Constraint> added, Matching<Constraint> matching) {
    return matching.gone().stream()
        .anyMatch(
            it ->
                isValidated(it, added)
                    && options
                        .names()
                        .nameOf(it.original(), left.original().table(table).orElseThrow())
                        .filter(
                            name ->
                                found.contains(
                                    new ConstraintOperation.ValidateConstraint(table, name)))
                        .isPresent());
  }

  private static boolean isValidated(Side.Entry<Constraint> before, Side.Entry<Constraint> after) {
    return switch (before.structure()) {
      case Constraint.ForeignKey it ->
          !it.validated() && it.withValidated(true).equals(after.structure());
      case Constraint.Check it ->
          !it.validated() && it.withValidated(true).equals(after.structure());
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> false;
    };
  }
}
