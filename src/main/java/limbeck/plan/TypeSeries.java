package limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Dependents;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/**
 * Gives a column another type without writing the table anew under a lock: a column of the new type
 * is filled beside it, the two change names in a moment, and the old one is kept in step until
 * nobody wants to go back.
 */
final class TypeSeries {
  private static final String EXCHANGE = "the two columns change places";

  /**
   * What changes.
   *
   * @param type the new type
   * @param there its values, an expression over the row
   * @param back the old values, an expression over the row
   * @param serverDefault the default it has then
   * @param generation how it counts then
   * @param faithful whether values stay the same, or the change fails
   * @param meaning what the exchange means to running programs
   * @param together the columns of the table that change at the same moment, this one included:
   *     what is over several of them is made once, by the last, and comes back with the first
   * @param later a type by the name it has after the exchange
   */
  record Change(
      SqlType type,
      SqlText there,
      SqlText back,
      Optional<Default> serverDefault,
      Optional<Generation> generation,
      boolean faithful,
      Releases.Meaning meaning,
      List<ColumnName> together,
      UnaryOperator<SqlType> later) {}

  private final Draft draft;
  private final MirrorSteps steps;
  private final Change change;
  private final TableName table;
  private final Column source;
  private final ColumnName oldName;
  private final Mirror mirror;
  private final Copies copies;
  private final Copies kept;
  private final List<Copies.OfConstraint> formerKeys;

  TypeSeries(Draft draft, ColumnPlace place, Change change) {
    this.draft = draft;
    this.steps = new MirrorSteps(draft);
    this.change = change;
    this.table = place.table();
    this.source = draft.schema().table(table).orElseThrow().column(place.column()).orElseThrow();
    ColumnName newName = beside(place.column());
    this.oldName = formerly(place.column());
    this.mirror =
        new Mirror(
            table,
            source,
            source.withType(change.type()).withName(newName),
            change.there(),
            limbeck.operation.Identifiers.rename(
                change.back(), source.name().text(), newName.text()));
    int position = change.together().indexOf(source.name());
    this.copies =
        Copies.of(
            draft.schema(),
            place,
            named(TypeSeries::beside),
            change.together().subList(position + 1, change.together().size()),
            it -> suffixed(it, "_new"),
            draft);
    this.kept =
        Copies.of(
            draft.schema(),
            place,
            named(TypeSeries::formerly),
            change.together().subList(0, position),
            it -> suffixed(it, "_old"),
            draft);
    this.formerKeys =
        Copies.of(
                draft.schema(),
                place,
                named(TypeSeries::formerly),
                List.of(),
                it -> suffixed(it, "_old"),
                draft)
            .keys();
  }

  private Map<ColumnName, ColumnName> named(UnaryOperator<ColumnName> name) {
    Map<ColumnName, ColumnName> result = new TreeMap<>();
    change.together().forEach(it -> result.put(it, name.apply(it)));
    return result;
  }

  static ColumnName beside(ColumnName column) {
    return new ColumnName(suffixed(column.text(), "_new"));
  }

  static ColumnName formerly(ColumnName column) {
    return new ColumnName(suffixed(column.text(), "_old"));
  }

  /** PostgreSQL keeps 63 bytes of a name; the end is what tells these apart. */
  static String suffixed(String name, String suffix) {
    String kept = name;
    while (!NotNullSteps.cut(kept + suffix).equals(kept + suffix)) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + suffix;
  }

  TableName table() {
    return table;
  }

  ColumnName column() {
    return source.name();
  }

  ColumnName oldName() {
    return oldName;
  }

  boolean isFaithful() {
    return change.faithful();
  }

  List<ColumnPlace> places() {
    return mirror.places();
  }

  /** Adds a column of the new type beside the old one. */
  void expand(String because) {
    steps.expand(
        mirror,
        copies,
        mirror.following(draft.sql(), true),
        because + "; a column of the new type is filled first, and takes its place then");
  }

  /** Fills it. */
  void fill() {
    steps.fill(mirror);
  }

  /** Builds all that is over it. */
  void build() {
    steps.build(mirror, copies, change.faithful());
  }

