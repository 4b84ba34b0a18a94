package limbeck.read.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.DefaultNames;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;

/** {@code LIKE source INCLUDING …}: what a new table takes over from another. */
final class LikeClause {
  private static final Set<String> ALL =
      Set.of("comments", "constraints", "defaults", "generated", "identity", "indexes");

  private final Table source;
  private final Set<String> included;

  private LikeClause(Table source, Set<String> included) {
    this.source = source;
    this.included = included;
  }

  static LikeClause read(Cursor cursor, Table source) {
    Set<String> included = new HashSet<>();
    while (cursor.at("including") || cursor.at("excluding")) {
      boolean including = cursor.next().is("including");
      String what = cursor.label("what is taken over").toLowerCase(Locale.ROOT);
      Set<String> meant = what.equals("all") ? ALL : Set.of(what);
      if (including) {
        included.addAll(meant);
      } else {
        included.removeAll(meant);
      }
    }
    return new LikeClause(source, included);
  }

  List<Column> columns() {
    return source.columns().stream().map(this::column).toList();
  }

  private Column column(Column column) {
    Optional<Default> serverDefault =
        included.contains("defaults")
            ? column.serverDefault().or(() -> counted(column))
            : Optional.empty();
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        serverDefault,
        column.generation().filter(this::isIncluded),
        false,
        included.contains("comments") ? column.comment() : Optional.empty());
  }

  /** The copy of a SERIAL column takes its numbers from the sequence of the original. */
  private Optional<Default> counted(Column column) {
    return column.autoincrement()
        ? Optional.of(
            new Default.NextValue(
                new SequenceName(
                    source.name().schema(), OwnedSequences.name(source.name(), column.name()))))
        : Optional.empty();
  }

  private boolean isIncluded(Generation generation) {
    return switch (generation) {
      case Generation.Identity _ -> included.contains("identity");
      case Generation.Computed _ -> included.contains("generated");
    };
  }

  /** Foreign keys are never taken over; keys get names of their own, checks keep theirs. */
  List<Constraint> constraints() {
    return source.constraints().stream()
        .filter(
            it ->
                switch (it) {
                  case Constraint.Check _ -> included.contains("constraints");
                  case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ ->
                      included.contains("indexes");
                  case Constraint.ForeignKey _ -> false;
                })
        .map(
            it ->
                it.withName(
                    it instanceof Constraint.Check
                        ? DefaultNames.postgresql().nameOf(it, source)
                        : Optional.empty()))
        .toList();
  }

  List<Index> indexes() {
    return included.contains("indexes")
        ? source.indexes().stream().map(it -> it.withName(Optional.empty())).toList()
        : List.of();
  }
}
