package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Conversion;
import limbeck.operation.DataOperation;
import limbeck.operation.DescribeType;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** Plans steps about columns, with what existing rows need. */
final class ColumnSteps {
  private final Draft draft;
  private final Replacements replacements;
  private final NotNullSteps notNull;
  private final CountingKeys counting;

  ColumnSteps(Draft draft, Replacements replacements, CountingKeys counting) {
    this.draft = draft;
    this.counting = counting;
    this.replacements = replacements;
    this.notNull = new NotNullSteps(draft);
  }

  void add(ColumnOperation operation, String because) {
    switch (operation) {
      case ColumnOperation.AddColumn it -> add(it, because);
      case ColumnOperation.DropColumn it -> drop(it, because);
      case ColumnOperation.AlterColumn it -> {
        ColumnName name = it.column();
        for (ColumnChange change : it.changes()) {
          alter(it.table(), name, change, because);
          name = change instanceof ColumnChange.Rename(ColumnName to) ? to : name;
        }
      }
    }
  }

  private void add(ColumnOperation.AddColumn operation, String because) {
    Column column = operation.column();
    ColumnPlace place = new ColumnPlace(operation.table(), column.name());
    draft.isNew(place);
    boolean filledByDatabase =
        column.serverDefault().isPresent()
            || column.generation().isPresent()
            || column.autoincrement();
    if (counting.add(operation, because)) {
      return;
    }
    if (draft.hasNoRows(operation.table())) {
      draft.add(operation, because, Classification.ADDITIVE, "the table has no rows yet");
    } else if (column.nullable() || filledByDatabase) {
      draft.add(
          operation,
          because,
          Classification.ADDITIVE,
          filledByDatabase
              ? "the database gives existing rows a value in the same statement"
              : "existing rows have NULL");
      Optional<SqlText> fill =
          Optional.ofNullable(draft.options().answers().fills().get(place))
              .map(it -> new RenamedNames(draft).inText(place.table(), it));
      fill.ifPresent(it -> fill(place, it, "as stated", filledByDatabase));
    } else {
      addRequired(operation, place, because);
    }
  }

  private void addRequired(ColumnOperation.AddColumn operation, ColumnPlace place, String because) {
    Optional<SqlText> stated =
        Optional.ofNullable(draft.options().answers().fills().get(place))
            .map(it -> new RenamedNames(draft).inText(place.table(), it));
    Optional<SqlText> value =
        stated.or(() -> Optional.ofNullable(draft.options().pythonDefaults().get(place)));
    if (value.isEmpty()) {
      unfilled(operation, place, because);
      return;
    }
    boolean constant = stated.isEmpty();
    if (constant && new Backfills(draft).addWithConstant(operation, value.orElseThrow(), because)) {
      noteRequired(place);
      return;
    }
    draft.add(
        new ColumnOperation.AddColumn(
            operation.table(), operation.column().withNullable(true), operation.ifNotExists()),
        because + "; it is added nullable first, because existing rows have no value yet",
        Classification.ADDITIVE,
        "existing rows have NULL for now");
    new Backfills(draft).guard(place, value.orElseThrow());
    notNull.hold(place);
    fill(
        place,
        value.orElseThrow(),
        stated.isPresent() ? "as stated" : "the default of the model",
        false);
    notNull.set(place, "every row of " + place.table() + " has a value now");
    noteRequired(place);
  }

