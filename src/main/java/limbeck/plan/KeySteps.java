package limbeck.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Describe;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Plans steps about constraints and indexes, with the checks of rows they need. */
final class KeySteps {
  private final Draft draft;
  private final Schema after;
  private final CountingKeys counting;
  private final Set<SqlText> checked = new HashSet<>();
  private final HeldReferences held = new HeldReferences();

  KeySteps(Draft draft, Schema after, CountingKeys counting) {
    this.draft = draft;
    this.after = after;
    this.counting = counting;
  }

  void add(ConstraintOperation operation, String because) {
    switch (operation) {
      case ConstraintOperation.AddConstraint it -> {
        counting.beforeAdd(it);
        add(named(it), because);
        counting.afterAdd(it);
      }
      case ConstraintOperation.DropConstraint it -> {
        counting.beforeDrop(it);
        drop(it, because);
      }
      case ConstraintOperation.RenameConstraint it -> {
        if (!draft.options().isMysql() || !exchange(it, because)) {
          draft.add(it, because, Classification.TRANSFORMING, "only its name changes");
        }
      }
      case ConstraintOperation.SetDeferral it ->
          draft.add(it, because, Classification.TRANSFORMING, "only when it is checked changes");
      case ConstraintOperation.ValidateConstraint it ->
          draft.add(it, because, Classification.DATA, "existing rows are checked");
    }
  }

  private void drop(ConstraintOperation.DropConstraint operation, String because) {
    Schema before = draft.schema();
    before
        .table(operation.table())
        .ifPresent(it -> held.drop(operation.name(), draft.options().names().named(it)));
    draft.add(
        operation, because, Classification.TRANSFORMING, "rows stay, the rule over them goes");
    ReferenceIndexes.leftBy(operation, before, after, draft.options().names())
        .forEach(this::dropLeft);
  }