  /** Takes the primary key away, which only one of the two can be. */
  void letKeyGo() {
    for (Copies.OfConstraint it : copies.keys()) {
      if (it.original() instanceof Constraint.PrimaryKey) {
        draft.add(
            new ConstraintOperation.DropConstraint(
                table, it.name(), Optional.of(Invert.kind(it.original())), false, false),
            "its like over the new column takes its place",
            Classification.TRANSFORMING,
            "rows stay as they are",
            false,
            Optional.of(
                List.of(
                    Draft.Undo.of(
                        new ConstraintOperation.AddConstraint(
                            table, it.original(), former(it).name())))));
      }
    }
  }

  /** Has the columns change places; no foreign key is over either at this moment. */
  void exchange() {
    steps.requireAtOnce(mirror);
    stopGenerating();
    rename(source.name(), oldName, EXCHANGE);
    draft.meaning(
        change.meaning(),
        () ->
            rename(
                mirror.beside().name(),
                source.name(),
                EXCHANGE + MirrorSteps.allowed("column-renamed", "no model ever had this name")));
    for (Copies.OfIndex it : copies.indexes()) {
      steps.renameIndex(table, it.name(), suffixed(it.name()), EXCHANGE);
      steps.renameIndex(table, it.copy().name().orElseThrow(), it.name(), EXCHANGE);
    }
    copies.checks().forEach(this::exchangeNames);
  }

  /** Puts the keys over the new column to use. */
  void attachKeys() {
    copies.keys().forEach(this::attach);
  }

  private void rename(ColumnName from, ColumnName to, String because) {
    draft.add(
        new ColumnOperation.AlterColumn(table, from, List.of(new ColumnChange.Rename(to))),
        because,
        Classification.TRANSFORMING,
        "values stay as they are");
  }

  private static ConstraintName copyName(Copies.OfConstraint constraint) {
    return constraint.copy().name().orElseThrow();
  }

  private static IndexName suffixed(IndexName name) {
    return new IndexName(suffixed(name.text(), "_old"));
  }

  private void exchangeNames(Copies.OfConstraint it) {
    ConstraintName former = new ConstraintName(suffixed(it.name().text(), "_old"));
    steps.renameConstraint(it.holder(), it.name(), former, EXCHANGE);
    steps.renameConstraint(it.holder(), copyName(it), it.name(), EXCHANGE);
  }

  private void attach(Copies.OfConstraint key) {
    if (key.original() instanceof Constraint.Unique) {
      steps.renameConstraint(
          table, key.name(), new ConstraintName(suffixed(key.name().text(), "_old")), EXCHANGE);
    }
    draft.add(
        new ConstraintOperation.AddConstraint(
            table, key.original(), MirrorSteps.copyIndex(key).name()),
        "the index that was built becomes the constraint's own",
        Classification.ADDITIVE,
        "existing rows satisfy it",
        false,
        Optional.of(
            List.of(
                Draft.Undo.of(
                    new ConstraintOperation.DropConstraint(
                        table,
                        key.name(),
                        Optional.of(Invert.kind(key.original())),
                        true,
                        false)))));
  }

  private void stopGenerating() {
    steps.setDefault(table, source, source.serverDefault(), Optional.empty());
    if (source.autoincrement()) {
      change(new ColumnChange.SetAutoincrement(false), Optional.empty());
    }
    source
        .generation()
        .ifPresent(
            it ->
                change(
                    new ColumnChange.SetGeneration(Optional.of(it), Optional.empty()),
                    Optional.of(
                        List.of(
                            Draft.Undo.of(alter(generated(it))),
                            Draft.Undo.of(draft.sql().continueCounting(table, source.name()))))));
  }

  /** Has the new column give what the old one gave to rows that come without a value. */
  void startGenerating() {
    steps.setDefault(table, source, Optional.empty(), change.serverDefault());
    if (source.autoincrement()) {
      change(new ColumnChange.SetAutoincrement(true), Optional.empty());
    }
    change
        .generation()
        .ifPresent(
            it -> {
              change(generated(it), Optional.empty());
              draft.about(
                  mirror.places(),
                  () ->
                      draft.addFleeting(
                          draft.sql().continueCounting(table, source.name()),
                          "a new identity begins at 1, which existing rows may have already",
                          Classification.DATA,
                          "it sets where the identity goes on",
                          false));
            });
  }

