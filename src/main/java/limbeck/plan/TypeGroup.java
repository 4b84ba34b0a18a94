package limbeck.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The columns that get another type together: a key and what refers to it change at one moment, so
 * that no foreign key stands in the way of another one's exchange.
 */
final class TypeGroup {
  /** A foreign key over one of the columns, or to one of them, with its name in the database. */
  private record Reference(TableName holder, Constraint.ForeignKey key) {
    ConstraintName name() {
      return key.name().orElseThrow();
    }
  }

  private final Draft draft;
  private final List<TypeSeries> series = new ArrayList<>();
  private final List<TypeExchange> exchanges = new ArrayList<>();

  TypeGroup(Draft draft) {
    this.draft = draft;
  }

  /**
   * A column that gets another type.
   *
   * @param because why
   * @param notes what there is to say and to look for before it is filled
   */
  record Member(TypeSeries series, String because, Runnable notes) {}

  /** Prepares columns that may have indexes, keys and checks in common. */
  void add(List<Member> members) {
    draft.meaning(
        Releases.Meaning.NOTHING,
        () -> {
          for (Member it : members) {
            it.series().expand(it.because());
            it.notes().run();
          }
          members.forEach(it -> it.series().fill());
          members.forEach(it -> it.series().build());
        });
    members.forEach(it -> series.add(it.series()));
  }

  /** Has a type whose columns are in the group take the name of another one with them. */
  void add(TypeExchange exchange, String because) {
    draft.meaning(
        Releases.Meaning.NOTHING,
        () ->
            draft.add(
                new TypeOperation.CreateEnum(exchange.after(), false),
                because
                    + "; PostgreSQL can neither remove nor move a label, so there is another type,"
                    + " which takes the name of this one then",
                Classification.ADDITIVE,
                "the type is new"));
    exchanges.add(exchange);
  }

  /**
   * Finishes the series when one of them takes along what is over another column too: it would have
   * to be built over both new columns. A foreign key has to change at one moment.
   */
  void finishBeforeSharing(ColumnPlace place) {
    boolean referring =
        series.stream()
            .anyMatch(
                it -> isReferring(new ColumnPlace(it.table(), it.column())) || isReferring(place));
    boolean shares =
        series.stream()
            .filter(it -> it.table().equals(place.table()))
            .anyMatch(it -> Obstacles.share(table(place.table()), it.column(), place.column()));
    if (shares && !referring) {
      finish();
    }
  }

  private Table table(TableName name) {
    return draft.schema().table(name).orElseThrow();
  }

  private boolean isReferring(ColumnPlace place) {
    return table(place.table()).foreignKeys().stream()
            .anyMatch(it -> it.columns().contains(place.column()))
        || !Dependents.referencesTo(draft.schema(), place.table(), place.column()).isEmpty();
  }

  /** Finishes the series when operations use a type that is not the one of its name yet. */
  void finishBeforeUsersOfExchanged(List<Operation> operations) {
    boolean uses =
        operations.stream()
            .map(it -> Footprint.of(it, draft.schema()))
            .anyMatch(it -> exchanges.stream().anyMatch(one -> it.touches(one.name())));
    if (uses) {
      finish();
    }
  }

  /** Finishes the series when other operations are over the same columns. */
  void finishBefore(List<Operation> operations) {
    for (Operation operation : operations) {
      Footprint footprint = Footprint.of(operation, draft.schema());
      boolean touches =
          footprint.everything()
              || operation instanceof TypeOperation.DropEnum
              || operation instanceof TypeOperation.RenameType
              || series.stream().flatMap(it -> it.places().stream()).anyMatch(footprint::touches);
      if (touches) {
        finish();
      }
    }
  }

  /** Has all columns change places, and the old ones go in the end. */
  void finish() {
    if (series.isEmpty()) {
      return;
    }
    List<TypeSeries> all = List.copyOf(series);
    series.clear();
    List<TypeExchange> named = List.copyOf(exchanges);
    exchanges.clear();
    draft.meaning(
        Releases.Meaning.NOTHING,
        () -> {
          List<Reference> references = references(all);
          boolean faithful = all.stream().allMatch(TypeSeries::isFaithful);
          draft.during(Phase.Kind.SWITCH, () -> exchange(all, named, references));
          for (Reference it : references) {
            if (it.key().validated()) {
              new OnlineSteps(draft)
                  .validate(
                      it.holder(), it.name(), faithful ? MirrorSteps.satisfied(it.key()) : "");
            }
          }
          draft.during(
              Phase.Kind.CONTRACT,
              () -> {
                all.forEach(TypeSeries::contract);
                named.forEach(it -> it.contract(draft));
              });
        });
  }

