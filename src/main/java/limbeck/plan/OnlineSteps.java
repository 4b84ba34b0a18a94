package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.TableName;

/** Makes constraints and indexes so that others go on reading and writing. */
final class OnlineSteps {
  private final Draft draft;

  OnlineSteps(Draft draft) {
    this.draft = draft;
  }

  void create(IndexOperation.CreateIndex operation, String because) {
    TableName table = operation.table();
    Index index = operation.index();
    Optional<IndexName> name =
        draft.options().names().nameOfNew(index, draft.schema().table(table).orElseThrow());
    draft.during(
        Phase.Kind.BUILD,
        () -> {
          name.ifPresent(it -> clean(table, index.withName(name)));
          draft.add(
              new IndexOperation.CreateIndex(table, index.withName(name), true, false),
              because + "; it is built concurrently, outside a transaction, and blocks nobody",
              Classification.ADDITIVE,
              "rows stay as they are",
              true,
              Optional.empty());
        });
  }

  private void clean(TableName table, Index index) {
    Operation build = new IndexOperation.CreateIndex(table, index, true, false);
    draft.about(
        Footprint.of(build, draft.schema()),
        () ->
            draft.addFleeting(
                cleaning(table, index.name().orElseThrow()),
                "a concurrent build that failed leaves an invalid index behind",
                Classification.TRANSFORMING,
                "only an index of an earlier attempt goes",
                true));
  }

  static IndexOperation.DropIndex cleaning(TableName table, IndexName name) {
    return new IndexOperation.DropIndex(Optional.of(table), table.schema(), name, true, true);
  }

  /** Adds a constraint; one that is left for the database to name cannot be spoken of later. */
  void add(TableName table, Constraint constraint, String because) {
    if (constraint.name().isEmpty()) {
      plainly(table, constraint, because);
      return;
    }
    switch (constraint) {
      case Constraint.ForeignKey it ->
          validateLater(table, it.withValidated(false), it.validated(), because);
      case Constraint.Check it ->
          validateLater(table, it.withValidated(false), it.validated(), because);
      case Constraint.Unique it ->
          throughIndex(
              table, it, index(it.columns(), it.include(), it.nullsNotDistinct()), because);
      case Constraint.PrimaryKey it ->
          throughIndex(table, it, index(it.columns(), List.of(), false), because);
      case Constraint.Exclude _ -> plainly(table, constraint, because);
    }
  }

  private void plainly(TableName table, Constraint constraint, String because) {
    draft.add(
        new ConstraintOperation.AddConstraint(table, constraint, Optional.empty()),
        because,
        Classification.ADDITIVE,
        "existing rows must satisfy it");
  }

  static Index index(List<ColumnName> columns, List<ColumnName> include, boolean nullsNotDistinct) {
    return new Index(
        Optional.empty(),
        columns.stream().map(IndexElement::of).toList(),
        true,
        Optional.empty(),
        include,
        Optional.empty(),
        nullsNotDistinct,
        new TreeMap<>(),
        true);
  }

  private void validateLater(
      TableName table, Constraint constraint, boolean validate, String because) {
    draft.add(
        new ConstraintOperation.AddConstraint(table, constraint, Optional.empty()),
        because + "; it is not validated yet, so that no table is read under the lock",
        Classification.ADDITIVE,
        "new rows must satisfy it");
    if (validate) {
      validate(table, constraint.name().orElseThrow());
    }
  }

  /** Has the rows there are checked, in a transaction of its own. */
  void validate(TableName table, ConstraintName name) {
    validate(table, name, "");
  }

  /** Has rows checked that have been filled so that they satisfy a check. */
  void validateFilled(TableName table, ConstraintName name) {
    validate(
        table, name, MirrorSteps.allowed("rows-may-violate-check", "the rows have been filled"));
  }

  /**
   * Has rows checked.
   *
   * @param allowed a line for the review of the revision, or nothing
   */
  void validate(TableName table, ConstraintName name, String allowed) {
    draft.during(
        Phase.Kind.BUILD,
        () ->
            draft.add(
                new ConstraintOperation.ValidateConstraint(table, name),
                "rows are checked in a transaction of its own, while others read and write"
                    + allowed,
                Classification.DATA,
                "existing rows are checked",
                true,
                Optional.empty()));
  }

  private void throughIndex(TableName table, Constraint constraint, Index index, String because) {
    ConstraintName name = constraint.name().orElseThrow();
    IndexName indexName = new IndexName(name.text());
    Index named = index.withName(Optional.of(indexName));
    draft.during(
        Phase.Kind.BUILD, () -> build(table, named, because + "; its index comes first", ""));
    draft.during(
        Phase.Kind.SWITCH,
        () ->
            draft.add(
                new ConstraintOperation.AddConstraint(table, constraint, Optional.of(indexName)),
                "the index that was built becomes the constraint's own",
                Classification.ADDITIVE,
                "existing rows satisfy it",
                false,
                Optional.of(withoutConstraint(table, constraint, named))));
  }

  /**
   * Builds an index that another one, or a constraint, will take over from.
   *
   * @param allowed a line for the review of the revision, or nothing
   */
  void build(TableName table, Index index, String because, String allowed) {
    clean(table, index);
    draft.add(
        new IndexOperation.CreateIndex(table, index, true, false),
        because + "; it is built concurrently, outside a transaction, and blocks nobody" + allowed,
        Classification.ADDITIVE,
        "rows stay as they are",
        true,
        Optional.empty());
  }

  /** A constraint's index goes with it, and the phase before has one without a constraint. */
  static List<Draft.Undo> withoutConstraint(TableName table, Constraint constraint, Index index) {
    return List.of(
        Draft.Undo.of(
            new ConstraintOperation.DropConstraint(
                table,
                constraint.name().orElseThrow(),
                Optional.of(Invert.kind(constraint)),
                true,
                false)),
        Draft.Undo.alone(cleaning(table, index.name().orElseThrow())),
        Draft.Undo.alone(new IndexOperation.CreateIndex(table, index, true, false)));
  }
}