  private static ColumnChange generated(Generation generation) {
    return new ColumnChange.SetGeneration(Optional.empty(), Optional.of(generation));
  }

  private ColumnOperation.AlterColumn alter(ColumnChange it) {
    return new ColumnOperation.AlterColumn(table, source.name(), List.of(it));
  }

  private void change(ColumnChange it, Optional<List<Draft.Undo>> undo) {
    draft.add(
        alter(it),
        "it counts on in the column that takes its place",
        Classification.TRANSFORMING,
        "only new rows are concerned",
        false,
        undo);
  }

  /**
   * Has the old column follow the new one from now on.
   *
   * @param first what the way back begins with
   */
  void follow(List<Draft.Undo> first) {
    List<Draft.Undo> undo = new ArrayList<>(first);
    undo.add(Draft.Undo.of(function(mirror.following(draft.sql(), true))));
    draft.about(
        mirror.places(),
        () ->
            draft.add(
                function(former().following(draft.sql(), false)),
                "from now on the old column is kept like the new one",
                Classification.TRANSFORMING,
                "it goes again",
                false,
                Optional.of(undo)));
  }

  private ObjectOperation.CreateObject function(String body) {
    return new ObjectOperation.CreateObject(
        new RowTriggers(draft).function(table, MirrorSteps.triggerName(mirror), body), true);
  }

  /** The pair after the exchange: programs write the new column, the old one follows. */
  private Mirror former() {
    return mirror.named(oldName, source.name()).turned().typed(change.later());
  }

  /** What takes long on the way back is made ready while the new column is still in use. */
  List<Draft.Undo> beforeTheWayBack() {
    List<Draft.Undo> result = new ArrayList<>();
    for (Copies.OfConstraint key : copies.keys()) {
      if (key.original() instanceof Constraint.PrimaryKey) {
        result.addAll(MirrorSteps.builtAgain(table, former(key)));
      }
      result.addAll(MirrorSteps.builtAgain(table, key.index(key.original(), copyName(key).text())));
    }
    if (!mirror.beside().nullable()) {
      ConstraintName name = NotNullSteps.proofName(mirror.besidePlace());
      SqlText present = new SqlText(draft.sql().column(source.name()) + " IS NOT NULL");
      result.addAll(
          MirrorSteps.addedAgain(table, new Constraint.Check(Optional.of(name), present, false)));
      result.add(Draft.Undo.alone(new ConstraintOperation.ValidateConstraint(table, name)));
    }
    return result;
  }

  /** The unique index over the old column that its primary key will rest on again. */
  private Index former(Copies.OfConstraint key) {
    return formerKeys.stream()
        .filter(it -> it.name().equals(key.name()))
        .map(MirrorSteps::copyIndex)
        .findFirst()
        .orElseThrow();
  }

  /** The columns of what the way back builds anew over the old column. */
  private List<ColumnPlace> rebuilt() {
    Set<ColumnPlace> result = new LinkedHashSet<>(mirror.places());
    for (Column it : draft.schema().table(table).orElseThrow().columns()) {
      boolean used =
          kept.indexes().stream()
                  .anyMatch(
                      one ->
                          Dependents.uses(one.original(), it.name())
                              || Dependents.uses(one.copy(), it.name()))
              || Stream.concat(kept.keys().stream(), kept.checks().stream())
                  .anyMatch(
                      one ->
                          Dependents.uses(one.original(), it.name())
                              || Dependents.uses(one.copy(), it.name()));
      if (used) {
        result.add(new ColumnPlace(table, it.name()));
      }
    }
    return List.copyOf(result);
  }

  /** Takes the old column away. */
  void contract() {
    steps.dropTrigger(mirror, rebuilt());
    Mirror former = former();
    draft.add(
        new ColumnOperation.DropColumn(table, oldName, false),
        "nobody wants to go back to the old type any more"
            + MirrorSteps.allowed(
                "column-dropped", new ColumnPlace(table, source.name()) + " has its values"),
        Classification.TRANSFORMING,
        new ColumnPlace(table, source.name()) + " has its values",
        false,
        Optional.of(
            steps.again(
                former,
                kept.withoutSwitched(),
                MirrorSteps.triggerName(mirror),
                former.following(draft.sql(), false),
                Optional.empty())));
  }
}