  private void exchange(
      List<TypeSeries> all, List<TypeExchange> named, List<Reference> references) {
    references.forEach(this::letGo);
    // A key over several columns goes before the first is exchanged, and comes after the last.
    all.forEach(TypeSeries::letKeyGo);
    all.forEach(TypeSeries::exchange);
    all.forEach(TypeSeries::attachKeys);
    named.forEach(it -> it.exchange(draft));
    all.forEach(TypeSeries::startGenerating);
    references.forEach(this::bind);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).follow(i < all.size() - 1 ? List.of() : beforeTheWayBack(all, references));
    }
  }

  private List<Reference> references(List<TypeSeries> all) {
    DefaultNames names = draft.options().names();
    List<Reference> result = new ArrayList<>();
    for (Table table : draft.schema().tables().values()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean concerned = all.stream().anyMatch(it -> concerns(table.name(), key, it));
        Optional<ConstraintName> name = names.nameOf(key, table);
        if (concerned && name.isPresent()) {
          result.add(new Reference(table.name(), key.withName(name)));
        }
      }
    }
    return result;
  }

  private boolean concerns(TableName holder, Constraint.ForeignKey key, TypeSeries one) {
    boolean own = one.table().equals(holder) && key.columns().contains(one.column());
    boolean referred =
        one.table().equals(key.target())
            && Dependents.targetColumns(key, draft.schema()).contains(one.column());
    return own || referred;
  }

  /** Drops a foreign key; on the way back its like over the old columns is made first. */
  private void letGo(Reference it) {
    draft.add(
        drop(it, it.name(), false),
        "it is made anew over the new columns in the same transaction",
        Classification.TRANSFORMING,
        "rows stay as they are",
        false,
        Optional.of(
            List.of(
                Draft.Undo.of(
                    new ConstraintOperation.RenameConstraint(
                        it.holder(), formerName(it), it.name())))));
  }

  private void bind(Reference it) {
    draft.add(
        new ConstraintOperation.AddConstraint(
            it.holder(), it.key().withValidated(false), Optional.empty()),
        "it binds new rows at once; those there are looked at later, without a lock",
        Classification.TRANSFORMING,
        "rows satisfied it all the time",
        false,
        Optional.of(List.of(Draft.Undo.of(drop(it, it.name(), true)))));
  }

  private static ConstraintOperation.DropConstraint drop(
      Reference it, ConstraintName name, boolean ifExists) {
    return new ConstraintOperation.DropConstraint(
        it.holder(), name, Optional.of(ConstraintOperation.Kind.FOREIGN_KEY), ifExists, false);
  }

  private static ConstraintName formerName(Reference it) {
    return new ConstraintName(TypeSeries.suffixed(it.name().text(), "_old"));
  }

  /** What takes long on the way back is made ready while the new columns are still in use. */
  private static List<Draft.Undo> beforeTheWayBack(
      List<TypeSeries> all, List<Reference> references) {
    List<Draft.Undo> result = new ArrayList<>();
    all.forEach(it -> result.addAll(it.beforeTheWayBack()));
    Map<ColumnPlace, ColumnName> former = new HashMap<>();
    all.forEach(it -> former.put(new ColumnPlace(it.table(), it.column()), it.oldName()));
    for (Reference it : references) {
      result.addAll(
          MirrorSteps.addedAgain(
              it.holder(), over(it, former).withName(Optional.of(formerName(it)))));
    }
    for (Reference it : references) {
      if (it.key().validated()) {
        result.add(
            Draft.Undo.alone(
                new ConstraintOperation.ValidateConstraint(it.holder(), formerName(it))));
      }
    }
    return result;
  }

  private static Constraint.ForeignKey over(Reference it, Map<ColumnPlace, ColumnName> former) {
    Constraint.ForeignKey key = it.key();
    return new Constraint.ForeignKey(
        key.name(),
        named(it.holder(), key.columns(), former),
        key.target(),
        named(key.target(), key.targetColumns(), former),
        key.onDelete(),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        key.validated());
  }

  private static List<ColumnName> named(
      TableName table, List<ColumnName> columns, Map<ColumnPlace, ColumnName> former) {
    return columns.stream().map(it -> former.getOrDefault(new ColumnPlace(table, it), it)).toList();
  }
}
