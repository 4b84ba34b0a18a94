package limbeck.dialect.postgresql;

import java.util.Set;

/**
 * The words PostgreSQL identifiers are quoted for: SQLAlchemy 2.1's set, measured, so that
 * generated SQL equals what Alembic prints.
 */
final class ReservedWords {
  private ReservedWords() {}

  /** Lower case. */
  static final Set<String> ALL =
      words(
          """
          all analyse analyze and any array as asc asymmetric authorization between binary
          both case cast check collate column constraint create cross current_catalog
          current_date current_role current_schema current_time current_timestamp current_user
          default deferrable desc distinct do else end except false fetch for foreign freeze
          from full grant group having ilike in initially inner intersect into is isnull join
          leading left like limit localtime localtimestamp natural new not notnull null of off
          offset old on only or order outer over overlaps placing primary references returning
          right select session_user similar some symmetric table then to trailing true union
          unique user using variadic verbose when where window with
          """);

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