  private void noteRequired(ColumnPlace place) {
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        (draft.options().isOnline(place.table()) ? "From the last phase on " : "From now on ")
            + place
            + " must be given: programs of the version before insert no value, and fail.");
  }

  private void unfilled(ColumnOperation.AddColumn operation, ColumnPlace place, String because) {
    if (draft.options().answers().unfilled().contains(place)) {
      draft.addFleeting(
          new DataOperation.RequireNoRows(
              place.table(),
              draft.sql().anyRow(place.table()),
              "Table "
                  + place.table()
                  + " has rows, and there is no value for "
                  + place.column()
                  + " in them."),
          "nothing is to be filled in, so there must be no rows",
          Classification.DATA,
          "it only looks",
          false);
    } else if (!replacements.asksAbout(place)) {
      notNull.ask(
          place,
          place + " is new and NOT NULL, but existing rows have no value for it.",
          operation.column().type());
    }
    draft.add(
        operation, because, Classification.ADDITIVE, "it succeeds only while there are no rows");
  }

  private void fill(ColumnPlace place, SqlText value, String how, boolean everyRow) {
    new Backfills(draft)
        .fill(
            place,
            value,
            everyRow ? Optional.empty() : Optional.of(draft.sql().isNull(place.column())),
            "existing rows get " + how,
            "it fills a column that is new");
  }

  private void drop(ColumnOperation.DropColumn operation, String because) {
    ColumnPlace place = new ColumnPlace(operation.table(), operation.column());
    boolean computed =
        draft
            .schema()
            .table(operation.table())
            .flatMap(it -> it.column(operation.column()))
            .flatMap(Column::generation)
            .filter(Generation.Computed.class::isInstance)
            .isPresent();
    boolean online = draft.options().isOnline(operation.table());
    if (computed) {
      Runnable step =
          () ->
              draft.add(
                  operation,
                  because,
                  Classification.TRANSFORMING,
                  "its values can be computed again");
      if (online && !draft.isInPlace()) {
        draft.during(Phase.Kind.CONTRACT, step);
      } else {
        step.run();
      }
      return;
    }
    Optional<ColumnPlace> heir = replacements.heir(place);
    if (online) {
      new Retirement(draft, replacements).prepare(place);
    }
    draft.during(
        online ? Phase.Kind.CONTRACT : Phase.Kind.EXPAND,
        () -> {
          Optional<TableName> kept = draft.archive().keep(place);
          draft.add(
              operation,
              heir.map(it -> because + "; " + it + " has taken its values over").orElse(because),
              Classification.DESTRUCTIVE,
              kept.map(it -> "its values go, and are kept in " + it).orElse("its values go"));
        });
    Optional<TableName> kept = draft.archive().column(place).map(Archive.Kept::table);
    draft.note(
        SafetyNote.Kind.DATA_LOSS,
        heir.map(
                it ->
                    "Dropping "
                        + place
                        + " loses its values; "
                        + it
                        + " holds what was made of them.")
            .or(() -> kept.map(it -> Archive.note(place.toString(), "values", it)))
            .orElse("Dropping " + place + " loses its values; back them up first."));
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        "Programs that still use " + place + " fail from this moment on.");
  }

  private void alter(TableName table, ColumnName column, ColumnChange change, String because) {
    ColumnPlace place = new ColumnPlace(table, column);
    switch (change) {
      case ColumnChange.SetType it -> type(place, it, because);
      case ColumnChange.SetNullable(boolean nullable) -> {
        if (nullable) {
          alterPlainly(place, change, because, Classification.TRANSFORMING, "it refuses less");
          draft.note(
              SafetyNote.Kind.COMPATIBILITY,
              "Programs that read " + place + " may meet NULL from now on.");
        } else {
          notNull.require(place, because);
        }
      }
      case ColumnChange.SetDefault _ ->
          alterPlainly(
              place, change, because, Classification.TRANSFORMING, "only new rows are concerned");
      case ColumnChange.SetGeneration it -> generation(place, it, because);
      case ColumnChange.SetAutoincrement _ ->
          alterPlainly(
              place, change, because, Classification.TRANSFORMING, "only new rows are concerned");
      case ColumnChange.SetComment _ ->
          alterPlainly(place, change, because, Classification.ADDITIVE, "only a comment changes");
      case ColumnChange.Rename(ColumnName to) -> {
        Schema before = draft.schema();
        alterPlainly(
            place,
            change,
            because,
            Classification.TRANSFORMING,
            "values are kept under the new name");
        new ReferenceIndexes(draft).follow(place, to, before);
        new RenamedNames(draft).note(place, to);
      }
    }
  }

  private void alterPlainly(
      ColumnPlace place, ColumnChange change, String because, Classification kind, String reason) {
    draft.add(
        new ColumnOperation.AlterColumn(place.table(), place.column(), List.of(change)),
        because,
        kind,
        reason);
  }

  /** An identity that is put on a column with rows must go on after them. */
  private void generation(ColumnPlace place, ColumnChange.SetGeneration change, String because) {
    alterPlainly(
        place, change, because, Classification.TRANSFORMING, "only new rows are concerned");
    boolean starts =
        change.from().isEmpty()
            && change.to().isPresent()
            && change.to().orElseThrow() instanceof Generation.Identity
            && draft.options().isPostgresql()
            && !draft.hasNoRows(place.table());
    if (starts) {
      draft.addFleeting(
          draft.sql().continueCounting(place.table(), place.column()),
          "a new identity begins at 1, which existing rows may have already",
          Classification.DATA,
          "it sets where the identity goes on",
          false);
    }
  }

  private void type(ColumnPlace place, ColumnChange.SetType change, String because) {
    Optional<SqlText> stated =
        Optional.ofNullable(draft.options().answers().usings().get(place))
            .map(it -> new RenamedNames(draft).inText(place.table(), it));
    if (!draft.options().isPostgresql()) {
      new TypeSteps(draft).add(place, change, stated, because);
      return;
    }
    SqlType from = change.from().orElse(change.to()).on(draft.options().dialect());
    Conversion conversion =
        Conversion.of(place.column(), from, change.to().on(draft.options().dialect()));
    Optional<SqlText> using = stated.or(() -> change.using()).or(conversion::using);
    if (using.isEmpty() && conversion.path() == Conversion.Path.UNKNOWN) {
      using = unknownWay(place, change, from, conversion.why());
    }
    boolean changes = stated.isEmpty() && conversion.loss() == Conversion.Loss.MAY_CHANGE;
    alterPlainly(
        place,
        new ColumnChange.SetType(change.from(), change.to(), using),
        because,
        changes ? Classification.DESTRUCTIVE : Classification.TRANSFORMING,
        conversion.why().isEmpty() ? "every value is kept" : conversion.why());
    boolean known =
        KnownLabels.allFit(from, change.to().on(draft.options().dialect()), draft.schema());
    if (stated.isEmpty() && !known && !draft.hasNoRows(place.table())) {
      noteLoss(place, conversion);
    }
  }

  private void noteLoss(ColumnPlace place, Conversion conversion) {
    switch (conversion.loss()) {
      case NOTHING -> {
        if (!conversion.why().isEmpty()) {
          draft.note(
              SafetyNote.Kind.HUMAN, "The new type of " + place + ": " + conversion.why() + ".");
        }
      }
      case MAY_FAIL ->
          draft.note(
              SafetyNote.Kind.HUMAN,
              "The new type of " + place + " may stop the upgrade: " + conversion.why() + ".");
      case MAY_CHANGE -> {
        if (conversion.path() != Conversion.Path.UNKNOWN) {
          draft.note(
              SafetyNote.Kind.DATA_LOSS,
              "The new type of " + place + " changes values: " + conversion.why() + ".");
        }
      }
    }
  }

  private Optional<SqlText> unknownWay(
      ColumnPlace place, ColumnChange.SetType change, SqlType from, String why) {
    String type = DescribeType.describe(change.to().on(draft.options().dialect()));
    if (draft.options().answers().unfilled().contains(place)) {
      draft.addFleeting(
          new DataOperation.RequireNoRows(
              place.table(),
              draft
                  .sql()
                  .rowsWhere(place.table(), draft.sql().column(place.column()) + " IS NOT NULL"),
              "Column " + place + " has values, and " + why + "."),
          "there is no way from the one type to the other, so there must be no values",
          Classification.DATA,
          "it only looks",
          false);
      return Optional.of(new SqlText("NULL::" + type));
    }
    if (!draft.hasNoRows(place.table())) {
      draft.ask(
          UsingQuestion.of(
              place,
              from,
              change.to().on(draft.options().dialect()),
              why,
              RowSql.neutral(change.to(), draft.schema())));
    }
    return Optional.empty();
  }
}
