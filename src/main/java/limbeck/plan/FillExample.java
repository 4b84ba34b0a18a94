package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/**
 * What a question shows as a value for rows that are there already: one that the database takes,
 * and where values must differ from row to row, one that does.
 */
final class FillExample {
  private final Draft draft;

  FillExample(Draft draft) {
    this.draft = draft;
  }

  /** Returns an expression over the row. */
  String of(ColumnPlace place, SqlType type) {
    SqlType here = type.on(draft.options().dialect());
    Optional<String> own =
        here instanceof SqlType.Uuid(boolean nativeType)
            ? Optional.of(random(nativeType))
            : mustDiffer(place) ? different(place, here) : Optional.empty();
    return own.or(() -> RowSql.neutral(here, draft.schema()).map(SqlText::text)).orElse("NULL");
  }

  private String random(boolean nativeType) {
    return switch (draft.options().dialect()) {
      case POSTGRESQL ->
          nativeType ? "gen_random_uuid()" : "replace(gen_random_uuid()::text, '-', '')";
      case SQLITE -> "lower(hex(randomblob(16)))";
      case MYSQL, MARIADB -> nativeType ? "uuid()" : "replace(uuid(), '-', '')";
    };
  }

  private boolean mustDiffer(ColumnPlace place) {
    List<ColumnName> alone = List.of(place.column());
    Optional<Table> table = draft.goal().table(place.table());
    boolean constrained =
        table.stream()
            .flatMap(it -> it.constraints().stream())
            .anyMatch(
                it ->
                    switch (it) {
                      case Constraint.PrimaryKey key -> key.columns().equals(alone);
                      case Constraint.Unique unique -> unique.columns().equals(alone);
                      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
                          false;
                    });
    return constrained
        || table.stream()
            .flatMap(it -> it.indexes().stream())
            .anyMatch(
                it ->
                    it.unique() && it.elements().equals(List.of(IndexElement.of(place.column()))));
  }

  /** The key of the row, in the type asked for. */
  private Optional<String> different(ColumnPlace place, SqlType type) {
    Optional<Column> key = draft.schema().table(place.table()).flatMap(FillExample::key);
    if (key.isEmpty() || key.orElseThrow().name().equals(place.column())) {
      return Optional.empty();
    }
    String name = draft.sql().column(key.orElseThrow().name());
    return switch (type) {
      case SqlType.IntegerType _, SqlType.Numeric _ ->
          key.orElseThrow().type() instanceof SqlType.IntegerType
              ? Optional.of(name)
              : Optional.empty();
      case SqlType.Varchar _, SqlType.Char _, SqlType.Text _ ->
          Optional.of(
              switch (draft.options().dialect()) {
                case POSTGRESQL -> name + "::text";
                case SQLITE -> "CAST(" + name + " AS TEXT)";
                case MYSQL, MARIADB -> "CAST(" + name + " AS CHAR)";
              });
      case SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.TextEnum _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Timestamp _,
          SqlType.Time _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.ArrayOf _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          Optional.empty();
    };
  }

  private static Optional<Column> key(Table table) {
    return Stream.of(table)
        .flatMap(it -> it.primaryKey().stream())
        .filter(it -> it.columns().size() == 1)
        .flatMap(it -> table.column(it.columns().getFirst()).stream())
        .findFirst();
  }
}
