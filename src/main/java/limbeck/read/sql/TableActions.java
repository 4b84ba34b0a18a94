package limbeck.read.sql;

import java.util.Set;

/** The actions of {@code ALTER TABLE} that are neither of columns nor of constraints. */
final class TableActions {
  private TableActions() {}

  /** What an action means to a schema. */
  enum Meaning {
    /** Nothing: owners, statistics, where and how rows are stored, what is enabled. */
    NOTHING,
    /** It changes what a schema holds. */
    SCHEMA
  }

  /** Reads an action to its end. */
  static Meaning read(Cursor cursor) {
    Meaning meaning = meaning(cursor);
    if (!cursor.atEnd() && !cursor.at(",")) {
      cursor.expression(Set.of());
    }
    return meaning;
  }

  private static Meaning meaning(Cursor cursor) {
    if (cursor.accept("enable") || cursor.accept("disable")) {
      boolean known =
          cursor.accept("trigger")
              || cursor.accept("rule")
              || cursor.accept("row", "level", "security")
              || cursor.accept("always")
              || cursor.accept("replica");
      return known(cursor, known);
    }
    if (cursor.accept("no", "force") || cursor.accept("force")) {
      return known(cursor, cursor.accept("row", "level", "security"));
    }
    if (cursor.accept("set")) {
      return known(cursor, set(cursor));
    }
    if (cursor.accept("owner", "to")
        || cursor.accept("replica", "identity")
        || cursor.accept("cluster", "on")
        || cursor.accept("reset")
        || cursor.accept("options")) {
      return Meaning.NOTHING;
    }
    boolean shape =
        cursor.accept("inherit")
            || cursor.accept("no", "inherit")
            || cursor.accept("not", "of")
            || cursor.accept("of");
    if (!shape) {
      throw cursor.unexpected("an action of ALTER TABLE");
    }
    return Meaning.SCHEMA;
  }

  private static Meaning known(Cursor cursor, boolean known) {
    if (!known) {
      throw cursor.unexpected("an action of ALTER TABLE");
    }
    return Meaning.NOTHING;
  }

  private static boolean set(Cursor cursor) {
    return cursor.at("(")
        || cursor.accept("without", "oids")
        || cursor.accept("without", "cluster")
        || cursor.accept("with", "oids")
        || cursor.accept("access", "method")
        || cursor.accept("tablespace")
        || cursor.accept("logged")
        || cursor.accept("unlogged");
  }
}