  private void dropLeft(IndexOperation.DropIndex index) {
    draft.addFleeting(
        index,
        "the index that was made for the foreign key would stay behind",
        Classification.TRANSFORMING,
        "a new key makes its own",
        false);
    if (draft.options().dialect() == DialectName.MYSQL) {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "MySQL keeps the index that it made for a foreign key that goes, called "
              + index.name()
              + " as a rule; drop it by hand when nothing needs it.");
    }
  }

  /** MySQL cannot rename a foreign key or a check; says whether it was one, and is made anew. */
  private boolean exchange(ConstraintOperation.RenameConstraint rename, String because) {
    Optional<Constraint> constraint =
        draft
            .schema()
            .table(rename.table())
            .map(draft.options().names()::named)
            .flatMap(it -> it.constraint(rename.from()))
            .filter(it -> it instanceof Constraint.ForeignKey || it instanceof Constraint.Check);
    if (constraint.isEmpty()) {
      return false;
    }
    drop(
        new ConstraintOperation.DropConstraint(
            rename.table(),
            rename.from(),
            Optional.of(Invert.kind(constraint.get())),
            false,
            false),
        because);
    draft.add(
        new ConstraintOperation.AddConstraint(
            rename.table(), constraint.get().withName(Optional.of(rename.to())), Optional.empty()),
        because,
        Classification.TRANSFORMING,
        "rows satisfied it all the time");
    return true;
  }

  void add(IndexOperation operation, String because) {
    switch (operation) {
      case IndexOperation.CreateIndex it -> create(it, because);
      case IndexOperation.DropIndex it -> {
        boolean online = it.table().filter(draft.options()::isOnline).isPresent();
        draft.during(
            online ? Phase.Kind.BUILD : Phase.Kind.EXPAND,
            () ->
                draft.add(
                    online
                        ? new IndexOperation.DropIndex(
                            it.table(), it.schema(), it.name(), true, true)
                        : it,
                    because,
                    Classification.TRANSFORMING,
                    "rows stay, finding them may be slower",
                    online,
                    Optional.empty()));
      }
      case IndexOperation.RenameIndex it ->
          draft.add(it, because, Classification.TRANSFORMING, "only its name changes");
    }
  }

  /**
   * Gives a constraint the name the database would give it, so that the script says which one its
   * downgrade drops. A name that is taken elsewhere is left to the database, which finds another.
   */
  private ConstraintOperation.AddConstraint named(ConstraintOperation.AddConstraint operation) {
    Optional<Table> table = draft.schema().table(operation.table());
    boolean nameless =
        draft.options().names().onlyDescribes(operation.constraint())
            || (operation.constraint() instanceof Constraint.PrimaryKey
                && draft.options().isMysql());
    if (operation.constraint().name().isPresent() || table.isEmpty() || nameless) {
      return operation;
    }
    Optional<ConstraintName> name =
        draft
            .options()
            .names()
            .nameOfNew(operation.constraint(), table.get())
            .filter(it -> !isTaken(it.text()));
    return new ConstraintOperation.AddConstraint(
        operation.table(), operation.constraint().withName(name), operation.usingIndex());
  }

  private boolean isTaken(String name) {
    return draft.schema().tables().values().stream()
        .map(draft.options().names()::named)
        .anyMatch(
            it ->
                it.name().name().equals(name)
                    || it.index(new IndexName(name)).isPresent()
                    || it.constraint(new ConstraintName(name)).isPresent());
  }

  /** Whether rows are put into a table that is new. */
  private boolean isFilledHere(TableName table) {
    return draft.options().answers().moves().stream().anyMatch(it -> it.to().table().equals(table));
  }

  /** No row can refer to a table that has come just now: its rows have to come with it. */
  private void noteEmptyTarget(TableName table, Constraint.ForeignKey key) {
    List<ColumnName> targets = Dependents.targetColumns(key, draft.schema());
    boolean single = key.columns().size() == 1 && targets.size() == 1;
    String how = "insert them in this revision, before the key is made";
    if (single && !draft.addedHere(new ColumnPlace(table, key.columns().getFirst()))) {
      ColumnPlace from = new ColumnPlace(table, key.columns().getFirst());
      ColumnPlace to = new ColumnPlace(key.target(), targets.getFirst());
      how =
          Shell.option("--move", from + ":" + to + "@" + to + " = " + from, "")
              + " puts them there";
    }
    draft.note(
        SafetyNote.Kind.HUMAN,
        "Table "
            + key.target()
            + " is new and has no rows, so its foreign key stops the upgrade when a row of "
            + table
            + " refers to one; "
            + how
            + ".");
  }

  private void add(ConstraintOperation.AddConstraint operation, String because) {
    TableName table = operation.table();
    Constraint constraint = operation.constraint();
    if (draft.hasNoRows(table)) {
      draft.add(operation, because, Classification.ADDITIVE, "the table has no rows yet");
      return;
    }
    requireUnique(table, constraint);
    if (constraint instanceof Constraint.Check check) {
      new MappedLabels(draft).add(table, check);
    }
    if (draft.options().isOnline(table) && operation.usingIndex().isEmpty()) {
      new OnlineSteps(draft).add(table, constraint, because);
    } else {
      draft.add(operation, because, Classification.ADDITIVE, "existing rows must satisfy it");
    }
    switch (constraint) {
      case Constraint.PrimaryKey _, Constraint.Unique _ -> {}
      case Constraint.ForeignKey it -> {
        if (!isEmpty(table, it.columns()) && !held.hold(table, it, draft.schema())) {
          if (isFilledHere(it.target()) || !draft.hasNoRows(it.target())) {
            mayFail(table, constraint, "rows that refer to nothing");
          } else {
            noteEmptyTarget(table, it);
          }
        }
      }
      case Constraint.Check _ -> mayFail(table, constraint, "rows that break it");
      case Constraint.Exclude _ -> mayFail(table, constraint, "rows that exclude each other");
    }
    noteTwins(table);
  }

  private void requireUnique(TableName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey it -> requireUnique(table, it.columns(), false, "primary key");
      case Constraint.Unique it ->
          requireUnique(table, it.columns(), it.nullsNotDistinct(), "unique constraint");
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> {}
    }
  }

  private void mayFail(TableName table, Constraint constraint, String rows) {
    draft.note(
        SafetyNote.Kind.HUMAN,
        "The "
            + Describe.constraint(constraint)
            + " of "
            + table
            + " stops the upgrade when there are "
            + rows
            + ".");
  }

  private void create(IndexOperation.CreateIndex operation, String because) {
    TableName table = operation.table();
    Index index = operation.index();
    if (draft.hasNoRows(table)) {
      draft.add(operation, because, Classification.ADDITIVE, "the table has no rows yet");
      return;
    }
    List<ColumnName> columns =
        index.elements().stream().flatMap(it -> it.column().stream()).toList();
    boolean allColumns = columns.size() == index.elements().size();
    if (index.unique() && !(allColumns && isEmpty(table, columns))) {
      require(
          table,
          draft
              .sql()
              .duplicates(
                  table, draft.sql().elements(index), index.nullsNotDistinct(), index.where()),
          allColumns ? RowSql.listed(columns) : "the indexed expression",
          "unique index");
    }
    if (draft.options().isOnline(table)) {
      new OnlineSteps(draft).create(operation, because);
    } else {
      draft.add(operation, because, Classification.ADDITIVE, "rows stay as they are");
    }
    noteTwins(table);
  }

  /** Whether the columns hold nothing, because this plan adds them without a value. */
  private boolean isEmpty(TableName table, List<ColumnName> columns) {
    Table now = draft.schema().table(table).orElseThrow();
    return columns.stream()
        .anyMatch(
            name -> {
              ColumnPlace place = new ColumnPlace(table, name);
              Optional<Column> column = now.column(name);
              return draft.addedHere(place)
                  && column.isPresent()
                  && column.orElseThrow().nullable()
                  && column.orElseThrow().serverDefault().isEmpty()
                  && column.orElseThrow().generation().isEmpty()
                  && !draft.options().answers().fills().containsKey(place);
            });
  }

  private void requireUnique(
      TableName table, List<ColumnName> columns, boolean nullsCollide, String what) {
    boolean unique = counting.isNumbered(table, columns);
    if (!unique && (!isEmpty(table, columns) || nullsCollide)) {
      require(
          table,
          draft
              .sql()
              .duplicates(table, draft.sql().columns(columns), nullsCollide, Optional.empty()),
          RowSql.listed(columns),
          what);
    }
  }

  private void require(TableName table, SqlText query, String columns, String what) {
    if (!checked.add(query)) {
      return;
    }
    boolean online = draft.options().isOnline(table);
    draft.during(
        online ? Phase.Kind.BUILD : Phase.Kind.EXPAND,
        () ->
            draft.addFleeting(
                new DataOperation.RequireNoRows(
                    table,
                    query,
                    "Table "
                        + table
                        + " has rows with the same "
                        + columns
                        + "; make them differ or delete them, then upgrade again."),
                "the "
                    + what
                    + " cannot be made while there are duplicates, so they are looked for first",
                Classification.DATA,
                "it only looks",
                online)); // Locks of an earlier phase must not be held while it looks.
    draft.note(
        SafetyNote.Kind.HUMAN,
        "The upgrade stops when rows of " + table + " have the same " + columns + ".");
  }

  /** Says so when the models state a unique constraint and a unique index over the same columns. */
  void noteTwins(TableName name) {
    Optional<Table> table = after.table(name);
    if (table.isEmpty()) {
      return;
    }
    for (Constraint constraint : table.orElseThrow().constraints()) {
      if (constraint instanceof Constraint.Unique unique) {
        List<Optional<ColumnName>> columns = unique.columns().stream().map(Optional::of).toList();
        boolean twin =
            table.orElseThrow().indexes().stream()
                .filter(it -> it.unique() && it.where().isEmpty())
                .anyMatch(
                    it ->
                        it.elements().stream().map(IndexElement::column).toList().equals(columns));
        if (twin) {
          draft.note(
              SafetyNote.Kind.HUMAN,
              "The models ask for a unique constraint and a unique index on "
                  + name
                  + " ("
                  + RowSql.listed(unique.columns())
                  + "): two indexes that do the same. One of them is enough.");
        }
      }
    }
  }
}
